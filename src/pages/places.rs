//! The GP surgeries and pharmacies of an area, by town: all of them, to be read without a script.

use std::collections::BTreeMap;

use directory::{Area, DataSource, Freshness, Kind, Term};
use leptos::prelude::*;

use super::{Site, entry::Entry, fresh};

/// The kinds that have a list, in the order of the page.
const KINDS: [Kind; 2] = [Kind::Pharmacy, Kind::Gp];

/// Where on the page each list is, with how many places it has. Nothing for an area without any.
pub fn contents(site: &'static Site, area: &'static Area, entries: &[Entry]) -> AnyView {
    let links: Vec<_> = KINDS
        .into_iter()
        .filter_map(|kind| {
            let count = of(area, kind, entries).count();
            let title = site.words.get(title(kind));
            let link = ["#", kind.id()].concat();
            let count = (count > 0).then(|| [" (", &count.to_string(), ")"].concat())?;
            Some(view! { <li><a class="govuk-link" href=link>{title}</a>{count}</li> })
        })
        .collect();
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <nav aria-labelledby="places-here">
            <h2 class="govuk-heading-m" id="places-here">{site.words.fill("places.here", &[("area", &area.name)])}</h2>
            <ul>{links}</ul>
        </nav>
    }
    .into_any()
}

/// The lists.
pub fn lists(site: &'static Site, area: &'static Area, entries: &[Entry]) -> Vec<AnyView> {
    KINDS.into_iter().filter_map(|kind| list(site, kind, &of(area, kind, entries).collect::<Vec<_>>())).collect()
}

/// The area's own places of a kind that registers have; what is only near it belongs to a search by distance, and what the
/// area's own file has is a card above.
fn of<'e>(area: &'static Area, kind: Kind, entries: &'e [Entry]) -> impl Iterator<Item = &'e Entry> {
    entries
        .iter()
        .filter(move |entry| entry.area.id == area.id && entry.record.kind == kind && entry.written().is_none())
}

fn title(kind: Kind) -> &'static str {
    if kind == Kind::Gp { "places.gp" } else { "places.pharmacy" }
}

fn about(kind: Kind) -> &'static str {
    if kind == Kind::Gp { "places.gp-text" } else { "places.pharmacy-text" }
}

fn list(site: &'static Site, kind: Kind, entries: &[&Entry]) -> Option<AnyView> {
    let words = site.words;
    let book = entries.first()?.book;
    let mut sources = book.sources.iter().filter(|source| !source.lead);
    // How old the list as a whole is, said once for all who share it.
    let shared = sources.next()?;
    let usual = Freshness::of(shared.as_at, site.today);
    let mut towns: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        towns.entry(entry.record.town().unwrap_or(words.get("places.no-town"))).or_default().push(entry);
    }
    let towns: Vec<_> = towns
        .into_iter()
        .map(|(town, mut entries)| {
            entries.sort_by(|a, b| (&a.record.name, &a.record.id).cmp(&(&b.record.name, &b.record.id)));
            let rows: Vec<_> = entries.into_iter().map(|entry| row(site, entry, usual)).collect();
            view! { <h3 class="govuk-heading-s">{town.to_owned()}</h3><ul class="app-places">{rows}</ul> }
        })
        .collect();
    let mark = fresh::mark(words, usual).map(|mark| view! { <p class="app-small">{mark}</p> });
    let others: Vec<_> = sources.map(|source| view! { <p class="app-small">{from(site, source)}</p> }).collect();
    let list = view! {
        <h2 class="govuk-heading-m" id=kind.id() tabindex="-1">{words.get(title(kind))}</h2>
        <p>{words.get(about(kind))}</p>
        <p class="app-small">{from(site, shared)}</p>
        {mark}
        {others}
        {towns}
    };
    Some(list.into_any())
}

/// Where the list is from and how old it is: nobody has compared it with the places themselves.
fn from(site: &'static Site, source: &DataSource) -> String {
    let day = source.as_at.to_string();
    site.words.fill("places.source", &[("source", &source.name), ("day", &day)])
}

/// One place. How old its facts are is said only where that is not what the whole list says: there are two hundred on a page.
fn row(site: &'static Site, entry: &Entry, usual: Freshness) -> AnyView {
    let record = entry.record;
    let place = record.place.as_ref().map(|place| place.location.to_string());
    let caution = record.provenance.missing_since.map(|_| site.words.get("places.missing"));
    let age = (entry.freshness(site) != usual).then(|| fresh::dated(site, record, entry.source));
    let number = match &record.phone {
        // Without the drawing of other numbers.
        Some(phone) => view! { <a class="app-tel" href=phone.tel()>{phone.to_string()}</a> }.into_any(),
        None => site.words.get("places.no-phone").into_any(),
    };
    view! {
        <li data-kind=record.kind.id() data-id=record.id.clone()>
            <a href=entry.path()>{record.name.clone()}</a>
            <span>{place}</span>
            <span>{number}</span>
            {caution.map(|caution| view! { <span>{caution}</span> })}
            {age.map(|age| view! { <span>{age}</span> })}
        </li>
    }
    .into_any()
}
