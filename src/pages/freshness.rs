//! How old the directory is: the rule, and a count of every entry that has a page.

use directory::{Area, Freshness, Kind, OLD_DAYS, RECENT_DAYS, Term};
use leptos::prelude::*;

use super::{Script, Site, entry::Entry};
use crate::{
    components::{BackLink, terms},
    layout::Frame,
    routes::Route,
};

/// The page.
pub fn page(site: &'static Site, entries: &[Entry]) -> (Frame, AnyView) {
    let words = site.words;
    let recent = RECENT_DAYS.to_string();
    let (after_recent, old) = ((RECENT_DAYS + 1).to_string(), OLD_DAYS.to_string());
    let between: [(&str, &str); 2] = [("from", &after_recent), ("to", &old)];
    let main = view! {
        <BackLink href=Route::Find.path() text=words.get("find.title")/>
        <h1 class="govuk-heading-xl">{words.get("freshness.title")}</h1>
        <p class="govuk-body-l">{words.get("freshness.summary")}</p>
        <h2 class="govuk-heading-m">{words.get("freshness.rule")}</h2>
        <ul>
            <li>{words.fill("freshness.recent", &[("n", &recent)])}</li>
            <li>{words.fill("freshness.not-recent", &between)}</li>
            <li>{words.fill("freshness.old", &[("n", &old)])}</li>
        </ul>
        <p>{words.get("freshness.from-when")}</p>
        <p>{words.get("freshness.ours")}</p>
        <p>{words.get("freshness.ask")}</p>
        <h2 class="govuk-heading-m" id="counts">{words.get("freshness.counts")}</h2>
        <p id="counted">{words.fill("freshness.counts-text", &[("day", &site.today.to_string())])}</p>
        // Large text makes the table wider than a phone; then it scrolls by itself, and by keys too.
        <section class="app-scroll" tabindex="0" aria-labelledby="counts">
        <table class="app-counts" aria-describedby="counted">
            <thead>
                <tr>
                    <th scope="col">{words.get("freshness.kind")}</th>
                    <th scope="col">{words.get("freshness.all")}</th>
                    <th scope="col">{words.fill("freshness.days-recent", &[("n", &recent)])}</th>
                    <th scope="col">{words.fill("freshness.days-not-recent", &between)}</th>
                    <th scope="col">{words.get("freshness.days-old")}</th>
                    <th scope="col">{words.get("freshness.asked")}</th>
                </tr>
            </thead>
            {site.areas.iter().map(|area| part(site, area, entries)).collect::<Vec<_>>()}
            <tbody>{row(words.get("freshness.total").to_owned(), &Count::of(site, entries.iter()))}</tbody>
        </table>
        </section>
        {programs(site)}
    };
    let frame = Frame {
        title: words.get("freshness.title").into(),
        description: words.get("freshness.summary").into(),
        path: Route::Freshness.path(),
        script: Script::Site,
    };
    (frame, main.into_any())
}

/// How many entries there are, and of which age.
struct Count {
    all: usize,
    by_age: [usize; 3],
    asked: usize,
}

impl Count {
    fn of<'e>(site: &Site, entries: impl Iterator<Item = &'e Entry> + Clone) -> Count {
        Count {
            all: entries.clone().count(),
            by_age: Freshness::ALL
                .map(|freshness| entries.clone().filter(|entry| entry.freshness(site) == freshness).count()),
            asked: entries.filter(|entry| !entry.record.is_unchecked()).count(),
        }
    }
}

/// The rows of an area, a kind each.
fn part(site: &'static Site, area: &'static Area, entries: &[Entry]) -> AnyView {
    let here = |kind: Kind| entries.iter().filter(move |entry| entry.area.id == area.id && entry.record.kind == kind);
    let kinds = Kind::ALL.iter().copied().filter(|kind| here(*kind).next().is_some());
    let rows: Vec<_> =
        kinds.map(|kind| row(terms::kind(site.words, kind).to_owned(), &Count::of(site, here(kind)))).collect();
    view! { <tbody><tr><th scope="rowgroup" colspan="6">{area.name.clone()}</th></tr>{rows}</tbody> }.into_any()
}

fn row(name: String, count: &Count) -> AnyView {
    let numbers = [count.all].into_iter().chain(count.by_age).chain([count.asked]);
    let numbers: Vec<_> = numbers.map(|number| view! { <td>{number.to_string()}</td> }).collect();
    view! { <tr><th scope="row">{name}</th>{numbers}</tr> }.into_any()
}

/// Where programs find the same list. Addresses to read and not links: what is there is not for people.
fn programs(site: &'static Site) -> AnyView {
    let words = site.words;
    let at = |path: &str| [site.address.as_str(), "/openreferral/", path].concat();
    view! {
        <h2 class="govuk-heading-m" id="programs">{words.get("freshness.programs")}</h2>
        <p>{words.get("freshness.programs-text")}</p>
        <ul class="app-addresses">
            <li>{words.get("freshness.programs-about")}" "<code>{at("")}</code></li>
            <li>{words.get("freshness.programs-all")}" "<code>{at("services")}</code></li>
            <li>{words.get("freshness.programs-one")}" "<code>{at("services/…")}</code></li>
        </ul>
    }
    .into_any()
}
