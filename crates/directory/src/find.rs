//! From what is typed to who can help: the place that it means, and the entries in the order in which they are shown.
//!
//! A person's own council pays for one drug and alcohol service, and that one comes first however far away it is; the
//! nearest is often another council's, which would turn them away.

mod cut;
mod filter;
mod order;
mod spots;
mod town;

use std::cell::OnceCell;

use crate::{
    Authority, Date, Freshness, Kind, Missing, Moment, Outcode, Point, Postcode, PostcodeFault, Postcodes, Sector,
    Spread, Typed,
    hours::Status,
    listing::{Listing, Listings},
    search::{Field, Index, words},
};

pub use cut::{Cut, cut};
pub use filter::{Choice, Filter};
pub use order::NEAREST;
use order::of_place;
pub use spots::REACH;
use spots::Spots;
use town::Town;

/// Everything that is searched, made once the data has arrived.
pub struct Finder {
    listings: Listings,
    postcodes: Postcodes,
    // Made when they are first needed: a postcode is found without them, and to make them takes longer than all the rest.
    index: OnceCell<Index>,
    towns: OnceCell<Vec<Town>>,
    spots: Spots,
}

/// What was typed, as it is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    Nothing,
    /// A place.
    Place(Place),
    /// A postcode of somewhere else.
    Elsewhere,
    /// Something that begins like a postcode and is none.
    NotAPostcode(PostcodeFault),
    /// Words to look for in names, towns and addresses.
    Words,
}

/// A place that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What was typed.
    pub what: What,
    /// Its point, or the middle of it.
    pub point: Point,
    /// The local authorities that it is in, the one with most of it first. Several where only part of a postcode or a town
    /// was typed: then nobody can say which council is the person's.
    pub authorities: Vec<Authority>,
}

/// What a place was named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A whole postcode that is known.
    Postcode(Postcode),
    /// A whole postcode that is not known, though its neighbours are: they stand for it.
    Around(Postcode),
    /// A sector.
    Sector(Sector),
    /// An outcode.
    Outcode(Outcode),
    /// A town, by its place in the list of towns.
    Town(usize),
    /// A point of the device.
    Here,
}

/// An entry that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Which, by its place among the listings.
    pub entry: u32,
    /// How far it is in a straight line, in metres; none for what has no place, or when no place was asked for.
    pub metres: Option<u32>,
    /// Is it there for people of the council asked for?
    pub own: bool,
    /// Was it found by a name that it had before?
    pub by_former_name: bool,
}

/// What there is for what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was understood.
    pub asked: Asked,
    /// Every entry that fits, in the order in which they are shown.
    pub found: Vec<Shown>,
    /// Was a slip in a word forgiven?
    pub despite_slip: bool,
}

impl Finder {
    /// A finder over these entries and postcodes.
    pub fn new(mut listings: Listings, postcodes: Postcodes) -> Finder {
        // A service that was written down by hand has a postcode and no point.
        for entry in listings.entries.iter_mut().filter(|entry| entry.point.is_none()) {
            let found = entry.postcode.and_then(|postcode| postcodes.find(postcode).ok());
            entry.point = found.map(|found| found.point);
        }
        let spots = Spots::of(&listings);
        Finder { listings, postcodes, index: OnceCell::new(), towns: OnceCell::new(), spots }
    }

    /// The entries.
    pub fn listings(&self) -> &Listings {
        &self.listings
    }

    /// Makes what the first search by a name or a town would have to wait for. A page does so when nobody waits.
    pub fn get_ready(&self) {
        self.index();
        self.towns();
    }

    /// The words of the entries.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(texts(&self.listings)))
    }

    /// The postcodes.
    pub fn postcodes(&self) -> &Postcodes {
        &self.postcodes
    }

    /// The name of a town.
    pub fn town(&self, place: usize) -> &str {
        self.towns().get(place).map_or("", |town| &town.name)
    }

    /// The towns that lie in one of these local authorities first of all, or all of them if none is named: name and middle,
    /// those with most entries first.
    pub fn towns_of(&self, authorities: &[Authority]) -> impl Iterator<Item = (&str, Point)> {
        let there = |town: &&Town| {
            authorities.is_empty() || town.authorities.first().is_some_and(|first| authorities.contains(first))
        };
        self.towns().iter().filter(there).map(|town| (town.name.as_str(), town.point))
    }

    /// The answer to what is typed. Without a day nothing is put behind others for being old.
    pub fn find(&self, typed: &str, today: Option<Date>) -> Answer {
        let asked = self.understand(typed);
        match &asked {
            Asked::Place(place) => self.at(place.clone(), today),
            Asked::Words => self.named(typed, today),
            Asked::Elsewhere => self.elsewhere(),
            _ => Answer { asked, found: Vec::new(), despite_slip: false },
        }
    }

    /// The answer for the device's own place. None of it is kept.
    pub fn here(&self, point: Point, today: Option<Date>) -> Answer {
        match self.postcodes.nearest(point) {
            // A few miles off every postcode we have is somewhere else.
            Ok(Some((_, found))) if found.point.metres_to(point) < 2_000 => {
                self.at(Place { what: What::Here, point, authorities: vec![found.authority] }, today)
            }
            _ => self.elsewhere(),
        }
    }

    /// What helps people of everywhere: the lines to call.
    fn elsewhere(&self) -> Answer {
        let found = order::of_everywhere(&self.listings);
        Answer { asked: Asked::Elsewhere, found, despite_slip: false }
    }

    /// The entries of an answer that fit a filter, in their order. Without a moment nothing is known to be open.
    pub fn filtered(&self, answer: &Answer, filter: &Filter, now: Option<Moment>) -> Vec<Shown> {
        let passes =
            |shown: &&Shown| self.entry(shown).is_some_and(|entry| filter.passes(entry, self.is_open(entry, now)));
        answer.found.iter().filter(passes).copied().collect()
    }

    /// How many entries of an answer there would be with each of these choices ticked on top of a filter.
    pub fn counts(&self, answer: &Answer, filter: &Filter, choices: &[Choice], now: Option<Moment>) -> Vec<usize> {
        let mut counts = vec![0; choices.len()];
        for entry in answer.found.iter().filter_map(|shown| self.entry(shown)) {
            let open = self.is_open(entry, now);
            for (count, choice) in counts.iter_mut().zip(choices) {
                *count += usize::from(filter.would_pass(*choice, entry, open));
            }
        }
        counts
    }

    /// The entry that is shown.
    pub fn entry(&self, shown: &Shown) -> Option<&Listing> {
        self.listings.entries.get(shown.entry as usize)
    }

    /// What its hours say of a moment. Hours that were not checked recently say nothing.
    pub fn status(&self, entry: &Listing, now: Moment) -> Status {
        let recent = self.listings.freshness(entry, now.date()) == Freshness::Recent;
        entry.hours.status(now, &self.listings.holidays, recent)
    }

    fn towns(&self) -> &[Town] {
        self.towns.get_or_init(|| town::towns(&self.listings, &self.postcodes))
    }

    fn is_open(&self, entry: &Listing, now: Option<Moment>) -> bool {
        now.is_some_and(|now| self.status(entry, now).open_now())
    }

    fn named(&self, typed: &str, today: Option<Date>) -> Answer {
        let hits = self.index().find(typed, self.listings.entries.len());
        let found = order::of_words(&self.listings, &hits.hits, today);
        // What looks like a postcode gets told what one looks like, unless it is a word that is there.
        let asked = match Typed::read(typed) {
            Err(fault) if found.is_empty() && begins_like_a_postcode(typed) => Asked::NotAPostcode(fault),
            _ => Asked::Words,
        };
        Answer { asked, found, despite_slip: hits.despite_slip }
    }

    /// The answer for a place.
    pub fn at(&self, place: Place, today: Option<Date>) -> Answer {
        let found = of_place(&self.listings, &self.spots, &place, today);
        Answer { asked: Asked::Place(place), found, despite_slip: false }
    }

    fn town_named(&self, name: &str) -> Option<Place> {
        let (what, town) = self.towns().iter().enumerate().find(|(_, town)| town.words == name)?;
        Some(Place { what: What::Town(what), point: town.point, authorities: town.authorities.clone() })
    }

    fn understand(&self, typed: &str) -> Asked {
        let folded = words(typed);
        if folded.is_empty() {
            return Asked::Nothing;
        }
        let spread = |what, spread: Spread| Place { what, point: spread.middle, authorities: spread.authorities };
        let found = match Typed::read(typed) {
            Ok(Typed::Postcode(postcode)) => match self.postcodes.find(postcode) {
                Ok(found) => {
                    let (what, authorities) = (What::Postcode(postcode), vec![found.authority]);
                    Ok(Place { what, point: found.point, authorities })
                }
                Err(Missing::Outcode) => Err(Missing::Outcode),
                Err(_) => self.postcodes.around(postcode).map(|around| spread(What::Around(postcode), around)),
            },
            // A postcode in the middle of being typed is the sector that it will be in.
            Ok(Typed::Sector(sector)) | Err(PostcodeFault::Unfinished(sector)) => {
                self.postcodes.sector(sector).map(|found| spread(What::Sector(sector), found))
            }
            Ok(Typed::Outcode(outcode)) => {
                self.postcodes.outcode(outcode).map(|found| spread(What::Outcode(outcode), found))
            }
            Err(_) => return self.town_named(&folded.join(" ")).map_or(Asked::Words, Asked::Place),
        };
        match found {
            Ok(place) => Asked::Place(place),
            Err(_) => Asked::Elsewhere,
        }
    }
}

/// What is searched: an entry by its place, in which field of it, and the words there.
fn texts(listings: &Listings) -> impl Iterator<Item = (u32, Field, &str)> {
    listings.entries.iter().zip(0..).flat_map(|(entry, place)| {
        let named = [
            (Field::Name, &entry.name),
            (Field::Name, &entry.branch_of),
            (Field::Town, &entry.town),
            (Field::Organization, &entry.run_by),
            (Field::Address, &entry.address),
        ];
        let former = entry.former_names.iter().map(|name| (Field::FormerName, name));
        named.into_iter().chain(former).map(move |(field, text)| (place, field, text.as_str()))
    })
}

/// One or two letters, then a digit: as postcodes begin, and hardly a name.
fn begins_like_a_postcode(typed: &str) -> bool {
    let mut letters = typed.trim().chars().take(3).skip_while(char::is_ascii_alphabetic);
    let digit = letters.next().is_some_and(|letter| letter.is_ascii_digit());
    digit && typed.trim().starts_with(|first: char| first.is_ascii_alphabetic())
}

/// The order of kinds in an answer.
pub const KINDS: [Kind; 9] = [
    Kind::DrugAndAlcohol,
    Kind::YoungPeople,
    Kind::Family,
    Kind::MutualAid,
    Kind::Pharmacy,
    Kind::Gp,
    Kind::Housing,
    Kind::Work,
    Kind::Crisis,
];
