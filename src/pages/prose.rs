use leptos::prelude::*;

use super::{Prose, Script, Site};
use crate::{layout::Frame, routes::Route, words::Words};

/// A page of words: its text, then where it comes from and when it was last checked.
pub fn page(site: &'static Site, name: &str, path: &str) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let prose = site.prose.iter().find(|prose| prose.name == name)?;
    let foot = (path != Route::NotFound.path()).then(|| sources(words, prose));
    let main = view! {
        <h1 class="govuk-heading-xl">{prose.title.clone()}</h1>
        <p class="govuk-body-l">{prose.summary.clone()}</p>
        <div class="app-prose" inner_html=prose.html.clone()></div>
        {foot}
    };
    let frame = Frame {
        title: prose.title.clone(),
        description: prose.summary.clone(),
        path: path.into(),
        script: Script::Site,
    };
    Some((frame, main.into_any()))
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
