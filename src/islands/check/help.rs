use directory::Area;
use leptos::prelude::*;

use super::props::NationalLine;
use crate::{
    components::{Call, ServiceCard},
    words::Words,
};

/// Someone to talk to: choose where you live, and see that council's service.
///
/// Every area's card is there from the start and only shown or hidden, so that a page translator's work on it
/// is never undone. The choice stays in memory.
#[component]
pub fn Help(areas: &'static [Area], lines: &'static [NationalLine], words: Words) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let options: Vec<_> = areas
        .iter()
        .map(|area| view! { <option value=area.id.clone()>{area.name.clone()}</option> })
        .collect();
    let cards: Vec<_> = areas
        .iter()
        .map(|area| {
            let services: Vec<_> = area
                .services
                .iter()
                .enumerate()
                .map(|(place, service)| view! { <ServiceCard service=service.clone() own={place == 0} words=words/> })
                .collect();
            view! { <div data-area=area.id.clone() hidden=move || chosen.get() != area.id>{services}</div> }
        })
        .collect();
    let lines: Vec<_> = lines
        .iter()
        .map(|line| {
            view! {
                <li class="app-line">
                    <h3 class="app-line__name">{line.name.clone()}</h3>
                    <Call phone=line.phone.clone()/>
                    <p class="app-line__about">
                        {line.about.clone()}{line.hours.as_ref().map(|hours| format!(" {hours}."))}
                    </p>
                </li>
            }
        })
        .collect();
    view! {
        <div id="someone">
            <h2 class="govuk-heading-m">{words.get("help.title")}</h2>
            <div class="govuk-form-group">
                <label class="govuk-label" for="area">{words.get("help.where")}</label>
                <select
                    class="govuk-select"
                    id="area"
                    autocomplete="off"
                    on:change=move |event| chosen.set(event_target_value(&event))
                >
                    <option value="">{words.get("help.choose")}</option>
                    {options}
                    <option value="elsewhere">{words.get("help.elsewhere")}</option>
                </select>
            </div>
            <div aria-live="polite">
                {cards}
                <div data-area="elsewhere" hidden=move || chosen.get() != "elsewhere">
                    <p class="app-panel">{words.get("help.elsewhere-text")}</p>
                </div>
            </div>
            <ul class="app-lines">{lines}</ul>
        </div>
    }
}
