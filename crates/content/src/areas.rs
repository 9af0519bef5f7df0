//! `areas/<id>/area.toml`: who helps in a council's area. Copy a folder to add yours.

use std::fs;

use directory::{Area, Postcodes};
use records::{Book, Shelf};

use crate::{
    file::{Fault, Report, Source},
    passages::{self, Sentence},
    plain, reading, review,
};

pub(crate) fn read(report: &mut Report<'_>) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for folder in report.list("areas", "") {
        let Some(source) = report.read(&format!("{folder}/area.toml")) else { continue };
        let Some(area) = report.toml::<Area>(&source) else { continue };
        check(report, &source, &folder, &area);
        areas.push(area);
    }
    areas.sort_by(|a, b| a.name.cmp(&b.name));
    areas
}

/// The records of places, `areas/<id>/directory/*.toml`. Each is of an area that there is, and none has the id of a service.
pub(crate) fn books(report: &mut Report<'_>, areas: &[Area]) -> Vec<Book> {
    let shelves = match records::load(report.root) {
        Ok(shelves) => shelves,
        Err(faults) => {
            report.faults.extend(faults);
            return Vec::new();
        }
    };
    for Shelf { file, book } in &shelves {
        let mut wrong = |reason: String| report.faults.push(Fault { file: file.clone(), line: 1, reason });
        if !areas.iter().any(|area| area.id == book.area) {
            wrong(format!("there is no area {:?}", book.area));
        }
        let services = areas.iter().flat_map(|area| &area.services);
        for service in services.filter(|service| book.records.iter().any(|record| record.id == service.id)) {
            wrong(format!("{:?} is the id of a service in an area.toml too; an id is given once", service.id));
        }
    }
    shelves.into_iter().map(|shelf| shelf.book).collect()
}

/// What was compiled from other people's data: where postcodes are.
const POSTCODES: &str = "data/postcodes/areas.bin";

/// The services of the areas as books too. Without the compiled postcodes nobody knows where they are on a map; the build
/// itself stops then, because the search needs them.
pub(crate) fn services(report: &mut Report<'_>, areas: &[Area]) -> Vec<Book> {
    let Ok(bytes) = fs::read(report.root.join(POSTCODES)) else { return records::own(areas, None) };
    match Postcodes::open(bytes) {
        Ok(postcodes) => records::own(areas, Some(&postcodes)),
        Err(_) => {
            let reason = "it is damaged; make it again with `cargo xtask import postcodes`".to_owned();
            report.faults.push(Fault { file: POSTCODES.to_owned(), line: 1, reason });
            Vec::new()
        }
    }
}

fn check(report: &mut Report<'_>, source: &Source, folder: &str, area: &Area) {
    if folder != format!("areas/{}", area.id) {
        let reason = format!("the id {:?} is not the folder's name", area.id);
        report.faults.push(source.fault(source.line_of("id"), reason));
    }
    if area.services.is_empty() {
        report.faults.push(source.fault(1, "the area has no service; add the council's drug and alcohol service"));
    }
    let mut all = Vec::new();
    for service in &area.services {
        if service.phone.is_none() && service.address.is_none() && service.caution.is_none() {
            let reason = format!("{:?} has no phone and no address; say in `caution` how to reach it", service.name);
            report.faults.push(source.fault(source.line_of(&service.name), reason));
        }
        let texts = [&service.who_for, &service.about].into_iter().chain(&service.caution).chain(&service.first_visit);
        let sentences = texts.clone().flat_map(|text| passages::of_plain(text, source.line_of(text)));
        let sentences: Vec<Sentence> = sentences.collect();
        all.extend(sentences.iter().cloned());
        reading::check_together(report, source, &service.name, None, sentences);
        for text in texts.chain([&service.name, &service.run_by]) {
            plain::check(report, source, text);
        }
        review::provenance(report, source, &service.name, &service.source);
    }
    // One service has been measured just now.
    if area.services.len() > 1 {
        reading::check_together(report, source, "what is said of all services", None, all);
    }
    for contact in &area.contacts {
        for text in [&contact.name, &contact.hours] {
            plain::check(report, source, text);
        }
        review::provenance(report, source, &contact.name, &contact.source);
    }
    offers(report, source, area);
}

fn offers(report: &mut Report<'_>, source: &Source, area: &Area) {
    let mut all = Vec::new();
    for offer in &area.offers {
        for text in [&offer.name, &offer.run_by, &offer.who_for, &offer.about] {
            plain::check(report, source, text);
            if text.trim().is_empty() {
                let reason = format!("{:?}: an offer says in `run-by`, `who-for` and `about` what it is", offer.name);
                report.faults.push(source.fault(source.line_of(&offer.name), reason));
            }
        }
        if let Some(website) = offer.website.as_ref().filter(|website| !website.starts_with("https://")) {
            let reason = format!("{website:?}: an address begins with https://");
            report.faults.push(source.fault(source.line_of(website), reason));
        }
        review::provenance(report, source, &offer.name, &offer.source);
        all.extend(passages::of_plain(&offer.about, source.line_of(&offer.about)));
    }
    reading::check_together(report, source, "what is said of all offers", None, all);
}
