//! What was read, kept, left out and rejected.

use std::{
    collections::BTreeMap,
    fmt,
    io::{self, Write},
};

use crate::{rows::Damage, spreadsheet};

/// The account of one import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that were read, without a header.
    pub read: u64,
    /// Rows that became records.
    pub kept: u64,
    /// Sound rows that are not wanted here, by why.
    pub left_out: BTreeMap<LeftOut, u64>,
    /// Rows that are not sound.
    pub rejected: Vec<Rejected>,
    /// Rows that were kept, but not whole.
    pub notes: Vec<Note>,
}

/// Why a sound row is not wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Its status is closed, dormant, proposed or inactive.
    NotActive,
    /// It is no GP practice or no community pharmacy, but something else with a code of the same register.
    OtherSetting,
    /// It is neither in one of the areas nor within 8 km of one.
    Far,
    /// It is the practice itself, or a branch at a postcode that the practice has already.
    SamePlace,
    /// It is a branch of a practice that is not kept.
    OtherPractice,
    /// It is a postcode of an outcode that touches no area.
    OtherOutcode,
    /// It is the outline of a local authority of none of the areas.
    OtherAuthority,
    /// Of a feed: it is not active there, or has been withdrawn.
    Withdrawn,
}

/// A row that is left out because something is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Its line, from 1; the header is a line.
    pub line: u64,
    /// What is wrong.
    pub reason: Reason,
    /// The row as it stands.
    pub row: String,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Another number of fields than the file has columns.
    Columns {
        /// As the file has.
        expected: usize,
        /// As the row has.
        found: usize,
    },
    /// Not UTF-8.
    NotText,
    /// Longer than a row can be.
    TooLong,
    /// A quotation mark that is not closed, or in the middle of a field.
    Quotes,
    /// The code is missing or none that the register gives.
    Code,
    /// There is no name.
    Name,
    /// The status is none that the register knows.
    Status,
    /// The postcode is missing or none.
    Postcode,
    /// The postcode is not in the file of postcodes, and the row itself says no place.
    UnknownPostcode,
    /// The code was on an earlier line.
    Twice,
    /// Something that has to be there is not: its name.
    Missing(&'static str),
    /// Something that another reader found, in its words.
    Other(String),
}

/// A row that was kept without something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its line.
    pub line: u64,
    /// The record's id.
    pub id: String,
    /// What was left out of it.
    pub what: Noted,
}

/// What a record lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noted {
    /// The source has no number.
    NoPhone,
    /// The source has something that is no number.
    PhoneUnreadable(String),
}

impl Report {
    /// Counts a row that is not wanted.
    pub fn leave_out(&mut self, why: LeftOut) {
        *self.left_out.entry(why).or_default() += 1;
    }

    /// How many rows were rejected for each reason, in the reasons' order.
    pub fn reasons(&self) -> BTreeMap<&Reason, u64> {
        let mut reasons = BTreeMap::new();
        for rejected in &self.rejected {
            *reasons.entry(&rejected.reason).or_default() += 1;
        }
        reasons
    }

    /// Every row is kept, left out or rejected. False would be a mistake of the program's.
    pub fn adds_up(&self) -> bool {
        self.read == self.kept + self.left_out.values().sum::<u64>() + self.rejected.len() as u64
    }

    /// Writes the rejected rows and what was left out of kept ones, with their lines, for a spreadsheet.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, to: impl Write) -> io::Result<()> {
        let mut sheet = spreadsheet::Sheet::new(to);
        sheet.row(["line", "what", "reason", "row"])?;
        for Rejected { line, reason, row } in &self.rejected {
            sheet.row([line.to_string().as_str(), "rejected", &reason.to_string(), row])?;
        }
        for Note { line, id, what } in &self.notes {
            sheet.row([line.to_string().as_str(), "kept without", &what.to_string(), id])?;
        }
        sheet.end()
    }
}

/// The summary: how many of what, a line each.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>8} rows read", self.read)?;
        writeln!(f, "{:>8} kept", self.kept)?;
        for what in ["no telephone number", "no readable telephone number"] {
            let count = self.notes.iter().filter(|note| note.what.brief() == what).count();
            if count > 0 {
                writeln!(f, "{:>8}   of them with {what}", count)?;
            }
        }
        writeln!(f, "{:>8} left out", self.left_out.values().sum::<u64>())?;
        for (why, count) in &self.left_out {
            writeln!(f, "{count:>8}   {why}")?;
        }
        writeln!(f, "{:>8} rejected", self.rejected.len())?;
        for (reason, count) in self.reasons() {
            writeln!(f, "{count:>8}   {reason}")?;
        }
        Ok(())
    }
}

impl From<Damage> for Reason {
    fn from(damage: Damage) -> Reason {
        match damage {
            Damage::NotText => Reason::NotText,
            Damage::TooLong => Reason::TooLong,
            Damage::Quotes => Reason::Quotes,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Columns { expected, found } => write!(f, "{found} columns, where the file has {expected}"),
            Reason::NotText => f.write_str("not UTF-8 text"),
            Reason::TooLong => f.write_str("longer than a row can be"),
            Reason::Quotes => f.write_str("a quotation mark that is not closed, or in the middle of a field"),
            Reason::Code => f.write_str("no code of this register"),
            Reason::Name => f.write_str("no name"),
            Reason::Status => f.write_str("a status that the register does not have"),
            Reason::Postcode => f.write_str("no postcode"),
            Reason::UnknownPostcode => f.write_str("a postcode that the file of postcodes does not have"),
            Reason::Twice => f.write_str("a code that was on an earlier line"),
            Reason::Missing(what) => write!(f, "without {what}"),
            Reason::Other(why) => f.write_str(why),
        }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LeftOut::NotActive => "not active",
            LeftOut::OtherSetting => "another kind of organisation",
            LeftOut::Far => "not in the areas or within 8 km of them",
            LeftOut::SamePlace => "the practice itself, or at a postcode that it has already",
            LeftOut::OtherPractice => "branches of practices that are not kept",
            LeftOut::OtherOutcode => "in no outcode that touches the areas",
            LeftOut::OtherAuthority => "of local authorities of none of the areas",
            LeftOut::Withdrawn => "not active in the feed",
        })
    }
}

impl Noted {
    fn brief(&self) -> &'static str {
        match self {
            Noted::NoPhone => "no telephone number",
            Noted::PhoneUnreadable(_) => "no readable telephone number",
        }
    }
}

impl fmt::Display for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Noted::NoPhone => f.write_str(self.brief()),
            Noted::PhoneUnreadable(text) => write!(f, "{}: {text}", self.brief()),
        }
    }
}
