use directory::{Area, Postcodes, Record};

use crate::Book;

/// The services of the areas' own files as books too, a book for each kind in an area, those with a postcode at its point.
/// Both keep their order: the council's own service is the first of its area.
pub fn own<'a>(areas: impl IntoIterator<Item = &'a Area>, postcodes: Option<&Postcodes>) -> Vec<Book> {
    let mut books: Vec<Book> = Vec::new();
    for area in areas {
        for (mut record, source) in area.records() {
            if let Some(postcodes) = postcodes {
                find(&mut record, postcodes);
            }
            let kind = record.kind;
            match books.iter_mut().find(|book| book.area == area.id && book.kind == kind) {
                Some(book) => {
                    book.sources.push(source);
                    book.records.push(record);
                }
                None => books.push(Book {
                    heading: Vec::new(),
                    area: area.id.clone(),
                    kind,
                    nearby: false,
                    sources: vec![source],
                    records: vec![record],
                }),
            }
        }
    }
    books
}

/// A service that was written by hand says where it is by its postcode.
fn find(record: &mut Record, postcodes: &Postcodes) {
    let Some(place) = &mut record.place else { return };
    let location = &mut place.location;
    if let Some(Ok(found)) = location.postcode.map(|postcode| postcodes.find(postcode)) {
        location.point.get_or_insert(found.point);
        location.authority.get_or_insert(found.authority);
    }
}
