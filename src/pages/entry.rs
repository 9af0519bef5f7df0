//! What has a page of its own: the services of the areas, and the surgeries and pharmacies in their own books.

use std::collections::BTreeMap;

use directory::{Area, DataSource, Freshness, Record, Service};
use records::Book;

use super::Site;
use crate::routes;

/// An entry of the directory with its area, its book and its source.
#[derive(Clone)]
pub struct Entry {
    /// The area that it is in.
    pub area: &'static Area,
    /// The book that it stands in.
    pub book: &'static Book,
    /// The entry itself.
    pub record: &'static Record,
    /// Where its facts are from; never what is only a lead.
    pub source: &'static DataSource,
    /// How it is called where several have its name: with its town, and its postcode if that is not enough.
    pub label: String,
}

impl Entry {
    /// The address of its page.
    pub fn path(&self) -> String {
        routes::service(&self.area.id, &self.record.id)
    }

    /// As the area's own file has it, if it is from there.
    pub fn written(&self) -> Option<&'static Service> {
        self.area.services.iter().find(|service| service.id == self.record.id)
    }

    /// It is the service that the area's council pays for: the first of its file.
    pub fn is_the_councils(&self) -> bool {
        self.area.services.first().is_some_and(|service| service.id == self.record.id)
    }

    /// How old its facts are on the day of the build.
    pub fn freshness(&self, site: &Site) -> Freshness {
        Freshness::of(self.record.last_known(self.source), site.today)
    }
}

/// Every entry that has a page: area by area, the services first. What is only near an area is not its own, and what is only
/// a lead is not shown as a fact.
pub fn all(site: &'static Site) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for area in &site.areas {
        for book in site.services.iter().chain(&site.books).filter(|book| book.area == area.id && !book.nearby) {
            for record in &book.records {
                let source = book.source(&record.provenance.source).filter(|source| !source.lead);
                let label = record.name.clone();
                entries.extend(source.map(|source| Entry { area, book, record, source, label }));
            }
        }
    }
    let more: [fn(&Record) -> Option<String>; 3] = [
        |record| record.town().map(|town| [", ", town].concat()),
        |record| {
            let postcode = record.locations().find_map(|location| location.postcode);
            postcode.map(|postcode| [" ", &postcode.to_string()].concat())
        },
        |record| Some([" (", &record.id, ")"].concat()),
    ];
    for more in more {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for entry in &entries {
            *count.entry(entry.label.clone()).or_default() += 1;
        }
        for entry in entries.iter_mut().filter(|entry| count.get(&entry.label).is_some_and(|count| *count > 1)) {
            entry.label.push_str(&more(entry.record).unwrap_or_default());
        }
    }
    entries
}
