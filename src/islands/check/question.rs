use std::rc::Rc;

use leptos::prelude::*;
use screening::Instrument;

use crate::{
    components::{Button, ErrorSummary, LinkButton, Radio, Radios, icon},
    words::Words,
};

/// Keeping the place in this tab: whether it is kept, and what turns that on and off.
#[derive(Clone)]
pub struct Keeping {
    /// Is it kept now?
    pub kept: RwSignal<bool>,
    /// Turns it on or off.
    pub turn: Rc<dyn Fn()>,
}

/// What stands around a question: help with it, and what happens to the answers.
#[derive(Default)]
pub struct Around {
    /// Above everything: a note about how the check is done.
    pub note: Option<AnyView>,
    /// Between the question and its options.
    pub help: Option<AnyView>,
    /// None where nothing can be kept: prerendered, or two people at one screen.
    pub keeping: Option<Keeping>,
}

/// Where a question stands: which item, and its number among those asked.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The item's place in the instrument, from 0.
    pub item: usize,
    /// Its number on this way through, from 1.
    pub number: usize,
    /// How many questions this way has.
    pub of: usize,
}

/// The radio buttons of an item; with its points beside each option for the printed form.
pub fn options(instrument: &Instrument, item: usize, words: Words, with_points: bool) -> Vec<Radio> {
    let counts = instrument.item(item).is_some_and(|item| item.counts);
    instrument
        .options(item)
        .iter()
        .map(|choice| Radio {
            label: choice.label.clone(),
            note: (with_points && counts).then(|| words.count("form.points", u32::from(choice.points))),
        })
        .collect()
}

/// One question: progress, the question with its options, Continue.
///
/// Prerendered as the first question of the check with real radios; Continue is then a link to the whole
/// form further down, so that it leads on without any program.
#[component]
pub fn QuestionScreen(
    instrument: &'static Instrument,
    place: Place,
    /// The wording, with earlier answers in it where it has a place for them.
    wording: String,
    words: Words,
    chosen: RwSignal<Option<u8>>,
    /// Called when Continue is pressed with an answer chosen. None: prerendered.
    next: Option<Box<dyn Fn()>>,
    around: Around,
) -> impl IntoView {
    let Place { item, number, of } = place;
    let id = instrument.item(item).map(|item| item.id.clone()).unwrap_or_default();
    let progress = words.fill("check.progress", &[("n", &number.to_string()), ("of", &of.to_string())]);
    view! {
        <ChoiceForm
            id=id
            legend=wording
            progress=progress
            picture=Some((number, of))
            options=options(instrument, item, words, next.is_none())
            words=words
            chosen=chosen
            next=next
            around=around
        />
    }
}

/// A screen with one group of radio buttons: what the questions and the withdrawal question share.
#[component]
pub fn ChoiceForm(
    #[prop(into)] id: String,
    #[prop(into)] legend: String,
    progress: String,
    /// Number and count for the drawn progress.
    picture: Option<(usize, usize)>,
    options: Vec<Radio>,
    words: Words,
    chosen: RwSignal<Option<u8>>,
    next: Option<Box<dyn Fn()>>,
    around: Around,
) -> impl IntoView {
    let Around { note, help, keeping } = around;
    let live = next.is_some();
    let error = RwSignal::new(None::<String>);
    let first = format!("#{id}-0");
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match (&next, chosen.get_untracked()) {
            (Some(next), Some(_)) => next(),
            _ => {
                error.set(Some(words.get("check.choose").to_owned()));
                let title = crate::browser::title();
                let prefix = words.get("check.error-title");
                if !title.starts_with(prefix) {
                    crate::browser::set_title(&[prefix, &title].concat());
                }
                crate::browser::after_render(|| crate::browser::focus(".govuk-error-summary"));
            }
        }
    };
    let to_options = {
        let first = first.clone();
        move |event: leptos::ev::MouseEvent| {
            // A link to the options would put a fragment into history, which here means a step.
            event.prevent_default();
            crate::browser::focus(&first);
        }
    };
    let summary = move || {
        error.get().map(|message| {
            let (first, to_options) = (first.clone(), to_options.clone());
            view! {
                <div on:click=to_options>
                    <ErrorSummary title=words.get("check.problem") message=message href=first/>
                </div>
            }
        })
    };
    view! {
        <form class="app-question" method="dialog" novalidate autocomplete="off" on:submit=submit>
            {summary}
            {note}
            <Progress progress=progress picture=picture/>
            <Radios id=id legend=legend page_heading=true options=options chosen=chosen error=error error_prefix=words.get("check.error-title").trim_end()>
                {help}
            </Radios>
            {if live {
                view! { <Button text=words.get("check.continue") id="continue"/> }.into_any()
            } else {
                view! { <LinkButton text=words.get("check.continue") href="#whole-form" id="continue"/> }.into_any()
            }}
            <Stays words=words live=live keeping=keeping/>
        </form>
    }
}

/// What happens to the answers, and a button to keep the place in this tab. Its texts go through `textContent`, so that
/// they change although a page translator may have replaced the text.
#[component]
fn Stays(words: Words, live: bool, keeping: Option<Keeping>) -> impl IntoView {
    let kept = keeping.as_ref().map(|keeping| keeping.kept);
    let is_kept = move || kept.is_some_and(|kept| kept.get());
    let text = move || words.get(if is_kept() { "check.kept" } else { "check.stays" });
    let button = keeping.map(|Keeping { turn, .. }| {
        let label = move || words.get(if is_kept() { "check.forget" } else { "check.keep" });
        view! {
            <button type="button" class="app-link-button" id="keep-place" on:click=move |_| turn() prop:textContent=label></button>
        }
    });
    view! {
        <p class="app-small app-private">{icon::lock()}<span role="status" prop:textContent=text>{(!live).then(|| words.get("check.stays"))}</span></p>
        {button}
    }
}

/// "Question 4 of 10", in words and as a row of marks.
#[component]
fn Progress(progress: String, picture: Option<(usize, usize)>) -> impl IntoView {
    let marks = picture.map(|(number, of)| {
        let marks: Vec<_> = (1..=of)
            .map(|mark| {
                let class =
                    if mark <= number { "app-progress__mark app-progress__mark--done" } else { "app-progress__mark" };
                view! { <span class=class></span> }
            })
            .collect();
        view! { <div class="app-progress__marks" aria-hidden="true">{marks}</div> }
    });
    view! {
        <div class="app-progress">
            {marks}
            <p class="app-progress__text">{progress}</p>
        </div>
    }
}
