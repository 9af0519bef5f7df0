//! Files of records: what is read is written again byte for byte, and what is wrong has its line.

use std::fs;

use directory::{Date, Known, Term};
use proptest::prelude::*;
use records::{Book, load, read, write};
use serde::Deserialize;

const SOUND: &str = include_str!("../../../tests/suite/directory/records/sound.toml");
const FAULTS: &str = include_str!("../../../tests/suite/directory/records/faults.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Faults {
    case: Vec<Case>,
}

/// A line of the sound file becomes another, and that is the fault's line or brings it about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    line: usize,
    becomes: String,
    at: usize,
    says: String,
}

fn sound() -> Book {
    read("sound.toml", SOUND).expect("a sound file")
}

#[test]
fn what_is_read_is_written_again_byte_for_byte() {
    assert_eq!(write(&sound()), SOUND);
}

#[test]
fn every_key_has_its_place() {
    let book = sound();
    let [plain, full] = book.records.as_slice() else { panic!("two records") };
    assert_eq!(book.heading.len(), 3);
    assert!(plain.does.is_unknown() && plain.ways.is_empty() && plain.is_unchecked());
    assert_eq!(plain.provenance.source, "register", "the first source is everyone's");
    assert_eq!(plain.town(), Some("Thistown"));
    assert_eq!(full.provenance.checked.as_ref().map(|checked| checked.on), Date::read("2026-11-20").ok());
    let known = |id| full.does.of(directory::Activity::read(id).expect("a term"));
    assert_eq!(
        [known("naloxone"), known("needle-exchange"), known("shared-care")],
        [Known::Present, Known::Absent, Known::Unknown]
    );
    assert_eq!(full.places().count(), 3);
    assert!(book.source("old-list").is_some_and(|source| source.lead));
}

#[test]
fn faults_have_their_line() {
    let file: Faults = toml::from_str(FAULTS).expect("cases");
    for case in file.case {
        let mut lines: Vec<&str> = SOUND.lines().collect();
        lines[case.line - 1] = &case.becomes;
        let text = lines.join("\n") + "\n";
        let faults = read("areas/here/directory/pharmacy.toml", &text).expect_err(&case.name);
        let found = faults.iter().any(|fault| fault.line == case.at && fault.reason.contains(&case.says));
        assert!(found, "{}: {faults:?}", case.name);
    }
}

#[test]
fn a_file_has_a_source() {
    let faults = read("x.toml", "area = \"here\"\nkind = \"gp\"\n").expect_err("no source");
    assert!(faults.iter().any(|fault| fault.reason.contains("there is no source")), "{faults:?}");
}

/// Records are sorted when they are written, so that a new one changes only its own lines.
#[test]
fn records_are_written_in_the_order_of_their_ids() {
    let mut book = sound();
    book.records.reverse();
    assert_eq!(write(&book), SOUND);
}

#[test]
fn a_folder_is_read_and_its_files_are_where_they_say() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join("areas/here/directory");
    fs::create_dir_all(&folder).expect("a folder");
    fs::create_dir_all(root.path().join("areas/elsewhere")).expect("an area without records");
    fs::write(folder.join("pharmacy.toml"), SOUND).expect("a file");
    let shelves = load(root.path()).expect("sound");
    assert_eq!(
        shelves.iter().map(|shelf| shelf.file.as_str()).collect::<Vec<_>>(),
        ["areas/here/directory/pharmacy.toml"]
    );

    fs::write(folder.join("gp.toml"), SOUND).expect("a file");
    let faults = load(root.path()).expect_err("a pharmacy among the practices, and ids twice");
    let says = |words: &str| faults.iter().any(|fault| fault.reason.contains(words));
    assert!(says("this file is areas/here/directory/pharmacy.toml"), "{faults:?}");
    assert!(says("an id is given once"), "{faults:?}");
}

fn tries() -> ProptestConfig {
    ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(tries())]

    /// No text that a record holds is lost or changed by its file.
    #[test]
    fn any_words_come_back(name in "[^\\s]\\PC{0,30}|[^\\s][\\x00-\\x7f]{0,30}", note in any::<String>()) {
        let mut book = sound();
        book.records[0].name = name;
        book.records[0].note = Some(note);
        let text = write(&book);
        let again = read("x.toml", &text).expect("what was written is sound");
        prop_assert_eq!(&again, &book);
        prop_assert_eq!(write(&again), text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), at in any::<prop::sample::Index>(), cut in any::<bool>()) {
        let _ = read("x.toml", &text);
        let places: Vec<usize> = SOUND.char_indices().map(|(place, _)| place).collect();
        let (before, after) = SOUND.split_at(places[at.index(places.len())]);
        let mixed = if cut { format!("{before}{text}") } else { format!("{before}{text}{after}") };
        if let Err(faults) = read("x.toml", &mixed) {
            prop_assert!(!faults.is_empty());
        }
    }
}
