//! The page of one service, surgery or pharmacy: everything that is known of it, how old that is, and what is not known.
//!
//! Search engines read its facts as schema.org's microdata, in attributes: invariant 6 allows no script in the page, which
//! the usual JSON-LD would be.

mod facts;
mod hours;
mod mistake;
mod place;

use directory::{Kind, Status};
use leptos::prelude::*;

use super::{Script, Site, area_path, entry::Entry, fresh};
use crate::{
    components::{icon, terms},
    layout::Frame,
};

/// The page.
pub fn page(site: &'static Site, entry: &Entry) -> (Frame, AnyView) {
    let words = site.words;
    let record = entry.record;
    let area = &entry.area.name;
    let former = (!record.former_names.is_empty())
        .then(|| words.fill("service.former", &[("names", &record.former_names.join(", "))]));
    let run_by = record.organization.name.as_ref().filter(|by| **by != record.name);
    let run_by = run_by.map(|by| words.fill("service.run-by", &[("by", by)]));
    let after_name = entry.label.strip_prefix(&record.name).unwrap_or_default().to_owned();
    let main = view! {
        <a href=area_path(entry.area) class="govuk-back-link">{words.fill("entry.back", &[("area", area)])}</a>
        <article class="app-entry" itemscope=true itemtype=schema(record.kind)>
            <h1 class="govuk-heading-xl"><span itemprop="name">{record.name.clone()}</span>{after_name}</h1>
            <p class="app-tag">{terms::kind(words, record.kind)}</p>
            {entry.is_the_councils().then(|| view! { <p class="app-tag">{words.get("service.own")}</p> })}
            {former.map(|former| view! { <p>{former}</p> })}
            {run_by.map(|by| view! { <p>{by}</p> })}
            {numbers(site, entry)}
            <p class="app-entry__fresh">{fresh::dated(site, record, entry.source)}</p>
            {cautions(site, entry)}
            {place::part(site, entry)}
            {hours::part(site, entry)}
            {facts::part(site, entry)}
            {mistake::part(site, entry)}
            {sources(site, entry)}
        </article>
    };
    let frame = Frame {
        title: entry.label.clone(),
        description: words.fill("entry.summary", &[("name", &entry.label), ("area", area)]),
        path: entry.path(),
        script: Script::Site,
    };
    (frame, main.into_any())
}

/// What it is for a search engine. A council's service is given at a place with a number and hours, which schema.org has for a
/// business and not for a `GovernmentService`.
fn schema(kind: Kind) -> &'static str {
    match kind {
        Kind::Pharmacy => "https://schema.org/Pharmacy",
        Kind::Gp => "https://schema.org/MedicalClinic",
        Kind::DrugAndAlcohol => "https://schema.org/MedicalBusiness",
        _ => "https://schema.org/LocalBusiness",
    }
}

fn numbers(site: &'static Site, entry: &Entry) -> AnyView {
    let record = entry.record;
    let others: Vec<_> = record
        .other_phones
        .iter()
        .map(|other| {
            view! { <p>{other.what.clone()}" "<a class="app-tel" href=other.number.tel()>{other.number.to_string()}</a></p> }
        })
        .collect();
    match &record.phone {
        // The property stands inside the link, because a link's own value is its address.
        Some(phone) => view! {
            <p>
                <a class="app-tel app-tel--large" href=phone.tel()>
                    {icon::phone()}<span itemprop="telephone">{phone.to_string()}</span>
                </a>
            </p>
            {others}
        }
        .into_any(),
        None => view! { <p>{site.words.get("places.no-phone")}</p>{others} }.into_any(),
    }
}

fn cautions(site: &'static Site, entry: &Entry) -> Vec<AnyView> {
    let record = entry.record;
    let status = match record.status {
        Status::Active => None,
        Status::Inactive => Some(site.words.get("entry.inactive")),
        Status::Defunct => Some(site.words.get("entry.defunct")),
        Status::TemporarilyClosed => Some(site.words.get("entry.temporarily-closed")),
    };
    let missing = record.provenance.missing_since.map(|_| site.words.get("places.missing"));
    let said = status.into_iter().chain(missing).map(str::to_owned).chain(record.caution.clone());
    said.map(|said| view! { <p class="app-service__caution">{said}</p> }.into_any()).collect()
}

/// Where the facts are from, under which licence, and who has looked.
fn sources(site: &'static Site, entry: &Entry) -> AnyView {
    let words = site.words;
    let source = entry.source;
    let from = match entry.written().map(|service| &service.source) {
        Some(written) => words.fill(
            if written.as_at.is_some() { "service.source-dated" } else { "service.source" },
            &[
                ("source", &written.name),
                ("as-at", &written.as_at.map(directory::Date::month_and_year).unwrap_or_default()),
                ("checked", &written.checked_on.to_string()),
            ],
        ),
        None => words.fill("card.source", &[("source", &source.name), ("day", &source.as_at.to_string())]),
    };
    let hours = hours::source(entry).map(|source| {
        words.fill("entry.hours-source", &[("source", &source.name), ("day", &source.as_at.to_string())])
    });
    let licence = (!source.licence.is_empty()).then(|| words.fill("entry.licence", &[("licence", &source.licence)]));
    let checked = match &entry.record.provenance.checked {
        Some(checked) => words.fill("entry.checked", &[("by", &checked.by), ("day", &checked.on.to_string())]),
        None => words.get("entry.not-checked").to_owned(),
    };
    let said = [Some(from), hours, licence, Some(checked)].into_iter().flatten();
    let said: Vec<_> = said.map(|said| view! { <p>{said}</p> }).collect();
    view! {
        <section class="app-sources">
            <h2 class="govuk-heading-s">{words.get("page.sources")}</h2>
            {said}
        </section>
    }
    .into_any()
}
