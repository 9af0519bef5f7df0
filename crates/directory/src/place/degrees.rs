//! From the latitude and longitude that a browser gives to the grid, and back.
//!
//! The proper way is long: the seven-parameter shift from WGS84 to the Airy 1830 ellipsoid and the transverse Mercator
//! projection, as Ordnance Survey's "A guide to coordinate systems in Great Britain" has them, all sines and roots.
//! Over England and Wales the whole way is nearly straight, so it is a polynomial here, in whole numbers: no sine in
//! the program, and the same result everywhere. It stays within 1.1 m of the long way (`tests/postcodes.rs` computes it
//! in full), and that is within 5 m of the exact transformation (OSTN15) at Ordnance Survey's own test points.

use super::Point;

/// A place in degrees of WGS84, in millionths: `52_708_000` is 52.708° north. A millionth is 11 cm or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Degrees {
    /// Millionths of a degree north.
    pub latitude: i32,
    /// Millionths of a degree east; west is negative.
    pub longitude: i32,
}

impl Degrees {
    /// From degrees as a browser gives them. Infinite or absurd numbers become some place that is on no grid.
    pub fn from_degrees(latitude: f64, longitude: f64) -> Degrees {
        // `f64::round` would bring code of its own; half a millionth towards the sign and a cast do the same.
        let millionths = |degrees: f64| (degrees * 1e6 + 0.5_f64.copysign(degrees)) as i32;
        Degrees { latitude: millionths(latitude), longitude: millionths(longitude) }
    }

    /// The point on the grid; none unless it is in or near England or Wales (49.8° to 56° north, 6.5° west to 2° east).
    pub fn point(self) -> Option<Point> {
        if !(49_800_000..=56_000_000).contains(&self.latitude) || !(-6_500_000..=2_000_000).contains(&self.longitude) {
            return None;
        }
        let (north, east) = (i64::from(self.latitude) - 52_900_000, i64::from(self.longitude) + 2_250_000);
        let metres = |rows| u32::try_from(polynomial::<22>(rows, north, east)).ok();
        Point::new(metres(&EASTING)?, metres(&NORTHING)?)
    }
}

impl Point {
    /// The point in degrees of WGS84; none north of 670 km (55.9°), where this is not made for.
    pub fn degrees(self) -> Option<Degrees> {
        if self.northing() > 670_000 {
            return None;
        }
        let (east, north) = (i64::from(self.easting()) - 400_000, i64::from(self.northing()) - 320_000);
        let millionths = |rows| i32::try_from(polynomial::<19>(rows, east, north)).ok();
        Some(Degrees { latitude: millionths(&LATITUDE)?, longitude: millionths(&LONGITUDE)? })
    }
}

/// The sum of every factor times its powers of `u` (the row) and `v` (the place in the row), both in units of 2 to the
/// power of `UNIT`; factors and steps between have 8 bits after the point. Nothing overflows: a step stays below
/// 2^35, and below 2^58 before it is shifted.
fn polynomial<const UNIT: u32>(rows: &[&[i64]], u: i64, v: i64) -> i64 {
    let along = |row: &[i64]| row.iter().rev().fold(0, |sum, factor| ((sum * v) >> UNIT) + factor);
    (rows.iter().rev().fold(0, |sum, row| ((sum * u) >> UNIT) + along(row)) + 128) >> 8
}

// Made by interpolating the long way at 11 by 11 (back: 10 by 10) Chebyshev points, without the powers above the
// fourth (back: fifth). One power fewer is off by up to 13 m (back: 8 m).

const EASTING: [&[i64]; 5] = [
    &[98_119_777, 72_227_320, 3_135, -17_270, 16],
    &[416_127, -6_974_136, 1_323, -7_395],
    &[11_664, -194_635, -200],
    &[-372, 6_200],
    &[-5],
];

const NORTHING: [&[i64]; 5] = [
    &[85_413_630, -251_625, 2_108_576, -268, 1_124],
    &[119_446_119, 10_368, -87_182, 106],
    &[42_360, 2_695, -22_597],
    &[-421, -37],
    &[-55],
];

const LATITUDE: [&[i64]; 6] = [
    &[13_511_061_951, 1_206_550_737, -481_271, 7_811, -4_453, -705],
    &[28_571, 4_764, 518, 65, 8],
    &[-65_166_991, -11_060_025, -1_181_336, -151_717],
    &[-322, -111, -26],
    &[375_813, 128_214],
    &[4],
];

const LONGITUDE: [&[i64]; 6] = [
    &[-512_368_667, -47_116, -6_493, -807, -97, -12],
    &[1_989_686_564, 214_939_142, 29_935_036, 3_660_827, 460_905],
    &[6_490, 2_421, 612, 128],
    &[-9_979_434, -3_736_931, -944_680],
    &[-107, -66],
    &[98_380],
];
