use super::{
    KINDS, Place, Shown,
    spots::{REACH, Spots},
};
use crate::{
    Date, Freshness, Kind,
    listing::{Listing, Listings},
    search::Hit,
};

/// So many of each kind are a place's however far they are: the nearest pharmacy of a village may be far away.
pub const NEAREST: usize = 5;

/// The entries for people of a place: kind by kind, those of their own council first, then what was checked in the last
/// half year, then the nearest.
///
/// What has no place, such as a line to call, has no distance and stands before what has one. What is there for people of
/// other councils alone is left out, and so is what is beyond [`REACH`].
pub fn of_place(listings: &Listings, spots: &Spots, place: &Place, today: Option<Date>) -> Vec<Shown> {
    let key = |number: u32, own: bool| {
        let spot = spots.get(number);
        let metres = spot.and_then(|spot| spot.point).map_or(0, |point| point.metres_to(place.point));
        let entry = listings.entries.get(number as usize);
        let old = entry.is_some_and(|entry| is_old(listings, entry, today));
        key(spot.map_or(KINDS.len(), |spot| spot.rank), !own, old, metres, number as usize)
    };
    let mut keys: Vec<u64> = spots.own(listings, place).map(|number| key(number, true)).collect();
    keys.extend(spots.nowhere().chain(spots.near(place.point)).map(|number| key(number, false)));
    for rank in 0..KINDS.len() {
        let near = keys.iter().filter(|key| rank_of(**key) == rank as u64 && metres_of(**key) <= REACH).take(NEAREST);
        if near.count() < NEAREST {
            keys.extend(spots.far(rank, place.point).map(|number| key(number, false)));
        }
    }
    keys.sort_unstable();
    let (mut kind, mut of_kind) = (u64::MAX, 0);
    keys.retain(|key| {
        of_kind = if kind == rank_of(*key) { of_kind + 1 } else { 1 };
        kind = rank_of(*key);
        is_own_of(*key) || metres_of(*key) <= REACH || of_kind <= NEAREST
    });
    let shown = |key: u64| {
        let entry = number_of(key);
        let has_place = spots.get(entry).is_some_and(|spot| spot.point.is_some());
        Shown { entry, metres: has_place.then(|| metres_of(key)), own: is_own_of(key), by_former_name: false }
    };
    keys.into_iter().map(shown).collect()
}

/// What is there for everyone wherever they are, kind by kind: it asks for no council, and it is at no place.
pub fn of_everywhere(listings: &Listings) -> Vec<Shown> {
    let everywhere = listings.entries.iter().enumerate().filter(|(_, entry)| {
        entry.serves.is_empty() && entry.point.is_none() && entry.address.is_empty() && entry.postcode.is_none()
    });
    let mut keys: Vec<u64> = everywhere.map(|(number, entry)| key(rank(entry.kind), true, false, 0, number)).collect();
    keys.sort_unstable();
    let shown = |key| Shown { entry: number_of(key), metres: None, own: false, by_former_name: false };
    keys.into_iter().map(shown).collect()
}

/// The entries of these hits of a search by words: drug and alcohol services first, because who types "Swanswell" looks for
/// the service that had that name before a surgery that has it; then what fits best, and of that what is not old.
pub fn of_words(listings: &Listings, hits: &[Hit], today: Option<Date>) -> Vec<Shown> {
    let mut keys: Vec<u64> = Vec::new();
    for (place, hit) in hits.iter().enumerate() {
        let Some(entry) = listings.entries.get(hit.entry as usize) else { continue };
        let other = usize::from(entry.kind != Kind::DrugAndAlcohol);
        let worse = u32::from(u16::MAX - hit.score) * 2 + u32::from(is_old(listings, entry, today));
        keys.push(key(other, true, false, worse, place));
    }
    keys.sort_unstable();
    let hit = |key: u64| hits.get(number_of(key) as usize);
    let shown = |hit: &Hit| Shown { entry: hit.entry, metres: None, own: false, by_former_name: hit.by_former_name };
    keys.into_iter().filter_map(hit).map(shown).collect()
}

// A key is one number, so that one sort of numbers serves every order: rank, another council's or nobody's, too old a
// fact, metres, place in the list, from the highest bit down.
const NUMBER_BITS: u32 = 20;
const METRES_BITS: u32 = 21;

/// A key. England's grid is less than 2^21 metres across, and no file has 2^20 entries.
fn key(rank: usize, not_own: bool, old: bool, metres: u32, number: usize) -> u64 {
    let rank = rank as u64;
    let flags = u64::from(not_own) << 1 | u64::from(old);
    let number = (number as u64).min((1 << NUMBER_BITS) - 1);
    ((rank << 2 | flags) << METRES_BITS | u64::from(metres)) << NUMBER_BITS | number
}

fn number_of(key: u64) -> u32 {
    (key & ((1 << NUMBER_BITS) - 1)) as u32
}

fn metres_of(key: u64) -> u32 {
    ((key >> NUMBER_BITS) & ((1 << METRES_BITS) - 1)) as u32
}

fn is_own_of(key: u64) -> bool {
    key >> (NUMBER_BITS + METRES_BITS + 1) & 1 == 0
}

fn rank_of(key: u64) -> u64 {
    key >> (NUMBER_BITS + METRES_BITS + 2)
}

fn is_old(listings: &Listings, entry: &Listing, today: Option<Date>) -> bool {
    today.is_some_and(|today| listings.freshness(entry, today) == Freshness::Old)
}

/// The place of a kind in an answer.
pub fn rank(kind: Kind) -> usize {
    KINDS.iter().position(|other| *other == kind).unwrap_or(KINDS.len())
}
