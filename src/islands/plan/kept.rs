//! A plan as it is kept, as a text that a person can read.
//!
//! ```json
//! {"waymark":1,"kind":"plan","parts":[["start","A second bottle."],["call","Jo, next door"]]}
//! ```
//!
//! Each part has the id of a heading of the page, and what was typed under it.

use miniserde::Deserialize;

use crate::{
    browser::{self, Stored},
    islands::readable::{Unreadable, readable},
    json,
};

/// Where it is kept. It begins as everything does that is kept, so that deleting everything deletes it too.
pub const NAME: &str = "waymark-kept-plan";

/// The format's version. One more when a reader of today would read a text of then wrongly.
const VERSION: u16 = 1;

/// What the kind of this text is called.
const KIND: &str = "plan";

/// The most letters in a part: what is longer is no plan that anyone finds anything in at night. `boot/carry.js` knows it
/// too.
pub const MOST: usize = 2_000;

/// The longest text that is read, in bytes. What is longer was not written here.
const LONGEST: usize = 256 * 1024;

#[derive(Deserialize)]
struct Written {
    kind: String,
    parts: Vec<(String, String)>,
}

/// What is on the device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum There {
    /// No plan.
    Nothing,
    /// A plan.
    Plan(Plan),
    /// Something under its name that cannot be shown.
    Unreadable(Unreadable),
}

/// What was typed, part by part. A part without words is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan(Vec<(String, String)>);

impl Plan {
    /// The plan of these parts, by their ids.
    pub fn of(parts: impl IntoIterator<Item = (String, String)>) -> Plan {
        let mut plan = Plan::default();
        for (id, words) in parts {
            let words = as_typed(words);
            if !words.trim().is_empty() && plan.words(&id).is_none() {
                plan.0.push((id, words));
            }
        }
        plan
    }

    /// Reads a text as it was kept.
    pub fn read(text: &str) -> Result<Plan, Unreadable> {
        let written: Written = readable(text, VERSION, LONGEST)?;
        if written.kind != KIND {
            return Err(Unreadable::Damaged);
        }
        let plan = Plan::of(written.parts);
        if plan.too_long().next().is_some() { Err(Unreadable::TooLong) } else { Ok(plan) }
    }

    /// The text that is kept.
    pub fn write(&self) -> String {
        let mut out = [json::BEGIN, &VERSION.to_string(), ",\"kind\":\"", KIND, "\",\"parts\":["].concat();
        for (place, (id, words)) in self.0.iter().enumerate() {
            out.push_str(if place == 0 { "[" } else { ",[" });
            json::quoted(&mut out, id);
            out.push(',');
            json::quoted(&mut out, words);
            out.push(']');
        }
        out.push_str("]}");
        out
    }

    /// The parts, in order.
    pub fn parts(&self) -> &[(String, String)] {
        &self.0
    }

    /// What was typed under a heading.
    pub fn words(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, words)| words.as_str())
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts that have too many letters, with how many too many.
    pub fn too_long(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().filter_map(|(id, words)| Some((id.as_str(), over(words)?)))
    }

    /// The same plan with its parts in the order of these ids; others come last, and are not lost.
    pub fn in_order_of(mut self, ids: &[String]) -> Plan {
        let mut parts = Vec::new();
        for id in ids {
            if let Some(place) = self.0.iter().position(|(known, _)| known == id) {
                parts.push(self.0.remove(place));
            }
        }
        parts.append(&mut self.0);
        Plan(parts)
    }
}

/// The same with the ends of lines that a field of the page has.
fn as_typed(words: String) -> String {
    if !words.contains('\r') {
        return words;
    }
    let (mut out, mut before) = (String::new(), ' ');
    for letter in words.chars() {
        match (before, letter) {
            ('\r', '\n') => {}
            (_, '\r') => out.push('\n'),
            _ => out.push(letter),
        }
        before = letter;
    }
    out
}

/// How many letters too many these are, if they are.
pub fn over(words: &str) -> Option<usize> {
    words.chars().count().checked_sub(MOST).filter(|over| *over > 0)
}

/// What is on the device now.
pub fn there() -> There {
    match browser::stored_text(NAME).map(|text| Plan::read(&text)) {
        None => There::Nothing,
        Some(Ok(plan)) => There::Plan(plan),
        Some(Err(why)) => There::Unreadable(why),
    }
}

/// Keeps a plan.
pub fn keep(plan: &Plan) -> Stored {
    browser::store(NAME, &plan.write())
}
