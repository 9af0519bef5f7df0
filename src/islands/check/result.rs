//! The result: what leads first, one next step, someone to talk to, then the rest and the working.

use std::rc::Rc;

use leptos::prelude::*;
use screening::{
    Advice, Assessment, Band, Record, Score, Step, WeekUnits, Who,
    advice::Why,
    fhir,
    norm::{self, Norm},
};

use super::{
    flow::Flow,
    props::Parts,
    take::{self, TakeAway, reminder},
    working::Working,
};
use crate::{
    browser,
    components::{Details, ScaleBand, ScorePicture, icon, week_bar},
    words::Words,
};

/// What a person can do on the result that changes the check.
pub struct Actions {
    /// Go on with the longer form.
    pub go_on: Box<dyn Fn()>,
    /// Forget every answer and begin again.
    pub restart: Box<dyn Fn()>,
}

/// The result of a finished check; nothing at all for an unfinished one.
#[component]
pub fn ResultScreen(flow: Flow, parts: &'static Parts, words: Words, actions: Actions) -> impl IntoView {
    let (assessment, advice) = (flow.assess().ok()?, flow.advice()?);
    let week_leads = assessment.week.is_some_and(|week| week.band() > assessment.score.band);
    // The line of 14 units is an adult's: at 16 or 17 there is none to drink up to.
    let adult = flow.who == Who::Adult;
    let week = assessment
        .week
        .filter(|week| adult && week.high != Some(0))
        .map(|week| view! { <Week week=week words=words/> });
    let score = view! { <ScoreCard flow=flow.clone() assessment=assessment.clone() advice=advice week_leads=week_leads words=words/> };
    // The worse of the two keys comes first.
    let keys = if week_leads { (week.into_any(), score.into_any()) } else { (score.into_any(), week.into_any()) };
    let warning = match advice {
        Advice::SeeSomeone(why) => Some(view! { <Warning why=why adult=adult words=words/> }.into_any()),
        Advice::Drug { never_stop: true, .. } => Some(view! { <DrugWarning words=words/> }.into_any()),
        _ => None,
    };
    let risky = matches!(advice, Advice::Drug { risky: true, .. })
        .then(|| view! { <div class="govuk-inset-text" inner_html=words.get("drug.risky-md")></div> });
    let record = Record::new(flow.instrument(), &flow.answers, &assessment, flow.sign, advice);
    let record = record.map(|record| record.of(flow.who));
    let both = record.as_ref().filter(|_| flow.together).map(|record| take::summary(record, words));
    let both = both.map(|html| view! { <div class="app-panel" id="in-short" inner_html=html></div> });
    let (checked, finished) = (flow.clone(), assessment.clone());
    let fhir = Rc::new(move || {
        let today = browser::day(0, reminder::STYLE);
        fhir::result(checked.instrument(), &checked.answers, &finished, &today, &parts.address)
    });
    let take = record.map(|record| view! { <TakeAway record=record words=words fhir=fhir/> });
    let reading = assessment.reading.map(|reading| reading.id.clone());
    let help = view! { <Help html=&parts.help/> };
    let others =
        norm::fitting(&parts.norms, &assessment, advice).map(|norm| view! { <OtherPeople norm=norm words=words/> });
    let go_on = flow.can_go_on().then(|| view! { <GoOn words=words go_on=actions.go_on/> });
    let body = if advice.warns_of_withdrawal() {
        view! { {warning} <NextStep step=advice.next() words=words/> {help} {keys.0} {keys.1} <Others advice=advice words=words/> }.into_any()
    } else {
        view! {
            {keys.0}
            <NextStep step=advice.next() words=words/>
            {keys.1}
            {others}
            {go_on}
            <Others advice=advice words=words/>
            {help}
        }
        .into_any()
    };
    Some(view! {
        <section
            id="result"
            class="app-result"
            data-instrument=assessment.form.id.clone()
            data-score=assessment.score.total.to_string()
            data-band=reading
            data-lead=assessment.leading().id()
            data-advice=advice.id()
        >
            <h1 class="govuk-heading-xl" tabindex="-1">{words.get("result.title")}</h1>
            {both}
            {risky}
            {body}
            {take}
            <Working flow=flow reviewed=&parts.reviewed words=words/>
            <p class="app-result__actions">
                <button type="button" class="govuk-button govuk-button--secondary" on:click=|_| browser::print()>
                    {words.get("result.print")}
                </button>
                <button type="button" class="govuk-button govuk-button--secondary" id="restart" on:click=move |_| (actions.restart)()>
                    {words.get("result.restart")}
                </button>
            </p>
            <p class="app-small app-private">{icon::lock()}<span>{words.get("result.stays")}</span></p>
        </section>
    })
}

/// Do not stop suddenly, and when to call 999 or 111. Comes before everything else.
#[component]
fn Warning(why: Why, adult: bool, words: Words) -> impl IntoView {
    let reason = match why {
        Why::Score => words.get("warning.score"),
        Why::MorningDrink => words.get("warning.morning"),
        Why::WithdrawalSign => words.get("warning.sign"),
    };
    view! {
        <div class="app-card app-card--urgent" id="withdrawal-warning">
            <h2 class="app-card__title">{words.get("warning.title")}</h2>
            <p>{reason}</p>
            {(!adult).then(|| view! { <div inner_html=words.get("young.warning-md")></div> })}
            <div inner_html=words.get("warning.do-md")></div>
        </div>
        <div class="app-card app-card--emergency" id="emergency-signs">
            <h2 class="app-card__title">{words.get("warning.emergency-title")}</h2>
            <div inner_html=words.get("warning.emergency-md")></div>
        </div>
    }
}

/// A drug that must not be stopped suddenly. Comes before everything else.
#[component]
fn DrugWarning(words: Words) -> impl IntoView {
    view! {
        <div class="app-card app-card--urgent" id="withdrawal-warning">
            <h2 class="app-card__title">{words.get("drug.never-stop-title")}</h2>
            <div inner_html=words.get("drug.never-stop-md")></div>
        </div>
    }
}

#[component]
fn ScoreCard(
    flow: Flow,
    assessment: Assessment<'static>,
    advice: Advice,
    week_leads: bool,
    words: Words,
) -> impl IntoView {
    let Score { total, max, band } = assessment.score;
    let instrument = flow.instrument();
    let (bands, names): (Vec<ScaleBand>, Vec<String>) = assessment
        .form
        .bands(instrument, &flow.answers)
        .iter()
        .filter_map(|range| {
            let reading = instrument.reading(&range.id)?;
            let name = words.fill(
                "result.scale-band",
                &[("from", &range.from.to_string()), ("to", &range.to.to_string()), ("band", &reading.name)],
            );
            Some((ScaleBand { band: reading.band, from: range.from, to: range.to }, name))
        })
        .unzip();
    let twin = words.fill("result.scale", &[("form", &assessment.form.name), ("bands", &names.join(", "))]);
    let short = assessment.short.and_then(|(form, score)| {
        let reading = form.reading(instrument, &flow.answers, score.total)?;
        let text = words.fill(
            "result.short",
            &[
                ("form", &form.name),
                ("n", &form.items.len().to_string()),
                ("score", &score.total.to_string()),
                ("max", &score.max.to_string()),
                ("band", &reading.name),
            ],
        );
        Some(view! { <p class="app-small" id="short-score" data-score=score.total.to_string() data-band=reading.id.clone()>{text}</p> })
    });
    let name = assessment.reading.map(|reading| reading.name.clone());
    let (no_week, no_line) = (assessment.week.is_none(), bands.len() == 1);
    let out_of = words.fill("result.out-of", &[("max", &max.to_string()), ("form", &assessment.form.name)]);
    view! {
        <div class=["app-panel app-score app-score--", band.id()].concat()>
            <h2 class="app-score__band">{icon::band(band)}<span>{name}</span></h2>
            <p class="app-score__total"><strong>{total.to_string()}</strong>" "<span>{out_of}</span></p>
            <ScorePicture total=total max=max bands=bands twin=twin/>
            <p>{words.get(meaning(advice, band, week_leads, no_week, no_line))}</p>
            {short}
        </div>
    }
}

/// The key of the sentence that says what the score means. Only one of them reassures, and only when the
/// whole range of the week is under the line.
fn meaning(advice: Advice, band: Band, week_leads: bool, no_week: bool, no_line: bool) -> &'static str {
    match (advice, band) {
        (Advice::SeeSomeone(_), Band::PossibleDependence) => "meaning.possible-dependence",
        (Advice::SeeSomeone(_), _) => "meaning.see-someone",
        (Advice::NotDrinking { harm: true }, _) => "meaning.not-drinking-harm",
        (Advice::NotDrinking { harm: false }, _) => "meaning.not-drinking",
        (Advice::AskMore, _) => "few.more",
        (Advice::Young { talk: true }, _) => "young.meaning-talk",
        (Advice::Young { talk: false }, _) => "young.meaning",
        (Advice::Drug { .. }, _) if no_line => "drug.meaning-no-line",
        (Advice::Drug { talk: true, .. }, _) => "drug.meaning-talk",
        (Advice::Drug { talk: false, .. }, _) => "drug.meaning",
        (Advice::LowRisk { harm: true, .. }, _) if no_week => "few.harm",
        (Advice::LowRisk { .. }, _) if no_week => "few.none",
        (Advice::LowRisk { harm: true, .. }, _) => "meaning.low-harm",
        (Advice::LowRisk { reassure: true, .. }, _) => "meaning.low",
        (Advice::LowRisk { .. }, _) => "meaning.low-near",
        (Advice::Change { .. }, Band::Low) if week_leads => "meaning.low-week",
        (Advice::Change { .. }, Band::Higher) => "meaning.higher",
        (Advice::Change { .. }, _) => "meaning.increasing",
    }
}

/// How other people answered: behind a line of its own, for those who want to know.
#[component]
fn OtherPeople(norm: &'static Norm, words: Words) -> impl IntoView {
    view! {
        <Details summary=words.get("result.norm") id="other-people">
            <p>{norm.text.clone()}</p>
            <p class="app-small">{words.fill("result.norm-source", &[("source", &norm.source)])}</p>
        </Details>
    }
}

/// The range of units a week, and how it was made.
#[component]
fn Week(week: WeekUnits, words: Words) -> impl IntoView {
    let low = week.low.to_string();
    let title = match week.high {
        Some(high) => {
            let key = if high == 1 { "week.range.one" } else { "week.range.other" };
            words.fill(key, &[("low", &low), ("high", &high.to_string())])
        }
        None => words.fill("week.open", &[("low", &low)]),
    };
    let line = if week.low > screening::week::LOW_RISK_UNITS {
        "week.above"
    } else if week.may_exceed_low_risk() {
        "week.maybe-above"
    } else {
        "week.under"
    };
    view! {
        <div class="app-panel" id="week">
            <h2 class="govuk-heading-m">{title}</h2>
            {week_bar(week)}
            <p>{words.get(line)}</p>
            <p class="app-small">{words.get("week.method")}</p>
        </div>
    }
}

/// The one next step.
#[component]
fn NextStep(step: Step, words: Words) -> impl IntoView {
    view! {
        <div class="app-next" id="next-step" data-step=step.id()>
            <h2 class="govuk-heading-m">{words.get("result.next")}</h2>
            <div inner_html=step_words(step, words)></div>
        </div>
    }
}

/// The other steps that fit.
#[component]
fn Others(advice: Advice, words: Words) -> impl IntoView {
    let steps: Vec<_> = advice
        .others()
        .iter()
        .map(|step| view! { <li data-step=step.id() inner_html=step_words(*step, words)></li> })
        .collect();
    let caution = matches!(advice, Advice::Change { .. } | Advice::AskMore)
        .then(|| view! { <div class="govuk-inset-text" inner_html=words.get("result.caution-md")></div> });
    (!steps.is_empty()).then(|| {
        view! {
            <div id="other-steps">
                <h2 class="govuk-heading-m">{words.get("result.others")}</h2>
                <ul class="app-steps">{steps}</ul>
                {caution}
            </div>
        }
    })
}

fn step_words(step: Step, words: Words) -> &'static str {
    words.get(match step {
        Step::CallService => "step.call-service-md",
        Step::SeeGp => "step.see-gp-md",
        Step::CallLine => "step.call-line-md",
        Step::DrinkFreeDays => "step.drink-free-days-md",
        Step::SmallerWeaker => "step.smaller-weaker-md",
        Step::PlanInstead => "step.plan-instead-md",
        Step::KnowTheLine => "step.know-the-line-md",
        Step::FullCheck => "few.full-check-md",
        Step::YoungPeople => "young.step-md",
        Step::CallFrank => "drug.call-frank-md",
        Step::DrugsPath => "drug.path-md",
    })
}

/// Someone to talk to: choose where you live, and see that council's service. The choice stays in memory.
///
/// The cards are in the page from the start and only shown or hidden, so a translator's work on them stays.
#[component]
fn Help(html: &'static str) -> impl IntoView {
    let pick = |event: leptos::ev::Event| browser::show_only("data-area", &event_target_value(&event));
    view! { <div id="someone" inner_html=html on:change=pick></div> }
}

/// The other seven questions, offered after a short form.
#[component]
fn GoOn(words: Words, go_on: Box<dyn Fn()>) -> impl IntoView {
    view! {
        <div class="app-panel" id="go-on-panel">
            <h2 class="govuk-heading-m">{words.get("result.go-on-title")}</h2>
            <p>{words.get("result.go-on-text")}</p>
            <button type="button" class="govuk-button govuk-button--secondary" id="go-on" on:click=move |_| go_on()>
                {words.get("result.go-on")}
            </button>
        </div>
    }
}
