use leptos::prelude::*;
use screening::{Band, Form, Instrument};

use super::Site;
use crate::{
    components::Radios,
    islands::check::{count, question::options},
    words::Words,
};

/// The rest of a questionnaire as a paper form: every question with the points of each answer beside it, the
/// rules for leaving questions out, and what the total means.
///
/// It is what someone without the program has, on screen or printed. While the program loads it waits hidden;
/// it shows when scripts are off, when the program fails, in print, and when Continue is pressed early.
#[component]
pub fn Paper(site: &'static Site, instrument: &'static Instrument, form: &'static str, first: usize) -> impl IntoView {
    let words = site.words;
    let form = instrument.form(form)?;
    let questions: Vec<_> = form
        .path(instrument, &screening::Answers::none())
        .into_iter()
        .enumerate()
        .filter(|(_, item)| *item != first)
        .map(|(place, item)| question(site, instrument, item, place + 1))
        .collect();
    let skips: Vec<_> = form.skip.iter().map(|rule| view! { <p>{rule.say.clone()}</p> }).collect();
    let then = form.then.as_ref().map(|then| {
        let text = words.fill("form.then", &[("from", &then.from.to_string())]);
        let link = crate::routes::Route::Check(&then.form).path();
        view! { <p>{text}<a class="govuk-link" href=link>{words.get("form.then-link")}</a>"."</p> }
    });
    Some(view! {
        <form class="app-paper" id="whole-form" method="dialog" autocomplete="off" tabindex="-1">
            <h2 class="govuk-heading-l">{words.get("form.title")}</h2>
            <p>{words.get("form.how")}</p>
            {skips}
            {questions}
            <h2 class="govuk-heading-m">{words.get("form.bands")}</h2>
            <Bands form=form words=words/>
            {then}
            <div class="app-card app-card--urgent" inner_html=words.get("form.warning-md")></div>
            <p class="app-small">{instrument.data().credit.clone()}</p>
        </form>
    })
}

fn question(site: &'static Site, instrument: &'static Instrument, item: usize, number: usize) -> AnyView {
    let words = site.words;
    let Some(data) = instrument.item(item) else { return ().into_any() };
    let counting = instrument.data().week.as_ref().is_some_and(|week| week.units == data.id);
    view! {
        <div class="app-paper__question">
            <p class="app-progress__text">{words.fill("form.question", &[("n", &number.to_string())])}</p>
            <Radios
                id=data.id.clone()
                legend=data.text.clone()
                page_heading=false
                options=options(instrument, item, words, true)
                chosen=RwSignal::new(None)
            />
            {counting.then(|| drinks(site))}
        </div>
    }
    .into_any()
}

/// The units in usual drinks, for the question that asks about units.
fn drinks(site: &'static Site) -> impl IntoView {
    let words = site.words;
    let rows: Vec<_> = site
        .drinks
        .iter()
        .map(|preset| {
            view! {
                <tr class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">{preset.name.clone()}</th>
                    <td class="govuk-table__cell">{count::size(preset.drink, words)}</td>
                    <td class="govuk-table__cell govuk-table__cell--numeric">{preset.drink.units().to_string()}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="govuk-table app-table">
            <caption class="govuk-table__caption govuk-table__caption--s">{words.get("form.counting")}</caption>
            <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                    <th scope="col" class="govuk-table__header">{words.get("form.drink")}</th>
                    <th scope="col" class="govuk-table__header">{words.get("form.size")}</th>
                    <th scope="col" class="govuk-table__header govuk-table__header--numeric">{words.get("form.units")}</th>
                </tr>
            </thead>
            <tbody class="govuk-table__body">{rows}</tbody>
        </table>
    }
}

/// The bands of a form as a table: total, name, what it means.
#[component]
fn Bands(form: &'static Form, words: Words) -> impl IntoView {
    let row = |band: &screening::instrument::BandRange| {
        let key = match band.id {
            Band::Low => ("band.low", "band-means.low"),
            Band::Increasing => ("band.increasing", "band-means.increasing"),
            Band::Higher => ("band.higher", "band-means.higher"),
            Band::PossibleDependence => ("band.possible-dependence", "band-means.possible-dependence"),
        };
        let range = words.fill("form.band-range", &[("from", &band.from.to_string()), ("to", &band.to.to_string())]);
        view! {
            <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">{range}</th>
                <td class="govuk-table__cell"><strong>{words.get(key.0)}"."</strong>" "{words.get(key.1)}</td>
            </tr>
        }
    };
    let rows: Vec<_> = form.band.iter().map(row).collect();
    view! {
        <table class="govuk-table app-table">
            <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                    <th scope="col" class="govuk-table__header">{words.get("form.total")}</th>
                    <th scope="col" class="govuk-table__header">{words.get("form.means")}</th>
                </tr>
            </thead>
            <tbody class="govuk-table__body">{rows}</tbody>
        </table>
    }
}
