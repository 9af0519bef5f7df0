use leptos::prelude::*;

use super::{Program, Script, Site, prose};
use crate::{islands::kept::Props, layout::Frame, routes::Route};

/// The page of words that stands around the list.
const NAME: &str = "my-data";

/// What a person kept on their device: the list, which the program makes there, then what to know about it.
pub fn page(site: &'static Site, path: &str) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let page = site.prose.iter().find(|prose| prose.name == NAME)?;
    let main = view! {
        <h1 class="govuk-heading-xl">{page.title.clone()}</h1>
        <p class="govuk-body-l">{page.summary.clone()}</p>
        <div data-island="kept" class="app-kept-host">
            <p class="app-check__status" role="status" hidden data-failed=words.get("kept.failed") data-reload=words.get("check.reload")></p>
            <p class="app-kept__loading">{words.get("kept.loading")}</p>
        </div>
        <div class="app-prose" inner_html=page.html.clone()></div>
        {prose::sources(words, page)}
    };
    let frame = Frame {
        title: page.title.clone(),
        description: page.summary.clone(),
        path: path.into(),
        script: Script::Island(Program::Kept),
    };
    Some((frame, main.into_any()))
}

/// What the program reads on this page: its address, and the island's props as JSON.
pub fn data(site: &'static Site) -> (String, String) {
    let props = Props {
        instruments: site.instruments.iter().map(|instrument| instrument.data().for_the_page()).collect(),
        words: site.words.only(&[
            "drug",
            "few",
            "kept",
            "kept-places",
            "meaning",
            "result",
            "sheet",
            "take",
            "working",
            "young",
        ]),
    };
    (Route::MyData.path(), miniserde::json::to_string(&props))
}
