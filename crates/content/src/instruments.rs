//! `content/instruments/*.toml`: questionnaires as data, through the checks of `screening`.

use directory::Date;
use screening::{Instrument, instrument::Draft};

use crate::{
    file::{Report, Source},
    format::{self, Release},
    passages, plain, reading, review,
};

/// An instrument that the site may not show yet. It is checked like the others.
#[derive(Debug)]
pub struct Held {
    /// The instrument.
    pub instrument: Instrument,
    /// Why it is held.
    pub because: String,
}

/// Those that the site shows, and those that it may not show yet.
pub(crate) fn read(report: &mut Report<'_>) -> (Vec<Instrument>, Vec<Held>) {
    let (mut released, mut held) = (Vec::new(), Vec::new());
    for name in report.list("content/instruments", "toml") {
        let Some(source) = report.read(&name) else { continue };
        let Some(file) = report.toml::<format::File>(&source) else { continue };
        let (release, because) = (file.release, file.held_because.clone());
        let draft = Draft::from(file);
        match (Date::read(&draft.reviewed_on), Date::read(&draft.review_by)) {
            (Ok(reviewed), Ok(due)) => review::check(report, &source, &draft.name, reviewed, due),
            (Err(reason), _) => report.faults.push(source.fault(source.line_of("reviewed-on"), reason)),
            (_, Err(reason)) => report.faults.push(source.fault(source.line_of("review-by"), reason)),
        }
        plainly(report, &source, &draft);
        let licensed = !draft.licence.trim().is_empty();
        let instrument = match Instrument::try_from(draft) {
            Ok(instrument) => instrument,
            Err(fault) => {
                let line = source.line_of_path(&fault.path);
                report.faults.push(source.fault(line, fault.to_string()));
                continue;
            }
        };
        match (release, because) {
            (Release::Released, None) if licensed => released.push(instrument),
            (Release::Held, Some(because)) => held.push(Held { instrument, because }),
            (release, because) => {
                report.faults.push(source.fault(source.line_of("release"), odd(release, because.is_some())));
            }
        }
    }
    alone(report, released.iter().chain(held.iter().map(|held: &Held| &held.instrument)));
    offers(report, &released);
    (released, held)
}

/// Our own words about an instrument, in contrast to its own: held to the same list and the same reading age as a page.
fn plainly(report: &mut Report<'_>, source: &Source, draft: &Draft) {
    let pages = draft.form.iter().filter_map(|form| form.page.as_ref()).map(|page| &page.summary);
    let ours: Vec<&String> = draft.reading.iter().map(|reading| &reading.means).chain(pages).collect();
    for text in &ours {
        plain::check(report, source, text);
    }
    let sentences = ours.iter().flat_map(|text| passages::of_plain(text, source.line_of(text))).collect();
    reading::check_together(report, source, "what we say of this questionnaire", None, sentences);
}

fn odd(release: Release, because: bool) -> &'static str {
    match (release, because) {
        (Release::Released, true) => "it is released, so take out held-because",
        (Release::Released, false) => "it cannot be released before `licence` says why the site may show it",
        (Release::Held, _) => "it is held, so say why in held-because",
    }
}

/// Items, forms and pages name radio buttons and addresses, so each name is there once over all files.
fn alone<'a>(report: &mut Report<'_>, instruments: impl Iterator<Item = &'a Instrument>) {
    let mut known: Vec<String> = Vec::new();
    for data in instruments.map(Instrument::data) {
        let items = data.item.iter().map(|item| format!("the item {:?}", item.id));
        let forms = data.form.iter().map(|form| format!("the form {:?}", form.id));
        let pages = data.form.iter().filter_map(|form| form.page.as_ref());
        let pages = pages.map(|page| format!("the address {:?}", page.address));
        let ours: Vec<String> = items.chain(forms).chain(pages).collect();
        for name in ours.iter().filter(|name| known.contains(name)) {
            let Some(source) = report.read(&format!("content/instruments/{}.toml", data.id)) else { continue };
            let words = name.split_once('"').map_or("", |(_, rest)| rest);
            report
                .faults
                .push(source.fault(source.line_of(&format!("\"{words}")), format!("another file has {name} too")));
        }
        known.extend(ours);
    }
}

/// A form can only offer one that people can reach.
fn offers(report: &mut Report<'_>, released: &[Instrument]) {
    let known = |id: &str| released.iter().filter_map(|other| other.form(id)).any(|form| form.page.is_some());
    for instrument in released {
        for offer in instrument.data().form.iter().filter_map(|form| form.offer.as_ref()) {
            if !known(&offer.form) {
                let name = format!("content/instruments/{}.toml", instrument.data().id);
                let Some(source) = report.read(&name) else { continue };
                let reason = format!("there is no page for the form {:?} that is offered", offer.form);
                report.faults.push(source.fault(source.line_of("offer"), reason));
            }
        }
    }
}
