//! The running island: reads the answers from the page, shows one part of it at a time, and follows the history.
//!
//! What is chosen stays in the radio buttons and checkboxes themselves, which are never taken away: going back finds
//! them as they were, and there is no second copy that could differ.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use screening::path::Steps;

use super::{
    flow::{Flow, Stop},
    question::Asked,
};
use crate::{
    browser::{self, Failure, Happening, Part},
    routes::CHECKS_PATH,
};

struct Live {
    host: Part,
    flow: RefCell<Flow>,
    questions: Vec<Asked>,
    /// The pieces of advice, in the order in which they are shown.
    pieces: Vec<Part>,
    /// The page's own title.
    title: String,
    /// The place of the screen shown now.
    place: Cell<usize>,
    /// How many places in history this step has besides its own, by links inside the page such as the skip link.
    strays: Cell<i32>,
}

/// Takes over a prerendered path: what is chosen already counts.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let steps: Steps = browser::props(host.element())?;
    let questions: Vec<Asked> = host.all("[data-question]").into_iter().map(Asked::of).collect();
    let pieces = host.all("#advice > [id]");
    let same = questions.iter().map(Asked::offered).eq(steps.options.iter().map(Vec::len));
    if !steps.sound() || !same || pieces.len() != usize::from(steps.pieces) {
        // Wrong advice would be worse than all of it.
        return Err(Failure::new("unsound path"));
    }
    let pressed = host.has("data-continue") || browser::fragment() == "whole-form";
    let button_had_focus = host.find("#continue:focus").is_some();
    let live = Rc::new(Live {
        host,
        flow: RefCell::new(Flow::new(steps)),
        questions,
        pieces,
        title: browser::title(),
        place: Cell::new(0),
        strays: Cell::new(0),
    });
    live.host.set("data-live", "true");
    // The status may say that the program is on its way.
    live.show_all(".app-path__paper, .app-check__status, #continue", false);
    live.show_all("#next, .app-path__last", true);
    browser::replace("");
    live.show(0);
    if button_had_focus {
        browser::focus("#next");
    }
    live.listen();
    if pressed {
        // Continue was pressed before the program was ready: it counts, as if pressed now.
        browser::submit(".app-question");
    }
    Ok(())
}

impl Live {
    /// Once the program has failed, the prerendered page is back in place of ours, and it stays.
    fn stopped(&self) -> bool {
        self.host.has("data-stopped")
    }

    fn listen(self: &Rc<Self>) {
        let on = |event: &str, act: fn(&Live, Happening)| {
            let live = self.clone();
            self.host.on(event, move |happening| {
                if !live.stopped() {
                    act(&live, happening);
                }
            });
        };
        on("submit", Live::submitted);
        on("change", Live::changed);
        on("click", Live::clicked);
        let live = self.clone();
        browser::on_travel(move || {
            if !live.stopped() {
                live.travelled();
            }
        });
    }

    /// Continue: on to the next screen, or say that an answer is missing.
    fn submitted(&self, happening: Happening) {
        happening.prevent();
        self.read();
        let place = self.place.get();
        let Some(Stop::Question(question)) = self.stop(place) else { return };
        let Some(asked) = self.questions.get(question) else { return };
        if asked.chosen().is_empty() {
            asked.say_missing(true);
            let prefix = asked.error_prefix();
            if !browser::title().starts_with(&prefix) {
                browser::set_title(&[&prefix, " ", &browser::title()].concat());
            }
            return;
        }
        let to = place + 1;
        browser::push(&self.flow.borrow().fragment_of(to));
        self.strays.set(0);
        self.show(to);
        self.arrive();
    }

    fn changed(&self, happening: Happening) {
        let Some(part) = happening.part() else { return };
        for question in &self.questions {
            question.settle(&part);
        }
    }

    fn clicked(&self, happening: Happening) {
        let Some(part) = happening.part() else { return };
        if part.is_inside(".govuk-back-link") && self.place.get() > 0 {
            happening.prevent();
            browser::back(1 + self.strays.get());
        } else if part.is_inside(".govuk-error-summary a") {
            // The link's fragment would come into the history, where it means a step.
            happening.prevent();
            if let Some(Stop::Question(question)) = self.stop(self.place.get())
                && let Some(asked) = self.questions.get(question)
            {
                asked.focus_options();
            }
        } else if part.is_inside("#print") {
            browser::print();
        } else if part.is_inside("#restart") {
            for question in &self.questions {
                question.clear();
            }
            browser::push("1");
            self.strays.set(0);
            self.show(0);
            self.arrive();
        }
    }

    /// The address changed: Back, Forward, or a link to a place in the page.
    fn travelled(&self) {
        let fragment = browser::fragment();
        let known = fragment.is_empty() || fragment == "advice" || fragment.parse::<usize>().is_ok();
        if !known {
            // A link inside the page, such as the skip link. Once it has led there, its place in history becomes
            // another of this step, so that Back never comes to a place that says nothing.
            self.strays.set(self.strays.get() + 1);
            let here = self.flow.borrow().fragment_of(self.place.get());
            browser::after_render(move || browser::replace(&here));
            return;
        }
        self.strays.set(0);
        self.read();
        let place = self.flow.borrow().place_of(&fragment);
        browser::replace(&self.flow.borrow().fragment_of(place));
        self.show(place);
        self.arrive();
    }

    /// Takes what is chosen from the page.
    fn read(&self) {
        let mut flow = self.flow.borrow_mut();
        for (place, question) in self.questions.iter().enumerate() {
            // Options are as many as the path has; were one unknown all the same, its question stays unanswered.
            let _ = flow.choose(place, &question.chosen());
        }
    }

    fn stop(&self, place: usize) -> Option<Stop> {
        self.flow.borrow().stop(place)
    }

    /// Shows the screen at a place, and hides all others.
    fn show(&self, place: usize) {
        self.read();
        self.place.set(place);
        let stop = self.stop(place);
        for (number, question) in self.questions.iter().enumerate() {
            question.show(stop == Some(Stop::Question(number)));
        }
        let advice = stop == Some(Stop::Advice);
        self.show_all(".app-question", !advice);
        self.show_all(".app-path__opening", place == 0);
        self.show_all("#advice", advice);
        let fits = self.flow.borrow().advice();
        for (number, piece) in self.pieces.iter().enumerate() {
            piece.show(fits.is_some_and(|fits| fits.has(number)));
        }
        let class = if place == 0 { "govuk-heading-xl" } else { "app-path__title" };
        self.set("h1", "class", class);
        let back = self.flow.borrow().fragment_of(place.saturating_sub(1));
        let back = if place == 0 { browser::at(CHECKS_PATH) } else { ["#", &back].concat() };
        self.set(".govuk-back-link", "href", &back);
        let here = match stop {
            Some(Stop::Question(question)) => self.questions.get(question).map(|asked| {
                asked.set_progress(self.flow.borrow().progress(place));
                asked.progress()
            }),
            _ => self.host.find("#advice h2").map(|heading| heading.text()),
        };
        browser::set_title(&[&here.unwrap_or_default(), " – ", &self.title].concat());
    }

    /// A new screen: its top, its heading.
    fn arrive(&self) {
        browser::scroll_to_top();
        match self.stop(self.place.get()) {
            Some(Stop::Question(question)) if self.place.get() > 0 => {
                if let Some(asked) = self.questions.get(question) {
                    asked.focus();
                }
            }
            Some(Stop::Advice) => browser::focus("#advice h2"),
            _ => browser::focus("[data-island] h1"),
        }
    }

    fn show_all(&self, selector: &str, shown: bool) {
        for part in self.host.all(selector) {
            part.show(shown);
        }
    }

    fn set(&self, selector: &str, name: &str, value: &str) {
        if let Some(part) = self.host.find(selector) {
            part.set(name, value);
        }
    }
}
