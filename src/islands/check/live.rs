//! The running island: keeps the flow, shows one screen at a time, and follows the history.
//!
//! Each screen is a mount of its own in an emptied element. Changing texts in place would be smaller, but a
//! page translator takes our text nodes away, and then a new question would keep the old one's words.

mod screens;

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use screening::Instrument;
pub use screens::before_you_start;
use web_sys::HtmlElement;

use super::{
    flow::{Flow, Stop},
    mode::Mode,
    place,
    props::{DrinkRow, Parts, Props},
};
use crate::{
    browser::{self, Failure, Part},
    components::BackLink,
    routes::CHECKS_PATH,
    words::Words,
};

struct Live {
    /// Every screen's owner hangs from this one. A screen shown from an event would else belong to the screen
    /// that the event came from, and be disposed of together with it.
    owner: Owner,
    host: HtmlElement,
    parts: &'static Parts,
    /// The page's own title.
    title: String,
    /// The form that the check begins with.
    form: String,
    words: Words,
    flow: RefCell<Flow>,
    /// What is shown now.
    shown: RefCell<Option<Stop>>,
    /// How the check is done.
    mode: Mode,
    /// Is the place kept in this tab?
    kept: ArcRwSignal<bool>,
    /// The name under which a result of this check is kept on the device, if one is.
    stored: Rc<RefCell<Option<String>>>,
    /// Undoes the screen shown now.
    screen: RefCell<Option<Box<dyn FnOnce()>>>,
    /// Did the person come from the result to change one answer? Then Continue leads back there.
    changing: RefCell<bool>,
    /// How many places in history since the last step are links inside the page, such as the skip link.
    strays: RefCell<i32>,
}

/// Takes over a prerendered check: reads its props, what is already chosen, and where focus is.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let host = host.element().clone();
    let props: Props = browser::props(&host)?;
    let words = Words::keep(props.words);
    let parts: &'static Parts = Box::leak(Box::new(Parts {
        instrument: Instrument::published(props.instrument),
        drinks: props.drinks.into_iter().filter_map(DrinkRow::preset).collect(),
        reviewed: props.reviewed,
        help: props.help,
        norms: props.norms,
        address: props.address,
    }));
    let mut flow = Flow::new(&parts.instrument, &props.form).ok_or(Failure::new("no such form"))?;
    let asked = Mode::from_id(&host.get_attribute("data-mode").unwrap_or_default());
    // A mode that was just chosen begins anew, perhaps with another person; else a place that is kept in this tab goes on.
    let kept = match asked {
        Some(_) => {
            place::forget();
            None
        }
        None => place::restore(&props.form, &mut flow),
    };
    // What was chosen on the page counts; beside a kept place, only if Continue was pressed on it too.
    let pressed = host.has_attribute("data-continue") || browser::fragment() == "whole-form";
    let here = if kept.is_none() || pressed { parts.instrument.data().item.as_slice() } else { &[] };
    for (item, question) in here.iter().enumerate() {
        if let Some(option) = browser::chosen_radio(&host, &question.id) {
            // An option that the item does not have cannot be on the page; if it were, it would stay unanswered.
            let _ = flow.answers.choose(&parts.instrument, item, option);
        }
    }
    let mode = asked.or(kept).unwrap_or_default();
    mode.begin(&mut flow);
    let focused = browser::focused(&host);
    let live = Rc::new(Live {
        owner: Owner::new(),
        host,
        parts,
        title: props.title,
        form: props.form,
        words,
        flow: RefCell::new(flow),
        shown: RefCell::new(None),
        stored: Rc::default(),
        screen: RefCell::new(None),
        mode,
        kept: ArcRwSignal::new(kept.is_some()),
        changing: RefCell::new(false),
        strays: RefCell::new(0),
    });
    let first = if kept.is_some() && !pressed { live.flow.borrow().furthest() } else { 0 };
    browser::replace(&live.flow.borrow().fragment_of(first));
    live.show(first);
    if let Some(selector) = focused {
        browser::focus(&selector);
    }
    if pressed {
        // Continue was pressed before the program was ready: it counts, as if pressed now.
        browser::submit(".app-question");
    }
    let listener = live.clone();
    browser::on_travel(move || listener.travelled());
    Ok(())
}

impl Live {
    /// Keeps what is chosen on the screen shown now, pressed Continue or not, so that going back loses nothing.
    /// While one answer is being changed, leaving without Continue leaves it as it was.
    fn keep_choice(&self) {
        let item = match *self.shown.borrow() {
            Some(Stop::Question(item)) if !*self.changing.borrow() => item,
            _ => return,
        };
        let name = self.parts.instrument.item(item).map(|item| item.id.as_str()).unwrap_or_default();
        if let Some(option) = browser::chosen_radio(&self.host, name) {
            self.flow.borrow_mut().choose(item, option);
            self.keep();
        }
    }

    /// Brings the kept place up to date, if it is kept.
    fn keep(&self) {
        if self.kept.get_untracked() && !place::keep(&self.form, self.mode, &self.flow.borrow()) {
            // No room any more. What was kept so far would go on at a place that is long past.
            place::forget();
            self.kept.set(false);
        }
    }

    /// Keeps the place in this tab from now on, or forgets it.
    fn turn(&self) {
        let keep = !self.kept.get_untracked();
        self.keep_choice();
        let kept = keep && place::keep(&self.form, self.mode, &self.flow.borrow());
        self.kept.set(kept);
        if !keep {
            place::forget();
        } else if !kept {
            browser::write(".app-private [role=status]", self.words.get("check.cannot-keep"));
        }
    }

    /// The address changed: Back, Forward, or a link to a step.
    fn travelled(self: &Rc<Self>) {
        if self.host.has_attribute("data-stopped") {
            // The program has failed, and the prerendered form is back in its place. It stays.
            return;
        }
        let fragment = browser::fragment();
        let known = fragment.is_empty() || fragment == "result" || fragment.parse::<usize>().is_ok();
        if !known {
            // A link inside the page, such as the skip link. Once it has led there, its place in history becomes another
            // of this step, so that Back never comes to a place that says nothing.
            *self.strays.borrow_mut() += 1;
            let flow = self.flow.borrow();
            let place = flow.stops().iter().position(|stop| Some(*stop) == *self.shown.borrow()).unwrap_or_default();
            let here = flow.fragment_of(place);
            browser::after_render(move || browser::replace(&here));
            return;
        }
        *self.strays.borrow_mut() = 0;
        self.keep_choice();
        let place = self.flow.borrow().place_of(&fragment);
        let was_result = *self.shown.borrow() == Some(Stop::Result);
        let stop = self.flow.borrow().stops().get(place).copied();
        *self.changing.borrow_mut() = was_result && stop != Some(Stop::Result);
        browser::replace(&self.flow.borrow().fragment_of(place));
        self.show(place);
        arrive();
        // The browser goes to the place that the fragment names after this, and takes the focus along.
        browser::after_render(arrive);
    }

    /// On from the stop at a place: to the next, or back to the result if only one answer was changed.
    fn next(self: &Rc<Self>, place: usize) {
        self.keep();
        let furthest = self.flow.borrow().furthest();
        let changing = *self.changing.borrow();
        let to = if changing { furthest } else { (place + 1).min(furthest) };
        self.push(&self.flow.borrow().fragment_of(to));
        if self.flow.borrow().stops().get(to) == Some(&Stop::Result) {
            *self.changing.borrow_mut() = false;
        }
        self.show(to);
        arrive();
    }

    /// A new place in history, with nothing between it and the last step.
    fn push(&self, fragment: &str) {
        browser::push(fragment);
        *self.strays.borrow_mut() = 0;
    }

    /// Shows the stop at a place, in place of whatever is there.
    fn show(self: &Rc<Self>, place: usize) {
        let stop = self.flow.borrow().stops().get(place).copied();
        let title = match stop {
            Some(Stop::Result) => self.words.get("result.title").to_owned(),
            Some(Stop::Withdrawal) => self.words.get("sign.progress").to_owned(),
            _ => self.progress(place),
        };
        if let Some(undo) = self.screen.borrow_mut().take() {
            undo();
        }
        self.host.set_inner_html("");
        browser::set_title(&[title.as_str(), " – ", &self.title].concat());
        let undo: Option<Box<dyn FnOnce()>> = self.owner.with(|| match stop {
            Some(Stop::Question(item)) => Some(self.question(place, item)),
            Some(Stop::Withdrawal) => Some(self.withdrawal(place)),
            Some(Stop::Result) => Some(self.result()),
            None => None,
        });
        *self.screen.borrow_mut() = undo;
        *self.shown.borrow_mut() = stop;
    }

    /// The way back: from the first question to the list of checks, from any other to where the person came from.
    fn back(self: &Rc<Self>, place: usize) -> impl IntoView + use<> {
        let live = self.clone();
        let href = if place == 0 { browser::at(CHECKS_PATH) } else { ["#", &place.to_string()].concat() };
        let go = move |event: leptos::ev::MouseEvent| {
            if place > 0 {
                event.prevent_default();
                browser::back(1 + *live.strays.borrow());
            }
        };
        view! { <div on:click=go><BackLink href=href text=self.words.get("check.back")/></div> }
    }

    fn progress(&self, place: usize) -> String {
        let of = self.flow.borrow().questions().to_string();
        self.words.fill("check.progress", &[("n", &(place + 1).to_string()), ("of", &of)])
    }
}

/// To the top of the page, and to its heading.
fn arrive() {
    browser::scroll_to_top();
    browser::focus("[data-island] h1");
}
