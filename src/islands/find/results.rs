//! The entries in the page: the first at once, the others when those have been painted.
//!
//! To lay out twenty cards takes a cheap phone several frames, and what it shows of them is the first two or three. So a
//! letter typed is answered with these, and the rest follows before a finger can have moved; another letter comes first.

use std::cell::{Cell, RefCell};

use directory::find::{Answer, Cut, Filter};

use super::answer::{self, Around};
use crate::browser;

/// How many entries are drawn at once: as many as a screen shows below the box.
const FIRST: usize = 2;

/// What is in the page, and what is still to come.
#[derive(Default)]
pub struct Results {
    /// None when nobody knows what is in the page.
    first: RefCell<Option<String>>,
    /// None while it is not in the page.
    rest: RefCell<Option<String>>,
    /// The number of the newest answer.
    newest: Cell<u32>,
    /// How high the list was when all of it was there, in pixels.
    height: Cell<i32>,
    waiting: RefCell<Option<Waiting>>,
}

/// An answer of which only the first entries are drawn.
pub struct Waiting {
    pub answer: Answer,
    pub cut: Cut,
    pub filter: Filter,
}

impl Results {
    /// Draws the first entries of an answer, and gives back its number.
    pub fn begin(&self, around: Around<'_>, waiting: Waiting) -> u32 {
        let shown = waiting.cut.shown.get(..FIRST).unwrap_or(&waiting.cut.shown);
        let first = answer::entries(around, shown, 1);
        // What the person has opened stays open while nothing has changed.
        if self.first.borrow().as_ref() != Some(&first) {
            // What stands below stays where it is until it is known where it goes: it would be painted twice.
            browser::hold_height("#results", self.height.get());
            browser::draw("#results", &first);
            self.first.replace(Some(first));
            self.rest.take();
        }
        browser::set("#results", "aria-busy", "true");
        self.waiting.replace(Some(waiting));
        self.newest.set(self.newest.get().wrapping_add(1));
        self.newest.get()
    }

    /// Draws the rest of the answer with this number and gives it back; nothing if there is a newer one, or if it is there.
    pub fn finish(&self, around: Around<'_>, number: u32) -> Option<Waiting> {
        let waiting = self.waiting.borrow_mut().take_if(|_| number == self.newest.get())?;
        let rest = answer::entries(around, waiting.cut.shown.get(FIRST..).unwrap_or_default(), FIRST + 1);
        let mut drawn = self.rest.borrow_mut();
        match drawn.as_ref() {
            None => browser::append("#results", &rest),
            Some(before) if *before == rest => {}
            Some(_) => {
                let first = self.first.borrow();
                browser::draw("#results", &[first.as_deref().unwrap_or_default(), &rest].concat());
            }
        }
        *drawn = Some(rest);
        browser::set("#results", "aria-busy", "false");
        self.height.set(browser::let_height_go("#results"));
        Some(waiting)
    }

    /// Something in the page was changed by hand: the next answer is drawn whatever was drawn before.
    pub fn forget(&self) {
        self.first.take();
    }
}
