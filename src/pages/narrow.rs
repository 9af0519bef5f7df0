//! The boxes to tick beside the search. The island counts them and shows those that would find something; without a
//! script there is nothing to narrow down, so they are hidden until then.

use std::collections::BTreeSet;

use directory::{Access, Activity, Language, Referral, Term, Who, find::KINDS};
use leptos::prelude::*;

use super::Site;
use crate::components::terms;

/// All of them.
pub fn boxes(site: &'static Site) -> impl IntoView {
    let words = site.words;
    let option = |name: String, label: &str| tick(name, label.to_owned()).into_any();
    let named = |list: &str, term: &str| [list, ".", term].concat();
    let kinds = KINDS.map(|kind| option(named("kind", kind.id()), terms::kind(words, kind)));
    let when = vec![
        option("open".into(), words.get("filter.open")),
        option(named(Referral::LIST, Referral::WalkIn.id()), terms::how(words, Referral::WalkIn)),
        option(named(Access::LIST, Access::StepFree.id()), terms::access(words, Access::StepFree)),
    ];
    let does = Activity::ALL.iter().map(|term| option(named(Activity::LIST, term.id()), terms::does(words, *term)));
    let who = Who::ALL.iter().map(|term| option(named(Who::LIST, term.id()), terms::who(words, *term)));
    let languages = languages(site)
        .into_iter()
        .map(|tag| option(named("language", &tag.to_string()), &terms::language(words, tag)));
    view! {
        <div id="filter" class="app-narrow" hidden>
            <details class="govuk-details" id="filter-more">
                <summary class="govuk-details__summary" id="filter-open">
                    <span class="govuk-details__summary-text">{words.get("filter.more")}</span>
                    " "
                    <span id="filter-ticked"></span>
                </summary>
                <div class="govuk-details__text">
                    {group(words.get("filter.kinds"), kinds.into())}
                    <p>{words.get("filter.known")}</p>
                    {group(words.get("filter.when"), when)}
                    {group(words.get("filter.does"), does.collect())}
                    {group(words.get("filter.who"), who.collect())}
                    {group(words.get("filter.language"), languages.collect())}
                </div>
            </details>
            <button type="button" class="app-link-button" id="filter-clear" hidden>{words.get("filter.clear")}</button>
        </div>
    }
}

fn group(legend: &'static str, options: Vec<AnyView>) -> AnyView {
    if options.is_empty() {
        return ().into_any();
    }
    view! {
        <fieldset class="govuk-fieldset app-narrow__group" data-group="">
            <legend class="app-narrow__legend">{legend}</legend>
            {options}
        </fieldset>
    }
    .into_any()
}

/// A box, its label, and a place for how many there would be.
fn tick(name: String, label: String) -> impl IntoView {
    let id = ["f-", &name].concat().replace('.', "-");
    view! {
        <div class="app-pill" data-option="">
            <input class="app-pill__box" type="checkbox" id=id.clone() data-filter=name/>
            <label class="app-pill__label" for=id>{label}" "<span class="app-pill__count" data-count=""></span></label>
        </div>
    }
}

/// The languages that people speak at any of the places.
fn languages(site: &'static Site) -> BTreeSet<Language> {
    let services = site.areas.iter().flat_map(|area| &area.services).flat_map(|service| &service.languages);
    let places = site.books.iter().flat_map(|book| &book.records).flat_map(|record| &record.languages);
    services.chain(places).copied().collect()
}
