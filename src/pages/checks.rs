use leptos::prelude::*;

use super::{Script, Site};
use crate::{components::LinkButton, layout::Frame, routes::Route};

/// The list of checks, and what to know before beginning one.
pub fn page(site: &'static Site) -> (Frame, AnyView) {
    let words = site.words;
    let check = |name: &'static str, form: &'static str, secondary: bool| {
        view! {
            <div class="app-panel">
                <h2 class="govuk-heading-m">{words.get(&format!("checks.{name}-title"))}</h2>
                <p>{words.get(&format!("checks.{name}-text"))}</p>
                <LinkButton
                    text=words.get(&format!("checks.start-{name}"))
                    href=Route::Check(form).path()
                    secondary=secondary
                />
            </div>
        }
    };
    let main = view! {
        <h1 class="govuk-heading-xl">{words.get("checks.title")}</h1>
        <p class="govuk-body-l">{words.get("checks.summary")}</p>
        <div class="app-two">{check("quick", "audit-c", false)} {check("full", "audit", true)}</div>
        <div class="app-prose" inner_html=words.get("checks.before-md")></div>
    };
    let frame = Frame {
        title: words.get("checks.title").into(),
        description: words.get("checks.summary").into(),
        path: Route::Checks.path(),
        script: Script::Site,
    };
    (frame, main.into_any())
}
