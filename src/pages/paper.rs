use leptos::prelude::*;
use screening::{About, Answers, Flag, Form, Instrument, instrument::BandRange};

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
        .path(instrument, &Answers::none())
        .into_iter()
        .enumerate()
        .filter(|(_, item)| *item != first)
        .map(|(place, item)| question(site, instrument, item, place + 1))
        .collect();
    let skips: Vec<_> = form.skip.iter().map(|rule| view! { <p>{rule.say.clone()}</p> }).collect();
    let then = form.then.as_ref().map(|then| {
        let text = words.fill("form.then", &[("from", &then.from.to_string())]);
        let link = super::check_path(site, &then.form);
        view! { <p>{text}<a class="govuk-link" href=link>{words.get("form.then-link")}</a>"."</p> }
    });
    let intro = form.intro.as_deref().map(|intro| view! { <p>{intro}</p> });
    // What must not be stopped suddenly: alcohol always, another drug where the file says so.
    let flags = &instrument.data().flag;
    let warning = match instrument.data().about {
        About::Alcohol => Some(words.get("form.warning-md")),
        About::Drug => flags.iter().any(|rule| rule.id == Flag::NeverStop).then(|| words.get("form.drug-warning-md")),
    };
    let warning = warning.map(|html| view! { <div class="app-card app-card--urgent" inner_html=html></div> });
    Some(view! {
        <form class="app-paper" id="whole-form" method="dialog" autocomplete="off" tabindex="-1">
            <h2 class="govuk-heading-l">{words.get("form.title")}</h2>
            <p>{words.get("form.how")}</p>
            {intro}
            {skips}
            {questions}
            <h2 class="govuk-heading-m">{words.get("form.bands")}</h2>
            <Bands instrument=instrument form=form words=words/>
            {then}
            {warning}
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
                legend=instrument.wording(item, &Answers::none())
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

/// How a form's total is read: one table, and one more for each answer under which it is read otherwise.
#[component]
fn Bands(instrument: &'static Instrument, form: &'static Form, words: Words) -> impl IntoView {
    let others: Vec<_> = form
        .other_band
        .iter()
        .filter_map(|other| {
            let place = instrument.position(&other.item)?;
            let choice = instrument.options(place).iter().find(|choice| choice.points == other.points)?;
            let caption = words.fill("form.bands-when", &[("answer", &choice.label)]);
            Some(table(instrument, &other.band, Some(caption), words))
        })
        .collect();
    let caption = (!others.is_empty()).then(|| words.get("form.bands-else").to_owned());
    view! { {others} {table(instrument, &form.band, caption, words)} }
}

/// Bands as a table: total, name, what it means.
fn table(
    instrument: &'static Instrument,
    ranges: &'static [BandRange],
    caption: Option<String>,
    words: Words,
) -> impl IntoView {
    let row = |band: &BandRange| {
        let reading = instrument.reading(&band.id);
        let (name, means) = reading.map(|reading| (reading.name.clone(), reading.means.clone())).unwrap_or_default();
        let range = words.fill("form.band-range", &[("from", &band.from.to_string()), ("to", &band.to.to_string())]);
        view! {
            <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">{range}</th>
                <td class="govuk-table__cell"><strong>{name}"."</strong>" "{means}</td>
            </tr>
        }
    };
    let rows: Vec<_> = ranges.iter().map(row).collect();
    let caption = caption
        .map(|caption| view! { <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption> });
    view! {
        <table class="govuk-table app-table">
            {caption}
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
