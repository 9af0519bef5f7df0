use std::cell::RefCell;

use crate::browser::{self, Stored};

/// Something that is kept once only, under a name of its own, and what was deleted of it since the page was opened.
pub struct Once {
    name: &'static str,
    /// The ids of the button that deletes it, and of the one that puts it back.
    delete: &'static str,
    back: &'static str,
    gone: RefCell<Option<String>>,
}

impl Once {
    /// What is kept under this name, with the ids of its two buttons.
    pub fn new(name: &'static str, delete: &'static str, back: &'static str) -> Once {
        Once { name, delete, back, gone: RefCell::default() }
    }

    /// Was it deleted a moment ago, so that it can be put back?
    pub fn is_gone(&self) -> bool {
        self.gone.borrow().is_some()
    }

    /// Forgets what could be put back.
    pub fn forget(&self) {
        self.gone.take();
    }

    /// Does what a button says. Gives the id of what has focus once everything is shown anew; a key of words if it could not
    /// be done.
    pub fn pressed(&self, id: &str) -> Option<Result<&'static str, &'static str>> {
        if id == self.delete {
            let text = browser::stored_text(self.name);
            if !browser::delete(self.name) {
                return Some(Err("kept.not-deleted"));
            }
            self.gone.replace(text);
            return Some(Ok(self.back));
        }
        if id != self.back {
            return None;
        }
        let text = self.gone.borrow().clone()?;
        // Another tab may have kept another one meanwhile, which stays.
        if !browser::is_stored(self.name) && browser::store(self.name, &text) != Stored::Yes {
            return Some(Err("kept.not-back"));
        }
        self.forget();
        Some(Ok(self.delete))
    }
}
