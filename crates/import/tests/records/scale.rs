//! The whole registers, when the sources are there.

use std::{collections::BTreeMap, fs::File, io::BufReader, path::PathBuf};

use directory::{Authority, Date, Kind, Postcode};
use import::{
    merge::{Merge, merge},
    near::Areas,
    ods::{self, Ask, Import, Register},
    project,
    report::{LeftOut, Report},
};
use records::{Book, read, write};

use crate::given::{day, source};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn open(path: &PathBuf) -> BufReader<File> {
    BufReader::new(File::open(path).expect("a source"))
}

/// The registers' files, with how many rows each has; none without the sources.
fn registers() -> Option<[(Register, PathBuf, u64); 2]> {
    Some([
        (Register::Practices, source("gp-practices-ods-2026-02.csv")?, 6_604),
        (Register::Dispensaries, source("pharmacies-ods-2025-04.csv")?, 11_161),
    ])
}

/// The day of each of these files.
fn as_at(register: Register) -> Date {
    day(if register == Register::Practices { "2026-02-03" } else { "2025-04-10" })
}

/// How many of an import are in each area, and how many near one.
fn counts(import: &Import) -> (BTreeMap<&str, usize>, usize) {
    let mut own = BTreeMap::new();
    for found in import.found.values().filter(|found| !found.nearby) {
        *own.entry(found.area.as_str()).or_default() += 1;
    }
    (own, import.found.values().filter(|found| found.nearby).count())
}

#[test]
fn the_areas_are_what_their_source_says_and_what_is_committed() {
    let Some(registers) = registers() else { return };
    let (areas, places) = project::places(&root(), &source("postcodes-four-areas.csv").expect("beside the registers"))
        .expect("areas and postcodes");
    let locate = |postcode: Postcode| places.any(postcode);
    let committed = project::books(&root()).expect("the project's records");
    // Counted by the local authority of the postcode, where the sources are described.
    let expected = [[14, 39, 20, 13, 60], [31, 43, 32, 36, 88]];
    for ((register, path, rows), expected) in registers.into_iter().zip(expected) {
        let mut report = Report::default();
        let ask = Ask { register, areas: &areas, locate: &locate };
        let import = ods::read(&ask, open(&path), &mut report).expect("a register");
        assert!(report.adds_up() && report.read == rows, "{report}");
        let (own, near) = counts(&import);
        let ids = ["halton", "shropshire", "south-tyneside", "telford-and-wrekin", "worcestershire"];
        assert_eq!(own, ids.into_iter().zip(expected).collect());
        assert!(near > 300, "{near}");
        let without = report.rejected.len();
        assert_eq!(without, if register == Register::Dispensaries { 26 } else { 0 }, "rows without a place");

        // A later issue may have been imported since; then there is nothing to compare with.
        let source = register.source(as_at(register));
        let books = committed.iter().filter(|book| book.kind == register.kind());
        let records = books.filter(|book| book.source(&source.id) == Some(&source)).flat_map(|book| &book.records);
        let ours: BTreeMap<&str, _> = records.map(|record| (record.id.as_str(), record)).collect();
        if ours.is_empty() {
            continue;
        }
        assert_eq!(ours.len(), import.found.len());
        for (id, found) in &import.found {
            let ours = ours.get(id.as_str()).expect("committed");
            let theirs = &found.record;
            if ours.is_unchecked() {
                assert_eq!(
                    (&ours.name, &ours.phone, ours.town()),
                    (&theirs.name, &theirs.phone, theirs.town()),
                    "{id}"
                );
            }
        }
    }
}

/// All of England and Wales as one area: everything that is read is written, and read again as it was.
#[test]
fn nothing_is_lost_on_the_way_of_the_whole_registers() {
    let Some(registers) = registers() else { return };
    for (register, path, rows) in registers {
        let nowhere = |_: Postcode| None;
        let mut areas = Areas::default();
        areas.add("everywhere", all_authorities());
        let mut report = Report::default();
        let ask = Ask { register, areas: &areas, locate: &nowhere };
        let import = ods::read(&ask, open(&path), &mut report).expect("a register");
        assert!(report.adds_up() && report.kept + report.rejected.len() as u64 == rows, "{report}");
        assert!(import.found.values().all(|found| !found.record.name.is_empty()));
        let townless = import.found.values().filter(|found| found.record.town().is_none()).count();
        assert!(townless * 200 < import.found.len(), "{townless} of {} have no town", import.found.len());

        let mut books: Vec<Book> = Vec::new();
        let source = register.source(as_at(register));
        let twice = Merge { kind: register.kind(), source: source.clone(), import: clone(&import), leads: None };
        merge(&mut books, Merge { kind: register.kind(), source, import, leads: None }).expect("new");
        let before = books.clone();
        merge(&mut books, twice).expect("the same");
        assert!(books == before, "importing twice changes nothing");
        let [book] = books.as_slice() else { panic!("one book") };
        let text = write(book);
        assert!(read("everywhere.toml", &text).as_ref() == Ok(book), "what is written is read as it was");
    }
}

/// Lists that look like a register are refused by their header, each with what it is.
#[test]
fn the_other_lists_are_refused() {
    for (name, says) in [
        ("drug-alcohol-services-ods-2026-02.csv", "list of leads"),
        ("walk-in-and-urgent-care-ods-2026-02.csv", "walk-in and urgent care"),
        ("gp-sites-nhsuk-2019.csv", "--branches"),
        ("pharmacies-nhsuk-2020.csv", "good for names only"),
        ("pharmacy-opening-hours-greater-manchester-2025-03.csv", "pharmacy-hours"),
        ("postcodes-four-areas.csv", "no epraccur file"),
        ("local-authority-names.csv", "no epraccur file"),
    ] {
        let Some(path) = source(name) else { return };
        let areas = Areas::default();
        let ask = Ask { register: Register::Practices, areas: &areas, locate: &|_| None };
        let refused = ods::read(&ask, open(&path), &mut Report::default()).expect_err(name).to_string();
        assert!(refused.contains(says), "{name}: {refused}");
    }
}

/// The branches of the areas' practices, as leads. Whitchurch is among them.
#[test]
fn branches_come_from_the_older_list() {
    let (Some(sites), Some([(register, path, _), _])) = (source("gp-sites-nhsuk-2019.csv"), registers()) else {
        return;
    };
    let (areas, places) = project::places(&root(), &source("postcodes-four-areas.csv").expect("beside the registers"))
        .expect("areas and postcodes");
    let locate = |postcode: Postcode| places.live(postcode);
    let import = ods::read(&Ask { register, areas: &areas, locate: &locate }, open(&path), &mut Report::default());
    let import = import.expect("a register");
    let mut report = Report::default();
    let leads = ods::branches(&import, &locate, open(&sites), &mut report).expect("a list of sites");
    assert!(report.adds_up() && report.read == 8_883, "{report}");
    assert!(report.left_out.contains_key(&LeftOut::OtherPractice));
    let towns: Vec<&str> = leads.iter().filter_map(|lead| lead.branch.place.location.town.as_deref()).collect();
    assert!(towns.contains(&"Whitchurch"), "{towns:?}");
    assert!(
        leads.iter().all(|lead| lead.branch.phone.is_none() && lead.branch.source.as_deref() == Some(ods::BRANCHES))
    );
    let committed = project::books(&root()).expect("the project's records");
    let gps = committed.iter().filter(|book| book.kind == Kind::Gp).flat_map(|book| &book.records);
    let branches: Vec<&str> = gps.flat_map(|record| record.branches.iter().map(|branch| branch.id.as_str())).collect();
    let later = committed.iter().any(|book| {
        book.source(&register.source(as_at(register)).id).is_some_and(|source| source.as_at > as_at(register))
    });
    assert!(later || leads.iter().all(|lead| branches.contains(&lead.branch.id.as_str())), "every lead is committed");
}

fn clone(import: &Import) -> Import {
    Import { found: import.found.clone(), left_out: import.left_out.clone(), rejected: import.rejected.clone() }
}

/// Every code that a district of England or Wales may have.
fn all_authorities() -> Vec<Authority> {
    let codes = ["E06", "E07", "E08", "E09", "W06"].into_iter();
    let codes = codes.flat_map(|start| (1..=400).map(move |number| format!("{start}{number:06}")));
    codes.filter_map(|code| Authority::read(&code)).collect()
}
