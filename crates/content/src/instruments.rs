//! `content/instruments/*.toml`: questionnaires as data, through the checks of `screening`.

use directory::Date;
use screening::{
    Instrument,
    fault::Part::{self, At, Key},
    instrument::Draft,
};

use crate::{
    file::{Report, Source},
    format::{self, Release},
    pages, passages, paths, plain, reading, review,
};

/// An instrument that the site may not show yet. It is checked like the others.
#[derive(Debug)]
pub struct Held {
    /// The instrument.
    pub instrument: Instrument,
    /// Why it is held.
    pub because: String,
}

const FOLDER: &str = "content/instruments";

/// Those that the site shows, and those that it may not show yet.
pub(crate) fn read(report: &mut Report<'_>) -> (Vec<Instrument>, Vec<Held>) {
    let (mut released, mut held) = (Vec::new(), Vec::new());
    for name in report.list(FOLDER, "toml") {
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
        if name != format!("{FOLDER}/{}.toml", draft.id) {
            let reason = format!("the id {:?} is not the name of the file; name the file {0}.toml", draft.id);
            report.faults.push(source.fault(source.line_of_path(&[Key("id")]), reason));
        }
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
            (Release::Released, None) if licensed => released.push((source, instrument)),
            (Release::Held, Some(because)) => held.push((source, Held { instrument, because })),
            (release, because) => {
                report.faults.push(source.fault(source.line_of("release"), odd(release, because.is_some())));
            }
        }
    }
    let of_held = held.iter().map(|(source, held)| (source, &held.instrument));
    alone(report, released.iter().map(|(source, instrument)| (source, instrument)).chain(of_held));
    offers(report, &released);
    (released.into_iter().map(|(_, shown)| shown).collect(), held.into_iter().map(|(_, held)| held).collect())
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

/// Items, forms and pages name radio buttons and addresses, so each name is there once over all files. Questions without
/// a score share the folder of the addresses.
fn alone<'a>(report: &mut Report<'_>, instruments: impl Iterator<Item = (&'a Source, &'a Instrument)>) {
    let address = |of: &str| format!("the address {of:?}");
    let paths = paths::files(report).into_iter();
    let mut known: Vec<(String, String)> =
        paths.filter_map(|file| Some((address(pages::stem(&file)?), file.clone()))).collect();
    for (source, data) in instruments.map(|(source, instrument)| (source, instrument.data())) {
        let mut ours: Vec<(String, Vec<Part>)> = Vec::new();
        for (n, item) in data.item.iter().enumerate() {
            ours.push((format!("the item {:?}", item.id), vec![Key("item"), At(n), Key("id")]));
        }
        for (n, form) in data.form.iter().enumerate() {
            ours.push((format!("the form {:?}", form.id), vec![Key("form"), At(n), Key("id")]));
            let page = form.page.iter();
            ours.extend(
                page.map(|page| (address(&page.address), vec![Key("form"), At(n), Key("page"), Key("address")])),
            );
        }
        for (name, way) in ours {
            match known.iter().find(|(taken, _)| *taken == name) {
                Some((_, file)) => {
                    report.faults.push(source.fault(source.line_of_path(&way), format!("{name} is in {file} already")));
                }
                None => known.push((name, source.name.clone())),
            }
        }
    }
}

/// A form can only offer one that people can reach.
fn offers(report: &mut Report<'_>, released: &[(Source, Instrument)]) {
    let known = |id: &str| released.iter().filter_map(|(_, other)| other.form(id)).any(|form| form.page.is_some());
    for (source, instrument) in released {
        for (n, form) in instrument.data().form.iter().enumerate() {
            let Some(offer) = form.offer.as_ref().filter(|offer| !known(&offer.form)) else { continue };
            let line = source.line_of_path(&[Key("form"), At(n), Key("offer"), Key("form")]);
            let reason = format!("there is no page for the form {:?} that is offered", offer.form);
            report.faults.push(source.fault(line, reason));
        }
    }
}
