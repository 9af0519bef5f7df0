//! Points, degrees, distances and miles.

use std::f64::consts::PI;

use directory::{Degrees, Miles, Point};
use proptest::prelude::*;
use serde::Deserialize;

use crate::cases;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    known: Vec<Known>,
    elsewhere: Vec<Elsewhere>,
    distance: Vec<Distance>,
    miles: Vec<Read>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    name: String,
    latitude: f64,
    longitude: f64,
    easting: f64,
    northing: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Elsewhere {
    name: String,
    latitude: f64,
    longitude: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Distance {
    from: (u32, u32),
    to: (u32, u32),
    metres: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    metres: u32,
    shown: String,
    #[serde(default)]
    under: bool,
    #[serde(default)]
    one: bool,
}

fn file() -> File {
    cases("postcodes-places.toml")
}

fn metres(point: Point, easting: f64, northing: f64) -> f64 {
    (f64::from(point.easting()) - easting).hypot(f64::from(point.northing()) - northing)
}

/// Both ways within 5 m of Ordnance Survey's own figures, and within 3.5 m but for the far south-west.
#[test]
fn known_points() {
    for known in file().known {
        let bound = if known.easting < 200_000.0 { 5.0 } else { 3.5 };
        let point = Degrees::from_degrees(known.latitude, known.longitude).point().expect(&known.name);
        let off = metres(point, known.easting, known.northing);
        assert!(off < bound, "{}: {off:.1} m on the grid", known.name);
        let on_grid = Point::new(known.easting.round() as u32, known.northing.round() as u32).expect(&known.name);
        let back = on_grid.degrees().expect(&known.name);
        let north = (f64::from(back.latitude) / 1e6 - known.latitude) * 111_200.0;
        let east =
            (f64::from(back.longitude) / 1e6 - known.longitude) * 111_300.0 * (known.latitude * PI / 180.0).cos();
        let off = north.hypot(east);
        assert!(off < bound, "{}: {off:.1} m in degrees", known.name);
    }
}

/// What is written with so many decimals comes out whole, though no float is exactly that.
#[test]
fn degrees_are_rounded() {
    let place = Degrees { latitude: 52_421_540, longitude: -1_888_820 };
    assert_eq!(Degrees::from_degrees(52.42154, -1.88882), place);
    assert_eq!(Degrees::from_degrees(52.421_540_4, -1.888_820_4), place);
    assert_eq!(Degrees::from_degrees(52.421_539_6, -1.888_819_6), place);
}

#[test]
fn elsewhere_is_on_no_grid() {
    for place in file().elsewhere {
        assert_eq!(Degrees::from_degrees(place.latitude, place.longitude).point(), None, "{}", place.name);
    }
    assert_eq!(Point::new(Point::EAST, 0), None);
    assert_eq!(Point::new(0, Point::NORTH), None);
    assert_eq!(Point::new(0, 1_200_000).and_then(Point::degrees), None);
}

/// Over all of England and Wales the short way is within 1.1 m of the long way, there and back.
#[test]
fn the_short_way_is_as_good_as_the_long() {
    let mut worst = (0.0_f64, 0.0_f64);
    for north in 0..=124 {
        for east in 0..=170 {
            let place = Degrees { latitude: 49_800_000 + north * 50_000, longitude: -6_500_000 + east * 50_000 };
            let (easting, northing) = the_long_way(place);
            let Some(point) = place.point() else {
                // Only south of the grid's origin, in the sea.
                assert!(northing < 0.5, "{place:?}: {easting} {northing}");
                continue;
            };
            worst.0 = worst.0.max(metres(point, easting, northing));
            let Some(back) = point.degrees() else { continue };
            let (easting, northing) = the_long_way(back);
            worst.1 = worst.1.max(metres(point, easting, northing));
        }
    }
    assert!(worst.0 < 1.1 && worst.1 < 1.1, "{worst:?}");
}

/// The worked example of "A guide to coordinate systems in Great Britain" holds for the long way, so that it can be
/// the measure of the short.
#[test]
fn the_long_way_is_ordnance_surveys() {
    let degrees = |degrees: f64, minutes: f64, seconds: f64| (degrees + minutes / 60.0 + seconds / 3600.0).to_radians();
    let (easting, northing) = projected(degrees(52.0, 39.0, 27.2531), degrees(1.0, 43.0, 4.5177));
    assert!((easting - 651_409.903).abs() < 0.001 && (northing - 313_177.270).abs() < 0.001, "{easting} {northing}");
}

#[test]
fn distances() {
    let point = |(easting, northing)| Point::new(easting, northing).expect("a point");
    for case in file().distance {
        assert_eq!(point(case.from).metres_to(point(case.to)), case.metres, "{:?} {:?}", case.from, case.to);
    }
}

#[test]
fn distances_as_people_read_them() {
    for case in file().miles {
        let miles = Miles::from_metres(case.metres);
        assert_eq!(miles.to_string(), case.shown, "{} m", case.metres);
        assert_eq!((miles.is_under(), miles.is_one()), (case.under, case.one), "{} m", case.metres);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// No place on earth or off it makes a panic, and there and back is the same place to within 2 m.
    #[test]
    fn any_degrees_are_a_point_or_none(latitude: i32, longitude: i32, lat in 49_800_000..=56_000_000, lon in -6_500_000..=2_000_000) {
        let _ = Degrees { latitude, longitude }.point();
        let point = Degrees { latitude: lat, longitude: lon }.point();
        prop_assert!(point.is_some() || lat < 50_000_000, "only the sea in the south is off the grid");
        let back = point.and_then(Point::degrees).and_then(Degrees::point);
        if let Some((point, again)) = point.zip(back) {
            prop_assert!(again.metres_to(point) <= 2);
        }
    }

    #[test]
    fn any_numbers_are_degrees(latitude: f64, longitude: f64) {
        let _ = Degrees::from_degrees(latitude, longitude).point();
    }

    /// Farther is never read as nearer, and what is read is within half of its last place.
    #[test]
    fn miles_keep_the_order(metres in 0_u32..2_000_000, more in 0_u32..2_000_000) {
        let miles = Miles::from_metres(metres);
        prop_assert!(miles <= Miles::from_metres(metres.saturating_add(more)));
        let (read, exact): (f64, f64) = (miles.to_string().parse().expect("a number"), f64::from(metres) / 1_609.344);
        let bound = if exact < 0.1 { 0.1 } else if exact < 9.95 { 0.050_001 } else { 0.500_001 };
        prop_assert!((read - exact).abs() <= bound, "{} m: {}", metres, miles);
        let _ = Miles::from_metres(more.wrapping_mul(metres)).to_string();
    }

    /// The way there is as long as the way back, and no detour is shorter, but for rounding.
    #[test]
    fn distances_are_distances(a in (0_u32..700_000, 0_u32..1_300_000), b in (0_u32..700_000, 0_u32..1_300_000), c in (0_u32..700_000, 0_u32..1_300_000)) {
        let point = |(easting, northing)| Point::new(easting, northing).expect("a point");
        let (a, b, c) = (point(a), point(b), point(c));
        prop_assert_eq!(a.metres_to(b), b.metres_to(a));
        // The root is taken of a fraction; the whole number that it stands for is the same.
        let square = |one: u32, other: u32| u64::from(one.abs_diff(other)).pow(2);
        let exact = (square(a.easting(), b.easting()) + square(a.northing(), b.northing())).isqrt();
        prop_assert_eq!(u64::from(a.metres_to(b)), exact);
        prop_assert_eq!(a.metres_to(a), 0);
        prop_assert!(a.metres_to(c) <= a.metres_to(b) + b.metres_to(c) + 1);
    }
}

/// From WGS84 to the grid as "A guide to coordinate systems in Great Britain" has it, in metres.
fn the_long_way(place: Degrees) -> (f64, f64) {
    let radians = |millionths: i32| (f64::from(millionths) / 1e6).to_radians();
    let (latitude, longitude) = (radians(place.latitude), radians(place.longitude));
    // Degrees to metres from the earth's middle, on WGS84's ellipsoid.
    let (a, b) = (6_378_137.0_f64, 6_356_752.314_245_f64);
    let e2 = 1.0 - (b * b) / (a * a);
    let nu = a / (1.0 - e2 * latitude.sin().powi(2)).sqrt();
    let (x, y) = (nu * latitude.cos() * longitude.cos(), nu * latitude.cos() * longitude.sin());
    let z = (1.0 - e2) * nu * latitude.sin();
    // Shifted, turned and scaled to OSGB36.
    let seconds = |seconds: f64| (seconds / 3600.0).to_radians();
    let (rx, ry, rz) = (seconds(-0.1502), seconds(-0.2470), seconds(-0.8421));
    let scale = 1.0 + 20.4894e-6;
    let (x, y, z) = (
        -446.448 + scale * x - rz * y + ry * z,
        125.157 + rz * x + scale * y - rx * z,
        -542.060 - ry * x + rx * y + scale * z,
    );
    // Back to degrees, on the Airy 1830 ellipsoid.
    let e2 = 1.0 - (B * B) / (A * A);
    let flat = x.hypot(y);
    let mut latitude = z.atan2(flat * (1.0 - e2));
    for _ in 0..8 {
        let nu = A / (1.0 - e2 * latitude.sin().powi(2)).sqrt();
        latitude = (z + e2 * nu * latitude.sin()).atan2(flat);
    }
    projected(latitude, y.atan2(x))
}

const A: f64 = 6_377_563.396;
const B: f64 = 6_356_256.909;

/// The transverse Mercator projection of the National Grid, from radians on the Airy ellipsoid.
fn projected(latitude: f64, longitude: f64) -> (f64, f64) {
    let (scale, origin) = (0.999_601_271_7, (49.0_f64.to_radians(), -2.0_f64.to_radians()));
    let (sin, cos, tan) = (latitude.sin(), latitude.cos(), latitude.tan());
    let (e2, n) = (1.0 - (B * B) / (A * A), (A - B) / (A + B));
    let nu = A * scale / (1.0 - e2 * sin * sin).sqrt();
    let rho = A * scale * (1.0 - e2) / (1.0 - e2 * sin * sin).powf(1.5);
    let eta2 = nu / rho - 1.0;
    let (n2, n3, t2) = (n * n, n * n * n, tan * tan);
    let (less, plus) = (latitude - origin.0, latitude + origin.0);
    let meridian = B
        * scale
        * ((1.0 + n + 1.25 * n2 + 1.25 * n3) * less - (3.0 * n + 3.0 * n2 + 2.625 * n3) * less.sin() * plus.cos()
            + (1.875 * n2 + 1.875 * n3) * (2.0 * less).sin() * (2.0 * plus).cos()
            - 35.0 / 24.0 * n3 * (3.0 * less).sin() * (3.0 * plus).cos());
    let east = longitude - origin.1;
    let northing = meridian - 100_000.0
        + nu / 2.0 * sin * cos * east.powi(2)
        + nu / 24.0 * sin * cos.powi(3) * (5.0 - t2 + 9.0 * eta2) * east.powi(4)
        + nu / 720.0 * sin * cos.powi(5) * (61.0 - 58.0 * t2 + t2 * t2) * east.powi(6);
    let easting = 400_000.0
        + nu * cos * east
        + nu / 6.0 * cos.powi(3) * (nu / rho - t2) * east.powi(3)
        + nu / 120.0 * cos.powi(5) * (5.0 - 18.0 * t2 + t2 * t2 + 14.0 * eta2 - 58.0 * t2 * eta2) * east.powi(5);
    (easting, northing)
}
