use directory::{
    Area, DataSource, Outline, Record,
    hours::Holiday,
    listing::{ListedSource, Listing, Listings},
};

use crate::Book;

/// What is searched is made of this.
#[derive(Debug, Clone, Copy)]
pub struct Searched<'a> {
    /// The areas with their services, in the order in which the site lists them.
    pub areas: &'a [Area],
    /// Places in the areas and near them.
    pub books: &'a [Book],
    /// Lines for everyone.
    pub lines: &'a [(Record, DataSource)],
    /// Days on which hours may differ.
    pub holidays: &'a [Holiday],
    /// The edges of the areas' local authorities.
    pub outlines: &'a [Outline],
}

/// Everything that is searched: the services of the areas first, then the lines for everyone, then the records of the
/// books. What is only a lead is left out: it could only be shown with a caution of its own.
pub fn listings(searched: Searched<'_>) -> Listings {
    let mut made = Listings { ..Listings::default() };
    (made.holidays, made.outlines) = (searched.holidays.to_vec(), searched.outlines.to_vec());
    for (area, place) in searched.areas.iter().zip(0..) {
        for (record, source) in area.records() {
            add(&mut made, &record, &[source], Some(place));
        }
    }
    for (record, source) in searched.lines {
        add(&mut made, record, std::slice::from_ref(source), None);
    }
    for book in searched.books {
        // What is only near an area has no page of its own.
        let own = searched.areas.iter().zip(0..).find(|(area, _)| area.id == book.area && !book.nearby);
        for record in &book.records {
            add(&mut made, record, &book.sources, own.map(|(_, place)| place));
        }
    }
    made
}

fn add(made: &mut Listings, record: &Record, sources: &[DataSource], area: Option<u32>) {
    let of_file = |sources_there: &mut Vec<ListedSource>, id: &str| {
        let source = sources.iter().find(|source| source.id == id && !source.lead)?;
        let listed = ListedSource { name: source.name.clone(), as_at: source.as_at, lead: source.lead };
        let there = sources_there.iter().position(|known| *known == listed);
        let place = there.unwrap_or_else(|| {
            sources_there.push(listed);
            sources_there.len() - 1
        });
        u32::try_from(place).ok()
    };
    let known: Vec<(&str, Option<u32>)> =
        sources.iter().map(|source| (source.id.as_str(), of_file(&mut made.sources, &source.id))).collect();
    let place = |id: &str| known.iter().find(|(known, _)| *known == id).and_then(|(_, place)| *place);
    let listings = Listing::of(record, place).into_iter();
    // The page is the record's own; a branch stands on it and has none.
    made.entries.extend(listings.map(|entry| Listing { area: area.filter(|_| entry.id == record.id), ..entry }));
}
