//! What an import changes in the books, and what it may not change.
//!
//! A fact that a person has checked always wins. So does a record that came from elsewhere, and whatever the source is
//! silent about: silence is no fact. Everything that was not taken over is in the account, and nothing is dropped.

mod account;
mod fields;
mod hours;

use std::collections::{BTreeMap, BTreeSet};

use directory::{Branch, DataSource, Date, Kind, Record};
use records::Book;

pub use account::{Account, Change, Gone};
pub use fields::hours_text;

use crate::ods::{Found, Import, Lead};
use fields::{branch_fields, further_fields, place_of, record_fields, take_branch, take_record};
pub use hours::merge_hours;

/// An import that is ready to go into the books.
#[derive(Debug)]
pub struct Merge {
    /// What its records are.
    pub kind: Kind,
    /// Where its facts are from.
    pub source: DataSource,
    /// Its records.
    pub import: Import,
    /// Branches from an older list, and where those are from; none if no list was given.
    pub leads: Option<(DataSource, Vec<Lead>)>,
}

/// The books already have a later issue of the same source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Older {
    /// The source's id.
    pub source: String,
    /// The issue that the books have.
    pub ours: Date,
    /// The issue that was to be imported.
    pub theirs: Date,
}

impl std::fmt::Display for Older {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Older { source, ours, theirs } = self;
        write!(
            f,
            "The records have {source} as at {ours}; the file is as at {theirs}, which is older. Nothing was imported."
        )
    }
}

impl std::error::Error for Older {}

/// A file of records: its area, and whether its records are outside of it.
type Shelf = (String, bool);

/// Takes an import over into the books of its kind; books of other kinds stay as they are.
///
/// Done twice with the same import, the second time changes nothing.
///
/// # Errors
/// The books have a later issue of the same source. Then nothing has been changed.
pub fn merge(books: &mut Vec<Book>, merge: Merge) -> Result<Account, Older> {
    let Merge { kind, source, import, leads } = merge;
    not_older(books, &source)?;
    if let Some((source, _)) = &leads {
        not_older(books, source)?;
    }
    let mut account = Account::default();
    let others = books.iter().filter(|book| book.kind != kind).flat_map(|book| &book.records);
    let taken: BTreeSet<String> = others.map(|record| record.id.clone()).collect();
    let mut all: BTreeMap<String, (Shelf, Record)> = BTreeMap::new();
    let mut sources: BTreeMap<String, DataSource> = BTreeMap::new();
    for book in books.iter_mut().filter(|book| book.kind == kind) {
        sources.extend(book.sources.iter().map(|source| (source.id.clone(), source.clone())));
        for record in book.records.drain(..) {
            all.insert(record.id.clone(), ((book.area.clone(), book.nearby), record));
        }
    }
    let missing: Vec<String> = all.keys().filter(|id| !import.found.contains_key(*id)).cloned().collect();
    for id in missing {
        if let Some((_, record)) = all.get_mut(&id) {
            missed(record, &source, &import, &mut account);
        }
    }
    for (id, found) in import.found {
        match all.get_mut(&id) {
            Some((shelf, record)) => update(shelf, record, found, &source, &mut account),
            // Ids are given once, whatever they are given to.
            None if taken.contains(&id) => {
                let name = described(&found.record);
                account.clashes.push(Change { ours: None, theirs: Some(name.clone()), id, name, field: "id" });
            }
            None => {
                let Found { area, nearby, mut record } = found;
                record.provenance.source.clone_from(&source.id);
                account.added.push((id.clone(), described(&record)));
                all.insert(id, ((area, nearby), record));
            }
        }
    }
    let mut fresh = BTreeSet::from([source.id.clone()]);
    sources.insert(source.id.clone(), source);
    if let Some((source, leads)) = leads {
        fresh.insert(source.id.clone());
        missed_branches(&all, &leads, &source, &mut account);
        for lead in leads {
            if let Some((_, record)) = all.get_mut(&lead.practice) {
                take_lead(record, lead.branch, &source, &mut account);
            }
        }
        sources.insert(source.id.clone(), source);
    }
    shelve(books, kind, all, &sources, &fresh);
    Ok(account)
}

fn not_older(books: &[Book], theirs: &DataSource) -> Result<(), Older> {
    let ours = books.iter().filter_map(|book| book.source(&theirs.id)).map(|source| source.as_at).max();
    match ours {
        Some(ours) if ours > theirs.as_at => Err(Older { source: theirs.id.clone(), ours, theirs: theirs.as_at }),
        _ => Ok(()),
    }
}

/// A record that the import does not have.
fn missed(record: &mut Record, source: &DataSource, import: &Import, account: &mut Account) {
    // A record from elsewhere is not the source's to miss.
    if record.provenance.source != source.id {
        return;
    }
    if import.rejected.contains(&record.id) {
        account.unreadable.push((record.id.clone(), described(record)));
        return;
    }
    let why = import.left_out.get(&record.id).copied();
    account.gone.push(Gone { id: record.id.clone(), name: described(record), why });
    if record.is_unchecked() && record.provenance.missing_since.is_none() {
        record.provenance.missing_since = Some(source.as_at);
    }
}

fn update(shelf: &mut Shelf, record: &mut Record, found: Found, source: &DataSource, account: &mut Account) {
    let Found { area, nearby, record: theirs } = found;
    let ours_win = !record.is_unchecked() || record.provenance.source != source.id;
    let usual = record_fields(record).into_iter().zip(record_fields(&theirs));
    let further =
        further_fields(record).into_iter().zip(further_fields(&theirs)).filter(|(_, theirs)| theirs.1.is_some());
    let mut same = true;
    for ((field, before), (_, after)) in usual.chain(further) {
        if before == after {
            continue;
        }
        let change = Change { id: record.id.clone(), name: described(record), field, ours: before, theirs: after };
        same = false;
        if ours_win || change.theirs.is_none() { account.clashes.push(change) } else { account.changes.push(change) }
    }
    account.same += usize::from(same);
    if ours_win {
        return;
    }
    take_record(record, theirs);
    if record.provenance.missing_since.take().is_some() {
        account.back.push((record.id.clone(), described(record)));
    }
    *shelf = (area, nearby);
}

/// Branches that the list of leads no longer has. They are kept: that a list is silent about a lead proves nothing.
fn missed_branches(
    all: &BTreeMap<String, (Shelf, Record)>,
    leads: &[Lead],
    source: &DataSource,
    account: &mut Account,
) {
    let still: BTreeSet<&str> = leads.iter().map(|lead| lead.branch.id.as_str()).collect();
    for (_, record) in all.values() {
        let theirs = record.branches.iter().filter(|branch| branch.source.as_deref() == Some(&source.id));
        for branch in theirs.filter(|branch| !still.contains(branch.id.as_str())) {
            account.gone.push(Gone { id: branch.id.clone(), name: place_of(branch), why: None });
        }
    }
}

fn take_lead(record: &mut Record, theirs: Branch, source: &DataSource, account: &mut Account) {
    let name = described(record);
    let Some(ours) = record.branches.iter_mut().find(|branch| branch.id == theirs.id) else {
        let known = record.places().any(|place| place.location.postcode == theirs.place.location.postcode);
        if record.is_unchecked() && !known {
            account.added.push((theirs.id.clone(), place_of(&theirs)));
            record.branches.push(theirs);
            record.branches.sort_by(|a, b| a.id.cmp(&b.id));
        } else {
            let change =
                Change { id: theirs.id.clone(), name, field: "branch", ours: None, theirs: Some(place_of(&theirs)) };
            account.clashes.push(change);
        }
        return;
    };
    // A branch that someone has confirmed no longer names the leads as its source.
    let ours_win = record.provenance.checked.is_some() || ours.source.as_deref() != Some(&source.id);
    for ((field, before), (_, after)) in branch_fields(ours).into_iter().zip(branch_fields(&theirs)) {
        if before != after {
            let id = ours.id.clone();
            let change = Change { id, name: name.clone(), field, ours: before, theirs: after };
            if ours_win || change.theirs.is_none() {
                account.clashes.push(change)
            } else {
                account.changes.push(change)
            }
        }
    }
    if !ours_win {
        take_branch(ours, theirs);
    }
}

/// Puts the records into their books again, with a new book where there was none. A book names every source that one of
/// its records does; only the sources that were imported just now get a new date.
fn shelve(
    books: &mut Vec<Book>,
    kind: Kind,
    all: BTreeMap<String, (Shelf, Record)>,
    sources: &BTreeMap<String, DataSource>,
    fresh: &BTreeSet<String>,
) {
    for (_, ((area, nearby), record)) in all {
        let place = books.iter().position(|book| book.kind == kind && book.area == area && book.nearby == nearby);
        let book = match place.and_then(|place| books.get_mut(place)) {
            Some(book) => book,
            None => {
                let book = Book { heading: Vec::new(), area, kind, nearby, sources: Vec::new(), records: Vec::new() };
                books.push(book);
                let Some(book) = books.last_mut() else { return };
                book
            }
        };
        let branches = record.branches.iter().filter_map(|branch| branch.source.as_ref());
        let hours = record.places().filter_map(|place| place.hours_source.as_ref());
        for used in [&record.provenance.source].into_iter().chain(branches).chain(hours) {
            match sources.get(used) {
                Some(source) if fresh.contains(used) => set_source(book, source),
                Some(source) if book.source(used).is_none() => book.sources.push(source.clone()),
                _ => {}
            }
        }
        book.records.push(record);
    }
}

/// The name of a source that a book has already stays: someone may have written a better one.
fn set_source(book: &mut Book, source: &DataSource) {
    match book.sources.iter_mut().find(|ours| ours.id == source.id) {
        Some(ours) => ours.as_at = source.as_at,
        None => book.sources.push(source.clone()),
    }
}

/// A name that tells one "Boots" from another.
fn described(record: &Record) -> String {
    match record.town() {
        Some(town) => format!("{}, {town}", record.name),
        None => record.name.clone(),
    }
}
