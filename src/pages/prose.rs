use leptos::prelude::*;

use super::{Program, Prose, Script, Site, area_path};
use crate::{islands::guidance::Props, layout::Frame, routes::Route, words::Words};

/// A page of words: its text, then where it comes from and when it was last checked.
pub fn page(site: &'static Site, name: &str, path: &str) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let prose = site.prose.iter().find(|prose| prose.name == name)?;
    let foot = (path != Route::NotFound.path()).then(|| sources(words, prose));
    let main = view! {
        <h1 class="govuk-heading-xl">{prose.title.clone()}</h1>
        <p class="govuk-body-l">{prose.summary.clone()}</p>
        {text(words, prose)}
        {(!prose.who.is_empty()).then(|| areas(site))}
        {foot}
    };
    let frame = Frame {
        title: prose.title.clone(),
        description: prose.summary.clone(),
        path: path.into(),
        script: if prose.island.is_some() { Script::Island(Program::Guidance) } else { Script::Site },
    };
    Some((frame, main.into_any()))
}

/// Who helps, council by council: a page of guidance ends in someone to go to. Which area is theirs is known to nobody here.
fn areas(site: &'static Site) -> impl IntoView {
    let link =
        |area: &directory::Area| view! { <li><a class="govuk-link" href=area_path(area)>{area.name.clone()}</a></li> };
    let areas: Vec<_> = site.areas.iter().map(link).collect();
    view! { <nav class="app-areas" aria-label=site.words.get("find.by-area")><ul>{areas}</ul></nav> }
}

/// The words. Without its program an island is the same page: the program only adds to it.
fn text(words: Words, prose: &Prose) -> AnyView {
    let text = view! { <div class="app-prose" inner_html=prose.html.clone()></div> };
    let Some(island) = prose.island.clone() else { return text.into_any() };
    view! {
        <div data-island=island>
            <p class="app-check__status" role="status" hidden data-failed=words.get("guidance.failed") data-reload=words.get("check.reload")></p>
            {text}
        </div>
    }
    .into_any()
}

/// What the program reads on pages of words that have an island: the page's address, and its few words as JSON.
pub fn data(site: &'static Site) -> impl Iterator<Item = (String, String)> {
    site.prose.iter().filter_map(|prose| {
        let props = Props { words: site.words.only(&[prose.island.as_deref()?]) };
        Some((Route::Prose(&prose.name).path(), miniserde::json::to_string(&props)))
    })
}

/// Where a page's facts come from, and when they were last checked.
pub(super) fn sources(words: Words, page: &Prose) -> impl IntoView + use<> {
    let source = |(name, url): &(String, Option<String>)| match url {
        Some(url) => view! { <li><a class="govuk-link" href=url.clone()>{name.clone()}</a></li> }.into_any(),
        None => view! { <li>{name.clone()}</li> }.into_any(),
    };
    let sources: Vec<_> = page.sources.iter().map(source).collect();
    let who = (!page.who.is_empty()).then(|| view! { <p>{words.fill("page.for", &[("who", &page.who)])}</p> });
    view! {
        <div class="app-sources">
            {who}
            <h2 class="govuk-heading-s">{words.get("page.sources")}</h2>
            <ul>{sources}</ul>
            <p>{words.fill("page.reviewed", &[("date", &page.reviewed)])}</p>
        </div>
    }
}
