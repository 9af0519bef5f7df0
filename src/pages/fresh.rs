//! How old a fact is, as a short mark beside it.

use directory::{DataSource, Freshness, Record, Service};

use super::Site;
use crate::words::Words;

/// What is said of facts that are not recent; nothing of recent ones, whose date says enough.
pub fn mark(words: Words, freshness: Freshness) -> Option<&'static str> {
    match freshness {
        Freshness::Recent => None,
        Freshness::NotRecent => Some(words.get("fresh.not-recent")),
        Freshness::Old => Some(words.get("fresh.old")),
    }
}

/// The mark of a service as an area's own file has it.
pub fn of_service(site: &Site, service: &Service) -> Option<&'static str> {
    mark(site.words, Freshness::of(service.source.last_known(), site.today))
}

/// The date of a record's facts, and the mark.
pub fn dated(site: &Site, record: &Record, source: &DataSource) -> String {
    let last = record.last_known(source);
    let day = last.to_string();
    let date = match record.provenance.checked {
        Some(_) => site.words.fill("fresh.checked", &[("day", &day)]),
        None => site.words.fill("fresh.on", &[("day", &day)]),
    };
    match mark(site.words, Freshness::of(last, site.today)) {
        Some(mark) => [&date, " ", mark].concat(),
        None => date,
    }
}
