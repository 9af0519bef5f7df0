//! The GP surgeries and pharmacies of an area, by town: all of them, to be read without a script.

use std::collections::BTreeMap;

use directory::{Area, DataSource, Kind, Record, Term};
use leptos::prelude::*;
use records::Book;

use super::Site;

/// The kinds that have a list, in the order of the page.
const KINDS: [Kind; 2] = [Kind::Pharmacy, Kind::Gp];

/// Where on the page each list is, with how many places it has. Nothing for an area without any.
pub fn contents(site: &'static Site, area: &'static Area) -> AnyView {
    let links: Vec<_> = books(site, area)
        .map(|book| {
            let id = book.kind.id();
            let title = site.words.get(title(book.kind));
            view! { <li><a class="govuk-link" href=format!("#{id}")>{title}</a>{format!(" ({})", book.records.len())}</li> }
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
pub fn lists(site: &'static Site, area: &'static Area) -> Vec<AnyView> {
    books(site, area).map(|book| list(site, book)).collect()
}

/// The area's own books; what is only near it belongs to a search by distance.
fn books(site: &'static Site, area: &'static Area) -> impl Iterator<Item = &'static Book> {
    KINDS.into_iter().filter_map(move |kind| {
        site.books
            .iter()
            .find(|book| book.area == area.id && book.kind == kind && !book.nearby && !book.records.is_empty())
    })
}

fn title(kind: Kind) -> &'static str {
    if kind == Kind::Gp { "places.gp" } else { "places.pharmacy" }
}

fn about(kind: Kind) -> &'static str {
    if kind == Kind::Gp { "places.gp-text" } else { "places.pharmacy-text" }
}

fn list(site: &'static Site, book: &'static Book) -> AnyView {
    let words = site.words;
    let mut towns: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in &book.records {
        towns.entry(record.town().unwrap_or(words.get("places.no-town"))).or_default().push(record);
    }
    let towns: Vec<_> = towns
        .into_iter()
        .map(|(town, mut records)| {
            records.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
            let rows: Vec<_> = records.into_iter().map(|record| row(site, book, record)).collect();
            view! { <h3 class="govuk-heading-s">{town.to_owned()}</h3><ul class="app-places">{rows}</ul> }
        })
        .collect();
    let sources: Vec<_> = book
        .sources
        .iter()
        .filter(|source| !source.lead)
        .map(|source| view! { <p class="app-small">{from(site, source)}</p> })
        .collect();
    view! {
        <h2 class="govuk-heading-m" id=book.kind.id() tabindex="-1">{words.get(title(book.kind))}</h2>
        <p>{words.get(about(book.kind))}</p>
        {sources}
        {towns}
    }
    .into_any()
}

/// Where the list is from and how old it is: nobody has compared it with the places themselves.
fn from(site: &'static Site, source: &DataSource) -> String {
    let day = source.as_at.to_string();
    site.words.fill("places.source", &[("source", &source.name), ("day", &day)])
}

fn row(site: &'static Site, book: &Book, record: &'static Record) -> AnyView {
    let place = record.place.as_ref().map(|place| place.location.to_string());
    let caution = record.provenance.missing_since.map(|_| site.words.get("places.missing"));
    let number = match &record.phone {
        // Without the drawing of other numbers: there are two hundred on a page.
        Some(phone) => view! { <a class="app-tel" href=phone.tel()>{phone.to_string()}</a> }.into_any(),
        None => site.words.get("places.no-phone").into_any(),
    };
    view! {
        <li data-kind=book.kind.id() data-id=record.id.clone()>
            <strong>{record.name.clone()}</strong>
            <span>{place}</span>
            <span>{number}</span>
            {caution.map(|caution| view! { <span>{caution}</span> })}
        </li>
    }
    .into_any()
}
