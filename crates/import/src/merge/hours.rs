//! Opening hours from a list of their own, for records that are there already.

use std::collections::BTreeMap;

use directory::{DataSource, Kind, hours::Schedule};
use records::Book;

use super::{Account, Change, Older, described, fields::hours_text, not_older, set_source};

/// Takes hours over, by the records' codes in capitals. Gives the account, and how many codes have no record here.
///
/// A checked record keeps its hours, and so does one whose hours have another source.
///
/// # Errors
/// The books have a later issue of the same source. Then nothing has been changed.
pub fn merge_hours(
    books: &mut [Book],
    kind: Kind,
    source: &DataSource,
    mut hours: BTreeMap<String, Schedule>,
) -> Result<(Account, usize), Older> {
    not_older(books, source)?;
    let mut account = Account::default();
    for book in books.iter_mut().filter(|book| book.kind == kind) {
        let mut used = false;
        for record in &mut book.records {
            let theirs = record.organization.ods.as_ref().and_then(|code| hours.remove(code));
            let name = described(record);
            let ours = record.place.as_ref().and_then(|place| place.hours.as_ref());
            let from = record.place.as_ref().and_then(|place| place.hours_source.as_ref());
            let is_theirs = from == Some(&source.id) || ours.is_none();
            let wins = !record.is_unchecked() || !is_theirs;
            if theirs.is_none() && from != Some(&source.id) {
                continue;
            }
            let change = Change {
                id: record.id.clone(),
                name,
                field: "hours",
                ours: ours.map(hours_text),
                theirs: theirs.as_ref().map(hours_text),
            };
            used |= from == Some(&source.id);
            match theirs {
                Some(theirs) if ours == Some(&theirs) => account.same += 1,
                Some(theirs) if !wins => {
                    account.changes.push(change);
                    let place = record.place.get_or_insert_default();
                    place.hours = Some(theirs);
                    place.hours_source = Some(source.id.clone());
                    used = true;
                }
                _ => account.clashes.push(change),
            }
        }
        if used {
            set_source(book, source);
        }
    }
    Ok((account, hours.len()))
}
