use directory::Service;
use leptos::prelude::*;

use super::Call;
use crate::words::Words;

/// A service someone can call or go to: its name, who it is for, the number, the address, and where we know
/// this from and since when.
///
/// An old fact is shown as old: the date is always there, and so is any caution.
#[component]
pub fn ServiceCard(
    service: Service,
    /// Is it the one that the council pays for?
    own: bool,
    /// Does it stand right under the page's title? Then its name is a second-level heading.
    #[prop(optional)]
    under_title: bool,
    /// The address of its own page, where a link to it leads nobody away from what they are doing.
    #[prop(optional_no_strip)]
    page: Option<String>,
    /// What is said of facts that are not recent.
    #[prop(optional_no_strip)]
    mark: Option<&'static str>,
    words: Words,
) -> impl IntoView {
    let Service { name, run_by, former_names, who_for, about, phone, address, caution, source, .. } = service;
    let former =
        (!former_names.is_empty()).then(|| words.fill("service.former", &[("names", &former_names.join(", "))]));
    let checked = match source.as_at {
        Some(as_at) => words.fill(
            "service.source-dated",
            &[
                ("source", &source.name),
                ("as-at", &as_at.month_and_year()),
                ("checked", &source.checked_on.to_string()),
            ],
        ),
        None => words.fill("service.source", &[("source", &source.name), ("checked", &source.checked_on.to_string())]),
    };
    let number = match phone {
        Some(phone) => view! { <p class="app-service__call"><Call phone=phone/></p> }.into_any(),
        None => view! { <p class="app-service__call">{words.get("service.no-phone")}</p> }.into_any(),
    };
    let name = match page {
        Some(page) => view! { <a class="govuk-link" href=page>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    let heading = if under_title {
        view! { <h2 class="app-service__name">{name}</h2> }.into_any()
    } else {
        view! { <h3 class="app-service__name">{name}</h3> }.into_any()
    };
    view! {
        <div class="app-service app-panel">
            {own.then(|| view! { <p class="app-tag">{words.get("service.own")}</p> })}
            {heading}
            <p>{about}</p>
            {number}
            {address.map(|address| view! { <p class="app-service__address">{super::icon::pin()}<span>{address}</span></p> })}
            {caution.map(|caution| view! { <p class="app-service__caution">{caution}</p> })}
            <p class="app-small">
                {words.fill("service.who", &[("who", &who_for)])}" "{words.fill("service.run-by", &[("by", &run_by)])}
                {former.map(|former| format!(" {former}"))}
            </p>
            <p class="app-small">{checked}{mark.map(|mark| [" ", mark].concat())}</p>
        </div>
    }
}
