use directory::{
    Area, DataSource, Record,
    listing::{ListedSource, Listing, Listings},
};

use crate::Book;

/// Everything that is searched: the services of the areas first, then the records of the books. What is only a lead is left
/// out: it could only be shown with a caution of its own.
pub fn listings<'a>(areas: impl IntoIterator<Item = &'a Area>, books: impl IntoIterator<Item = &'a Book>) -> Listings {
    let mut made = Listings::default();
    for (record, source) in areas.into_iter().flat_map(Area::records).collect::<Vec<_>>() {
        add(&mut made, &record, &[source]);
    }
    for book in books {
        for record in &book.records {
            add(&mut made, record, &book.sources);
        }
    }
    made
}

fn add(made: &mut Listings, record: &Record, sources: &[DataSource]) {
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
    made.entries.extend(Listing::of(record, place));
}
