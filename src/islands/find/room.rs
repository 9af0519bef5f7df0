use std::cell::{Cell, RefCell};

use directory::{Kind, Term};

use super::answer::{MOST, MOST_NAMED};

/// How many entries there is room for, and which are shown. The person asks for more, kind by kind.
#[derive(Default)]
pub struct Room {
    /// How often more of each kind was asked for, by the kind's number.
    presses: [Cell<usize>; Kind::ALL.len()],
    named: Cell<usize>,
    shown: RefCell<Vec<String>>,
}

impl Room {
    /// The room for a kind; for what was found by a name if there is none.
    pub fn of(&self, kind: Option<Kind>) -> usize {
        match kind {
            Some(kind) => MOST + 2 * MOST * self.presses.get(usize::from(kind.number())).map_or(0, Cell::get),
            None => MOST_NAMED + 2 * MOST * self.named.get(),
        }
    }

    /// More room for a kind by its id, or for what was found by a name. Gives back what is shown now.
    pub fn more(&self, kind: &str) -> Vec<String> {
        let kind = Kind::read(kind).map(|kind| usize::from(kind.number()));
        let presses = kind.and_then(|kind| self.presses.get(kind)).unwrap_or(&self.named);
        presses.set(presses.get() + 1);
        self.shown.borrow().clone()
    }

    /// Another question begins with little room.
    pub fn reset(&self) {
        self.presses.iter().chain([&self.named]).for_each(|presses| presses.set(0));
    }

    /// These are shown now.
    pub fn shown(&self, ids: Vec<String>) {
        *self.shown.borrow_mut() = ids;
    }

    /// The first entry that is shown now and was not then.
    pub fn first_after(&self, before: &[String]) -> Option<String> {
        self.shown.borrow().iter().find(|id| !before.contains(id)).cloned()
    }
}
