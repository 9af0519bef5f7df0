//! Hours from a list of their own.

use std::collections::BTreeMap;

use directory::{
    Checked, DataSource, Kind,
    hours::{Day, Schedule},
};
use import::merge::{Account, merge_hours};
use records::Book;

use crate::given::{day, suite};

fn books() -> Vec<Book> {
    let mut book = records::read("sound.toml", &suite("records/sound.toml")).expect("a sound file");
    book.records[0].organization.ods = Some("FA001".to_owned());
    book.records[1].organization.ods = Some("FA002".to_owned());
    vec![book]
}

fn source() -> DataSource {
    DataSource {
        id: "list".to_owned(),
        name: "A list".to_owned(),
        licence: "OGL-UK-3.0".to_owned(),
        as_at: day("2026-03-31"),
        lead: false,
    }
}

fn week(monday: &str) -> Schedule {
    let mut days = [Day::Closed; 7];
    days[0] = Day::read(monday).expect("a day");
    Schedule::weekly(days)
}

fn merged(books: &mut [Book], hours: &[(&str, Schedule)]) -> (Account, usize) {
    let hours: BTreeMap<_, _> = hours.iter().map(|(code, hours)| ((*code).to_owned(), hours.clone())).collect();
    merge_hours(books, Kind::Pharmacy, &source(), hours).expect("newer than nothing")
}

#[test]
fn hours_come_to_the_record_with_their_code() {
    let mut books = books();
    let (account, others) = merged(&mut books, &[("FA001", week("09:00-17:00")), ("FZZZZ", week("09:00-17:00"))]);
    assert_eq!((account.changes.len(), account.clashes.len(), others), (1, 0, 1));
    let place = books[0].records[0].place.as_ref().expect("a place");
    assert_eq!((place.hours.as_ref(), place.hours_source.as_deref()), (Some(&week("09:00-17:00")), Some("list")));
    assert!(books[0].source("list").is_some(), "the file names the hours' source");
    let text = records::write(&books[0]);
    assert_eq!(records::read("x.toml", &text).as_ref(), Ok(&books[0]));
}

#[test]
fn importing_hours_twice_changes_nothing() {
    let mut books = books();
    merged(&mut books, &[("FA001", week("09:00-17:00"))]);
    let before = books.clone();
    let (account, _) = merged(&mut books, &[("FA001", week("09:00-17:00"))]);
    assert_eq!((account, books), (Account { same: 1, ..Account::default() }, before));
}

/// The second record is checked, and its hours have another source: either is enough to keep them.
#[test]
fn checked_hours_and_those_from_elsewhere_win() {
    let mut books = books();
    let before = books.clone();
    let (account, _) = merged(&mut books, &[("FA002", week("09:00-17:00"))]);
    assert_eq!((account.clashes.len(), &books), (1, &before), "checked");
    books[0].records[1].provenance.checked = None;
    let before = books.clone();
    let (account, _) = merged(&mut books, &[("FA002", week("09:00-17:00"))]);
    assert_eq!((account.clashes.len(), &books), (1, &before), "from elsewhere");
    books[0].records[0].provenance.checked = Some(Checked { by: "someone".to_owned(), on: day("2026-11-20") });
    let before = books.clone();
    let (account, _) = merged(&mut books, &[("FA001", week("09:00-17:00"))]);
    assert_eq!((account.clashes.len(), &books), (1, &before), "checked, and nobody knows its hours");
}

#[test]
fn hours_that_the_list_no_longer_has_are_listed_and_kept() {
    let mut books = books();
    merged(&mut books, &[("FA001", week("09:00-17:00"))]);
    let before = books.clone();
    let (account, _) = merged(&mut books, &[]);
    let [gone] = account.clashes.as_slice() else { panic!("one: {:?}", account.clashes) };
    assert_eq!((gone.id.as_str(), gone.theirs.as_deref()), ("fa001", None));
    assert_eq!(books, before);
}
