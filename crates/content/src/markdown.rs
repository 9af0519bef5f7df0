//! Markdown to HTML, with two additions: `{phone:samaritans}` and its like are filled in, and a card is fenced with
//! `::: emergency When to call 999` … `:::`.

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{named, numbers::Numbers};

/// Something wrong in a page's words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Lines after the first line of the body, from 0.
    pub line: usize,
    pub reason: String,
}

/// The cards that can be fenced, and the classes that draw them.
const CARDS: [(&str, &str); 10] = [
    ("emergency", "app-card app-card--emergency"),
    ("urgent", "app-card app-card--urgent"),
    ("inset", "govuk-inset-text"),
    ("do", "app-card app-card--do"),
    ("dont", "app-card app-card--dont"),
    ("steps", "app-card app-card--steps"),
    (CALL, "app-card"),
    ("answer", ANSWER),
    ("answer-true", ANSWER),
    ("answer-false", ANSWER),
];

/// The class of a card that is closed until it is pressed, and open on paper: `::: answer Show the answer`. One whose name
/// ends in what is true of the statement above it can be guessed first: `::: answer-false True or not?`.
const ANSWER: &str = "govuk-details";

/// The card of a line to call, named by its id in place of a title: `::: call samaritans`.
const CALL: &str = "call";

/// How a table is drawn: with large text it is wider than a phone, and then scrolls by itself, and by keys too. No text can
/// hold these: what looks like HTML in it was refused or is escaped.
const TABLES: [(&str, &str); 4] = [
    ("<table>", "<div class=\"app-scroll\" tabindex=\"0\"><table class=\"govuk-table\">"),
    ("</table>", "</table></div>"),
    ("<th>", "<th class=\"govuk-table__header\" scope=\"col\">"),
    ("<td>", "<td class=\"govuk-table__cell\">"),
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

/// A heading of a page, as it stands in its HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What stands behind `#` in a link to it; empty if it cannot be linked to.
    pub id: String,
    /// Its words, as HTML.
    pub html: String,
}

/// The headings under the title, as [`to_html`] writes them.
pub(crate) fn headings(html: &str) -> Vec<Heading> {
    let heading = |part: &str| {
        let (tag, rest) = part.split_once('>')?;
        let (html, _) = rest.split_once("</h2>")?;
        let id = tag.split_once("id=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(id, _)| id);
        Some(Heading { id: id.unwrap_or_default().to_owned(), html: html.to_owned() })
    };
    html.split("<h2").skip(1).filter_map(heading).collect()
}

/// A page's words as HTML.
pub(crate) fn to_html(body: &str, numbers: &Numbers, links: Links) -> Result<String, Problem> {
    let mut html = String::new();
    let mut text = String::new();
    let mut open: Option<(usize, &str)> = None;
    let mut begun = 0;
    let mut above = 1;
    for (line, words) in body.lines().enumerate() {
        let Some(fence) = words.strip_prefix(":::") else {
            text.push_str(words);
            text.push('\n');
            continue;
        };
        html.push_str(&render(&text, begun, &mut above, numbers, links)?);
        text.clear();
        begun = line + 1;
        let fence = fence.trim();
        let (kind, title) = fence.split_once(' ').unwrap_or((fence, ""));
        match (open, CARDS.iter().find(|(name, _)| *name == kind)) {
            (Some((_, end)), None) if fence.is_empty() => {
                html.push_str(end);
                open = None;
            }
            (None, Some((_, class))) => {
                let mut escaped = String::new();
                pulldown_cmark_escape(&mut escaped, title.trim());
                if *class == ANSWER {
                    html.push_str(&answer(kind, &escaped));
                    open = Some((line, "</div></details>\n"));
                    continue;
                }
                html.push_str(&format!("<div class=\"{class}\">\n"));
                if kind == CALL {
                    html.push_str(&call(title.trim(), line, numbers)?);
                } else if !title.is_empty() {
                    html.push_str(&format!("<h2 class=\"app-card__title\">{escaped}</h2>\n"));
                }
                if kind == CALL || !title.is_empty() {
                    above = 2;
                }
                open = Some((line, "</div>\n"));
            }
            (Some(_), _) => {
                return Err(Problem { line, reason: "a card inside a card; close it with ::: first".into() });
            }
            (None, None) => return Err(Problem { line, reason: format!("there is no card {kind:?}") }),
        }
    }
    if let Some((line, _)) = open {
        return Err(Problem { line, reason: "this card is never closed; add a line of :::".into() });
    }
    html.push_str(&render(&text, begun, &mut above, numbers, links)?);
    Ok(html)
}

/// Where an answer begins; its title is escaped already.
fn answer(kind: &str, title: &str) -> String {
    let fact = kind.strip_prefix("answer-").map(|fact| format!(" data-answer=\"{fact}\"")).unwrap_or_default();
    format!(
        "<details class=\"{ANSWER}\"{fact}><summary class=\"{ANSWER}__summary\"><span class=\"{ANSWER}__summary-text\">\
         {title}</span></summary><div class=\"{ANSWER}__text\">\n"
    )
}

/// Who answers a line, its number, and for whom and when it is.
fn call(id: &str, line: usize, numbers: &Numbers) -> Result<String, Problem> {
    let Some(found) = numbers.line(id) else {
        return Err(Problem { line, reason: format!("there is no line {id:?} in content/numbers.toml") });
    };
    let mut html = String::from("<h2 class=\"app-card__title\">");
    pulldown_cmark_escape(&mut html, &found.name);
    html.push_str(&format!("</h2>\n<p><a class=\"app-tel\" href=\"{}\">{}</a></p>\n<p>", found.link(), found.number));
    pulldown_cmark_escape(&mut html, &found.about);
    html.push_str("</p>\n");
    if let Some(hours) = &found.hours {
        html.push_str("<p>");
        pulldown_cmark_escape(&mut html, hours);
        html.push_str("</p>\n");
    }
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

/// Markdown between cards; `above` is the level of the heading before, which is the title's at first.
fn render(text: &str, begun: usize, above: &mut usize, numbers: &Numbers, links: Links) -> Result<String, Problem> {
    let named::Filled { text, links: phones } = named::fill(text, numbers).map_err(|(at, reason)| Problem {
        line: begun + text.get(..at).unwrap_or_default().matches('\n').count(),
        reason,
    })?;
    let mut events = Vec::new();
    let mut in_link = false;
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
                in_link = true;
                if links == Links::Pages && to.contains('#') {
                    let reason = format!(
                        "a link to {to:?} would tell the address what was answered; name the piece in `show`, or link \
                         to a page"
                    );
                    return Err(Problem { line, reason });
                }
            }
            // One link cannot stand in another, and a mark stands for one.
            Event::End(TagEnd::Link) => in_link = false,
            Event::Text(text) if in_link && text.contains('\u{e000}') => {
                let reason = "a number to call is a link, and cannot stand in another; put it beside the link";
                return Err(Problem { line, reason: reason.into() });
            }
            // Whoever does not see it has to be told what it shows; a picture that shows nothing has no place in a text.
            Event::Start(Tag::Image { dest_url, .. }) => {
                if !dest_url.starts_with('/') {
                    let reason =
                        format!("a picture from {dest_url:?} is not allowed; it lies in public/, and begins with /");
                    return Err(Problem { line, reason });
                }
                if text[range.clone()].strip_prefix("![").is_none_or(|alt| alt.trim_start().starts_with(']')) {
                    let reason =
                        "a picture without words for those who do not see it; write ![what it shows](/address)";
                    return Err(Problem { line, reason: reason.into() });
                }
            }
            Event::Start(Tag::Table(columns)) if columns.iter().any(|column| *column != Alignment::None) => {
                return Err(Problem { line, reason: "columns cannot be aligned; leave out the colons".into() });
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                return Err(Problem { line, reason: "the title is the only first-level heading; use ##".into() });
            }
            Event::Start(Tag::Heading { level, .. }) if *level as usize > *above + 1 => {
                let reason = "a heading skips a level; ### stands under a ##, and #### under a ###";
                return Err(Problem { line, reason: reason.into() });
            }
            // `## On your home screen {#home-screen}` can be linked to.
            Event::Start(Tag::Heading { level, id, .. }) => {
                *above = *level as usize;
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
    for (plain, drawn) in TABLES {
        html = html.replace(plain, drawn);
    }
    for (mark, link) in phones {
        html = html.replace(&mark, &link);
    }
    Ok(html)
}
