//! The result: what leads first, one next step, someone to talk to, then the rest and the working.
//!
//! Made of text but for its frame: nothing in it changes once it stands. What is pressed is told by its id.

mod score;
mod steps;
mod warning;
mod week;

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use screening::{Advice, Record, Who, fhir, norm};

pub use score::{meaning, scale};

use super::{
    flow::Flow,
    props::Parts,
    take::{self, TakeAway},
    working::working,
};
use crate::{browser, components::icon, html::Html, words::Words};

/// What a person can do on the result that changes the check.
pub struct Actions {
    /// Go on with the longer form.
    pub go_on: Box<dyn Fn()>,
    /// Forget every answer and begin again.
    pub restart: Box<dyn Fn()>,
    /// The name under which a result of this check is kept on the device, if one is.
    pub stored: Rc<RefCell<Option<String>>>,
    /// Forget the place that is kept in this tab; none where none is.
    pub forget: Option<Box<dyn Fn()>>,
}

/// The result of a finished check; nothing at all for an unfinished one.
#[component]
pub fn ResultScreen(flow: Flow, parts: &'static Parts, words: Words, actions: Actions) -> impl IntoView {
    let (assessment, advice) = (flow.assess().ok()?, flow.advice()?);
    let record = Record::new(flow.instrument(), &flow.answers, &assessment, flow.sign, advice);
    let record = record.map(|record| record.of(flow.who));
    let (above, below) =
        (above(&flow, record.as_ref(), parts, words)?, below(&flow, parts, actions.forget.is_some(), words));
    let (instrument, score) = (assessment.form.id.as_str(), assessment.score.total.to_string());
    let (reading, lead) = (assessment.reading.map(|reading| reading.id.as_str()), assessment.leading().id());
    let (keep, stored) = (flow.kept(), actions.stored.clone());
    let fhir = Rc::new(move || {
        let today = browser::iso_day(0);
        fhir::result(flow.instrument(), &flow.answers, &assessment, &today, &parts.address)
    });
    let pressed = move |event: leptos::ev::MouseEvent| match browser::pressed(&event).as_str() {
        "print-page" => browser::print(),
        "go-on" => (actions.go_on)(),
        "restart" => (actions.restart)(),
        "keep-place" => {
            if let Some(forget) = &actions.forget {
                forget();
                browser::write("#result-stays", words.get("result.stays"));
                browser::show("#keep-place", false);
            }
        }
        _ => {}
    };
    // The cards of all areas are in the page from the start and only shown or hidden, so a translator's work on them stays.
    let picked = |event: leptos::ev::Event| {
        if browser::is_changed(&event, "area") {
            browser::show_only("data-area", &event_target_value(&event));
        }
    };
    Some(view! {
        <section
            id="result"
            class="app-result"
            data-instrument=instrument
            data-score=score
            data-band=reading
            data-lead=lead
            data-advice=advice.id()
            on:click=pressed
            on:change=picked
        >
            <div inner_html=above></div>
            {record.map(|record| view! { <TakeAway record=record words=words fhir=fhir keep=keep stored=stored/> })}
            <div inner_html=below></div>
        </section>
    })
}

/// Everything above what can be taken along.
fn above(flow: &Flow, record: Option<&Record<'static>>, parts: &'static Parts, words: Words) -> Option<String> {
    let (assessment, advice) = (flow.assess().ok()?, flow.advice()?);
    // The line of 14 units is an adult's: at 16 or 17 there is none to drink up to.
    let adult = flow.who == Who::Adult;
    let week = assessment.week.filter(|week| adult && week.high != Some(0));
    let week = week.map(|week| week::week(week, words)).unwrap_or_default();
    let score = score::score(flow, &assessment, advice, words);
    // The worse of the two keys comes first.
    let week_leads = assessment.week.is_some_and(|week| week.band() > assessment.score.band);
    let (first, second) = if week_leads { (week, score) } else { (score, week) };
    let next = steps::next(advice.next(), words);
    let help = Html::new().raw("<div id=someone>").raw(&parts.help).raw("</div>");
    let mut html =
        Html::new().raw("<h1 class=govuk-heading-xl tabindex=-1>").text(words.get("result.title")).raw("</h1>");
    // A warning comes before everything else, and is empty where there is none.
    html = html.then(warning::warning(advice, adult, words));
    if let Some(record) = record.filter(|_| flow.together) {
        html = html.then(take::summary(record, words));
    }
    if matches!(advice, Advice::Drug { risky: true, .. }) {
        html = html.raw("<div class=govuk-inset-text>").raw(words.get("drug.risky-md")).raw("</div>");
    }
    let others = steps::others(advice, words);
    html = if advice.warns_of_withdrawal() {
        html.then(next).then(help).then(first).then(second).then(others)
    } else {
        let norm = norm::fitting(&parts.norms, &assessment, advice);
        let norm = norm.map(|norm| week::other_people(norm, words)).unwrap_or_default();
        html.then(first).then(next).then(second).then(norm).then(go_on(flow, words)).then(others).then(help)
    };
    Some(html.finish())
}

/// The other seven questions, offered after a short form.
fn go_on(flow: &Flow, words: Words) -> Html {
    if !flow.can_go_on() {
        return Html::new();
    }
    Html::new()
        .raw("<div class=app-panel id=go-on-panel><h2 class=govuk-heading-m>")
        .text(words.get("result.go-on-title"))
        .raw("</h2><p>")
        .text(words.get("result.go-on-text"))
        .raw("</p>")
        .button("go-on", words.get("result.go-on"))
        .raw("</div>")
}

/// The working, and what can be done with the page.
fn below(flow: &Flow, parts: &'static Parts, kept: bool, words: Words) -> String {
    let html = working(flow, &parts.reviewed, words)
        .raw("<p class=app-result__actions>")
        .button("print-page", words.get("result.print"))
        .raw(" ")
        .button("restart", words.get("result.restart"))
        .raw("</p><p class=\"app-small app-private\">")
        .raw(&icon::lock_html())
        .raw("<span id=result-stays role=status>")
        .text(words.get(if kept { "check.kept" } else { "result.stays" }))
        .raw("</span></p><p class=app-small id=result-kept hidden>")
        .text(words.get("take.kept-until"))
        .raw("</p><div class=app-small id=install>")
        .raw(words.get("take.install-md"))
        .raw("</div>");
    let forget = || Html::new().button("keep-place", words.get("check.forget"));
    if kept { html.then(forget()).finish() } else { html.finish() }
}
