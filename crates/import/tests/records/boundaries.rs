//! Outlines from GeoJSON.

use std::fs;

use directory::{Area, Authority, Outline, Point};
use import::{
    boundaries::{Codes, Origin, boundaries, read, simplify},
    report::Report,
};

use crate::given::day;

fn codes() -> Codes {
    ["E06000051", "E06000020"].into_iter().filter_map(Authority::read).collect()
}

fn feature(code: &str, kind: &str, coordinates: &str) -> String {
    format!(
        "{{\"type\": \"Feature\", \"properties\": {{\"lad_code\": \"{code}\"}}, \
         \"geometry\": {{\"type\": \"{kind}\", \"coordinates\": {coordinates}}}}}"
    )
}

fn collection(features: &[String]) -> String {
    format!("{{\"type\": \"FeatureCollection\", \"features\": [{}]}}", features.join(", "))
}

const SQUARE: &str = "[[[-2.8, 52.7], [-2.7, 52.7], [-2.7, 52.8], [-2.8, 52.8], [-2.8, 52.7]]]";

#[test]
fn degrees_become_points_of_the_grid() {
    let mut report = Report::default();
    let text = collection(&[
        feature("E06000051", "Polygon", SQUARE),
        feature("E06000020", "MultiPolygon", &format!("[{SQUARE}, {SQUARE}]")),
        feature("E06000099", "Point", "[0, 0]"),
    ]);
    let found = read(&text, &codes(), &mut report).expect("outlines");
    assert_eq!((report.read, report.kept, report.adds_up()), (3, 2, true), "{report}");
    assert_eq!(found[0].rings[0].len(), 4, "without the first again");
    assert_eq!(found[1].rings.len(), 2);
    let near = Point::new(346_040, 311_850).expect("a point");
    assert!(found[0].rings[0][0].metres_to(near) < 500, "{:?}", found[0].rings[0][0]);
}

/// Each is rejected with its place, and the sound one is kept all the same.
#[test]
fn a_feature_that_does_not_fit_stops_no_other() {
    let of = |kind: &str, coordinates: &str| feature("E06000020", kind, coordinates);
    for (wrong, reason) in [
        ("null".to_owned(), "without the property `lad_code`"),
        ("{\"properties\": {\"lad_code\": 5}}".to_owned(), "no code of a local authority"),
        (feature("Telford", "Polygon", SQUARE), "no code of a local authority"),
        (of("Point", "[-2.8, 52.7]"), "its geometry is Point"),
        ("{\"properties\": {\"lad_code\": \"E06000020\"}, \"geometry\": null}".to_owned(), "its geometry is nothing"),
        (of("Polygon", "[]"), "it has no ring"),
        (of("Polygon", "5"), "its geometry is Polygon"),
        (of("Polygon", "[5]"), "a ring is a list"),
        (of("MultiPolygon", "[5]"), "a polygon is a list"),
        (of("Polygon", "[[[-2.8, 52.7], [-2.7, 52.7], [-2.8, 52.7]]]"), "four positions or more"),
        (of("Polygon", "[[[-2.8, 52.7], [-2.7, 52.7], [-2.7, 52.8], [-2.8, 52.8]]]"), "ends where it begins"),
        (of("Polygon", "[[[-2.8], [-2.7, 52.7], [-2.7, 52.8], [-2.8]]]"), "no longitude and latitude"),
        (of("Polygon", "[[[346040, 311850], [346040, 311860], [346050, 311850], [346040, 311850]]]"), "in degrees"),
        (of("Polygon", "[[[52.7, -2.8], [52.7, -2.7], [52.8, -2.7], [52.7, -2.8]]]"), "in degrees"),
        (feature("E06000051", "Polygon", SQUARE), "in an earlier feature"),
    ] {
        let mut report = Report::default();
        let text = collection(&[feature("E06000051", "Polygon", SQUARE), wrong.clone()]);
        assert_eq!(read(&text, &codes(), &mut report).map(|found| found.len()), Ok(1), "{wrong}");
        let rejected = &report.rejected[0];
        assert!(rejected.line == 2 && report.adds_up(), "{wrong}: {report}");
        let said = rejected.reason.to_string();
        assert!(said.starts_with("feature 2: ") && said.contains(reason), "{wrong}: {said}");
    }
}

#[test]
fn another_file_is_refused_with_what_was_expected() {
    let others = [feature("E06000099", "Polygon", SQUARE)];
    for text in [
        "",
        "code,name\n",
        "{}",
        "[]",
        "{\"type\": \"Topology\", \"features\": []}",
        &collection(&[]),
        &collection(&others),
    ] {
        let refused = read(text, &codes(), &mut Report::default()).expect_err("refused");
        assert!(refused.contains("Expected is GeoJSON") && refused.contains("lad_code"), "{refused}");
    }
}

fn point(east: u32, north: u32) -> Point {
    Point::new(east, north).expect("a point")
}

/// Two districts beside each other, their shared edge crooked, and each going round in its own way.
fn neighbours() -> [Outline; 2] {
    let edge: Vec<Point> = (0..=40).map(|step| point(20_000 + (step * 37 % 11) * 60, 10_000 + step * 500)).collect();
    let west = [&[point(10_000, 10_000)], edge.as_slice(), &[point(10_000, 30_000)]].concat();
    let back: Vec<Point> = edge.iter().rev().copied().collect();
    let east = [&back[20..], &[point(30_000, 10_000), point(30_000, 30_000)], &back[..20]].concat();
    let of = |code: &str, ring| Outline { authority: Authority::read(code).expect("a code"), rings: vec![ring] };
    [of("E06000051", west), of("E06000020", east)]
}

#[test]
fn a_shared_edge_stays_shared() {
    let simple = simplify(&neighbours(), 400);
    let shared = |outline: &Outline| -> Vec<Point> {
        let mut shared = outline.rings[0].clone();
        shared.retain(|point| (15_000..25_000).contains(&point.easting()));
        shared.sort();
        shared
    };
    assert_eq!(shared(&simple[0]), shared(&simple[1]));
    assert!(shared(&simple[0]).len() < 41, "with fewer points");
    assert_eq!(simplify(&simple, 400), simple, "what is simple stays as it is");
}

#[test]
fn small_rings_go_and_the_largest_stays() {
    let square = |east: u32, side: u32| {
        vec![
            point(east, 10_000),
            point(east + side, 10_000),
            point(east + side, 10_000 + side),
            point(east, 10_000 + side),
        ]
    };
    let outline = |rings| Outline { authority: Authority::read("E06000051").expect("a code"), rings };
    let simple = simplify(&[outline(vec![square(10_000, 5_000), square(20_000, 100), square(30_000, 900)])], 150);
    assert_eq!(simple[0].rings.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
    assert_eq!(simplify(&[outline(vec![square(20_000, 300)])], 150)[0].rings.len(), 1);
    assert_eq!(simplify(&[outline(vec![Vec::new()])], 150)[0].rings.len(), 0);
}

fn area(id: &str, codes: &[&str]) -> Area {
    let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    let (name, council) = (id.to_owned(), id.to_owned());
    Area {
        id: id.to_owned(),
        name,
        council,
        authority_codes: codes,
        services: Vec::new(),
        contacts: Vec::new(),
        offers: Vec::new(),
    }
}

fn origin(as_at: &str) -> Origin {
    Origin { name: "A map".into(), licence: "OGL-UK-3.0".into(), as_at: day(as_at), tolerance: 150 }
}

/// Half a county would look like a whole one.
#[test]
fn an_area_without_all_of_its_outlines_stays_as_it_is() {
    let areas = [area("a", &["E06000051", "E06000020"]), area("b", &["E06000020", "E06000099"]), area("c", &[])];
    let outcome = boundaries(&areas, &[], &neighbours(), &origin("2013-12-31")).expect("boundaries");
    assert_eq!(outcome.boundaries.iter().map(|boundary| boundary.area.as_str()).collect::<Vec<_>>(), ["a"]);
    let missing: Vec<(&str, usize)> =
        outcome.missing.iter().map(|(area, codes)| (area.as_str(), codes.len())).collect();
    assert_eq!(missing, [("b", 1), ("c", 0)]);
}

#[test]
fn an_older_outline_does_not_take_the_place_of_a_newer() {
    let areas = [area("a", &["E06000051"])];
    let newer = boundaries(&areas, &[], &neighbours(), &origin("2024-05-01")).expect("boundaries").boundaries;
    assert!(boundaries(&areas, &newer, &neighbours(), &origin("2024-05-01")).is_ok());
    let older = boundaries(&areas, &newer, &neighbours(), &origin("2013-12-31")).expect_err("older");
    assert!(older.to_string().contains("areas/a/boundary.toml is of 1 May 2024"), "{older}");
}

/// A heading that someone has written is kept; anything else comes from the import.
#[test]
fn importing_twice_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let areas = [area("a", &["E06000051"])];
    let first = boundaries(&areas, &[], &neighbours(), &origin("2013-12-31")).expect("boundaries").boundaries;
    assert_eq!(import::write::save_boundaries(folder.path(), &first).expect("written").len(), 1);
    let file = folder.path().join("areas/a/boundary.toml");
    let text = fs::read_to_string(&file).expect("a file").replacen("# The outline", "# Ours: the outline", 1);
    fs::write(&file, &text).expect("a file");
    let known = records::load_boundaries(folder.path()).expect("boundaries");
    let again = boundaries(&areas, &known, &neighbours(), &origin("2013-12-31")).expect("boundaries").boundaries;
    assert!(import::write::save_boundaries(folder.path(), &again).expect("looked at").is_empty());
    assert_eq!(fs::read_to_string(&file).expect("a file"), text);
}
