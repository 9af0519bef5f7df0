use super::{KINDS, Place, Shown};
use crate::{Date, Freshness, Kind, listing::Listings};

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
        let old = today.is_some_and(|today| listings.freshness(entry, today) == Freshness::Old);
        found.push(((rank(entry.kind), !own, old, metres.unwrap_or(0), listing), shown));
    }
    found.sort_unstable_by_key(|(key, _)| *key);
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
    let shown = |entry| Shown { entry, metres: None, own: false, by_former_name: false };
    let mut found: Vec<(usize, Shown)> = everywhere.map(|(entry, place)| (rank(entry.kind), shown(place))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, shown)| shown).collect()
}

/// Kind, another council's or nobody's, too old a fact, metres, place in the list.
type Key = (usize, bool, bool, u32, u32);

/// The place of a kind in an answer.
pub fn rank(kind: Kind) -> usize {
    KINDS.iter().position(|other| *other == kind).unwrap_or(KINDS.len())
}
