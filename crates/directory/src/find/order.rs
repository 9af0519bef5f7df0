use super::{KINDS, Place, Shown};
use crate::{
    Date, Freshness, Kind,
    listing::{Listing, Listings},
    search::Hit,
};

/// How far an entry may be to be one of a place's, in metres: ten miles.
pub const REACH: u32 = 16_093;

/// So many of each kind are a place's however far they are: the nearest pharmacy of a village may be far away.
pub const NEAREST: usize = 5;

/// The entries for people of a place: kind by kind, those of their own council first, then what was checked in the last
/// half year, then the nearest.
///
/// What has no place, such as a line to call, has no distance and stands before what has one. What is there for people of
/// other councils alone is left out, and so is what is beyond [`REACH`].
pub fn of_place(listings: &Listings, place: &Place, today: Option<Date>) -> Vec<Shown> {
    let mut found: Vec<(Key, Shown)> = Vec::new();
    for (entry, listing) in listings.entries.iter().zip(0..) {
        let own = entry.serves.iter().any(|authority| place.authorities.contains(authority));
        if !own && !entry.serves.is_empty() {
            continue;
        }
        let metres = entry.point.map(|point| point.metres_to(place.point));
        let shown = Shown { entry: listing, metres, own, by_former_name: false };
        let old = is_old(listings, entry, today);
        found.push(((rank(entry.kind), !own, old, metres.unwrap_or(0), listing), shown));
    }
    sort(&mut found);
    let (mut kind, mut of_kind) = (usize::MAX, 0);
    found.retain(|((rank, not_own, _, metres, _), _)| {
        of_kind = if kind == *rank { of_kind + 1 } else { 1 };
        kind = *rank;
        !*not_own || *metres <= REACH || of_kind <= NEAREST
    });
    found.into_iter().map(|(_, shown)| shown).collect()
}

/// What is there for everyone wherever they are, kind by kind: it asks for no council, and it is at no place.
pub fn of_everywhere(listings: &Listings) -> Vec<Shown> {
    let everywhere = listings.entries.iter().zip(0..).filter(|(entry, _)| {
        entry.serves.is_empty() && entry.point.is_none() && entry.address.is_empty() && entry.postcode.is_none()
    });
    in_order(everywhere.map(|(entry, place)| {
        let shown = Shown { entry: place, metres: None, own: false, by_former_name: false };
        ((rank(entry.kind), false, false, 0, place), shown)
    }))
}

/// The entries of these hits of a search by words: drug and alcohol services first, because who types "Swanswell" looks for
/// the service that had that name before a surgery that has it; then what fits best, and of that what is not old.
pub fn of_words(listings: &Listings, hits: &[Hit], today: Option<Date>) -> Vec<Shown> {
    in_order(hits.iter().zip(0..).filter_map(|(hit, place)| {
        let entry = listings.entries.get(hit.entry as usize)?;
        let shown = Shown { entry: hit.entry, metres: None, own: false, by_former_name: hit.by_former_name };
        let worse = usize::from(u16::MAX - hit.score) * 2 + usize::from(is_old(listings, entry, today));
        // The kind weighs more than any score.
        let other = usize::from(entry.kind != Kind::DrugAndAlcohol) << 20;
        Some(((other + worse, false, false, 0, place), shown))
    }))
}

/// One sort for all of them: every other one would bring its code into the program again.
fn in_order(found: impl Iterator<Item = (Key, Shown)>) -> Vec<Shown> {
    let mut found: Vec<(Key, Shown)> = found.collect();
    sort(&mut found);
    found.into_iter().map(|(_, shown)| shown).collect()
}

fn sort(found: &mut [(Key, Shown)]) {
    found.sort_unstable_by_key(|(key, _)| *key);
}

fn is_old(listings: &Listings, entry: &Listing, today: Option<Date>) -> bool {
    today.is_some_and(|today| listings.freshness(entry, today) == Freshness::Old)
}

/// Kind, another council's or nobody's, too old a fact, metres, place in the list.
type Key = (usize, bool, bool, u32, u32);

/// The place of a kind in an answer.
pub fn rank(kind: Kind) -> usize {
    KINDS.iter().position(|other| *other == kind).unwrap_or(KINDS.len())
}
