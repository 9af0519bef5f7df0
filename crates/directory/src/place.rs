//! A point on the ground, and how far it is from another.

use core::fmt;

mod degrees;

pub use degrees::Degrees;

/// A point on the British National Grid (OSGB36): whole metres east and north of its origin.
///
/// The grid is flat, so a distance is Pythagoras, with no sine in it. Its scale is off by at most 0.04 % of a
/// distance on the ground in England, which is nothing in tenths of a mile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    easting: u32,
    northing: u32,
}

impl Point {
    /// Metres east that the grid reaches.
    pub const EAST: u32 = 700_000;
    /// Metres north that the grid reaches.
    pub const NORTH: u32 = 1_300_000;

    /// The point so many metres east and north of the grid's origin; none outside the grid.
    pub fn new(easting: u32, northing: u32) -> Option<Point> {
        (easting < Point::EAST && northing < Point::NORTH).then_some(Point { easting, northing })
    }

    /// Metres east, below [`Point::EAST`].
    pub fn easting(self) -> u32 {
        self.easting
    }

    /// Metres north, below [`Point::NORTH`].
    pub fn northing(self) -> u32 {
        self.northing
    }

    /// How far it is in a straight line, in whole metres, rounded down.
    pub fn metres_to(self, other: Point) -> u32 {
        let (east, north) = (self.easting.abs_diff(other.easting), self.northing.abs_diff(other.northing));
        let square = u64::from(east) * u64::from(east) + u64::from(north) * u64::from(north);
        // At most the grid's diagonal, 1,476,482 metres: its square and all smaller ones are exact as fractions, and so is the
        // whole part of their roots.
        (square as f64).sqrt() as u32
    }
}

/// A distance as people read it: tenths of a mile below ten miles, whole miles from there, and nothing nearer than a
/// tenth. Which words stand around the number ("under", "miles", "straight line") is for the content to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Miles {
    tenths: u32,
}

impl Miles {
    /// Rounded to the nearest tenth, half up; from ten miles to the nearest mile. A mile is 1,609.344 metres.
    pub fn from_metres(metres: u32) -> Miles {
        let exact = u64::from(metres) * 10_000;
        let tenths = (exact + 804_672) / 1_609_344;
        let tenths = match tenths {
            // Below a tenth, even if a tenth is the nearest.
            _ if exact < 1_609_344 => 0,
            0..100 => tenths,
            _ => (exact + 8_046_720) / 16_093_440 * 10,
        };
        Miles { tenths: tenths as u32 }
    }

    /// Less than a tenth of a mile: "under 0.1 miles". The number written is then the 0.1.
    pub fn is_under(self) -> bool {
        self.tenths == 0
    }

    /// Exactly what is written as 1, so that it can be "1 mile".
    pub fn is_one(self) -> bool {
        self.tenths == 10
    }
}

/// Only the number: "0.3", "1", "12"; and "0.1" for what is under it.
impl fmt::Display for Miles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.tenths.max(1);
        fmt::Display::fmt(&(tenths / 10), f)?;
        if tenths.is_multiple_of(10) {
            return Ok(());
        }
        f.write_str(".")?;
        fmt::Display::fmt(&(tenths % 10), f)
    }
}
