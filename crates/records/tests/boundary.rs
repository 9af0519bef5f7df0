//! Files of outlines: they come back byte for byte, and what is wrong in one is named with its line.

use std::{fs, path::PathBuf};

use records::{Boundary, load_boundaries, read_boundary, write_boundary};

const SOUND: &str = "\
# An outline.

area = \"here\"
tolerance = 150
source = \"Someone's \\\"map\\\"\"
licence = \"OGL-UK-3.0\"
as-at = \"2013-12-31\"

[[outline]]
authority = \"E06000051\"
rings = [\"\"\"
349161 312573, 349161 322573, 359161 322573
\"\"\", \"\"\"
351000 314000, 351000 315000, 352000 315000, 352000 314000, 351500 313500, 351400 313600, 351300 313700, 351200 313800
351100 313900
\"\"\"]
";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn what_is_read_is_written_again() {
    let boundary = read_boundary("b", SOUND).expect("sound");
    assert_eq!(write_boundary(&boundary), SOUND);
    assert_eq!(boundary.outlines[0].rings.iter().map(Vec::len).collect::<Vec<_>>(), [3, 9]);
    // No comment at the top, and ends of lines of another system.
    assert!(read_boundary("b", &SOUND.replace("# An outline.\n\n", "")).is_ok());
    assert!(read_boundary("b", &SOUND.replace('\n', "\r\n")).is_ok());
}

fn check(find: &str, put: &str, line: usize, reason: &str) {
    assert_eq!(SOUND.matches(find).count(), 1, "{find}");
    let faults = read_boundary("areas/here/boundary.toml", &SOUND.replace(find, put)).expect_err("a fault");
    let found = faults.iter().any(|fault| fault.line == line && fault.reason.contains(reason));
    assert!(found, "expected line {line}: {reason}; found {faults:#?}");
}

#[test]
fn what_is_wrong_has_its_line() {
    check("359161 322573", "359161 x", 12, "is no point of the National Grid");
    check("351100 313900", "351100", 15, "is no point");
    check("351100 313900", "351100 1399999", 15, "is no point");
    check("351100 313900", "351100 313900,", 15, "is no point");
    check("349161 312573, 349161 322573, 359161 322573", "349161 312573", 12, "three points or more");
    check("E06000051", "Shropshire", 10, "no code of a local authority");
    check("tolerance", "tolerances", 4, "unknown field");
    check("2013-12-31", "2013-13-31", 7, "2013-13-31");
    check("authority = \"E06000051\"\n", "", 9, "missing field");
    let twice = format!("{SOUND}\n[[outline]]\nauthority = \"E06000051\"\nrings = []\n");
    let faults = read_boundary("b", &twice).expect_err("a fault");
    assert!(faults.iter().any(|fault| fault.line == 19 && fault.reason.contains("already")), "{faults:?}");
    let none = &SOUND[..SOUND.find("[[").expect("outlines")];
    assert!(read_boundary("b", none).is_err_and(|faults| faults[0].reason.contains("no [[outline]]")));
}

#[test]
fn an_area_can_do_without_and_a_wrong_place_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let area = folder.path().join("areas/here");
    fs::create_dir_all(&area).expect("a folder");
    fs::create_dir_all(folder.path().join("areas/other")).expect("a folder");
    fs::write(folder.path().join("areas/README.md"), "x").expect("a file");
    assert_eq!(load_boundaries(folder.path()), Ok(Vec::new()));
    fs::write(area.join("boundary.toml"), SOUND).expect("a file");
    assert_eq!(load_boundaries(folder.path()).map(|found| found.len()), Ok(1));
    fs::write(folder.path().join("areas/other/boundary.toml"), SOUND).expect("a file");
    let faults = load_boundaries(folder.path()).expect_err("the wrong place");
    assert_eq!(faults[0].to_string(), "areas/other/boundary.toml:1: it says that it is of the area \"here\"");
    assert!(load_boundaries(&folder.path().join("nowhere")).is_err());
}

/// A file that is not as it would be written again changes more lines at the next import than were meant.
#[test]
fn the_projects_own_are_as_they_would_be_written() {
    let boundaries = load_boundaries(&root()).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert!(boundaries.len() >= 5);
    for boundary in &boundaries {
        let file = Boundary::file(&boundary.area);
        let text = fs::read_to_string(root().join(&file)).expect("a file");
        assert!(write_boundary(boundary) == text, "{file}: import it again");
        assert!(text.len() < 12_288, "{file}: {} bytes; import it with a greater tolerance", text.len());
    }
}
