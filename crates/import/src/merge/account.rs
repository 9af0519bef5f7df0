//! What an import did to the books.

use std::fmt;

use crate::report::LeftOut;

/// Everything that a person may want to look at after an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// New records and branches, by id, and what and where they are.
    pub added: Vec<(String, String)>,
    /// Fields that were taken over.
    pub changes: Vec<Change>,
    /// Fields that were not taken over: someone has checked ours, or theirs says nothing.
    pub clashes: Vec<Change>,
    /// Records that the source no longer has. They are kept, and marked unless someone has checked them.
    pub gone: Vec<Gone>,
    /// Records that were missing and are there again.
    pub back: Vec<(String, String)>,
    /// Records whose row was rejected. They are kept as they are.
    pub unreadable: Vec<(String, String)>,
    /// How many records are as they were.
    pub same: usize,
}

/// A field in which ours and theirs differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The record's id, or the branch's.
    pub id: String,
    /// The record's name and town.
    pub name: String,
    /// The field's key in files.
    pub field: &'static str,
    /// What the books have; none if they say nothing.
    pub ours: Option<String>,
    /// What the source has; none if it says nothing.
    pub theirs: Option<String>,
}

/// A record that the source no longer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its id.
    pub id: String,
    /// Its name and town.
    pub name: String,
    /// Its row is there, but no longer wanted; none if there is no row.
    pub why: Option<LeftOut>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
        let Change { id, name, field, ours, theirs } = self;
        write!(f, "{id} ({name}), {field}: ours {}; theirs {}", said(ours), said(theirs))
    }
}

/// A part for each thing that happened, its lines under it.
impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |list: &[(String, String)]| list.iter().map(|(id, name)| format!("{id} ({name})")).collect();
        let changes = |list: &[Change]| list.iter().map(ToString::to_string).collect();
        let gone = self.gone.iter().map(|Gone { id, name, why }| match why {
            Some(why) => format!("{id} ({name}): {why}"),
            None => format!("{id} ({name}): no row"),
        });
        let parts: [(&str, Vec<String>); 6] = [
            ("new", named(&self.added)),
            ("changed", changes(&self.changes)),
            ("clashes, in which ours was kept", changes(&self.clashes)),
            ("gone from the source, kept and marked unless checked", gone.collect()),
            ("there again", named(&self.back)),
            ("kept as they are, because their row was rejected", named(&self.unreadable)),
        ];
        writeln!(f, "{:>8} records as they were", self.same)?;
        for (what, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
            writeln!(f, "{:>8} {what}", lines.len())?;
            for line in lines {
                writeln!(f, "           {line}")?;
            }
        }
        Ok(())
    }
}
