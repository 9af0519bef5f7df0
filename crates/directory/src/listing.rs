//! What the browser knows of an entry, and how all entries travel to it: one file, fetched only where people look for help.

mod file;
mod of;

pub use file::Unreadable;

use crate::{
    Access, Activity, Authority, Cost, Date, Freshness, Kind, Language, Offer, Outline, Point, Postcode, Referral, Way,
    Who,
    hours::{Holiday, Schedule},
};

/// Entries, and what has to be known to show them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listings {
    /// Where they are from.
    pub sources: Vec<ListedSource>,
    /// The entries.
    pub entries: Vec<Listing>,
    /// Days on which hours may differ.
    pub holidays: Vec<Holiday>,
    /// The edges of the areas' local authorities, for the map.
    pub outlines: Vec<Outline>,
}

impl Listings {
    /// The day on which an entry was last known to be so: when a person checked it, else the day its source speaks of.
    pub fn last_known(&self, entry: &Listing) -> Option<Date> {
        entry.checked.or_else(|| self.sources.get(entry.source as usize).map(|source| source.as_at))
    }

    /// How fresh an entry is on a day. One whose age nobody knows is old.
    pub fn freshness(&self, entry: &Listing, today: Date) -> Freshness {
        self.last_known(entry).map_or(Freshness::Old, |last| Freshness::of(last, today))
    }
}

/// An entry as it is found and shown. A branch of a service is one of its own.
///
/// Texts are empty, and lists too, where nobody has said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Unique in the file, and part of an address: `m82025`.
    pub id: String,
    /// The area that has a page of it, by its place in the list of areas; none for what is only near an area, and for lines.
    pub area: Option<u32>,
    /// What it is, first of all.
    pub kind: Kind,
    /// What it calls itself today.
    pub name: String,
    /// The service that it is a branch of; empty if it is none.
    pub branch_of: String,
    /// Names it had before.
    pub former_names: Vec<String>,
    /// Who runs it, if that is another name.
    pub run_by: String,
    /// What it does and how to go.
    pub about: String,
    /// What to know when a detail is missing or may be old.
    pub caution: String,
    /// Who it is for, in a sentence.
    pub who_for: String,
    /// What happens at a first visit.
    pub first_visit: String,
    /// Building and street.
    pub address: String,
    /// Town.
    pub town: String,
    /// Postcode.
    pub postcode: Option<Postcode>,
    /// Where it is. None for what has no place, such as a line to call.
    pub point: Option<Point>,
    /// Local authorities whose residents it serves; empty if it does not ask.
    pub serves: Vec<Authority>,
    /// The number to call first.
    pub phone: String,
    /// Its own page.
    pub website: String,
    /// What it does, term by term.
    pub does: Offer<Activity>,
    /// What its place has, term by term.
    pub access: Offer<Access>,
    /// Who it is for, as terms.
    pub who: Vec<Who>,
    /// How to go there.
    pub how: Vec<Referral>,
    /// Where help is given.
    pub ways: Vec<Way>,
    /// Languages besides English.
    pub languages: Vec<Language>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// When it is open.
    pub hours: Schedule,
    /// Which of the file's sources its facts are from.
    pub source: u32,
    /// The day on which a person compared it with the service itself; none if nobody has.
    pub checked: Option<Date>,
}

/// Where entries are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSource {
    /// The publisher and document.
    pub name: String,
    /// The day that its facts speak of.
    pub as_at: Date,
    /// Too old or too indirect to be taken as fact.
    pub lead: bool,
}
