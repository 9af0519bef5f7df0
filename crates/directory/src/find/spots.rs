use super::{Place, order::rank};
use crate::{
    Point,
    listing::{Listing, Listings},
};

/// How far an entry may be to be one of a place's, in metres: ten miles.
pub const REACH: u32 = 16_093;

/// Where the entries are, so that those near a place are found without looking at all of them.
pub struct Spots {
    spots: Vec<Spot>,
    /// Those at no place, which are as near as anything.
    nowhere: Vec<u32>,
    /// Those for people of some councils only, of which a person's own count however far they are.
    asking: Vec<u32>,
    /// All others in squares of a map: the square's number above, the entry's below, in order.
    squares: Vec<u64>,
    /// The same by the rank of their kind.
    of_rank: Vec<Vec<u32>>,
}

/// What decides whether an entry is near, apart from the entry: many of them fit where one entry would.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    pub point: Option<Point>,
    /// The place of its kind in an answer.
    pub rank: usize,
}

impl Spots {
    /// The spots of all entries.
    pub fn of(listings: &Listings) -> Spots {
        let spot = |entry: &Listing| Spot { point: entry.point, rank: rank(entry.kind) };
        let spots: Vec<Spot> = listings.entries.iter().map(spot).collect();
        let mut made =
            Spots { spots, nowhere: Vec::new(), asking: Vec::new(), squares: Vec::new(), of_rank: Vec::new() };
        for ((entry, spot), number) in listings.entries.iter().zip(&made.spots).zip(0_u32..) {
            match spot.point {
                _ if !entry.serves.is_empty() => made.asking.push(number),
                None => made.nowhere.push(number),
                Some(point) => {
                    made.squares.push(square(across(point.easting()), across(point.northing())) | u64::from(number));
                    if made.of_rank.len() <= spot.rank {
                        made.of_rank.resize_with(spot.rank + 1, Vec::new);
                    }
                    if let Some(of_rank) = made.of_rank.get_mut(spot.rank) {
                        of_rank.push(number);
                    }
                }
            }
        }
        made.squares.sort_unstable();
        made
    }

    /// The spot of an entry.
    pub fn get(&self, number: u32) -> Option<&Spot> {
        self.spots.get(number as usize)
    }

    /// Those that serve a council of the place.
    pub fn own<'a>(&'a self, listings: &'a Listings, place: &'a Place) -> impl Iterator<Item = u32> + 'a {
        let serves = |number: u32| listings.entries.get(number as usize).map_or(&[][..], |entry| &entry.serves);
        let is_own = move |number: &u32| serves(*number).iter().any(|council| place.authorities.contains(council));
        self.asking.iter().copied().filter(is_own)
    }

    /// Those at no place.
    pub fn nowhere(&self) -> impl Iterator<Item = u32> {
        self.nowhere.iter().copied()
    }

    /// All others within [`REACH`].
    pub fn near(&self, place: Point) -> impl Iterator<Item = u32> {
        let (east, north) = (place.easting(), place.northing());
        let (west, east) = (across(east.saturating_sub(REACH)), across(east + REACH));
        let rows = across(north.saturating_sub(REACH))..=across(north + REACH);
        let row = move |row| {
            let place_of = |square: u64| self.squares.partition_point(|known| *known < square);
            let (first, end) = (place_of(square(west, row)), place_of(square(east + 1, row)));
            self.squares.get(first..end).unwrap_or_default()
        };
        let all = rows.flat_map(row).map(|square| *square as u32);
        all.filter(move |number| self.point_of(*number).is_some_and(|point| is_near(point, place)))
    }

    /// Those further away, of a kind by its rank.
    pub fn far(&self, rank: usize, place: Point) -> impl Iterator<Item = u32> {
        let of_rank = self.of_rank.get(rank).map_or(&[][..], Vec::as_slice);
        of_rank.iter().copied().filter(move |number| !self.point_of(*number).is_some_and(|point| is_near(point, place)))
    }

    fn point_of(&self, number: u32) -> Option<Point> {
        self.get(number)?.point
    }
}

/// Within [`REACH`], without a root: whole metres are rounded down.
fn is_near(one: Point, other: Point) -> bool {
    let square = |one: u32, other: u32| u64::from(one.abs_diff(other)).pow(2);
    let beyond = u64::from(REACH + 1).pow(2);
    square(one.easting(), other.easting()) + square(one.northing(), other.northing()) < beyond
}

/// A square is 8,192 metres wide, about half of [`REACH`]: few squares, and little in them that is not near.
fn across(metres: u32) -> u32 {
    metres >> 13
}

/// A square's number, row by row, with room for an entry's below it. England's grid is 86 squares wide.
fn square(east: u32, north: u32) -> u64 {
    u64::from(north << 8 | east) << 32
}
