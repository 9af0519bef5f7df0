use leptos::prelude::*;
use screening::instrument::FormPage;

use super::{Script, Site};
use crate::{
    components::LinkButton,
    islands::check::mode::Mode,
    layout::Frame,
    routes::{self, FULL_PATH, Route},
};

/// How many checks stand out; the others are a list under them.
const FIRST: usize = 2;

/// The list of checks, and what to know before beginning one.
pub fn page(site: &'static Site) -> (Frame, AnyView) {
    let words = site.words;
    let pages: Vec<&FormPage> = site
        .instruments
        .iter()
        .flat_map(|instrument| &instrument.data().form)
        .filter_map(|form| form.page.as_ref())
        .collect();
    let (first, others) = pages.split_at(FIRST.min(pages.len()));
    let panels: Vec<_> = first.iter().enumerate().map(|(place, page)| panel(page, place > 0)).collect();
    let others: Vec<_> = others
        .iter()
        .map(|page| {
            view! {
                <li>
                    <a class="govuk-link" href=routes::check(&page.address)>{page.title.clone()}</a>
                    <p>{page.summary.clone()}</p>
                </li>
            }
        })
        .collect();
    let paths: Vec<_> = site
        .paths
        .iter()
        .map(|path| {
            view! {
                <li>
                    <a class="govuk-link" href=routes::check(&path.page.name)>{path.page.title.clone()}</a>
                    <p>{path.page.summary.clone()}</p>
                </li>
            }
        })
        .collect();
    let main = view! {
        <h1 class="govuk-heading-xl">{words.get("checks.title")}</h1>
        <p class="govuk-body-l">{words.get("checks.summary")}</p>
        <div class="app-two">{panels}</div>
        <div class="app-prose" inner_html=words.get("checks.before-md")></div>
        <h2 class="govuk-heading-m">{words.get("checks.together-title")}</h2>
        <p>{words.get("checks.together-text")}</p>
        <LinkButton text=words.get("checks.together") href=FULL_PATH secondary=true start=Mode::Together.id()/>
        <h2 class="govuk-heading-m">{words.get("checks.others")}</h2>
        <ul class="app-checks">{others}</ul>
        <h2 class="govuk-heading-m">{words.get("checks.paths")}</h2>
        <ul class="app-checks">{paths}</ul>
        <div class="app-prose" inner_html=words.get("checks.kept-md")></div>
    };
    let frame = Frame {
        title: words.get("checks.title").into(),
        description: words.get("checks.summary").into(),
        path: Route::Checks.path(),
        script: Script::Site,
    };
    (frame, main.into_any())
}

fn panel(page: &'static FormPage, secondary: bool) -> impl IntoView {
    view! {
        <div class="app-panel">
            <h2 class="govuk-heading-m">{page.title.clone()}</h2>
            <p>{page.summary.clone()}</p>
            <LinkButton text=page.start.clone() href=routes::check(&page.address) secondary=secondary/>
        </div>
    }
}
