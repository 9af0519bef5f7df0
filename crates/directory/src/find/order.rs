use super::{KINDS, Place, Shown};
use crate::{
    Kind,
    listing::{Listing, Listings},
};

/// The entries for people of a place: kind by kind, those of their own council first, then the nearest. At most `most` of
/// each kind; and how many there are in all.
///
/// What has no place, such as a line to call, has no distance and stands before what has one. What is there for people of
/// other councils alone is left out.
pub fn of_place(listings: &Listings, place: &Place, most: usize) -> (Vec<Shown>, usize) {
    let mut found: Vec<(Key, Shown)> = Vec::new();
    for (entry, listing) in listings.entries.iter().zip(0..) {
        let own = entry.serves.iter().any(|authority| place.authorities.contains(authority));
        if !own && !entry.serves.is_empty() {
            continue;
        }
        let metres = entry.point.map(|point| point.metres_to(place.point));
        let shown = Shown { entry: listing, metres, own, by_former_name: false };
        found.push(((kind(entry), !own, demoted(listings, entry), metres.unwrap_or(0), listing), shown));
    }
    found.sort_unstable_by_key(|(key, _)| *key);
    let all = found.len();
    let mut of_kind = (usize::MAX, 0);
    found.retain(|((kind, ..), _)| {
        of_kind = if of_kind.0 == *kind { (*kind, of_kind.1 + 1) } else { (*kind, 1) };
        of_kind.1 <= most
    });
    (found.into_iter().map(|(_, shown)| shown).collect(), all)
}

/// Kind, another council's or nobody's, too old a fact, metres, place in the list.
type Key = (usize, bool, bool, u32, u32);

fn kind(entry: &Listing) -> usize {
    let place = |kind: Kind| KINDS.iter().position(|other| *other == kind);
    place(entry.kind).unwrap_or(KINDS.len())
}

/// What is only a lead comes after what is a fact.
fn demoted(listings: &Listings, entry: &Listing) -> bool {
    listings.sources.get(entry.source as usize).is_some_and(|source| source.lead)
}
