//! Which area a place is in, or near to.

use directory::{Authority, Point};
use import::near::{Areas, Belongs, NEAR};
use proptest::prelude::*;

use crate::given::tries;

fn point(east: u32, north: u32) -> Point {
    Point::new(east, north).expect("on the grid")
}

fn code(text: &str) -> Authority {
    Authority::read(text).expect("a code")
}

/// Two areas with a home each, 30 km apart.
fn areas() -> Areas {
    let mut areas = Areas::default();
    areas.add("east", vec![code("E07000001"), code("E07000002")]);
    areas.add("west", vec![code("E07000003")]);
    areas.add_home(code("E07000002"), point(430_000, 300_000));
    areas.add_home(code("E07000003"), point(400_000, 300_000));
    areas.add_home(code("E07000009"), point(415_000, 300_000));
    areas
}

fn check(authority: &str, east: u32, north: u32, belongs: Option<(&str, bool)>) {
    let areas = areas();
    let found = areas.belongs(code(authority), point(east, north));
    assert_eq!(found, belongs.map(|(area, nearby)| Belongs { area, nearby }), "{authority} at {east}, {north}");
}

#[test]
fn near_is_8_km_from_somebodys_postcode() {
    check("E07000009", 400_000 - NEAR, 300_000, Some(("west", true)));
    check("E07000009", 400_000 - NEAR - 1, 300_000, None);
    check("E07000009", 400_000, 300_000 + NEAR, Some(("west", true)));
    check("E07000009", 400_000, 300_000 + NEAR + 1, None);
    check("E07000009", 405_656, 305_656, Some(("west", true)));
    check("E07000009", 405_658, 305_658, None);
    check("E07000009", 415_000, 300_000, None);
}

#[test]
fn what_is_in_an_area_is_not_near_it() {
    check("E07000001", 400_000, 300_000, Some(("east", false)));
    check("E07000003", 600_000, 600_000, Some(("west", false)));
}

proptest! {
    #![proptest_config(tries(256))]

    /// Squares are only a way to look at fewer postcodes: the answer is that of looking at all of them.
    #[test]
    fn the_nearest_area_is_found(
        homes in proptest::collection::vec((0..2_usize, 400_000..420_000_u32, 300_000..320_000_u32), 0..40),
        east in 390_000..430_000_u32,
        north in 290_000..330_000_u32,
    ) {
        let codes = [code("E07000001"), code("E07000002")];
        let mut areas = Areas::default();
        areas.add("a", vec![codes[0]]);
        areas.add("b", vec![codes[1]]);
        let place = point(east, north);
        let mut nearest: Option<(u32, &str)> = None;
        for (whose, east, north) in homes {
            let home = point(east, north);
            areas.add_home(codes[whose], home);
            let metres = (home.metres_to(place), ["a", "b"][whose]);
            nearest = Some(nearest.map_or(metres, |nearest| nearest.min(metres)));
        }
        let expected = nearest.filter(|(metres, _)| *metres <= NEAR).map(|(_, area)| Belongs { area, nearby: true });
        prop_assert_eq!(areas.belongs(code("E07000009"), place), expected);
    }
}
