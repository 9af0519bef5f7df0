//! How old a child has to be, by rule of thumb, to read a text: 9 to 11 is the aim, and above 11 stops the build.
//!
//! Reading age is the Flesch-Kincaid grade plus 5, because a child in the first American grade is about 6:
//!
//! ```text
//! grade = 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59
//! ```
//!
//! The formula is from Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas … for Navy
//! enlisted personnel", Chief of Naval Technical Training, Research Branch Report 8-75, 1975. It is a rough tool: it sees
//! long sentences and long words and nothing else, and knows neither what a word means nor in which order things are
//! said. A text that it lets pass still has to be read by people.
//!
//! A name, a number, a telephone number and what a page fills in (`{n}`) are each a word of one syllable: they lengthen
//! a sentence and are not hard words, because nobody could choose easier ones. A name is what has a capital inside a
//! sentence, or two capitals. Where a link leads is not read. Published questionnaires are not measured.

use serde::Deserialize;

use crate::{
    file::{Report, Source},
    passages::{self, Passage, Sentence},
    syllables,
};

/// The oldest age that a text may ask for.
const LIMIT: i64 = 11;

/// The oldest for a medical passage that gives its reason.
const MEDICAL: i64 = 14;

/// A part of a page, or a table of short texts, is measured from so many words on; fewer say little.
const LEAST: usize = 60;

/// Why a text may be harder than others: `reading-age = { limit = 14, because = "…" }`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exception {
    limit: i64,
    because: String,
}

/// Notes a page that is too hard to read, or else each part of it that is.
///
/// For everything that is a page of Markdown: give the `reading-age` of its front matter, its summary, its body and the
/// line of the file on which the body begins.
pub(crate) fn check(
    report: &mut Report<'_>,
    source: &Source,
    exception: Option<&Exception>,
    summary: &str,
    body: &str,
    first_line: usize,
) {
    let limit = limit(report, source, exception);
    let parts = passages::of_markdown(body, first_line);
    let mut noted = false;
    for part in parts.iter().filter(|part| words(&part.sentences) >= LEAST && age(&part.sentences) > limit * 10) {
        note(report, source, "this part", part, limit);
        noted = true;
    }
    let summary = passages::of_markdown(summary, source.line_of("summary"));
    let sentences: Vec<Sentence> = summary.into_iter().chain(parts).flat_map(|part| part.sentences).collect();
    let page = Passage { line: line_of_longest(&sentences), sentences };
    if !noted && age(&page.sentences) > limit * 10 {
        note(report, source, "this page", &page, limit);
    }
}

/// Notes short texts that are too hard to read together, if they are 60 words or more.
pub(crate) fn check_together(
    report: &mut Report<'_>,
    source: &Source,
    what: &str,
    exception: Option<&Exception>,
    sentences: Vec<Sentence>,
) {
    let limit = limit(report, source, exception);
    let passage = Passage { line: line_of_longest(&sentences), sentences };
    if words(&passage.sentences) >= LEAST && age(&passage.sentences) > limit * 10 {
        note(report, source, what, &passage, limit);
    }
}

/// The age that a text may ask for, and what is wrong with an exception.
fn limit(report: &mut Report<'_>, source: &Source, exception: Option<&Exception>) -> i64 {
    let Some(Exception { limit, because }) = exception else { return LIMIT };
    let line = source.line_of("reading-age");
    if !(LIMIT..=MEDICAL).contains(limit) {
        let reason = format!("a reading age of {limit} is not allowed: a medical passage may ask for up to {MEDICAL}");
        report.faults.push(source.fault(line, reason));
    }
    if because.trim().is_empty() {
        report.faults.push(source.fault(line, "say in `because` why this text has to be harder than others"));
    }
    (*limit).clamp(LIMIT, MEDICAL)
}

fn note(report: &mut Report<'_>, source: &Source, what: &str, passage: &Passage, limit: i64) {
    let age = age(&passage.sentences);
    let Some(longest) = longest(&passage.sentences) else { return };
    let reason = format!(
        "{what} has a reading age of {}.{}, above {limit}: use shorter words, and shorter sentences; the longest has {} \
         words, on line {}: “{}”",
        age / 10,
        age % 10,
        Measure::of(longest).words,
        longest.line,
        longest.words.replace('\n', " "),
    );
    report.faults.push(source.fault(passage.line, reason));
}

/// The first of the sentences with the most words.
fn longest(sentences: &[Sentence]) -> Option<&Sentence> {
    sentences.iter().rev().max_by_key(|sentence| Measure::of(sentence).words)
}

fn line_of_longest(sentences: &[Sentence]) -> usize {
    longest(sentences).map_or(1, |sentence| sentence.line)
}

fn words(sentences: &[Sentence]) -> usize {
    sentences.iter().map(|sentence| Measure::of(sentence).words).sum()
}

/// The reading age, in tenths of a year, so that it is compared as it is shown.
fn age(sentences: &[Sentence]) -> i64 {
    let all = sentences.iter().map(Measure::of).fold(Measure::default(), |all, one| Measure {
        words: all.words + one.words,
        syllables: all.syllables + one.syllables,
    });
    if all.words == 0 {
        return 0;
    }
    let (words, syllables) = (all.words as f64, all.syllables as f64);
    let grade = 0.39 * words / sentences.len() as f64 + 11.8 * syllables / words - 15.59;
    ((grade + 5.0) * 10.0).round() as i64
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Measure {
    words: usize,
    syllables: usize,
}

impl Measure {
    /// A word is what stands between spaces, so that one with a hyphen or an apostrophe is one.
    fn of(sentence: &Sentence) -> Measure {
        let mut all = Measure::default();
        // The beginning of a sentence, or of what somebody says in it, has a capital without being a name.
        let mut begins = true;
        for token in sentence.words.split(|letter: char| letter.is_whitespace() || "–—/".contains(letter)) {
            let word = token.trim_matches(|letter: char| !letter.is_alphanumeric());
            if word.is_empty() {
                continue;
            }
            begins |= token.starts_with(['“', '"', '‘']);
            let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
            let name = capitals > 1 || (capitals == 1 && !begins && word.starts_with(char::is_uppercase));
            let given = name || token.contains('{') || word.contains(|letter: char| ".@0123456789".contains(letter));
            all.words += 1;
            all.syllables += if given { 1 } else { word.split('-').map(syllables::count).sum() };
            begins = token.ends_with(':');
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, age};
    use crate::passages::of_plain;

    fn measure(text: &str) -> (usize, usize) {
        let all = of_plain(text, 1)
            .iter()
            .map(Measure::of)
            .fold((0, 0), |(words, syllables), one| (words + one.words, syllables + one.syllables));
        (all.0, all.1)
    }

    /// Worked by hand: 6 words of 6 syllables in 1 sentence are 0.39 × 6 + 11.8 − 15.59 + 5 = 3.55.
    #[test]
    fn the_age_is_the_published_formula_and_5() {
        assert_eq!(age(&of_plain("The cat sat on the mat.", 1)), 36);
        // 8 words of 24 syllables in 1 sentence: 0.39 × 8 + 11.8 × 3 − 15.59 + 5 = 27.93.
        assert_eq!(age(&of_plain("Alcohol dependency necessitates immediate medical attention and support.", 1)), 279);
    }

    #[test]
    fn names_and_numbers_are_words_of_one_syllable() {
        assert_eq!(measure("Call Samaritans on {phone:samaritans}."), (4, 4));
        assert_eq!(measure("Ask NHS England about 4.5 units at talktofrank.com."), (8, 10));
        assert_eq!(measure("Samaritans listen."), (2, 6));
        assert_eq!(measure("Say: “Another day, Mister.”"), (4, 6));
        assert_eq!(measure("It is a one-to-one talk – or GHB/GBL."), (8, 10));
    }
}
