use leptos::prelude::*;
use screening::path::{Kind, Steps};

use super::{PathWords, Program, Script, Site, choices::choices, prose};
use crate::{
    components::{BackLink, LinkButton, icon},
    layout::Frame,
    routes::{CHECKS_PATH, Route},
    words::Words,
};

/// Questions without a score: what to know first, every question, every piece of advice, and the island's props.
///
/// Without the program all of it is there to read. While the program loads, what comes after the first question waits
/// unseen, as on a check; then the program shows one question at a time, and at the end the pieces that fit.
pub fn page(site: &'static Site, name: &'static str) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let found = site.paths.iter().find(|found| found.page.name == name)?;
    let steps = found.path.steps();
    let of = steps.at_most(0);
    let mut questions = found
        .path
        .data()
        .question
        .iter()
        .zip(&found.questions)
        .enumerate()
        .map(|(place, (question, said))| choices(question, said, place + 1, of, words));
    let first = questions.next()?;
    let others: Vec<_> = questions.collect();
    let title = found.page.title.clone();
    let main = view! {
        <div data-island="path" class="app-check app-path">
            <BackLink href=CHECKS_PATH text=words.get("check.back")/>
            <p class="app-check__status" role="status" hidden data-failed=words.get("path.failed") data-loading=words.get("check.loading") data-reload=words.get("check.reload")></p>
            <h1 class="govuk-heading-xl" tabindex="-1">{title.clone()}</h1>
            <div class="app-path__opening">
                <p class="govuk-body-l">{found.page.summary.clone()}</p>
                <div class="app-prose" inner_html=found.page.html.clone()></div>
                <p class="app-path__paper">
                    {words.get("path.all")}" "<a class="govuk-link" href="#advice">{words.get("path.all-link")}</a>
                </p>
            </div>
            <form class="app-question" method="dialog" novalidate autocomplete="off">
                {first}
                <LinkButton text=words.get("check.continue") href="#whole-form" id="continue"/>
                <div class="app-path__rest" id="whole-form" tabindex="-1">{others}</div>
                <button type="submit" class="govuk-button" data-module="govuk-button" id="next" hidden>
                    {words.get("check.continue")}
                </button>
                <p class="app-small app-private">{icon::lock()}<span>{words.get("check.stays")}</span></p>
            </form>
            <div class="app-path__rest" id="advice">
                <h2 class="govuk-heading-l" tabindex="-1">{words.get("path.advice")}</h2>
                <p class="app-path__paper">{words.get("path.which")}</p>
                {pieces(found)}
                {last(words)}
                {prose::sources(words, &found.page)}
            </div>
            <script type="application/json" inner_html=json(&steps)></script>
        </div>
    };
    let frame = Frame {
        title,
        description: found.page.summary.clone(),
        path: Route::Path(name).path(),
        script: Script::Island(Program::Path),
    };
    Some((frame, main.into_any()))
}

/// Every piece of advice, the most pressing first. The program shows a part of them and keeps their order.
fn pieces(found: &PathWords) -> Vec<AnyView> {
    let piece = |place: usize| {
        let piece = found.path.data().piece.get(place)?;
        let (heading, html) = found.pieces.get(place)?.clone();
        let (class, title) = match piece.kind {
            Kind::Emergency => ("app-card app-card--emergency", "app-card__title"),
            Kind::Urgent | Kind::NeverStop => ("app-card app-card--urgent", "app-card__title"),
            Kind::CuttingDown | Kind::Ordinary => ("app-panel", "govuk-heading-m"),
        };
        Some(
            view! {
                <div class=class id=piece.id.clone()>
                    <h2 class=title>{heading}</h2>
                    <div class="app-prose" inner_html=html></div>
                </div>
            }
            .into_any(),
        )
    };
    found.path.order().into_iter().filter_map(piece).collect()
}

/// What can be done with the advice, once the program has put it together.
fn last(words: Words) -> impl IntoView {
    view! {
        <div class="app-path__last" hidden>
            <p class="app-result__actions">
                <button type="button" class="govuk-button govuk-button--secondary" id="print">
                    {words.get("result.print")}
                </button>
                <button type="button" class="govuk-button govuk-button--secondary" id="restart">
                    {words.get("result.restart")}
                </button>
            </p>
            <p class="app-small app-private">{icon::lock()}<span>{words.get("path.stays")}</span></p>
        </div>
    }
}

/// JSON that cannot end the element it stands in: numbers, and no words.
fn json(steps: &Steps) -> String {
    miniserde::json::to_string(steps).replace('<', "\\u003c")
}
