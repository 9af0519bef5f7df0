//! The directory for a spreadsheet: a row for each record and each branch.

use std::io;

use directory::{Known, Location, Offer, Record, Term};
use records::Book;

use crate::{merge::hours_text, spreadsheet::Sheet};

const COLUMNS: [&str; 27] = [
    "id",
    "kind",
    "area",
    "nearby",
    "branch_of",
    "name",
    "run_by",
    "ods_code",
    "phone",
    "website",
    "email",
    "address",
    "town",
    "postcode",
    "easting",
    "northing",
    "authority",
    "hours",
    "does",
    "does_not",
    "how",
    "source",
    "licence",
    "as_at",
    "lead",
    "checked_by",
    "checked_on",
];

/// The sheet of these books, in the order of areas, kinds and ids.
///
/// # Errors
/// It cannot be written.
pub fn sheet(books: &[Book]) -> io::Result<String> {
    let mut bytes = Vec::new();
    let mut sheet = Sheet::new(&mut bytes);
    sheet.row(COLUMNS)?;
    for book in books {
        for record in &book.records {
            for cells in rows(book, record) {
                sheet.row(cells.iter().map(String::as_str))?;
            }
        }
    }
    sheet.end()?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn rows(book: &Book, record: &Record) -> Vec<[String; 27]> {
    let main = record.place.as_ref();
    let mut rows = vec![row(book, record, None, main.map(|place| &place.location))];
    for branch in &record.branches {
        rows.push(row(book, record, Some(branch), Some(&branch.place.location)));
    }
    rows
}

fn row(book: &Book, record: &Record, branch: Option<&directory::Branch>, location: Option<&Location>) -> [String; 27] {
    let place = branch.map(|branch| &branch.place).or(record.place.as_ref());
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let at = |value: fn(&Location) -> Option<String>| location.and_then(value).unwrap_or_default();
    let source = branch.and_then(|branch| branch.source.as_ref()).unwrap_or(&record.provenance.source);
    let source = book.source(source);
    let own = branch.is_none();
    let phone = if own { record.phone.as_ref() } else { branch.and_then(|branch| branch.phone.as_ref()) };
    let name = branch.and_then(|branch| branch.name.clone()).unwrap_or_else(|| record.name.clone());
    let checked = record.provenance.checked.as_ref();
    [
        branch.map_or(&record.id, |branch| &branch.id).clone(),
        record.kind.id().to_owned(),
        book.area.clone(),
        if book.nearby { "yes" } else { "no" }.to_owned(),
        if own { String::new() } else { record.id.clone() },
        name,
        said(&record.organization.name),
        said(&record.organization.ods),
        phone.map(ToString::to_string).unwrap_or_default(),
        said(&record.website),
        said(&record.email),
        at(|location| location.address.clone()),
        at(|location| location.town.clone()),
        at(|location| location.postcode.map(|postcode| postcode.to_string())),
        at(|location| location.point.map(|point| point.easting().to_string())),
        at(|location| location.point.map(|point| point.northing().to_string())),
        at(|location| location.authority.map(|authority| authority.to_string())),
        place.and_then(|place| place.hours.as_ref()).map(hours_text).unwrap_or_default(),
        terms(&record.does, Known::Present),
        terms(&record.does, Known::Absent),
        record.how.iter().map(|term| term.id()).collect::<Vec<_>>().join(", "),
        source.map(|source| source.name.clone()).unwrap_or_default(),
        source.map(|source| source.licence.clone()).unwrap_or_default(),
        source.map(|source| String::from(source.as_at)).unwrap_or_default(),
        if source.is_some_and(|source| source.lead) { "yes" } else { "no" }.to_owned(),
        checked.map(|checked| checked.by.clone()).unwrap_or_default(),
        checked.map(|checked| String::from(checked.on)).unwrap_or_default(),
    ]
}

fn terms<T: Term>(offer: &Offer<T>, known: Known) -> String {
    offer.all(known).map(Term::id).collect::<Vec<_>>().join(", ")
}
