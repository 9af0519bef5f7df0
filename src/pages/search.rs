use leptos::prelude::*;

use super::{Asset, Program, Prose, Script, Site};
use crate::{
    components::SearchBox,
    islands::{find::File, search::Props},
    layout::Frame,
    routes::{self, Route},
};

/// The folders of guidance, by who is most in a hurry. A folder that is not here comes after them.
const FOLDERS: [&str; 8] =
    ["emergency", "alcohol", "drugs", "wellbeing", "young-people", "families", "schools", "professionals"];

/// The box that searches all guidance, and under it all of it as a list.
pub fn page(site: &'static Site) -> (Frame, AnyView) {
    let words = site.words;
    let main = view! {
        <h1 class="govuk-heading-xl">{words.get("search.title")}</h1>
        <p class="govuk-body-l">{words.get("search.summary")}</p>
        <div data-island="search" class="app-find">
            <p class="app-check__status" role="status" hidden data-failed=words.get("search.failed") data-reload=words.get("check.reload")></p>
            <SearchBox
                name="search"
                label=words.get("search.label")
                hint=words.get("search.hint")
                no_script=words.get("search.no-script")
                go=words.get("search.go")
            />
            <p id="search-said" role="status" tabindex="-1"></p>
            <ol class="app-hits" id="hits"></ol>
        </div>
        <div class="app-prose" inner_html=words.get("search.places-md")></div>
        <h2 class="govuk-heading-l" id="all">{words.get("search.all")}</h2>
        {lists(site)}
    };
    let frame = Frame {
        title: words.get("search.title").into(),
        description: words.get("search.summary").into(),
        path: Route::Search.path(),
        script: Script::Island(Program::Search),
    };
    (frame, main.into_any())
}

/// Every page of guidance, folder by folder.
fn lists(site: &'static Site) -> impl IntoView {
    let words = site.words;
    let folder = |name: &str| -> Vec<&Prose> {
        site.prose.iter().filter(|page| page.name.split_once('/').is_some_and(|(folder, _)| folder == name)).collect()
    };
    let mut names: Vec<&str> = FOLDERS.to_vec();
    for page in &site.prose {
        if let Some((folder, _)) = page.name.split_once('/')
            && !names.contains(&folder)
        {
            names.push(folder);
        }
    }
    let link = |page: &Prose| {
        view! { <li><a class="govuk-link" href=format!("/{}/", page.name)>{page.title.clone()}</a></li> }
    };
    let folders: Vec<_> = names
        .iter()
        .map(|name| {
            let head = site.prose.iter().find(|page| page.name == *name);
            let pages: Vec<_> = folder(name).into_iter().map(link).collect();
            view! {
                <h3 class="govuk-heading-m">
                    {head.map(|page| view! { <a class="govuk-link" href=format!("/{}/", page.name)>{page.title.clone()}</a> })}
                </h3>
                <ul class="app-pages">{pages}</ul>
            }
        })
        .collect();
    let checks: Vec<_> = site
        .instruments
        .iter()
        .flat_map(|instrument| &instrument.data().form)
        .filter_map(|form| form.page.as_ref())
        .map(|page| (routes::check(&page.address), page.title.clone()))
        .chain(site.paths.iter().map(|path| (routes::check(&path.page.name), path.page.title.clone())))
        .map(|(path, title)| view! { <li><a class="govuk-link" href=path>{title}</a></li> })
        .collect();
    let rest: Vec<_> = site
        .prose
        .iter()
        .filter(|page| !page.name.contains('/') && !names.contains(&page.name.as_str()) && page.name != "not-found")
        .map(link)
        .collect();
    view! {
        {folders}
        <h3 class="govuk-heading-m"><a class="govuk-link" href=Route::Checks.path()>{words.get("checks.title")}</a></h3>
        <ul class="app-pages">{checks}</ul>
        <h3 class="govuk-heading-m">{words.get("search.rest")}</h3>
        <ul class="app-pages">{rest}</ul>
    }
}

/// What the program reads on that page: its address, and the island's props as JSON.
pub fn data(site: &'static Site) -> (String, String) {
    let Asset { url, integrity } = &site.assets.guidance;
    let props =
        Props { index: File { url: url.clone(), integrity: integrity.clone() }, words: site.words.only(&["search"]) };
    (Route::Search.path(), miniserde::json::to_string(&props))
}
