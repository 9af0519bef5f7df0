//! A small map: what part of the ground it shows, and where on it outlines, pins and names stand. All in whole numbers.
//!
//! A map is drawn on 1,000 units across, whatever its size on the screen: on a phone of 320 px a unit is a third of a
//! pixel, so a pin that a finger can hit is 80 units wide.

mod labels;
mod land;
mod pins;
mod scale;

pub use labels::{Label, MOST_TOWNS, TEXT_HEIGHT};
pub use pins::{PIN_HEIGHT, Pin};
pub use scale::Scale;

use crate::{Outline, Point, median::median};

/// How many units every map is wide.
pub const WIDTH: i32 = 1_000;
/// The fewest and the most units that a map is high.
const HEIGHTS: (i64, i64) = (640, 1_000);
/// How far points stay from the edge: a pin on one of them is whole.
const MARGIN: i64 = 60;
/// The least that a map is wide on the ground, in metres: one pin alone still has streets around it.
const LEAST: i64 = 1_500;

/// The part of the ground that a map shows, north up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The middle, in metres east and north.
    middle: (i64, i64),
    /// How many metres the map is wide; at least [`LEAST`].
    metres: i64,
    height: i64,
}

impl View {
    /// The smallest view that shows all of these points; none if there are none.
    pub fn of(points: impl IntoIterator<Item = Point>) -> Option<View> {
        let mut edges: Option<[i64; 4]> = None;
        for point in points {
            let (east, north) = (i64::from(point.easting()), i64::from(point.northing()));
            edges = Some(match edges {
                None => [east, east, north, north],
                Some([west, to, south, top]) => [west.min(east), to.max(east), south.min(north), top.max(north)],
            });
        }
        let [west, east, south, north] = edges?;
        let (wide, high) = ((east - west).max(1), (north - south).max(1));
        let inner = i64::from(WIDTH) - 2 * MARGIN;
        // As high as the points ask for, as long as a map on a phone leaves room for the list.
        let metres_across = wide.max(LEAST * inner / i64::from(WIDTH));
        let height = (high * inner / metres_across + 2 * MARGIN).clamp(HEIGHTS.0, HEIGHTS.1);
        let across = |metres: i64, units: i64| (metres * i64::from(WIDTH)).div_euclid(units) + 1;
        let metres = LEAST.max(across(wide, inner)).max(across(high, height - 2 * MARGIN));
        Some(View { middle: ((west + east) / 2, (south + north) / 2), metres, height })
    }

    /// The view of all that these outlines enclose, and of these points where they lie outside.
    pub fn of_outlines<'a>(
        outlines: impl IntoIterator<Item = &'a Outline>,
        points: impl IntoIterator<Item = Point>,
    ) -> Option<View> {
        let edges = outlines.into_iter().flat_map(|outline| outline.rings.iter().flatten().copied());
        View::of(edges.chain(points))
    }

    /// A closer view: of a person's place and the points around it. The council's own service can be thirty miles off,
    /// and then the surgeries round the corner would all be one pin; so what is much farther than half of the points
    /// are is left out. Without a place it is a view of all points.
    pub fn near(place: Option<Point>, points: &[Point]) -> Option<View> {
        let Some(place) = place else { return View::of(points.iter().copied()) };
        let far = points.iter().map(|point| point.metres_to(place));
        let reach = median(far).map_or(0, |middle| middle.saturating_mul(2)).max(2_000);
        View::of(points.iter().copied().filter(|point| point.metres_to(place) <= reach).chain([place]))
    }

    /// How many units the map is high.
    pub fn height(self) -> i32 {
        self.height as i32
    }

    /// Where a point is on the map, from its top left. It may be far outside.
    pub fn project(self, point: Point) -> (i32, i32) {
        let units = |metres: i64| (metres * i64::from(WIDTH)).div_euclid(self.metres);
        let east = units(i64::from(point.easting()) - self.middle.0);
        let south = units(self.middle.1 - i64::from(point.northing()));
        // At most 1,300 km at a thousand units for 1.5 km: far from what 32 bits hold.
        ((east + i64::from(WIDTH) / 2) as i32, (south + self.height / 2) as i32)
    }

    /// Is this place on the map?
    fn shows(self, (x, y): (i32, i32)) -> bool {
        (0..=WIDTH).contains(&x) && (0..=self.height()).contains(&y)
    }
}

/// A rectangle that something fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Filled {
    middle: (i32, i32),
    /// Half of its width and of its height.
    half: (i32, i32),
}

impl Filled {
    fn touches(self, other: Filled) -> bool {
        let apart = |one: i32, other: i32, halves: i32| one.abs_diff(other) >= halves.unsigned_abs();
        !(apart(self.middle.0, other.middle.0, self.half.0 + other.half.0)
            || apart(self.middle.1, other.middle.1, self.half.1 + other.half.1))
    }

    /// Moved as little as it takes to be whole on the map; in its middle if it is too large.
    fn within(self, view: View) -> Filled {
        let inside =
            |at: i32, half: i32, most: i32| if 2 * half > most { most / 2 } else { at.clamp(half, most - half) };
        let (x, y) = (inside(self.middle.0, self.half.0, WIDTH), inside(self.middle.1, self.half.1, view.height()));
        Filled { middle: (x, y), ..self }
    }
}
