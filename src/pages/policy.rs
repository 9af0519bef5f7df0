use leptos::prelude::*;
use policy::{Answers, Part, Section, Source};

use super::{Program, Script, Site, prose};
use crate::{
    islands::policy::{Props, shown},
    layout::Frame,
    routes::{Route, WITHIN_POLICY},
    words::Words,
};

/// The policy that a school makes for itself: questions, and a draft. Without the program the whole draft is here, with
/// every part that is only for some schools, and for whom it is. The questions come with the program, which they need.
pub fn page(site: &'static Site) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let page = site.prose.iter().find(|prose| prose.name == WITHIN_POLICY)?;
    let sections: Vec<_> =
        site.policy.sections.iter().zip(1..).map(|(found, number)| section(site, found, number)).collect();
    // What to know before adopting it comes after it: whoever opens this page wants to begin.
    let begin = page.html.find("<h2").unwrap_or(page.html.len());
    let (before, after) = page.html.split_at(begin);
    let main = view! {
        <h1 class="govuk-heading-xl">{page.title.clone()}</h1>
        <p class="govuk-body-l">{page.summary.clone()}</p>
        <div class="app-prose" inner_html=before.to_owned()></div>
        <div data-island="policy" class="app-policy">
            <p class="app-check__status" role="status" hidden data-failed=words.get("policy.failed") data-reload=words.get("check.reload")></p>
            <form id="policy-form" method="dialog" novalidate autocomplete="off" hidden></form>
            <h2 class="govuk-heading-l" id="policy-title" tabindex="-1">{words.get("policy.draft")}</h2>
            <noscript><p>{words.get("policy.no-script")}</p></noscript>
            <div id="policy-tools" hidden></div>
            <div id="policy-draft">{sections}</div>
            <div class="app-sheet app-policy__sheet" id="policy-sheet"></div>
        </div>
        <div class="app-prose" inner_html=after.to_owned()></div>
        {prose::sources(words, page)}
    };
    let frame = Frame {
        title: page.title.clone(),
        description: page.summary.clone(),
        path: Route::Policy.path(),
        script: Script::Island(Program::Policy),
    };
    Some((frame, main.into_any()))
}

/// A section with all of its parts.
fn section(site: &'static Site, found: &Section, number: u32) -> impl IntoView {
    let parts: Vec<_> = found
        .parts
        .iter()
        .map(|part| view! { {only(site, part)}<div inner_html=shown::words(&site.policy.fill(&part.text, &Answers::default()))></div> })
        .collect();
    view! {
        <section class="app-policy__section">
            <h3 class="govuk-heading-m">{format!("{number}. {}", found.title)}</h3>
            {parts}
            {rests_on(site.words, &found.sources)}
        </section>
    }
}

/// For which schools a part is.
fn only(site: &'static Site, part: &Part) -> Option<impl IntoView + use<>> {
    let question = site.policy.question(&part.question)?;
    let label =
        |id: &String| question.choices.iter().find(|choice| choice.id == *id).map(|choice| choice.label.clone());
    let labels: Vec<String> = part.answers.iter().filter_map(label).collect();
    let said = site.words.fill("policy.only", &[("question", &question.text), ("answers", &labels.join(", "))]);
    Some(view! { <p class="app-small"><em>{said}</em></p> })
}

fn rests_on(words: Words, sources: &[Source]) -> impl IntoView + use<> {
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{words.get("policy.rests-on")}</span></summary>
            <div class="govuk-details__text" inner_html=shown::sources(sources)></div>
        </details>
    }
}

/// What the program reads on that page: its address, and the island's props as JSON.
pub fn data(site: &'static Site) -> (String, String) {
    let props =
        Props { template: site.policy.clone(), day: site.today.to_string(), words: site.words.only(&["policy"]) };
    (Route::Policy.path(), miniserde::json::to_string(&props))
}
