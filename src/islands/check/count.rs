//! "Help me count": tap the drinks of a usual day, and the matching answer is chosen, to be confirmed.

use drinks::{Abv, Drink, Problem, Units, Volume};
use leptos::prelude::*;
use screening::instrument::Choice;

use super::props::Preset;
use crate::{
    browser,
    components::{Details, vessel},
    words::Words,
};

/// The place of the option whose range holds an amount, rounded to whole units as the options are.
pub fn matching(options: &[Choice], units: Units) -> Option<u8> {
    let whole = units.whole();
    let holds = |choice: &Choice| {
        choice.units.is_some_and(|range| {
            whole >= u32::from(range.least) && range.most.is_none_or(|most| whole <= u32::from(most))
        })
    };
    options.iter().position(holds).and_then(|place| u8::try_from(place).ok())
}

/// "Help me count", closed. What is inside is made when it is opened, for a screen that comes at once.
#[component]
pub fn Count(
    presets: &'static [Preset],
    options: &'static [Choice],
    words: Words,
    chosen: RwSignal<Option<u8>>,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let inside =
        move || opened.get().then(|| view! { <Picker presets=presets options=options words=words chosen=chosen/> });
    let open = move |_| {
        // Once only: setting it again would make the picker anew, with nothing counted.
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    view! {
        <div on:click=open>
            <Details summary=words.get("count.title") id="help-me-count">{inside}</Details>
        </div>
    }
}

/// The picker. It only ever chooses an answer; Continue stays with the person.
#[component]
fn Picker(
    presets: &'static [Preset],
    options: &'static [Choice],
    words: Words,
    chosen: RwSignal<Option<u8>>,
) -> impl IntoView {
    let counts = RwSignal::new(vec![0_u32; presets.len()]);
    let own = RwSignal::new(Vec::<Drink>::new());
    let total = move || -> Units {
        let tapped: Units = presets.iter().zip(counts.get()).map(|(preset, n)| preset.drink.units().times(n)).sum();
        tapped + own.get().iter().map(|drink| drink.units()).sum()
    };
    let choose = move || {
        let units = total();
        chosen.set(if units > Units::ZERO { matching(options, units) } else { None });
    };
    let change = move |place: usize, more: bool| {
        counts.update(|counts| {
            if let Some(count) = counts.get_mut(place) {
                *count = if more { (*count + 1).min(99) } else { count.saturating_sub(1) };
            }
        });
        choose();
    };
    let clear = move |_| {
        counts.set(vec![0; presets.len()]);
        own.set(Vec::new());
        chosen.set(None);
        browser::focus(".app-count__add");
    };
    let sum = move || {
        let units = total();
        if units == Units::ZERO {
            return words.get("count.nothing").to_owned();
        }
        let label = matching(options, units).and_then(|place| options.get(usize::from(place)));
        let answer = label.map_or("", |choice| choice.label.as_str());
        words.fill("count.sum", &[("units", &in_words(units, words)), ("answer", answer)])
    };
    let rows: Vec<_> = presets
        .iter()
        .enumerate()
        .map(|(place, preset)| {
            view! { <PresetRow preset=preset words=words count=Signal::derive(move || counts.with(|counts| counts.get(place).copied().unwrap_or(0))) change=move |more| change(place, more)/> }
        })
        .collect();
    let add = move |drink: Drink| {
        own.update(|own| own.push(drink));
        choose();
    };
    view! {
            <p>{words.get("count.how")}</p>
            <ul class="app-count">{rows}</ul>
            <OwnDrink words=words add=add/>
            <OwnList words=words own=own choose=choose/>
            <p class="app-count__sum" role="status" id="count-sum" prop:textContent=sum></p>
            <button type="button" class="app-link-button" hidden=move || total() == Units::ZERO on:click=clear>
                {words.get("count.clear")}
            </button>
    }
}

/// "1 unit", "2.3 units".
fn in_words(units: Units, words: Words) -> String {
    let shown = units.to_string();
    let key = if shown == "1" { "count.units.one" } else { "count.units.other" };
    words.fill(key, &[("units", &shown)])
}

/// "568 ml, 4 %".
pub fn size(drink: Drink, words: Words) -> String {
    words.fill("count.size", &[("ml", &drink.ml.ml().to_string()), ("abv", &drink.abv.to_string())])
}

#[component]
fn PresetRow(
    preset: &'static Preset,
    words: Words,
    count: Signal<u32>,
    change: impl Fn(bool) + Copy + 'static,
) -> impl IntoView {
    let class = move || if count.get() > 0 { "app-count__drink app-count__drink--some" } else { "app-count__drink" };
    view! {
        <li class=class>
            <button type="button" class="app-count__add" id=format!("add-{}", preset.id) on:click=move |_| change(true)>
                {vessel(&preset.vessel, preset.drink.ml.ml())}
                <span class="govuk-visually-hidden">{words.get("count.add")}" "</span>
                <span class="app-count__name">{preset.name.clone()}</span>
                <span class="app-count__size">{size(preset.drink, words)}</span>
                <span class="app-count__units">{in_words(preset.drink.units(), words)}</span>
            </button>
            <div class="app-count__tally">
                <button type="button" class="app-count__less" on:click=move |_| change(false)>
                    <span aria-hidden="true">"−"</span>
                    <span class="govuk-visually-hidden">{words.fill("count.less", &[("drink", &preset.name)])}</span>
                </button>
                <strong class="app-count__number" prop:textContent=move || count.get().to_string()></strong>
            </div>
        </li>
    }
}

/// Any volume and strength, typed.
#[component]
fn OwnDrink(words: Words, add: impl Fn(Drink) + 'static) -> impl IntoView {
    let (ml, abv) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<(&'static str, Problem)>);
    let press = move || match (Volume::read(&ml.get_untracked()), Abv::read(&abv.get_untracked())) {
        (Ok(volume), Ok(strength)) => {
            add(Drink { ml: volume, abv: strength });
            problem.set(None);
            ml.set(String::new());
            abv.set(String::new());
            browser::focus("#own-ml");
        }
        (Err(wrong), _) => {
            problem.set(Some(("ml", wrong)));
            browser::focus("#own-ml");
        }
        (_, Err(wrong)) => {
            problem.set(Some(("abv", wrong)));
            browser::focus("#own-abv");
        }
    };
    let press = std::rc::Rc::new(press);
    let field = |name: &'static str, label: &'static str, value: RwSignal<String>| {
        let press = press.clone();
        let wrong = move || problem.get().is_some_and(|(field, _)| field == name);
        view! {
            <div class="govuk-form-group">
                <label class="govuk-label" for=format!("own-{name}")>{label}</label>
                <input
                    class=move || if wrong() { "govuk-input govuk-input--width-5 govuk-input--error" } else { "govuk-input govuk-input--width-5" }
                    id=format!("own-{name}")
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-describedby="own-problem"
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                    on:keydown=move |event| {
                        // Enter adds the drink; it would otherwise continue to the next question.
                        if event.key() == "Enter" {
                            event.prevent_default();
                            press();
                        }
                    }
                />
            </div>
        }
    };
    let message = move || {
        problem
            .get()
            .map_or(String::new(), |(field, wrong)| words.get(&["count.", field, ".", wrong.id()].concat()).to_owned())
    };
    let fields = (field("ml", words.get("count.ml.label"), ml), field("abv", words.get("count.abv.label"), abv));
    view! {
        <fieldset class="govuk-fieldset app-count__own">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words.get("count.own")}</legend>
            <p class="govuk-error-message" id="own-problem" role="status" prop:textContent=message></p>
            <div class="app-count__fields">
                {fields}
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| press()>
                    {words.get("count.add-own")}
                </button>
            </div>
        </fieldset>
    }
}

/// The typed drinks so far, each with a way to take it away again.
#[component]
fn OwnList(words: Words, own: RwSignal<Vec<Drink>>, choose: impl Fn() + Copy + Send + 'static) -> impl IntoView {
    let rows = move || {
        let row = |(place, drink): (usize, Drink)| {
            let text = words
                .fill("count.own-drink", &[("size", &size(drink, words)), ("units", &in_words(drink.units(), words))]);
            let remove = move |_| {
                own.update(|own| {
                    if place < own.len() {
                        own.remove(place);
                    }
                });
                choose();
                browser::focus("#own-ml");
            };
            view! {
                <li>
                    <span prop:textContent=text></span>" "
                    <button type="button" class="app-link-button" on:click=remove>{words.get("count.remove")}</button>
                </li>
            }
        };
        own.get().into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    view! { <ul class="app-count__own-list">{rows}</ul> }
}
