use leptos::prelude::*;

use super::{Site, fresh, lines::Lines};
use crate::components::ServiceCard;

/// "Someone to talk to" for the result of a check: every area's own service, of which the island shows the one
/// that is chosen, and the lines for everyone.
#[component]
pub fn Help(site: &'static Site) -> impl IntoView {
    let words = site.words;
    let options: Vec<_> =
        site.areas.iter().map(|area| view! { <option value=area.id.clone()>{area.name.clone()}</option> }).collect();
    let cards: Vec<_> = site
        .areas
        .iter()
        .map(|area| {
            // The council's own service, which stands first; the others are on the area's page.
            let own = area.services.first();
            let card = own.map(|service| {
                let mark = fresh::of_service(site, service);
                view! { <ServiceCard service=service.clone() own=true mark=mark words=words/> }
            });
            view! { <div data-area=area.id.clone() hidden>{card}</div> }
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{words.get("help.title")}</h2>
        <div class="govuk-form-group">
            <label class="govuk-label" for="area">{words.get("help.where")}</label>
            <select class="govuk-select" id="area" autocomplete="off">
                <option value="">{words.get("help.choose")}</option>
                {options}
                <option value="elsewhere">{words.get("help.elsewhere")}</option>
            </select>
        </div>
        <div aria-live="polite">
            {cards}
            <div data-area="elsewhere" hidden>
                <p class="app-panel">{words.get("help.elsewhere-text")}</p>
            </div>
        </div>
        <Lines lines=&site.for_checks/>
    }
}
