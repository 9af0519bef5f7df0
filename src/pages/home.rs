use leptos::prelude::*;

use super::{Script, Site};
use crate::{components::icon, layout::Frame, routes::Route};

/// Three front doors, and the way to everything else.
pub fn page(site: &'static Site) -> (Frame, AnyView) {
    let words = site.words;
    let door = |name: &'static str, path: String| {
        view! {
            <li class="app-door">
                {icon::door(name)}
                <div>
                    <h2 class="app-door__title">
                        <a class="app-door__link" href=path>{words.get(&format!("home.{name}-title"))}</a>
                    </h2>
                    <p class="app-door__text">{words.get(&format!("home.{name}-text"))}</p>
                </div>
            </li>
        }
    };
    let doors = [
        door("check", super::check_path(site, "audit-c")),
        door("worried", Route::Prose("worried").path()),
        door("find", Route::Find.path()),
    ];
    let paths = ["drugs", "medicines", "someone"].into_iter().map(|name| (name, Route::Path(name)));
    let prose = [
        ("alcohol", "alcohol"),
        ("drugs-a-to-z", "drugs"),
        ("wellbeing", "wellbeing"),
        ("young-people", "young-people"),
        ("families", "families"),
        ("schools", "schools"),
        ("professionals", "professionals"),
        ("stopping-safely", "stopping-safely"),
        ("emergency", "emergency"),
    ];
    let also: Vec<_> = paths
        .chain(prose.into_iter().map(|(name, page)| (name, Route::Prose(page))))
        .map(|(name, route)| {
            let text = words.get(&format!("home.{name}"));
            view! { <li><a class="govuk-link" href=route.path()>{text}</a></li> }
        })
        .collect();
    let main = view! {
        <h1 class="govuk-heading-xl">{words.get("home.title")}</h1>
        <p class="govuk-body-l">{words.get("home.lead")}</p>
        <ul class="app-doors">{doors.into_iter().collect::<Vec<_>>()}</ul>
        <div class="app-private-card">{icon::lock()}<div inner_html=words.get("home.private-md")></div></div>
        <h2 class="govuk-heading-m">{words.get("home.also")}</h2>
        <ul class="app-also">{also}</ul>
    };
    let frame = Frame {
        title: words.get("home.title").into(),
        description: words.get("home.lead").into(),
        path: Route::Home.path(),
        script: Script::Site,
    };
    (frame, main.into_any())
}
