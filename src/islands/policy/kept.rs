//! A policy in the making as it is kept, as a text that a person can read.
//!
//! ```json
//! {"waymark":1,"kind":"policy","answers":[["school","Hill Top"]],"changed":[["scope","Our own words."]]}
//! ```
//!
//! Only what somebody chose and wrote: the draft's own words are those of the site on the day on which it is opened again.

use miniserde::Deserialize;
use policy::Answers;

use super::desk::Desk;
use crate::{
    browser::{self, Stored},
    islands::readable::{Unreadable, readable},
    json,
};

/// Where it is kept. It begins as everything does that is kept, so that deleting everything deletes it too.
pub const NAME: &str = "waymark-kept-policy";

/// The format's version. One more when a reader of today would read a text of then wrongly.
const VERSION: u16 = 1;

/// What the kind of this text is called.
const KIND: &str = "policy";

/// The longest text that is read, in bytes. What is longer was not written here. `boot/carry.js` knows it too.
const LONGEST: usize = 1024 * 1024;

#[derive(Deserialize)]
struct Written {
    kind: String,
    answers: Vec<(String, String)>,
    changed: Vec<(String, String)>,
}

/// What is on the device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum There {
    /// Nothing.
    Nothing,
    /// A policy in the making.
    Desk(Desk),
    /// Something under its name that cannot be shown.
    Unreadable(Unreadable),
}

/// Reads a text as it was kept.
///
/// # Errors
///
/// Why it cannot be shown.
pub fn read(text: &str) -> Result<Desk, Unreadable> {
    let written: Written = readable(text, VERSION, LONGEST)?;
    if written.kind != KIND {
        return Err(Unreadable::Damaged);
    }
    Ok(Desk { answers: Answers::of(written.answers), changed: written.changed })
}

/// The text that is kept.
pub fn write(desk: &Desk) -> String {
    let mut out = [json::BEGIN, &VERSION.to_string(), ",\"kind\":\"", KIND, "\",\"answers\":"].concat();
    pairs(&mut out, desk.answers.all());
    out.push_str(",\"changed\":");
    pairs(&mut out, &desk.changed);
    out.push('}');
    out
}

fn pairs(out: &mut String, all: &[(String, String)]) {
    out.push('[');
    for (place, (name, words)) in all.iter().enumerate() {
        out.push_str(if place == 0 { "[" } else { ",[" });
        json::quoted(out, name);
        out.push(',');
        json::quoted(out, words);
        out.push(']');
    }
    out.push(']');
}

/// How what is on the page stands to what is kept; `known` is what was last opened or kept here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is kept.
    Unkept,
    /// It is kept as it is.
    Kept,
    /// It was changed since it was kept.
    Changed,
    /// Another one is kept, which nobody has seen here: they choose which one stays.
    Other,
    /// What is kept cannot be shown, and stays as it is.
    Unreadable(Unreadable),
}

/// How it stands.
pub fn standing(desk: &Desk, known: Option<&Desk>, there: &There) -> Standing {
    match there {
        There::Nothing => Standing::Unkept,
        There::Unreadable(why) => Standing::Unreadable(*why),
        There::Desk(kept) if kept == desk => Standing::Kept,
        There::Desk(kept) if known == Some(kept) => Standing::Changed,
        There::Desk(_) => Standing::Other,
    }
}

impl Standing {
    /// The key of what is said of it.
    pub fn key(self) -> &'static str {
        match self {
            Standing::Unkept => "policy.unkept",
            Standing::Kept => "policy.kept",
            Standing::Changed => "policy.since",
            Standing::Other => "policy.another",
            Standing::Unreadable(Unreadable::Newer) => "policy.newer",
            Standing::Unreadable(_) => "policy.damaged",
        }
    }
}

/// What is on the device now.
pub fn there() -> There {
    match browser::stored_text(NAME).map(|text| read(&text)) {
        None => There::Nothing,
        Some(Ok(desk)) => There::Desk(desk),
        Some(Err(why)) => There::Unreadable(why),
    }
}

/// Keeps it.
pub fn keep(desk: &Desk) -> Stored {
    browser::store(NAME, &write(desk))
}
