//! `areas/<id>/area.toml`: who helps in a council's area. Copy a folder to add yours.

use directory::{Area, Source as Provenance};

use crate::{
    file::{Report, Source},
    plain, review,
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

fn check(report: &mut Report<'_>, source: &Source, folder: &str, area: &Area) {
    if folder != format!("areas/{}", area.id) {
        let reason = format!("the id {:?} is not the folder's name", area.id);
        report.faults.push(source.fault(source.line_of("id"), reason));
    }
    if area.services.is_empty() {
        report.faults.push(source.fault(1, "the area has no service; add the council's drug and alcohol service"));
    }
    for service in &area.services {
        if service.phone.is_none() && service.address.is_none() && service.caution.is_none() {
            let reason = format!("{:?} has no phone and no address; say in `caution` how to reach it", service.name);
            report.faults.push(source.fault(source.line_of(&service.name), reason));
        }
        for text in [&service.who_for, &service.about].into_iter().chain(&service.caution) {
            plain::check(report, source, text);
        }
    }
    let sources = area.services.iter().map(|service| (&service.name, &service.source));
    let sources: Vec<(&String, &Provenance)> =
        sources.chain(area.contacts.iter().map(|contact| (&contact.name, &contact.source))).collect();
    for (name, provenance) in sources {
        review::check(report, source, name, provenance.checked_on, provenance.review_by);
    }
}
