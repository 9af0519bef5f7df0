use leptos::prelude::*;
use policy::{Answers, Part, Question, Section, Source};

use super::{Program, Script, Site, prose};
use crate::{
    islands::policy::{Props, shown},
    layout::Frame,
    routes::{Route, WITHIN_POLICY},
    words::Words,
};

/// The policy that a school makes for itself: questions, and a draft. Without the program the whole draft is here, with
/// every part that is only for some schools, and for whom it is.
pub fn page(site: &'static Site) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let page = site.prose.iter().find(|prose| prose.name == WITHIN_POLICY)?;
    let questions: Vec<_> = site.policy.questions.iter().map(|asked| question(asked)).collect();
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
            <form id="policy-form" method="dialog" novalidate autocomplete="off" hidden>
                <h2 class="govuk-heading-l">{words.get("policy.questions")}</h2>
                {questions}
            </form>
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

fn question(asked: &Question) -> AnyView {
    let Question { id, text, hint, choices, .. } = asked;
    let name = format!("q-{id}");
    let hint_id = format!("{name}-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    let hint = (!hint.is_empty()).then(|| view! { <span class="govuk-hint" id=hint_id>{hint.clone()}</span> });
    if choices.is_empty() {
        return view! {
            <div class="govuk-form-group">
                <label class="govuk-label" for=name.clone()>{text.clone()}</label>
                {hint}
                <input class="govuk-input" type="text" id=name maxlength="200" autocomplete="off" data-line=id.clone() aria-describedby=described/>
            </div>
        }
        .into_any();
    }
    let choices: Vec<_> = choices
        .iter()
        .map(|choice| {
            let (id, name) = (format!("{name}-{}", choice.id), name.clone());
            view! {
                <div class="govuk-radios__item">
                    <input class="govuk-radios__input" type="radio" id=id.clone() name=name value=choice.id.clone()/>
                    <label class="govuk-label govuk-radios__label" for=id>{choice.label.clone()}</label>
                </div>
            }
        })
        .collect();
    view! {
        <fieldset class="govuk-fieldset govuk-form-group" aria-describedby=described data-one=id.clone()>
            <legend class="govuk-fieldset__legend">{text.clone()}</legend>
            {hint}
            <div class="govuk-radios govuk-radios--inline">{choices}</div>
        </fieldset>
    }
    .into_any()
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
