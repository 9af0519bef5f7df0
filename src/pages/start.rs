use leptos::prelude::*;

use super::{Script, Site};
use crate::{components::LinkButton, layout::Frame, routes::Route};

/// Where the installed site opens, and where **Leave this site** leads to in it: there is no other site to go to, and whoever
/// opens it next sees neither an answer nor what it is about. The numbers to call stand below the first screen.
pub fn page(site: &'static Site) -> (Frame, AnyView) {
    let words = site.words;
    let main = view! {
        <div class="app-start">
            <h1 class="govuk-heading-xl">{words.get("start.title")}</h1>
            <p><LinkButton text=words.get("start.open") href=Route::Home.path()/></p>
            <p><a class="govuk-link" href=Route::Prose("emergency").path()>{words.get("nav.emergency")}</a></p>
        </div>
    };
    let frame = Frame {
        title: words.get("start.title").to_owned(),
        description: words.get("start.description").to_owned(),
        path: Route::Start.path(),
        script: Script::Site,
    };
    (frame, main.into_any())
}
