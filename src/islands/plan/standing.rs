//! How what is typed stands to what is on the device, which another tab or a PIN may change under it.

use super::kept::{Plan, There};
use crate::islands::readable::Unreadable;

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is typed, and nothing kept.
    Blank,
    /// What is typed is kept nowhere.
    Unkept,
    /// It is kept as it is.
    Kept,
    /// It was changed since it was kept.
    Changed,
    /// Another plan is kept, which the person has not seen here: they choose which one stays.
    Other,
    /// What is kept cannot be shown, and stays as it is.
    Unreadable(Unreadable),
}

/// How what is typed stands to what is there; `known` is what was last put into the fields or kept from them.
pub fn standing(typed: &Plan, known: Option<&Plan>, there: &There) -> Standing {
    match there {
        There::Unreadable(why) => Standing::Unreadable(*why),
        There::Nothing if typed.is_empty() => Standing::Blank,
        There::Nothing => Standing::Unkept,
        There::Plan(kept) if kept == typed => Standing::Kept,
        There::Plan(kept) if known == Some(kept) => Standing::Changed,
        There::Plan(_) => Standing::Other,
    }
}

/// Do the fields follow what another tab does? Only if nothing in them would be lost by that.
pub fn follows(typed: &Plan, known: Option<&Plan>) -> bool {
    typed.is_empty() || known == Some(typed)
}

impl Standing {
    /// May the plan be kept by a press?
    pub fn may_keep(self) -> bool {
        matches!(self, Standing::Unkept | Standing::Kept | Standing::Changed)
    }

    /// The key of what is said of it.
    pub fn key(self) -> &'static str {
        match self {
            Standing::Blank => "plan.blank",
            Standing::Unkept => "plan.unkept",
            Standing::Kept => "plan.kept",
            Standing::Changed => "plan.changed",
            Standing::Other => "plan.another",
            Standing::Unreadable(Unreadable::Damaged) => "plan.damaged",
            Standing::Unreadable(Unreadable::TooLong) => "plan.too-long",
            Standing::Unreadable(Unreadable::Newer) => "plan.newer",
        }
    }
}
