//! What is on offer in an area for schools and groups, each with who runs it and when it was last compared with its source.

use directory::{Area, PreventionOffer};
use leptos::prelude::*;

use super::Site;
use crate::components::Call;

/// The list, or whom to ask while there is none.
pub fn list(site: &'static Site, area: &'static Area) -> impl IntoView {
    let words = site.words;
    let offers: Vec<_> = area.offers.iter().map(|offer| card(site, offer)).collect();
    let list = if offers.is_empty() {
        view! { <p>{words.fill("offers.none", &[("council", &area.council)])}</p> }.into_any()
    } else {
        view! { <ul class="app-lines">{offers}</ul> }.into_any()
    };
    let to = &site.mistakes_to;
    view! {
        <h2 class="govuk-heading-m" id="offers" tabindex="-1">{words.get("offers.title")}</h2>
        {list}
        <p class="app-small">{words.get("offers.tell")}" "<a class="govuk-link" href=["mailto:", to].concat()>{to.clone()}</a></p>
    }
}

fn card(site: &'static Site, offer: &'static PreventionOffer) -> impl IntoView {
    let words = site.words;
    let website = offer.website.as_ref().map(|address| {
        let shown = address.trim_start_matches("https://").trim_end_matches('/').to_owned();
        view! {
            <p><a class="govuk-link" rel="noreferrer nofollow" href=address.clone()>{shown}</a>" "{words.get("offers.leaves")}</p>
        }
    });
    let from = [("source", offer.source.name.as_str()), ("checked", &offer.source.checked_on.to_string())];
    view! {
        <li class="app-line">
            <h3 class="app-line__name">{offer.name.clone()}</h3>
            <p>{words.fill("service.who", &[("who", &offer.who_for)])}</p>
            <p>{offer.about.clone()}</p>
            {offer.phone.clone().map(|phone| view! { <Call phone=phone/> })}
            {website}
            <p>{words.fill("service.run-by", &[("by", &offer.run_by)])}</p>
            <p class="app-small">{words.fill("service.source", &from)}</p>
        </li>
    }
}
