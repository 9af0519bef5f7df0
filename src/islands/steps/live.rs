use std::{cell::RefCell, rc::Rc};

use super::doses::{Doses, Due, clock};
use crate::{
    browser::{self, Change, Failure, Listening, Part, Ticking},
    html::Html,
    islands::guidance,
    words::Words,
};

struct Live {
    host: Part,
    doses: RefCell<Doses>,
    ticking: RefCell<Option<Ticking>>,
    listening: RefCell<Option<Listening>>,
    words: Words,
}

/// Puts the clock after the last card of steps, which says how a dose is given.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let words = guidance::words(&host)?;
    let steps = host.all(".app-card--steps");
    steps.last().ok_or(Failure::new("no steps"))?.after(&panel(words));
    let live = Rc::new(Live {
        host,
        doses: RefCell::default(),
        ticking: RefCell::default(),
        listening: RefCell::default(),
        words,
    });
    let pressed = live.clone();
    guidance::on_press(&live.host, move |id| pressed.pressed(id));
    let shown = live.clone();
    *live.listening.borrow_mut() = Some(browser::on_change(move |change| {
        if change == Change::Shown {
            shown.tell();
        }
    }));
    let told = live.clone();
    *live.ticking.borrow_mut() = browser::tick(move || told.tell());
    Ok(())
}

/// All that is ever shown, in the order in which it is needed: first whom to call.
fn panel(words: Words) -> String {
    let say = |html: Html, key: &str| html.raw("<p>").text(words.get(key)).raw("</p>");
    let html = Html::new()
        .raw("<section class=\"app-card app-doses\" aria-labelledby=steps-title><h2 class=app-card__title id=steps-title tabindex=-1>")
        .text(words.get("steps.title"))
        .raw("</h2><div class=app-doses__call>")
        .raw(words.get("steps.call-md"))
        .raw("</div><div id=steps-before>");
    let html = say(html, "steps.before")
        .raw("<button type=button class=govuk-button id=steps-first>")
        .text(words.get("steps.first"))
        .raw("</button></div><div id=steps-on hidden><p id=steps-since>")
        .text(words.get("steps.since"))
        // The clock is read when someone goes there, and not every second.
        .raw("</p><p class=app-doses__clock id=steps-clock role=timer aria-live=off aria-labelledby=steps-since></p></div>")
        .raw("<p class=app-doses__due id=steps-due role=status></p><div id=steps-more hidden>");
    let html = html
        .raw("<button type=button class=govuk-button id=steps-another>")
        .text(words.get("steps.another"))
        .raw("</button>");
    ["steps.cpr", "steps.sleepy", "steps.wears-off"]
        .into_iter()
        .fold(html, say)
        .raw("<h3 class=govuk-heading-s>")
        .text(words.get("steps.crew"))
        .raw("</h3><ul id=steps-given></ul>")
        .button("steps-again", words.get("steps.again"))
        .raw("</div><div id=steps-undo-part hidden>")
        .button("steps-undo", words.get("steps.undo"))
        .raw("</div>")
        .small(words.get("steps.kept"))
        .raw("</section>")
        .finish()
}

impl Live {
    fn pressed(&self, id: &str) {
        let mut doses = self.doses.borrow_mut();
        let (done, focus) = match id {
            "steps-first" => (doses.give(browser::millis()), "#steps-title"),
            "steps-another" => (doses.give(browser::millis()), "#steps-another"),
            "steps-again" => {
                doses.clear();
                (true, "#steps-undo")
            }
            "steps-undo" => (doses.undo(), "#steps-title"),
            _ => return,
        };
        drop(doses);
        if done {
            self.show();
            browser::focus(focus);
        }
    }

    /// Shows what fits the doses.
    fn show(&self) {
        let doses = self.doses.borrow();
        let on = !doses.given().is_empty();
        browser::show("#steps-before", !on);
        browser::show("#steps-on", on);
        browser::show("#steps-more", on);
        browser::show("#steps-undo-part", doses.can_undo());
        let mut html = Html::new();
        for place in 0..doses.given().len() {
            html = html.raw("<li>").text(&self.dose(&doses, place)).raw("</li>");
        }
        browser::draw("#steps-given", &html.finish());
        drop(doses);
        self.tell();
    }

    /// "Dose 2 at 14:08."
    fn dose(&self, doses: &Doses, place: usize) -> String {
        let time = doses.given().get(place).copied().unwrap_or_default();
        let time = browser::time_of_day(time, self.words.get("steps.time-style"));
        self.words.fill("steps.dose", &[("n", &(place + 1).to_string()), ("time", &time)])
    }

    /// The clock, and what is due. A text that is there already is not written again, so that a reader of the screen says
    /// each once.
    fn tell(&self) {
        if self.host.has("data-stopped") {
            return;
        }
        let (doses, now) = (self.doses.borrow(), browser::millis());
        let due = match doses.due(now) {
            Due::Nothing => return browser::write("#steps-due", ""),
            Due::Watch => "steps.watch",
            Due::MayGive => "steps.may-give",
            Due::Give => "steps.give",
            Due::WearsOff => "steps.wears-off-now",
        };
        browser::write("#steps-clock", &clock(doses.seconds(now).unwrap_or_default()));
        let dose = self.dose(&doses, doses.given().len().saturating_sub(1));
        browser::write("#steps-due", &[&dose, " ", self.words.get(due)].concat());
    }
}
