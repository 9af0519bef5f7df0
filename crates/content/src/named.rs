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
                let fact = FACTS.iter().find(|(begin, _)| *begin == kind).and_then(|(_, kind)| numbers.fact(*kind, id));
                filled.text.push_str(&fact.ok_or_else(|| missing(at, kind.trim_matches(['{', ':']), id))?.text);
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

/// The facts that a text names, in the order in which `content/numbers.toml` has them.
pub(crate) fn facts<'a>(text: &str, numbers: &'a Numbers) -> Vec<&'a Fact> {
    let named = |fact: &&Fact| {
        FACTS.iter().any(|(begin, kind)| *kind == fact.kind && text.contains(&[*begin, &fact.id, "}"].concat()))
    };
    numbers.facts.iter().filter(named).collect()
}

const PHONE: &str = "{phone:";

/// How each kind of fact is named.
const FACTS: [(&str, FactKind); 3] =
    [("{limit:", FactKind::Limit), ("{law:", FactKind::Law), ("{figure:", FactKind::Figure)];

/// The first thing that is named, and of which kind.
fn first(text: &str) -> Option<(usize, &'static str)> {
    let kinds = FACTS.iter().map(|(kind, _)| *kind).chain([PHONE]);
    kinds.filter_map(|kind| Some((text.find(kind)?, kind))).min()
}

fn missing(at: usize, what: &str, id: &str) -> (usize, String) {
    (at, format!("there is no {what} {id:?} in content/numbers.toml"))
}
