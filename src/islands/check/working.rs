use leptos::prelude::*;

use super::{
    flow::{Flow, Stop},
    withdrawal,
};
use crate::{components::Details, words::Words};

/// How the score came about: every answer with its points and a link to change it, the form's name and
/// version, its source and credit.
#[component]
pub fn Working(flow: Flow, reviewed: &'static str, words: Words) -> impl IntoView {
    let instrument = flow.instrument();
    let data = instrument.data();
    let rows: Vec<_> = flow
        .stops()
        .into_iter()
        .enumerate()
        .filter_map(|(place, stop)| match stop {
            Stop::Question(item) => {
                let question = instrument.item(item)?;
                let choice = instrument.options(item).get(usize::from(flow.answers.chosen(item)?))?;
                let what =
                    words.fill("working.change-what", &[("n", &(place + 1).to_string()), ("what", &question.short)]);
                let points = if question.counts {
                    words.count("working.points", u32::from(choice.points))
                } else {
                    words.get("working.no-points").to_owned()
                };
                Some(row(place, instrument.wording(item, &flow.answers), choice.label.clone(), points, what, words))
            }
            Stop::Withdrawal => {
                let label = withdrawal::label(flow.sign_option?, words);
                let (text, what) = (words.get("sign.question"), words.get("working.change-sign"));
                Some(row(place, text.into(), label.into(), words.get("working.no-points").into(), what.into(), words))
            }
            Stop::Result => None,
        })
        .collect();
    let total = flow.assess().ok().map(|assessment| {
        words.fill(
            "working.total",
            &[
                ("form", &assessment.form.name),
                ("score", &assessment.score.total.to_string()),
                ("max", &assessment.score.max.to_string()),
            ],
        )
    });
    let about = words.fill("working.about", &[("name", &data.name), ("version", &data.version)]);
    let source = words.fill("working.source", &[("source", &data.source), ("reviewed", reviewed)]);
    view! {
        <Details summary=words.get("working.title") id="working">
            <dl class="app-answers">{rows}</dl>
            <p><strong>{total}</strong></p>
            <p class="app-small">{about}</p>
            <p class="app-small">{source}</p>
            <p class="app-small">{data.credit.clone()}</p>
        </Details>
    }
}

/// One answer, with a link that says what it changes.
fn row(place: usize, question: String, answer: String, points: String, what: String, words: Words) -> AnyView {
    let fragment = (place + 1).to_string();
    view! {
        <div class="app-answers__row">
            <dt class="app-answers__question">{question}</dt>
            <dd class="app-answers__answer"><strong>{answer}</strong>" "<span>{points}</span></dd>
            <dd class="app-answers__change">
                <a class="govuk-link" href=["#", &fragment].concat()>
                    {words.get("working.change")}<span class="govuk-visually-hidden">" "{what}</span>
                </a>
            </dd>
        </div>
    }
    .into_any()
}
