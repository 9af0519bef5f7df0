use leptos::prelude::*;
use screening::{About, Form, Instrument};

use super::{Program, Script, Site, help::Help, paper::Paper};
use crate::{
    components::BackLink,
    islands::check::{
        flow::{Flow, Stop},
        props::Props,
        question::{Around, Place, QuestionScreen},
    },
    layout::Frame,
    routes::{self, CHECKS_PATH},
};

/// A check: its first question ready to be answered, and the whole form to read or print. None for a form without a page.
pub fn page(site: &'static Site, instrument: &'static Instrument, form: &'static Form) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let page = form.page.as_ref()?;
    let flow = Flow::new(instrument, &form.id)?;
    let Some(Stop::Question(item)) = flow.stops().first().copied() else { return None };
    let place = Place { item, number: 1, of: flow.questions() };
    let before = crate::islands::check::before_you_start(instrument.data().about, words);
    let main = view! {
        <div data-island="check" class="app-check">
            <BackLink href=CHECKS_PATH text=words.get("check.back")/>
            <p class="app-check__status" role="status" hidden data-failed=words.get("check.failed") data-loading=words.get("check.loading") data-reload=words.get("check.reload")></p>
            <QuestionScreen
                instrument=instrument
                place=place
                wording=instrument.wording(item, &flow.answers)
                words=words
                chosen=RwSignal::new(None)
                next=None
                around=Around { note: intro(form), help: Some(before), keeping: None }
            />
            <Paper site=site instrument=instrument form=&form.id first=item/>
        </div>
    };
    let frame = Frame {
        title: page.title.clone(),
        description: page.summary.clone(),
        path: routes::check(&page.address),
        script: Script::Island(Program::Check),
    };
    Some((frame, main.into_any()))
}

/// What the program reads on a check's page: the page's address, and the island's props as JSON.
pub fn data(site: &'static Site, instrument: &'static Instrument, form: &'static Form) -> Option<(String, String)> {
    let words = site.words;
    let page = form.page.as_ref()?;
    let reviewed = site.reviewed.iter().find(|(name, _)| *name == instrument.data().id).map(|(_, day)| day.clone())?;
    let help = view! { <Help site=site/> };
    let props = Props {
        instrument: instrument.data().for_the_page(),
        form: form.id.clone(),
        title: format!("{} – {}", page.title, words.get("site.name")),
        words: words.only(&tables(instrument, form)),
        drinks: site.drinks.iter().map(Into::into).collect(),
        reviewed,
        norms: site.norms.iter().filter(|norm| instrument.form(&norm.form).is_some()).cloned().collect(),
        address: site.address.clone(),
        help: help.into_any().to_html().replace("<!>", ""),
    };
    Some((routes::check(&page.address), miniserde::json::to_string(&props)))
}

/// What holds for all of its questions.
fn intro(form: &'static Form) -> Option<AnyView> {
    form.intro.as_deref().map(|intro| view! { <p class="app-mode">{intro}</p> }.into_any())
}

/// The tables of words that this check can need, and no more: the page that carries them is read on slow phones.
fn tables(instrument: &Instrument, form: &Form) -> Vec<&'static str> {
    let mut tables = vec!["check", "result", "step", "working", "take", "sheet"];
    if instrument.data().about == About::Drug {
        tables.push("drug");
    } else {
        tables.push("warning");
    }
    if instrument.data().week.is_some() {
        tables.extend(["sign", "count", "meaning", "week", "young"]);
    }
    if form.offer.is_some() {
        tables.push("few");
    }
    tables
}
