//! What an import may change, and what it may not.

use std::fs;

use directory::{Activity, Checked, DataSource, Kind, Known, Phone, Record};
use import::{
    merge::{Account, Merge, Older, merge},
    ods::{self, Register},
    report::Report,
    write,
};
use proptest::prelude::*;
use records::{Book, load};

use crate::given::{Given, day, suite, tries};

const FIRST: &str = "2026-02-03";

/// Imports a file of practices, and a list of sites if there is one.
fn import(books: &mut Vec<Book>, text: &str, sites: Option<&str>, as_at: &str) -> Result<Account, Older> {
    let given = Given::new();
    let register = Register::Practices;
    let import = given.read(register, text, &mut Report::default()).expect("a register");
    let leads = sites.map(|sites| {
        let leads = given.branches(&import, sites, &mut Report::default()).expect("a list");
        (ods::branches_source(day("2019-05-22")), leads)
    });
    merge(books, Merge { kind: register.kind(), source: register.source(day(as_at)), import, leads })
}

/// Three areas with their practices, and a branch in Whitchurch.
fn books() -> Vec<Book> {
    let mut books = Vec::new();
    import(&mut books, &practices(), Some(&suite("ods/sites.csv")), FIRST).expect("newer than nothing");
    books
}

fn practices() -> String {
    suite("ods/practices.csv")
}

fn record<'b>(books: &'b mut [Book], id: &str) -> &'b mut Record {
    let records = books.iter_mut().flat_map(|book| &mut book.records);
    records.into_iter().find(|record| record.id == id).expect(id)
}

/// The file without the row of a code.
fn without(text: &str, code: &str) -> String {
    text.lines().filter(|line| !line.starts_with(code)).map(|line| format!("{line}\n")).collect()
}

fn fields(changes: &[import::merge::Change]) -> Vec<(&str, &str, Option<&str>, Option<&str>)> {
    changes
        .iter()
        .map(|change| (change.id.as_str(), change.field, change.ours.as_deref(), change.theirs.as_deref()))
        .collect()
}

#[test]
fn a_first_import_fills_the_books() {
    let books = books();
    let shelves: Vec<_> = books.iter().map(|book| (book.area.as_str(), book.nearby, book.records.len())).collect();
    assert_eq!(shelves, [("south-tyneside", false, 1), ("shropshire", false, 2), ("halton", true, 1)]);
    let sources: Vec<_> = books.iter().map(|book| book.sources.len()).collect();
    assert_eq!(sources, [1, 2, 1], "the leads' source is named where there is a lead");
}

#[test]
fn importing_twice_changes_nothing() {
    let mut books = books();
    let before = books.clone();
    let account = import(&mut books, &practices(), Some(&suite("ods/sites.csv")), FIRST).expect("the same issue");
    assert_eq!(books, before);
    assert_eq!(account, Account { same: 4, ..Account::default() });

    let root = tempfile::tempdir().expect("a folder");
    assert_eq!(write::save(root.path(), &books).expect("written").len(), 3);
    let read: Vec<Book> = load(root.path()).expect("sound").into_iter().map(|shelf| shelf.book).collect();
    let mut again = read.clone();
    import(&mut again, &practices(), Some(&suite("ods/sites.csv")), FIRST).expect("the same issue");
    assert_eq!(again, read);
    assert!(write::save(root.path(), &again).expect("nothing to write").is_empty());
}

/// Files of books that nothing has changed are not touched, not even to write the same.
#[test]
fn a_change_touches_only_its_own_file() {
    let root = tempfile::tempdir().expect("a folder");
    write::save(root.path(), &books()).expect("written");
    let mut read: Vec<Book> = load(root.path()).expect("sound").into_iter().map(|shelf| shelf.book).collect();
    record(&mut read, "a88023").name = "Whitburn".to_owned();
    let written = write::save(root.path(), &read).expect("written");
    assert_eq!(written, [std::path::PathBuf::from("areas/south-tyneside/directory/gp.toml")]);
    let text = fs::read_to_string(root.path().join(&written[0])).expect("a file");
    assert!(text.starts_with("# gp in south-tyneside. Written by `cargo xtask import`, mended by hand.\n"), "{text}");
}

#[test]
fn a_later_issue_changes_what_it_says() {
    let mut books = books();
    record(&mut books, "m82022").does.set(Activity::SharedCare, Known::Present);
    let text = practices().replace("01691 654646,+441691654646", "01691 000000,").replace("Oswald Road", "New Road");
    let account = import(&mut books, &text, None, "2026-05-01").expect("a later issue");
    let expected = [
        ("m82022", "phone", Some("01691 654646"), Some("01691 000000")),
        ("m82022", "address", Some("Oswald Road"), Some("New Road")),
    ];
    assert_eq!(fields(&account.changes), expected);
    let changed = record(&mut books, "m82022");
    assert_eq!(changed.phone, Phone::read("01691 000000").ok());
    assert_eq!(changed.does.of(Activity::SharedCare), Known::Present, "which the register is silent about");
    assert!(books.iter().all(|book| book.sources[0].as_at == day("2026-05-01")));
    assert_eq!(record(&mut books, "m82025").branches.len(), 1, "branches stay when no list is given");
}

#[test]
fn an_older_issue_is_refused() {
    let mut books = books();
    let before = books.clone();
    let older = import(&mut books, &practices(), None, "2025-01-01").expect_err("older");
    assert_eq!((older.ours, older.theirs), (day(FIRST), day("2025-01-01")));
    assert_eq!(books, before);
}

#[test]
fn checked_facts_always_win_and_clashes_are_listed() {
    let mut books = books();
    let checked = record(&mut books, "m82022");
    checked.provenance.checked = Some(Checked { by: "The partnership".to_owned(), on: day("2026-11-20") });
    checked.phone = Phone::read("01691 111111").ok();
    checked.name = "The Caxton".to_owned();
    checked.place.as_mut().expect("a place").location.town = None;
    let before = checked.clone();
    let account = import(&mut books, &practices(), None, "2026-12-01").expect("a later issue");
    assert_eq!(record(&mut books, "m82022"), &before);
    let expected = [
        ("m82022", "name", Some("The Caxton"), Some("The Caxton Surgery")),
        ("m82022", "phone", Some("01691 111111"), Some("01691 654646")),
        ("m82022", "town", None, Some("Oswestry")),
    ];
    assert_eq!(fields(&account.clashes), expected);
    assert!(account.changes.is_empty());
    let said = account.to_string();
    assert!(said.contains("m82022 (The Caxton), phone: ours 01691 111111; theirs 01691 654646"), "{said}");
}

/// A record that someone wrote from another source is not the register's to change.
#[test]
fn a_record_from_elsewhere_wins() {
    let mut books = books();
    let other = record(&mut books, "m82022");
    other.provenance.source = "the-practice-itself".to_owned();
    other.name = "Caxton".to_owned();
    let account = import(&mut books, &practices(), None, FIRST).expect("the same issue");
    assert_eq!(fields(&account.clashes), [("m82022", "name", Some("Caxton"), Some("The Caxton Surgery"))]);
    assert_eq!(record(&mut books, "m82022").name, "Caxton");
    let account = import(&mut books, &without(&practices(), "M82022"), None, FIRST).expect("the same issue");
    assert!(account.gone.is_empty(), "nor to miss");
}

#[test]
fn silence_is_no_fact() {
    let mut books = books();
    let text = practices().replace("01691 654646,+441691654646", ",");
    let account = import(&mut books, &text, None, FIRST).expect("the same issue");
    assert_eq!(fields(&account.clashes), [("m82022", "phone", Some("01691 654646"), None)]);
    assert_eq!(record(&mut books, "m82022").phone, Phone::read("01691 654646").ok());
}

#[test]
fn what_has_gone_from_the_source_is_listed_and_kept() {
    let mut books = books();
    let text = without(&practices(), "M82022");
    let account = import(&mut books, &text, None, "2026-05-01").expect("a later issue");
    let [gone] = account.gone.as_slice() else { panic!("one has gone: {:?}", account.gone) };
    assert_eq!((gone.id.as_str(), gone.name.as_str(), gone.why), ("m82022", "The Caxton Surgery, Oswestry", None));
    assert_eq!(record(&mut books, "m82022").provenance.missing_since, Some(day("2026-05-01")));

    let marked = books.clone();
    let account = import(&mut books, &text, None, "2026-05-01").expect("the same issue");
    assert_eq!((account.gone.len(), &books), (1, &marked), "listed again, and the mark keeps its first day");
    import(&mut books, &text, None, "2026-08-01").expect("a later issue");
    assert_eq!(record(&mut books, "m82022").provenance.missing_since, Some(day("2026-05-01")));

    let account = import(&mut books, &practices(), None, "2026-09-01").expect("a later issue");
    assert_eq!(account.back, [("m82022".to_owned(), "The Caxton Surgery, Oswestry".to_owned())]);
    assert_eq!(record(&mut books, "m82022").provenance.missing_since, None);
}

/// A checked record that has gone is listed and not marked: a person knows better.
#[test]
fn what_is_checked_is_not_marked_as_gone() {
    let mut books = books();
    record(&mut books, "m82022").provenance.checked =
        Some(Checked { by: "The partnership".to_owned(), on: day("2026-11-20") });
    let before = books.clone();
    let account = import(&mut books, &without(&practices(), "M82022"), None, FIRST).expect("the same issue");
    assert_eq!((account.gone.len(), books), (1, before));
}

/// A row that is damaged in one issue has not gone.
#[test]
fn a_rejected_row_has_not_gone() {
    let mut books = books();
    let before = books.clone();
    for damaged in ["M82022,\"THE CAXTON SURGERY", "M82022,,,,,,,", "M82022,X"] {
        let text = without(&practices(), "M82022") + damaged + "\n";
        let account = import(&mut books, &text, None, FIRST).expect("the same issue");
        assert_eq!(account.unreadable.len(), 1, "{damaged}");
        assert!(account.gone.is_empty() && books == before, "{damaged}");
    }
}

#[test]
fn a_place_that_moves_changes_its_file() {
    let mut books = books();
    // The postcode says where it is, so the practice moves with it: from Oswestry to Runcorn.
    let text = practices().replace("SY11 1RD", "WA7 1NE");
    import(&mut books, &text, None, FIRST).expect("the same issue");
    let halton = books.iter().find(|book| book.area == "halton" && !book.nearby).expect("a new book");
    assert_eq!(halton.records.iter().map(|record| record.id.as_str()).collect::<Vec<_>>(), ["m82022"]);
    assert_eq!(books.iter().map(|book| book.records.len()).sum::<usize>(), 4, "and is nowhere else");
}

/// A file names every source that its records name, also when a record comes from another file.
#[test]
fn a_place_that_moves_takes_its_sources_along() {
    let mut books = books();
    let moved = record(&mut books, "m82025");
    assert_eq!(moved.branches.len(), 1, "from the older list");
    let text = practices().replace("SY12 0DB", "WA7 1NE");
    import(&mut books, &text, None, FIRST).expect("the same issue");
    let root = tempfile::tempdir().expect("a folder");
    write::save(root.path(), &books).expect("written");
    let read = load(root.path()).expect("sound");
    let halton = read.iter().find(|shelf| shelf.file == "areas/halton/directory/gp.toml").expect("a new book");
    assert!(halton.book.source(ods::BRANCHES).is_some_and(|source| source.lead));
}

/// An id that something else has already would make two files that cannot both be read.
#[test]
fn an_id_is_given_once() {
    let mut books = books();
    let mut other = books[0].clone();
    other.kind = Kind::Work;
    other.records = vec![Record { id: "m82999".to_owned(), ..other.records[0].clone() }];
    books.push(other);
    let text = practices().replace("M82022,", "M82999,");
    let account = import(&mut books, &text, None, FIRST).expect("the same issue");
    assert_eq!(fields(&account.clashes), [("m82999", "id", None, Some("The Caxton Surgery, Oswestry"))]);
    let root = tempfile::tempdir().expect("a folder");
    write::save(root.path(), &books).expect("written");
    load(root.path()).expect("sound");
}

/// A source that was not imported keeps the date that each file has for it.
#[test]
fn other_sources_keep_their_dates() {
    let mut books = books();
    for (place, as_at) in ["2026-01-01", "2025-01-01", "2024-01-01"].into_iter().enumerate() {
        let other = DataSource { id: "other".to_owned(), as_at: day(as_at), ..books[place].sources[0].clone() };
        books[place].sources.push(other);
        let place = books[place].records[0].place.as_mut().expect("a place");
        place.hours_source = Some("other".to_owned());
    }
    let before = books.clone();
    import(&mut books, &practices(), None, FIRST).expect("the same issue");
    assert_eq!(books, before);
}

#[test]
fn a_branch_that_the_older_list_no_longer_has_is_listed_and_kept() {
    let mut books = books();
    let before = books.clone();
    let sites = without(&suite("ods/sites.csv"), "M82025002").replace("M82025004,", "M82025009,");
    let sites = without(&sites, "M82025009");
    let account = import(&mut books, &practices(), Some(&sites), FIRST).expect("the same issue");
    assert_eq!(account.gone.iter().map(|gone| gone.id.as_str()).collect::<Vec<_>>(), ["m82025002"]);
    assert_eq!(books, before);
}

/// A branch that someone has confirmed no longer names the list of leads as its source, and stays.
#[test]
fn a_confirmed_branch_is_no_lead_any_more() {
    let mut books = books();
    let branch = record(&mut books, "m82025").branches.first_mut().expect("Whitchurch");
    branch.source = None;
    branch.name = Some("Bridgewater".to_owned());
    let before = books.clone();
    let account = import(&mut books, &practices(), Some(&suite("ods/sites.csv")), FIRST).expect("the same issue");
    assert_eq!(books, before);
    let ours = ("m82025002", "name", Some("Bridgewater"), Some("Churchmere Medical Group - Bridgewater"));
    assert_eq!(fields(&account.clashes), [ours]);
}

proptest! {
    #![proptest_config(tries(64))]

    /// Whatever a person has changed by hand, and whichever rows an issue has, a second import changes nothing, and no
    /// record is ever lost.
    #[test]
    fn any_import_done_twice_changes_nothing(rows in any::<[bool; 5]>(), checked in any::<[bool; 4]>(), elsewhere in any::<[bool; 4]>()) {
        let mut books = books();
        for (place, id) in ["a88023", "m82022", "m82025", "n82109"].iter().enumerate() {
            let record = record(&mut books, id);
            record.name.push_str(" by hand");
            if checked[place] {
                record.provenance.checked = Some(Checked { by: "someone".to_owned(), on: day("2026-11-20") });
            }
            if elsewhere[place] {
                record.provenance.source = "elsewhere".to_owned();
            }
        }
        let text = practices();
        let lines = text.lines().enumerate().filter(|(line, _)| *line == 0 || rows[line - 1]);
        let text: String = lines.map(|(_, line)| format!("{line}\n")).collect();
        prop_assume!(rows.contains(&true));
        let mut once = books.clone();
        import(&mut once, &text, None, "2026-05-01").expect("later");
        let mut twice = once.clone();
        import(&mut twice, &text, None, "2026-05-01").expect("the same");
        prop_assert_eq!(&once, &twice);
        let count = |books: &[Book]| books.iter().map(|book| book.records.len()).sum::<usize>();
        prop_assert_eq!(count(&once), count(&books));
        for (place, id) in ["a88023", "m82022", "m82025", "n82109"].iter().enumerate() {
            if checked[place] || elsewhere[place] {
                let before = record(&mut books, id).clone();
                prop_assert_eq!(record(&mut once, id), &before);
            }
        }
    }
}
