use std::{cell::RefCell, rc::Rc};

use super::{
    fields::Fields,
    kept::{self, NAME, Plan, There},
    shown,
    standing::{Standing, follows, standing},
};
use crate::{
    browser::{self, Change, Failure, Listening, Part, Stored},
    islands::guidance,
    words::Words,
};

/// The class under which the style sheet prints the sheet and nothing else.
const SHEET_ONLY: &str = "app-sheet-only";

struct Live {
    host: Part,
    fields: Fields,
    /// The page's heading, above the plan on paper.
    title: String,
    /// What was last put into the fields from the device, or kept from them.
    known: RefCell<Option<Plan>>,
    /// What was deleted: what was typed, and the text that was kept. Gone when the page is left.
    deleted: RefCell<Option<(Plan, Option<String>)>>,
    listening: RefCell<Option<Listening>>,
    words: Words,
}

/// Puts the fields into the page, with the plan that is kept on the device.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let words = guidance::words(&host)?;
    let (fields, last) = Fields::put_into(&host, words).ok_or(Failure::new("no headings"))?;
    last.after(&shown::doing(words));
    let live = Rc::new(Live {
        host,
        fields,
        title: browser::heading(),
        known: RefCell::default(),
        deleted: RefCell::default(),
        listening: RefCell::default(),
        words,
    });
    live.follow();
    let pressed = live.clone();
    guidance::on_press(&live.host, move |id| pressed.pressed(id));
    let typed = live.clone();
    live.host.on("input", move |_| {
        if !typed.stopped() {
            typed.fields.judge(typed.words);
            typed.say_how_it_stands();
        }
    });
    let changed = live.clone();
    *live.listening.borrow_mut() = Some(browser::on_change(move |change| {
        if !changed.stopped() {
            changed.changed(&change);
        }
    }));
    Ok(())
}

impl Live {
    /// Once the program has failed, the prerendered page is back in place of ours, and it stays.
    fn stopped(&self) -> bool {
        self.host.has("data-stopped")
    }

    fn typed(&self) -> Plan {
        self.fields.typed(self.known.borrow().as_ref())
    }

    /// What is on the device, its parts in the order of the page.
    fn there(&self) -> There {
        match kept::there() {
            There::Plan(plan) => There::Plan(plan.in_order_of(&self.fields.ids())),
            other => other,
        }
    }

    fn standing(&self) -> Standing {
        standing(&self.typed(), self.known.borrow().as_ref(), &self.there())
    }

    /// Takes what is on the device into the fields, where nothing typed would be lost.
    fn follow(&self) {
        let plan = match self.there() {
            There::Plan(plan) => Some(plan),
            There::Nothing | There::Unreadable(_) => None,
        };
        let typed = self.typed();
        let follows = follows(&typed, self.known.borrow().as_ref());
        if follows || plan.as_ref() == Some(&typed) {
            self.fields.fill(plan.as_ref());
            self.known.replace(plan);
        } else if plan.is_none() {
            // Deleted there, or behind a PIN again: what is typed stays until the page is closed, and is kept nowhere.
            self.known.replace(None);
        }
        self.fields.judge(self.words);
        self.say_how_it_stands();
    }

    fn say(&self, key: &str) {
        browser::write("#plan-said", self.words.get(key));
    }

    /// Says how what is typed stands to what is kept, and shows the buttons that have something to do. Who is typing hears
    /// it once: a text that is there already is not written again.
    fn say_how_it_stands(&self) {
        let standing = self.standing();
        self.say(standing.key());
        browser::show("#plan-choose", standing == Standing::Other);
        browser::show("#plan-delete-part", standing != Standing::Blank);
        browser::show("#plan-undo-part", self.can_undo());
    }

    /// What was deleted can be put back while nothing new stands in its place.
    fn can_undo(&self) -> bool {
        self.deleted.borrow().is_some() && self.standing() == Standing::Blank
    }

    fn changed(&self, change: &Change) {
        match change {
            Change::Stored { name, .. } if name.as_deref().is_some_and(|name| name != NAME) => {}
            Change::Stored { .. } => {
                // Whoever deletes or keeps in another tab means it.
                self.deleted.take();
                self.follow();
            }
            Change::Shown => self.follow(),
            // A page that the browser keeps for Back must not bring back what was deleted.
            Change::Left => {
                self.deleted.take();
            }
        }
    }

    fn pressed(&self, id: &str) {
        match id {
            "plan-keep" => self.keep(),
            "plan-mine" => {
                // Seen and chosen: from now on these words are a change of the plan that is there.
                if let There::Plan(plan) = self.there() {
                    self.known.replace(Some(plan));
                }
                self.keep();
                browser::focus("#plan-keep");
            }
            "plan-theirs" => {
                self.known.replace(None);
                self.fields.fill(None);
                self.follow();
                browser::focus("#plan-title");
            }
            "plan-print" => {
                browser::draw("#plan-sheet", &shown::sheet(&self.title, &self.fields.headings(), &self.typed()));
                browser::print_only(SHEET_ONLY);
            }
            "plan-copy" => self.copy(),
            "plan-delete" => self.delete(),
            "plan-undo" => self.undo(),
            _ => {}
        }
    }

    fn keep(&self) {
        if let Some(field) = self.fields.judge(self.words) {
            self.say("plan.not-kept-long");
            return field.focus();
        }
        let typed = self.typed();
        let standing = self.standing();
        if !standing.may_keep() {
            return self.say(if standing == Standing::Blank { "plan.nothing" } else { standing.key() });
        }
        // A plan that was emptied is none.
        let stored = if typed.is_empty() {
            if browser::delete(NAME) { Stored::Yes } else { Stored::Blocked }
        } else {
            kept::keep(&typed)
        };
        match stored {
            Stored::Yes => {
                self.known.replace(Some(typed));
                self.deleted.take();
                self.say_how_it_stands();
            }
            Stored::Full => self.say("plan.full"),
            Stored::Blocked => self.say("plan.blocked"),
        }
    }

    fn copy(&self) {
        let plan = self.typed();
        if plan.is_empty() {
            return self.say("plan.nothing");
        }
        let words = self.words;
        browser::copy(&shown::text(&self.title, &self.fields.headings(), &plan), move |copied| {
            browser::write("#plan-said", words.get(if copied { "plan.copied" } else { "plan.not-copied" }));
        });
    }

    /// Deletes what is kept and what is typed: whoever has to hide it means both.
    fn delete(&self) {
        let (typed, text) = (self.typed(), browser::stored_text(NAME));
        if !browser::delete(NAME) {
            return self.say("plan.not-deleted");
        }
        let said = if text.is_some() { "plan.deleted" } else { "plan.emptied" };
        self.deleted.replace(Some((typed, text)));
        self.known.replace(None);
        self.fields.fill(None);
        self.fields.judge(self.words);
        self.say_how_it_stands();
        self.say(said);
        browser::draw("#plan-sheet", "");
        browser::focus("#plan-undo");
    }

    fn undo(&self) {
        if !self.can_undo() {
            return self.say_how_it_stands();
        }
        let Some((typed, text)) = self.deleted.take() else { return };
        let back = text.as_deref().is_none_or(|text| browser::store(NAME, text) == Stored::Yes);
        if let Some(Ok(plan)) = text.as_deref().map(Plan::read) {
            self.known.replace(Some(plan.in_order_of(&self.fields.ids())));
        }
        self.fields.fill(Some(&typed));
        self.fields.judge(self.words);
        self.say_how_it_stands();
        if !back {
            self.say("plan.full");
        }
        browser::focus("#plan-title");
    }
}
