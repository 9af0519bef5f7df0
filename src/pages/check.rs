use leptos::prelude::*;

use super::{Script, Site, help::Help, paper::Paper};
use crate::{
    components::BackLink,
    islands::check::{
        flow::{Flow, Stop},
        props::Props,
        question::{Place, QuestionScreen},
    },
    layout::Frame,
    routes::{CHECKS_PATH, Route},
};

/// A check: its first question ready to be answered, the whole form to read or print, and the island's props.
pub fn page(site: &'static Site, form: &'static str) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let instrument = site.instruments.iter().find(|instrument| instrument.form(form).is_some())?;
    let flow = Flow::new(instrument, form)?;
    let Some(Stop::Question(item)) = flow.stops().first().copied() else { return None };
    let id = &instrument.data().id;
    let title = words.get(&format!("check.title-{form}"));
    let reviewed = site.reviewed.iter().find(|(name, _)| name == id).map(|(_, day)| day.clone())?;
    let props = Props {
        instrument: instrument.data().for_the_page(),
        form: form.into(),
        title: format!("{title} – {}", words.get("site.name")),
        words: words
            .only(&["check", "sign", "count", "result", "meaning", "week", "warning", "step", "working", "band"]),
        drinks: site.drinks.iter().map(Into::into).collect(),
        reviewed,
    };
    let place = Place { item, number: 1, of: flow.questions() };
    let before = crate::islands::check::before_you_start(words);
    let main = view! {
        <div data-island="check" class="app-check">
            <BackLink href=CHECKS_PATH text=words.get("check.back")/>
            <p class="app-check__status" role="status" hidden data-failed=words.get("check.failed") data-loading=words.get("check.loading") data-reload=words.get("check.reload")></p>
            <QuestionScreen
                instrument=instrument
                place=place
                words=words
                chosen=RwSignal::new(None)
                next=None
                help=Some(before)
            />
            <Paper site=site instrument=instrument form=form first=item/>
            <template data-name="help"><Help site=site/></template>
            <script type="application/json" inner_html=json(&props)></script>
        </div>
    };
    let frame = Frame {
        title: title.into(),
        description: words.get("checks.summary").into(),
        path: Route::Check(form).path(),
        script: Script::Island,
    };
    Some((frame, main.into_any()))
}

/// JSON that cannot end the element it stands in.
fn json(props: &Props) -> String {
    miniserde::json::to_string(props).replace('<', "\\u003c")
}
