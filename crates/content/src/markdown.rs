//! Markdown to HTML, with two additions: `{phone:samaritans}` becomes a link that calls, and a card is
//! fenced with `::: emergency When to call 999` … `:::`.

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::numbers::Numbers;

/// Something wrong in a page's words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Lines after the first line of the body, from 0.
    pub line: usize,
    pub reason: String,
}

/// The cards that can be fenced, and the classes that draw them.
const CARDS: [(&str, &str); 3] = [
    ("emergency", "app-card app-card--emergency"),
    ("urgent", "app-card app-card--urgent"),
    ("inset", "govuk-inset-text"),
];

/// What the address of a link begins with.
const BEGINNINGS: [&str; 4] = ["/", "#", "https://", "mailto:"];

/// Where the links of a text may lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Links {
    /// To a page, or to a place within one.
    Anywhere,
    /// To pages only. Among questions the name of a place says what was answered, and a link would put it into the
    /// address; and the place may not be shown.
    Pages,
}

/// A page's words as HTML.
pub(crate) fn to_html(body: &str, numbers: &Numbers, links: Links) -> Result<String, Problem> {
    let mut html = String::new();
    let mut text = String::new();
    let mut open: Option<usize> = None;
    let mut begun = 0;
    for (line, words) in body.lines().enumerate() {
        let Some(fence) = words.strip_prefix(":::") else {
            text.push_str(words);
            text.push('\n');
            continue;
        };
        html.push_str(&render(&text, begun, numbers, links)?);
        text.clear();
        begun = line + 1;
        let fence = fence.trim();
        let (kind, title) = fence.split_once(' ').unwrap_or((fence, ""));
        match (open, CARDS.iter().find(|(name, _)| *name == kind)) {
            (Some(_), None) if fence.is_empty() => {
                html.push_str("</div>\n");
                open = None;
            }
            (None, Some((_, class))) => {
                html.push_str(&format!("<div class=\"{class}\">\n"));
                if !title.is_empty() {
                    let mut escaped = String::new();
                    pulldown_cmark_escape(&mut escaped, title.trim());
                    html.push_str(&format!("<h2 class=\"app-card__title\">{escaped}</h2>\n"));
                }
                open = Some(line);
            }
            (Some(_), _) => {
                return Err(Problem { line, reason: "a card inside a card; close it with ::: first".into() });
            }
            (None, None) => return Err(Problem { line, reason: format!("there is no card {kind:?}") }),
        }
    }
    if let Some(line) = open {
        return Err(Problem { line, reason: "this card is never closed; add a line of :::".into() });
    }
    html.push_str(&render(&text, begun, numbers, links)?);
    Ok(html)
}

fn pulldown_cmark_escape(into: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            other => into.push(other),
        }
    }
}

fn render(text: &str, begun: usize, numbers: &Numbers, links: Links) -> Result<String, Problem> {
    let (text, phones) = with_phones(text, begun, numbers)?;
    let mut events = Vec::new();
    for (event, range) in
        Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter()
    {
        let line = begun + text[..range.start].matches('\n').count();
        match &event {
            Event::Html(_) | Event::InlineHtml(_) => {
                return Err(Problem { line, reason: "HTML is not allowed in a page; use Markdown or a card".into() });
            }
            // No text can bring in a script or a style: not by a link, and not by an aligned column.
            Event::Start(Tag::Link { dest_url, .. }) => {
                let to: &str = dest_url;
                if !BEGINNINGS.iter().any(|begin| to.starts_with(begin)) {
                    let beginnings = BEGINNINGS.join(", ");
                    let reason = format!("a link to {to:?} is not allowed; it begins with one of {beginnings}");
                    return Err(Problem { line, reason });
                }
                if links == Links::Pages && to.contains('#') {
                    let reason = format!(
                        "a link to {to:?} would tell the address what was answered; name the piece in `show`, or link \
                         to a page"
                    );
                    return Err(Problem { line, reason });
                }
            }
            Event::Start(Tag::Table(columns)) if columns.iter().any(|column| *column != Alignment::None) => {
                return Err(Problem { line, reason: "columns cannot be aligned; leave out the colons".into() });
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                return Err(Problem { line, reason: "the title is the only first-level heading; use ##".into() });
            }
            // `## On your home screen {#home-screen}` can be linked to.
            Event::Start(Tag::Heading { level, id, .. }) => {
                let size = if *level == HeadingLevel::H2 { "m" } else { "s" };
                let id = id.as_deref().unwrap_or_default();
                if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
                    let reason = format!("the place {id:?} is not made of small letters and dashes");
                    return Err(Problem { line, reason });
                }
                let id = if id.is_empty() { String::new() } else { format!(" id=\"{id}\"") };
                events.push(Event::Html(CowStr::from(format!("<{level} class=\"govuk-heading-{size}\"{id}>"))));
                continue;
            }
            Event::End(TagEnd::Heading(level)) => {
                events.push(Event::Html(CowStr::from(format!("</{level}>\n"))));
                continue;
            }
            _ => {}
        }
        events.push(event);
    }
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    for (mark, link) in phones {
        html = html.replace(&mark, &link);
    }
    Ok(html)
}

/// Puts a mark, which Markdown leaves alone, in place of each `{phone:…}`, with the link that belongs there.
fn with_phones(text: &str, begun: usize, numbers: &Numbers) -> Result<(String, Vec<(String, String)>), Problem> {
    let mut out = String::new();
    let mut links = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{phone:") {
        out.push_str(before);
        let line = begun + out.matches('\n').count();
        let Some((id, after)) = after.split_once('}') else {
            return Err(Problem { line, reason: "{phone: is never closed with }".into() });
        };
        let Some(found) = numbers.line(id) else {
            let reason = format!("there is no line {id:?} in content/numbers.toml");
            return Err(Problem { line, reason });
        };
        let mark = format!("\u{e000}{}\u{e001}", links.len());
        out.push_str(&mark);
        links.push((mark, format!("<a class=\"app-tel\" href=\"{}\">{}</a>", found.number.tel(), found.number)));
        rest = after;
    }
    out.push_str(rest);
    Ok((out, links))
}
