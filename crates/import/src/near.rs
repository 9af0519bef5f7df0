//! Which area a place belongs to, or is near to.

use std::collections::HashMap;

use directory::{Authority, Point};

/// How far from an area a place still counts, in metres: from the nearest postcode of someone who lives there.
pub const NEAR: u32 = 8_000;

/// A side of the squares that points are sorted into.
const SQUARE: u32 = 2_000;

/// The areas, and where people live in them.
#[derive(Debug, Default)]
pub struct Areas {
    areas: Vec<Area>,
}

#[derive(Debug)]
struct Area {
    id: String,
    authorities: Vec<Authority>,
    squares: HashMap<(u32, u32), Vec<Point>>,
}

/// Where a place stands to the areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Belongs<'a> {
    /// The area's id.
    pub area: &'a str,
    /// It is outside the area, though near. Of several areas the nearest is meant.
    pub nearby: bool,
}

impl Areas {
    /// Adds an area with its local authorities. Its people come with [`Areas::add_home`].
    pub fn add(&mut self, id: impl Into<String>, authorities: Vec<Authority>) {
        self.areas.push(Area { id: id.into(), authorities, squares: HashMap::new() });
    }

    /// The local authorities of all areas.
    pub fn authorities(&self) -> Vec<Authority> {
        self.areas.iter().flat_map(|area| area.authorities.iter().copied()).collect()
    }

    /// Adds a postcode's point to the area that its authority is in; to none if it is in none.
    pub fn add_home(&mut self, authority: Authority, point: Point) {
        if let Some(area) = self.areas.iter_mut().find(|area| area.authorities.contains(&authority)) {
            area.squares.entry(square(point)).or_default().push(point);
        }
    }

    /// The area that a place is in, or else the nearest that it is near to; none further than [`NEAR`] from them all.
    pub fn belongs(&self, authority: Authority, point: Point) -> Option<Belongs<'_>> {
        if let Some(area) = self.areas.iter().find(|area| area.authorities.contains(&authority)) {
            return Some(Belongs { area: &area.id, nearby: false });
        }
        let near = self.areas.iter().filter_map(|area| Some((area.metres_to(point)?, area.id.as_str())));
        let (_, area) = near.min()?;
        Some(Belongs { area, nearby: true })
    }
}

impl Area {
    /// The metres to its nearest postcode; none if that is further than [`NEAR`].
    fn metres_to(&self, point: Point) -> Option<u32> {
        let (east, north) = square(point);
        let reach = NEAR.div_ceil(SQUARE);
        let range = |middle: u32| middle.saturating_sub(reach)..=middle.saturating_add(reach);
        let squares = range(east).flat_map(|east| range(north).map(move |north| (east, north)));
        let points = squares.filter_map(|square| self.squares.get(&square)).flatten();
        points.map(|home| home.metres_to(point)).min().filter(|metres| *metres <= NEAR)
    }
}

fn square(point: Point) -> (u32, u32) {
    (point.easting() / SQUARE, point.northing() / SQUARE)
}
