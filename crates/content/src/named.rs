//! What a text names by its key and a file holds: `{phone:samaritans}`, `{limit:week}`, `{law:class-b}`,
//! `{figure:pupils-never-vaped}`.
//!
//! A number that people call becomes a link; a limit, a law and a figure become the words that `content/numbers.toml` has
//! for them, and bring their source to the foot of the page.

use crate::numbers::{Fact, FactKind, Numbers};

/// A text in which marks, which Markdown leaves alone, stand for links, with the link of each mark.
pub(crate) struct Filled {
    pub text: String,
    pub links: Vec<(String, String)>,
}

/// Fills in what is named; or the offset in the text at which something is named that is not there, and what is wrong.
pub(crate) fn fill(text: &str, numbers: &Numbers) -> Result<Filled, (usize, String)> {
    let mut filled = Filled { text: String::new(), links: Vec::new() };
    let mut rest = text;
    while let Some((begin, kind)) = first(rest) {
        let at = text.len() - rest.len() + begin;
        let (before, named) = rest.split_at(begin);
        filled.text.push_str(before);
        let Some((id, after)) = named.get(kind.len()..).unwrap_or_default().split_once('}') else {
            return Err((at, format!("{kind} is never closed with }}")));
        };
        match kind {
            PHONE => {
                let line = numbers.line(id).ok_or_else(|| missing(at, "line", id))?;
                let mark = format!("\u{e000}{}\u{e001}", filled.links.len());
                filled.text.push_str(&mark);
                let link = format!("<a class=\"app-tel\" href=\"{}\">{}</a>", line.link(), line.number);
                filled.links.push((mark, link));
            }
            _ => {
                let (wanted, what) = fact_kind(kind);
                let fact = numbers.fact(wanted, id).ok_or_else(|| missing(at, what, id))?;
                filled.text.push_str(&fact.text);
            }
        }
        rest = after;
    }
    filled.text.push_str(rest);
    Ok(filled)
}

/// The same in words alone, where there can be no link: on paper, in a file.
pub(crate) fn plain(text: &str, numbers: &Numbers) -> Result<String, String> {
    let Filled { mut text, links } = fill(text, numbers).map_err(|(_, reason)| reason)?;
    for (mark, link) in links {
        let number = link.split_once('>').and_then(|(_, rest)| rest.split_once('<')).map(|(number, _)| number);
        text = text.replace(&mark, number.unwrap_or_default());
    }
    Ok(text)
}

/// The facts that a text names, each once, in the order in which it does.
pub(crate) fn facts<'a>(text: &str, numbers: &'a Numbers) -> Vec<&'a Fact> {
    let (mut facts, mut rest) = (Vec::new(), text);
    while let Some((begin, kind)) = first(rest) {
        let named = rest.get(begin + kind.len()..).unwrap_or_default();
        let (id, after) = named.split_once('}').unwrap_or_default();
        let fact = (kind != PHONE).then(|| numbers.fact(fact_kind(kind).0, id)).flatten();
        facts.extend(fact.filter(|fact| !facts.contains(fact)));
        rest = after;
    }
    facts
}

const PHONE: &str = "{phone:";
const LAW: &str = "{law:";
const LIMIT: &str = "{limit:";
const FIGURE: &str = "{figure:";

/// The first thing that is named, and of which kind.
fn first(text: &str) -> Option<(usize, &'static str)> {
    [PHONE, LAW, LIMIT, FIGURE].into_iter().filter_map(|kind| Some((text.find(kind)?, kind))).min()
}

fn fact_kind(named: &str) -> (FactKind, &'static str) {
    match named {
        LAW => (FactKind::Law, "law"),
        FIGURE => (FactKind::Figure, "figure"),
        _ => (FactKind::Limit, "limit"),
    }
}

fn missing(at: usize, what: &str, id: &str) -> (usize, String) {
    (at, format!("there is no {what} {id:?} in content/numbers.toml"))
}
