//! The registers of the NHS Organisation Data Service, and the traps of their data by name.

use std::{collections::BTreeMap, io::Cursor};

use import::{
    ods::{self, Import, Register},
    report::{LeftOut, Noted, Reason, Report},
};
use proptest::prelude::*;
use serde::Deserialize;

use crate::given::{Given, day, suite, tries};

fn read(register: Register, file: &str) -> (Import, Report) {
    let given = Given::new();
    let mut report = Report::default();
    let import = given.read(register, file, &mut report).unwrap_or_else(|refused| panic!("{refused}"));
    (import, report)
}

fn names(import: &Import) -> Vec<&str> {
    import.found.keys().map(String::as_str).collect()
}

#[test]
fn every_row_of_the_published_report_is_accounted_for() {
    let (import, report) = read(Register::Practices, &suite("ods/epraccur.csv"));
    assert!(report.adds_up());
    assert_eq!((report.read, report.kept), (17, 5));
    assert_eq!(names(&import), ["a88023", "m82022", "m82025", "m82910", "n82109"]);
    let left_out = BTreeMap::from([(LeftOut::NotActive, 2), (LeftOut::OtherSetting, 1), (LeftOut::Far, 1)]);
    assert_eq!(report.left_out, left_out);
    let rejected: Vec<(u64, &Reason)> = report.rejected.iter().map(|row| (row.line, &row.reason)).collect();
    let expected = [
        (7, &Reason::Postcode),
        (8, &Reason::UnknownPostcode),
        (9, &Reason::Status),
        (10, &Reason::Name),
        (11, &Reason::Code),
        (12, &Reason::Twice),
        (13, &Reason::Columns { expected: 27, found: 3 }),
        (14, &Reason::Quotes),
    ];
    assert_eq!(rejected, expected);
    let summary = report.to_string();
    for line in ["      17 rows read", "       5 kept", "       8 rejected", "       1   no postcode"] {
        assert!(summary.contains(line), "{summary}");
    }
    let mut sheet = Vec::new();
    report.write(&mut sheet).expect("a report");
    let sheet = String::from_utf8(sheet).expect("text");
    assert_eq!(sheet.lines().count(), 1 + 8 + 1, "{sheet}");
    assert!(sheet.contains("7,rejected,no postcode,"), "{sheet}");
    assert!(sheet.contains("17,kept without,no readable telephone number: RING THE BELL,m82910"), "{sheet}");
}

/// The report as published and the same with a header say the same.
#[test]
fn both_forms_give_the_same_records() {
    let (published, _) = read(Register::Practices, &suite("ods/epraccur.csv"));
    let (headed, report) = read(Register::Practices, &suite("ods/practices.csv"));
    assert_eq!(names(&headed), ["a88023", "m82022", "m82025", "n82109"]);
    assert!(report.rejected.is_empty() && report.adds_up());
    for (id, found) in &headed.found {
        assert_eq!(published.found.get(id), Some(found));
    }
    let (published, _) = read(Register::Dispensaries, &suite("ods/edispensary.csv"));
    let (headed, _) = read(Register::Dispensaries, &suite("ods/pharmacies.csv"));
    assert_eq!(names(&published), ["fjh50", "ftx21"], "an appliance contractor is no pharmacy");
    for (id, found) in &published.found {
        assert_eq!(headed.found.get(id), Some(found));
    }
}

/// SR6 is mostly Sunderland's and L24 Liverpool's. Whose a place is, its postcode says and not its outcode.
#[test]
fn whitburn_and_hale_belong_to_their_own_council() {
    let (practices, _) = read(Register::Practices, &suite("ods/practices.csv"));
    let (pharmacies, _) = read(Register::Dispensaries, &suite("ods/pharmacies.csv"));
    let belongs = |import: &Import, id: &str| import.found.get(id).map(|found| (found.area.clone(), found.nearby));
    assert_eq!(belongs(&practices, "a88023"), Some(("south-tyneside".to_owned(), false)));
    assert_eq!(belongs(&pharmacies, "fjh50"), Some(("halton".to_owned(), false)));
    assert_eq!(belongs(&practices, "n82109"), Some(("halton".to_owned(), true)), "Liverpool's, but near");
}

/// The only practice of the town is registered elsewhere, so the town comes in as a branch, and as a lead.
#[test]
fn whitchurch_has_no_practice_of_its_own() {
    let given = Given::new();
    let (import, _) = read(Register::Practices, &suite("ods/epraccur.csv"));
    assert!(import.found.values().all(|found| found.record.town() != Some("Whitchurch")));
    let mut report = Report::default();
    let leads = given.branches(&import, &suite("ods/sites.csv"), &mut report).expect("a list of sites");
    let [lead] = leads.as_slice() else { panic!("one branch: {leads:?}") };
    assert_eq!((lead.practice.as_str(), lead.branch.id.as_str()), ("m82025", "m82025002"));
    assert_eq!(lead.branch.name.as_deref(), Some("Churchmere Medical Group - Bridgewater"));
    assert_eq!(lead.branch.place.location.to_string(), "Drumcarrig, Bridgewater Street, Whitchurch SY13 1QH");
    assert_eq!(lead.branch.source.as_deref(), Some(ods::BRANCHES), "another source than the practice's");
    assert!(ods::branches_source(day("2019-05-22")).lead, "which is a lead and no fact");
    assert_eq!(lead.branch.phone, None, "numbers of that age are not taken");
    let left_out = BTreeMap::from([(LeftOut::SamePlace, 3), (LeftOut::OtherPractice, 1)]);
    assert_eq!((report.left_out.clone(), report.rejected.len()), (left_out, 1));
    assert!(report.adds_up());
}

/// The name alone says nothing, so no record is without its town.
#[test]
fn boots_by_the_dozen() {
    let (import, _) = read(Register::Dispensaries, &suite("ods/pharmacies.csv"));
    let boots = import.found.values().map(|found| &found.record).filter(|record| record.name == "Boots");
    let towns: Vec<Option<&str>> = boots.map(|record| record.town()).collect();
    assert_eq!(towns, [Some("Shrewsbury"), Some("Hebburn"), Some("Market Drayton")]);
}

/// A record without a number is kept, says nothing of a number, and is counted.
#[test]
fn missing_phones() {
    let (import, report) = read(Register::Dispensaries, &suite("ods/pharmacies.csv"));
    let hale = import.found.get("fjh50").map(|found| &found.record).expect("Hale");
    assert_eq!(hale.phone, None);
    assert!(hale.can_be_reached(), "by its address");
    let notes: Vec<_> = report.notes.iter().map(|note| (note.line, note.id.as_str(), &note.what)).collect();
    assert_eq!(notes, [(5, "fjh50", &Noted::NoPhone)]);
    assert!(report.to_string().contains("1   of them with no telephone number"));
}

/// The register does not say which pharmacies only send by post, so nothing says that anyone can walk in.
#[test]
fn internet_pharmacies_are_not_marked() {
    let (import, _) = read(Register::Dispensaries, &suite("ods/pharmacies.csv"));
    assert!(import.found.contains_key("faa03"));
    for found in import.found.values() {
        assert!(found.record.ways.is_empty() && found.record.how.is_empty(), "{}", found.record.id);
    }
}

/// What a register does not say, no record says.
#[test]
fn what_the_register_does_not_say_is_unknown() {
    let (import, _) = read(Register::Practices, &suite("ods/practices.csv"));
    for found in import.found.values() {
        let record = &found.record;
        assert!(record.does.is_unknown() && record.languages.is_empty() && record.cost.is_none());
        assert!(record.places().all(|place| place.hours.is_none() && place.location.access.is_unknown()));
        assert!(record.is_unchecked() && record.serves.is_empty());
    }
}

/// Prescribing codes of drug and alcohol services are leads: no list of them is read, and no register's row becomes one.
#[test]
fn leads_are_never_imported_as_services() {
    let given = Given::new();
    for register in [Register::Practices, Register::Dispensaries] {
        let refused = given.read(register, &suite("ods/leads.csv"), &mut Report::default()).expect_err("leads");
        let said = refused.to_string();
        assert!(said.contains("list of leads") && said.contains("area.toml by hand"), "{said}");
    }
    let (import, _) = read(Register::Practices, &suite("ods/epraccur.csv"));
    assert_eq!(import.left_out.get("y05376"), Some(&LeftOut::OtherSetting));
    assert!(!import.found.contains_key("y05376"));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refusals {
    case: Vec<Refusal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refusal {
    register: String,
    text: String,
    says: String,
}

#[test]
fn another_file_is_refused_at_its_beginning() {
    let given = Given::new();
    let file: Refusals = toml::from_str(&suite("ods/refused.toml")).expect("cases");
    for Refusal { register, text, says } in file.case {
        let register = Register::read(&register).expect("a register");
        let refused = given.read(register, &text, &mut Report::default()).expect_err(&says).to_string();
        assert!(refused.contains(&says), "{says:?} is not in {refused:?}");
    }
}

/// A row in another encoding is rejected, and so is one without an end; what follows is read.
#[test]
fn damage_stays_in_its_row() {
    let given = Given::new();
    let text = suite("ods/practices.csv");
    let mut lines: Vec<Vec<u8>> = text.lines().map(|line| line.as_bytes().to_vec()).collect();
    lines[1].splice(3..3, [0xe9]);
    lines[2] = vec![b'x'; 100_000];
    let bytes = lines.join(&b"\r\n"[..]);
    let mut report = Report::default();
    let import = ods::read(&given.ask(Register::Practices), Cursor::new(bytes), &mut report).expect("readable");
    assert_eq!(names(&import), ["a88023", "n82109"]);
    let reasons: Vec<_> = report.rejected.iter().map(|row| (row.line, row.reason.clone())).collect();
    assert_eq!(reasons, [(2, Reason::NotText), (3, Reason::TooLong)]);
    assert!(report.adds_up());
}

proptest! {
    #![proptest_config(tries(256))]

    /// Any damage to a file ends in a refusal or in an account that adds up.
    #[test]
    fn any_bytes_are_read_or_refused(at in any::<prop::sample::Index>(), bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        let given = Given::new();
        for name in ["ods/epraccur.csv", "ods/practices.csv"] {
            let mut file = suite(name).into_bytes();
            let place = at.index(file.len());
            file.splice(place..(place + bytes.len() / 2).min(file.len()), bytes.clone());
            let mut report = Report::default();
            if let Ok(import) = ods::read(&given.ask(Register::Practices), Cursor::new(file), &mut report) {
                prop_assert!(report.adds_up());
                prop_assert_eq!(import.found.len() as u64, report.kept);
            }
        }
    }
}
