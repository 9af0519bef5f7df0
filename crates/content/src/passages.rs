//! Texts as the sentences that are read together, with the lines they stand on, for `reading.rs` to measure.
//!
//! An item of a list and a row of a table are sentences of their own, with or without a full stop. Headings, the
//! titles of cards and the labels of buttons are left out: so few words would make a passage look easier than it is.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A sentence, and the line of its file on which it begins.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sentence {
    pub line: usize,
    pub words: String,
}

/// What stands under one heading, or in one card.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Passage {
    /// The line of its heading, or of its first sentence.
    pub line: usize,
    pub sentences: Vec<Sentence>,
}

/// A page's words as the parts between its headings and the edges of its cards.
pub(crate) fn of_markdown(text: &str, first_line: usize) -> Vec<Passage> {
    let mut passages = vec![Passage::default()];
    let mut chunk = String::new();
    let mut begun = first_line;
    for (place, line) in text.lines().enumerate() {
        if line.starts_with(":::") {
            read(&chunk, begun, &mut passages);
            chunk.clear();
            begun = first_line + place + 1;
            // What follows the end of a card has no heading, and no line yet.
            let title = line.len() > ":::".len();
            passages.push(Passage { line: if title { first_line + place } else { 0 }, ..Passage::default() });
        } else {
            chunk.push_str(line);
            chunk.push('\n');
        }
    }
    read(&chunk, begun, &mut passages);
    passages.retain(|passage| !passage.sentences.is_empty());
    for passage in &mut passages {
        if let (0, Some(first)) = (passage.line, passage.sentences.first()) {
            passage.line = first.line;
        }
    }
    passages
}

/// The sentences of a plain text that end in a full stop or a question mark. What has neither is a label.
pub(crate) fn of_plain(text: &str, line: usize) -> Vec<Sentence> {
    let mut sentences = split(text, line);
    sentences.retain(|sentence| sentence.words.trim_end_matches(CLOSING).ends_with(ENDS));
    sentences
}

/// Adds the sentences of a piece of Markdown without cards; a heading begins another passage.
fn read(text: &str, first_line: usize, passages: &mut Vec<Passage>) {
    let line_at = |offset: usize| first_line + text.get(..offset).unwrap_or_default().matches('\n').count();
    let mut words = String::new();
    let mut begun = first_line;
    let mut heading = false;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match &event {
            Event::Text(text) | Event::Code(text) => {
                if words.is_empty() {
                    begun = line_at(range.start);
                }
                words.push_str(text);
            }
            Event::SoftBreak | Event::HardBreak => words.push('\n'),
            // Between two cells of a row.
            Event::End(TagEnd::TableCell) => words.push(' '),
            Event::Start(Tag::Heading { .. }) => {
                heading = true;
                passages.push(Passage { line: line_at(range.start), ..Passage::default() });
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableRow | Tag::TableHead | Tag::BlockQuote(_))
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::Heading(_),
            ) => {
                if let Some(passage) = passages.last_mut().filter(|_| !heading) {
                    passage.sentences.extend(split(&words, begun));
                }
                heading = false;
                words.clear();
            }
            _ => {}
        }
    }
}

const ENDS: [char; 3] = ['.', '?', '!'];

/// What may stand between the end of a sentence and the space after it.
const CLOSING: [char; 6] = ['”', '’', '"', '\'', ')', ']'];

/// Cuts a text after each sentence. One goes on after a stop that a small letter follows: “How?” he said.
fn split(text: &str, line: usize) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut rest = text;
    let mut line = line;
    let mut keep = |words: &str, line: usize| {
        if words.contains(|letter: char| letter.is_alphanumeric()) {
            sentences.push(Sentence { line, words: words.trim().to_owned() });
        }
    };
    let mut from = 0;
    while let Some(found) = rest.get(from..).and_then(|part| part.find(ENDS)) {
        let after = rest.get(from + found + 1..).unwrap_or_default();
        let end = rest.len() - after.trim_start_matches(CLOSING).len();
        let (sentence, next) = rest.split_at(end);
        let goes_on = !next.is_empty() && !next.starts_with(char::is_whitespace)
            || next.trim_start().starts_with(char::is_lowercase);
        if goes_on {
            from = end;
            continue;
        }
        let spaces = next.len() - next.trim_start().len();
        keep(sentence, line);
        line += rest.get(..end + spaces).unwrap_or_default().matches('\n').count();
        rest = next.trim_start();
        from = 0;
    }
    keep(rest, line);
    sentences
}

#[cfg(test)]
mod tests {
    use super::{of_markdown, of_plain};

    /// The passages of a text, each as `line: sentence (line) | sentence (line)`.
    fn shown(text: &str) -> Vec<String> {
        let passages = of_markdown(text, 1);
        let sentence = |of: &super::Sentence| format!("{} ({})", of.words, of.line);
        let shown = passages
            .iter()
            .map(|of| format!("{}: {}", of.line, of.sentences.iter().map(sentence).collect::<Vec<_>>().join(" | ")));
        shown.collect()
    }

    #[test]
    fn sentences_end_at_stops() {
        let text = "One. Two? “Three.” “Four?” he said.\nFive is 4.5 long\n";
        let all = "1: One. (1) | Two? (1) | “Three.” (1) | “Four?” he said. (1) | Five is 4.5 long (2)";
        assert_eq!(shown(text), [all]);
    }

    #[test]
    fn items_and_rows_are_sentences() {
        let text = "Before:\n\n- one\n- two. Three\n  - inside\n\n| a | b |\n|---|---|\n| c | d |\n";
        let all = "1: Before: (1) | one (3) | two. (4) | Three (4) | inside (5) | a b (7) | c d (9)";
        assert_eq!(shown(text), [all]);
    }

    #[test]
    fn headings_and_cards_part_passages_and_do_not_count() {
        let text = "Before.\n\n## Under this\nAfter, [a link](/to/).\n::: urgent Title\nIn a card.\n:::\nLast.\n";
        assert_eq!(shown(text), ["1: Before. (1)", "3: After, a link. (4)", "5: In a card. (6)", "8: Last. (8)"]);
    }

    #[test]
    fn labels_are_no_sentences() {
        let words = |text| of_plain(text, 1).into_iter().map(|of| of.words).collect::<Vec<_>>();
        assert_eq!(words("Choose one answer"), Vec::<String>::new());
        assert_eq!(words("Stop. Say: “I want to stop.” Then this"), ["Stop.", "Say: “I want to stop.”"]);
    }
}
