//! Closed lists: the terms that records are made of, each with an id that files, addresses and word keys use.
//!
//! What a term is called by people belongs to content, under the list's name and the term's id
//! (`does.needle-exchange`). A term may be added at the end of its list; none is ever renamed or moved, since compiled
//! files hold its number.

mod lists;
mod offer;

pub use lists::{Access, Activity, Cost, Kind, Referral, Status, Way, Who};
pub use offer::{Known, Offer};

/// A closed list of terms.
pub trait Term: Copy + Eq + Ord + 'static {
    /// The list's own name, as files and word keys have it: `does`, `kind`.
    const LIST: &'static str;
    /// Every term, in the order of their numbers. At most 32.
    const ALL: &'static [Self];

    /// The term as files and word keys have it: kebab-case, and never changed.
    fn id(self) -> &'static str;

    /// Its place in the list, for compiled files.
    fn number(self) -> u8;

    /// The term with this id; none if the list has no such term.
    fn read(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.id() == id)
    }

    /// The term with this number; none beyond the list.
    fn at(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}
