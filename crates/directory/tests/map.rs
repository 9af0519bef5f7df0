//! Outlines as they travel to the browser, and the reckoning of a small map.

use directory::{
    Authority, Outline, Point,
    map::{PIN_HEIGHT, View, WIDTH},
};
use proptest::prelude::*;

fn point(east: u32, north: u32) -> Point {
    Point::new(east, north).expect("a point")
}

fn points(most: usize) -> impl Strategy<Value = Vec<Point>> {
    // Now a town, now the whole country.
    let spread = prop_oneof![Just(2_000_u32), Just(40_000), Just(600_000)];
    spread.prop_flat_map(move |spread| {
        let one = (0..spread, 0..spread).prop_map(|(east, north)| point(50_000 + east, 60_000 + north));
        proptest::collection::vec(one, 1..most)
    })
}

fn outline() -> impl Strategy<Value = Outline> {
    let rings = proptest::collection::vec(points(12), 0..4);
    let code = (0..100_000_000_u32).prop_map(|code| format!("E{code:08}"));
    (code, rings).prop_map(|(code, rings)| Outline { authority: Authority::read(&code).expect("a code"), rings })
}

fn numbered(points: &[Point]) -> Vec<(usize, Point)> {
    (1..).zip(points.iter().copied()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_outline_comes_back_and_what_follows_is_left(outline in outline(), after in proptest::collection::vec(any::<u8>(), 0..8)) {
        let mut bytes = Vec::new();
        outline.write(&mut bytes);
        bytes.extend(&after);
        let mut rest = bytes.as_slice();
        prop_assert_eq!(Outline::read(&mut rest), Ok(outline));
        prop_assert_eq!(rest, after);
    }

    /// Cut off or changed anywhere: an error or an outline, never a panic, and never more than the bytes can hold.
    #[test]
    fn damaged_bytes_are_refused_or_read(outline in outline(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = Vec::new();
        outline.write(&mut bytes);
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
            let mut rest = bytes.as_slice();
            prop_assert!(Outline::read(&mut rest).is_err());
            prop_assert_eq!(rest.len(), bytes.len(), "nothing is taken of what cannot be read");
        } else {
            bytes[at] = byte;
            if let Ok(found) = Outline::read(&mut bytes.as_slice()) {
                prop_assert!(found.rings.iter().map(Vec::len).sum::<usize>() <= bytes.len());
            }
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..120), marked in any::<bool>()) {
        let bytes = if marked { [b"E06000051".as_slice(), &bytes].concat() } else { bytes };
        let _ = Outline::read(&mut bytes.as_slice());
    }

    #[test]
    fn every_point_is_on_its_view_and_every_number_on_one_pin(points in points(40)) {
        let view = View::of(points.iter().copied()).expect("a view");
        prop_assert!((640..=1_000).contains(&view.height()));
        let half = PIN_HEIGHT / 2;
        for point in &points {
            let (x, y) = view.project(*point);
            prop_assert!((half..=WIDTH - half).contains(&x) && (half..=view.height() - half).contains(&y), "{x} {y}");
        }
        let pins = view.pins(&numbered(&points));
        let mut numbers: Vec<usize> = pins.iter().flat_map(|pin| pin.numbers.clone()).collect();
        numbers.sort_unstable();
        prop_assert_eq!(numbers, (1..=points.len()).collect::<Vec<_>>());
        for (place, pin) in pins.iter().enumerate() {
            prop_assert!(pin.at.0 - pin.width() / 2 >= 0 && pin.at.0 + pin.width() / 2 <= WIDTH);
            prop_assert!(pin.at.1 >= half && pin.at.1 + half <= view.height());
            for other in &pins[..place] {
                let apart = pin.at.0.abs_diff(other.at.0) >= (pin.width() + other.width()) as u32 / 2
                    || pin.at.1.abs_diff(other.at.1) >= PIN_HEIGHT as u32;
                prop_assert!(apart, "{pin:?} touches {other:?}");
            }
        }
        prop_assert_eq!(&view.pins(&numbered(&points)), &pins, "the same points give the same pins");
    }

    /// A close view has the place itself on it and at least half of the points.
    #[test]
    fn a_close_view_leaves_out_only_what_is_far(points in points(20), east in 0..600_000_u32, north in 0..600_000_u32) {
        let place = point(50_000 + east, 60_000 + north);
        let view = View::near(Some(place), &points).expect("a view");
        let (x, y) = view.project(place);
        prop_assert!((0..=WIDTH).contains(&x) && (0..=view.height()).contains(&y));
        let shown: usize = view.pins(&numbered(&points)).iter().map(|pin| pin.numbers.len()).sum();
        prop_assert!(2 * shown >= points.len());
    }

    /// What is drawn of an outline is never far off the map, and never more than it had, but for the corners of the cut.
    #[test]
    fn land_is_cut_at_the_edges(outline in outline(), points in points(5)) {
        let view = View::of(points).expect("a view");
        for ring in view.land(&outline) {
            for (x, y) in ring {
                prop_assert!((-41..=WIDTH + 41).contains(&x) && (-41..=view.height() + 41).contains(&y), "{x} {y}");
            }
        }
    }

    #[test]
    fn names_are_whole_few_and_apart_from_pins(points in points(12), towns in points(12)) {
        let view = View::of(points.iter().copied()).expect("a view");
        let pins = view.pins(&numbered(&points));
        let towns: Vec<(&str, Point)> = towns.iter().map(|town| ("Shrewsbury", *town)).collect();
        let (own, labels) = view.labels(Some((points[0], "Your place")), &towns, &pins);
        prop_assert!(labels.len() <= 6);
        for (x, y) in labels.iter().map(|label| label.at).chain(own) {
            prop_assert!((100..=WIDTH - 100).contains(&x) && (20..=view.height() - 20).contains(&y));
            for pin in &pins {
                prop_assert!(pin.at.0.abs_diff(x) >= 100 + PIN_HEIGHT as u32 / 2 || pin.at.1.abs_diff(y) >= 20 + PIN_HEIGHT as u32 / 2);
            }
        }
    }
}

#[test]
fn a_claim_of_many_points_is_not_believed() {
    assert!(Outline::read(&mut b"E06000051\xff\xff\xff\x7f".as_slice()).is_err());
    assert!(Outline::read(&mut b"E06000051\x01\xff\xff\xff\x7f\0\0".as_slice()).is_err());
}

#[test]
fn one_pin_has_streets_around_it() {
    let view = View::of([point(349_161, 312_573)]).expect("a view");
    assert_eq!(view.project(point(349_161, 312_573)), (500, view.height() / 2));
    assert_eq!(view.project(point(349_311, 312_573)).0, 600, "150 metres are a tenth of the width");
    assert!(View::of([]).is_none() && View::near(None, &[]).is_none());
    assert!(View::of([point(0, 0), point(699_999, 1_299_999)]).is_some(), "the whole grid");
}

#[test]
fn north_is_up_and_shapes_are_kept() {
    let view = View::of([point(300_000, 300_000), point(310_000, 310_000)]).expect("a view");
    let ((west, south), (east, north)) = (view.project(point(300_000, 300_000)), view.project(point(310_000, 310_000)));
    assert!(west < east && north < south);
    assert!((east - west).abs_diff(south - north) <= 1, "a square stays one");
}

#[test]
fn pins_that_would_touch_are_one() {
    let far = [point(300_000, 300_000), point(310_000, 305_000), point(300_100, 300_100), point(300_050, 300_000)];
    let view = View::of(far).expect("a view");
    let pins = view.pins(&numbered(&far));
    let labels: Vec<String> = pins.iter().map(directory::map::Pin::label).collect();
    assert_eq!(labels, ["1, 3, 4", "2"]);
    let label = |numbers: &[usize]| directory::map::Pin { at: (0, 0), numbers: numbers.to_vec() }.label();
    assert_eq!(label(&[2, 3, 4, 5]), "2–5");
    assert_eq!(label(&[1, 3, 5, 7]), "1, 3…");
    assert_eq!(label(&[]), "");
}

#[test]
fn what_is_off_the_map_has_no_pin() {
    let place = point(354_528, 341_357);
    let near = [point(354_600, 341_300), point(355_500, 341_900), point(349_300, 312_800)];
    let view = View::near(Some(place), &near).expect("a view");
    let pins = view.pins(&numbered(&near));
    assert!(pins.iter().all(|pin| !pin.numbers.contains(&3)), "the service of the county town, 18 miles away");
}

#[test]
fn a_scale_is_round_and_fits() {
    for (metres, miles) in [(100, "0.25"), (3_000, "0.5"), (8_000, "1"), (12_000, "2"), (40_000, "5"), (90_000, "20")] {
        let view = View::of([point(300_000, 300_000), point(300_000 + metres, 300_000)]).expect("a view");
        let scale = view.scale();
        assert_eq!(scale.miles(), miles, "{metres} m, {} units", scale.length);
        assert!((140..=350).contains(&scale.length), "{metres} m: {}", scale.length);
        assert_eq!(scale.is_one(), miles == "1");
    }
}
