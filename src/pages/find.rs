use directory::Area;
use leptos::prelude::*;

use super::{Asset, Program, Script, Site, area_path, entry::Entry, fresh, lines::Lines, narrow, offers, places};
use crate::{
    components::{BackLink, Call, SearchBox, ServiceCard},
    islands::find::{AreaName, File, Props},
    layout::Frame,
    routes::Route,
};

/// The NHS's own finders, for whoever lives elsewhere.
const NHS_GP: &str = "https://www.nhs.uk/service-search/find-a-gp";
const NHS_PHARMACY: &str = "https://www.nhs.uk/service-search/pharmacy/find-a-pharmacy";

/// Choose an area; lines for everyone.
pub fn page(site: &'static Site) -> (Frame, AnyView) {
    let words = site.words;
    let areas: Vec<_> = site
        .areas
        .iter()
        .map(|area| view! { <li><a class="app-pick__link" href=area_path(area)>{area.name.clone()}</a></li> })
        .collect();
    let main = view! {
        <h1 class="govuk-heading-xl">{words.get("find.title")}</h1>
        <p class="govuk-body-l">{words.get("find.summary")}</p>
        <div data-island="find" class="app-find">
            <p class="app-check__status" role="status" hidden data-failed=words.get("find.failed") data-reload=words.get("check.reload")></p>
            <SearchBox
                name="find"
                label=words.get("find.label")
                hint=words.get("find.hint")
                no_script=words.get("find.no-script")
                go=words.get("find.go")
            />
            <div class="app-find__here">
                <button type="button" class="app-link-button" id="here-use" aria-describedby="here-asks">{words.get("here.use")}</button>
                <p class="app-small" id="here-asks">{words.get("here.asks")}</p>
            </div>
            <p id="here-said" role="status"></p>
            <p id="find-said" role="status" tabindex="-1"></p>
            <div id="find-nhs" hidden>
                <ul>
                    <li><a class="govuk-link" rel="noreferrer nofollow" href=NHS_GP>{words.get("find.nhs-gp")}</a></li>
                    <li><a class="govuk-link" rel="noreferrer nofollow" href=NHS_PHARMACY>{words.get("find.nhs-pharmacy")}</a></li>
                </ul>
                <p class="app-small">{words.get("find.nhs-leaves")}</p>
            </div>
            <div class="app-find__tools">
                {narrow::boxes(site)}
                {map(site)}
            </div>
            <div id="shortlist"></div>
            <p id="find-none" hidden>{words.get("find.none-fit")}</p>
            <ol class="app-find__results" id="results"></ol>
            <div id="find-more"></div>
        </div>
        <h2 class="govuk-heading-m">{words.get("find.choose")}</h2>
        <ul class="app-pick">
            {areas}
            <li><a class="app-pick__link" href="#elsewhere">{words.get("find.elsewhere")}</a></li>
        </ul>
        <h2 class="govuk-heading-m" id="elsewhere" tabindex="-1">{words.get("find.elsewhere")}</h2>
        <p>{words.get("help.elsewhere-text")}</p>
        {national(site)}
        <p class="app-small">{words.get("find.nobody-pays")}" "{how_old(site)}</p>
    };
    let frame = Frame {
        title: words.get("find.title").into(),
        description: words.get("find.summary").into(),
        path: Route::Find.path(),
        script: Script::Island(Program::Find),
    };
    (frame, main.into_any())
}

/// The map as something to open; the program draws it then. The style sheet shows one of the two texts of its summary.
fn map(site: &'static Site) -> impl IntoView {
    let words = site.words;
    view! {
        <details class="govuk-details app-map" id="map" hidden>
            <summary class="govuk-details__summary" id="map-open">
                <span class="govuk-details__summary-text app-map__show">{words.get("map.show")}</span>
                <span class="govuk-details__summary-text app-map__hide">{words.get("map.hide")}</span>
            </summary>
            <div class="app-map__buttons">
                <button type="button" class="govuk-button govuk-button--secondary" id="map-close" aria-controls="map-drawing" aria-pressed="true">{words.get("map.close")}</button>
                <button type="button" class="govuk-button govuk-button--secondary" id="map-whole" aria-controls="map-drawing" aria-pressed="false">{words.get("map.whole")}</button>
            </div>
            <div id="map-drawing"></div>
            <p class="app-small">{words.get("map.text")}</p>
        </details>
    }
}

/// What the program reads on that page: its address, and the island's props as JSON.
pub fn data(site: &'static Site) -> (String, String) {
    let file = |asset: &Asset| File { url: asset.url.clone(), integrity: asset.integrity.clone() };
    let area =
        |area: &Area| AreaName { path: area_path(area), name: area.name.clone(), codes: area.authority_codes.clone() };
    let props = Props {
        areas: site.areas.iter().map(area).collect(),
        mistakes_to: site.mistakes_to.clone(),
        here_is: [site.address.as_str(), &Route::Find.path()].concat(),
        entries: file(&site.assets.entries),
        postcodes: file(&site.assets.postcodes),
        words: site.words.only(&[
            "access",
            "card",
            "check",
            "clock",
            "cost",
            "day",
            "does",
            "filter",
            "find",
            "fresh",
            "here",
            "hours",
            "how",
            "kind",
            "language",
            "map",
            "mistake",
            "places",
            "service",
            "shortlist",
            "who",
        ]),
    };
    (Route::Find.path(), miniserde::json::to_string(&props))
}

/// One area: the council's own service first, others, and who to tell when someone is being hurt.
pub fn area(site: &'static Site, area: &'static Area, entries: &[Entry]) -> (Frame, AnyView) {
    let words = site.words;
    let title = words.fill("find.area-title", &[("area", &area.name)]);
    let summary = words.fill("find.area-summary", &[("area", &area.name)]);
    let services: Vec<_> = area
        .services
        .iter()
        .enumerate()
        .map(|(place, service)| {
            let page = entries.iter().find(|entry| entry.area.id == area.id && entry.record.id == service.id);
            view! {
                <ServiceCard
                    service=service.clone()
                    own={place == 0}
                    under_title=true
                    page=page.map(Entry::path)
                    mark=fresh::of_service(site, service)
                    words=words
                />
            }
        })
        .collect();
    let contacts: Vec<_> = area
        .contacts
        .iter()
        .map(|contact| {
            view! {
                <li class="app-line">
                    <h3 class="app-line__name">{contact.name.clone()}</h3>
                    <Call phone=contact.phone.clone()/>
                    <p class="app-line__about">{contact.hours.clone()}</p>
                    <p class="app-small">
                        {words.fill("service.source", &[
                            ("source", &contact.source.name),
                            ("checked", &contact.source.checked_on.to_string()),
                        ])}
                    </p>
                </li>
            }
        })
        .collect();
    let contacts = (!contacts.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words.get("find.contacts")}</h2>
            <p>{words.get("find.contacts-text")}</p>
            <ul class="app-lines">{contacts}</ul>
        }
    });
    let main = view! {
        <BackLink href=Route::Find.path() text=words.get("find.back")/>
        <h1 class="govuk-heading-xl">{title.clone()}</h1>
        {services}
        {places::contents(site, area, entries)}
        {contacts}
        {offers::list(site, area)}
        {national(site)}
        {places::lists(site, area, entries)}
        <p class="app-small">{words.get("find.nobody-pays")}" "{how_old(site)}</p>
    };
    let frame = Frame { title, description: summary, path: area_path(area), script: Script::Site };
    (frame, main.into_any())
}

/// The way to the page that says how old all of this is.
fn how_old(site: &'static Site) -> impl IntoView {
    view! { <a class="govuk-link" href=Route::Freshness.path()>{site.words.get("fresh.how-old")}</a> }
}

fn national(site: &'static Site) -> impl IntoView {
    view! {
        <h2 class="govuk-heading-m">{site.words.get("find.national")}</h2>
        <Lines lines=&site.national/>
    }
}
