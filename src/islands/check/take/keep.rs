use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use super::say;
use crate::{
    browser::{self, Change, Listening, Stored},
    islands::kept::store,
    words::Words,
};

/// Keeping the result on the device, and deleting it there again.
///
/// A check keeps one result: if an answer was changed since, the new one takes the place of the old.
pub struct Keeping {
    /// What is kept.
    text: String,
    /// The name under which a result of this check is kept, this one or an earlier one.
    stored: Rc<RefCell<Option<String>>>,
    words: Words,
    /// Other tabs, and this page when it comes back, can change what is kept.
    listening: RefCell<Option<Listening>>,
    myself: Weak<Keeping>,
}

impl Keeping {
    pub fn new(text: String, stored: Rc<RefCell<Option<String>>>, words: Words) -> Rc<Keeping> {
        Rc::new_cyclic(|myself| Keeping { text, stored, words, listening: RefCell::default(), myself: myself.clone() })
    }

    /// Something in the panel was pressed.
    pub fn pressed(&self, id: &str) {
        self.listen();
        let name = store::name(&self.text);
        let said = match id {
            "take-keep-save" => match store::keep(&self.text) {
                Stored::Yes => {
                    let earlier = self.stored.borrow_mut().replace(name.clone()).filter(|earlier| *earlier != name);
                    // If the earlier one stays, the list still has it, with its own button.
                    earlier.map(|earlier| store::delete(&earlier));
                    "take.kept"
                }
                Stored::Full => "take.full",
                Stored::Blocked => "take.blocked",
            },
            "take-keep-undo" => {
                *self.stored.borrow_mut() = None;
                if store::delete(&name) { "take.not-kept" } else { "take.not-deleted" }
            }
            _ => return self.show(),
        };
        self.show();
        say("#take-keep-said", said, self.words);
        // The button that was pressed may be there no more.
        browser::focus(if store::is_kept(&self.text) { "#take-keep-undo" } else { "#take-keep-save" });
    }

    /// Shows what is so now: kept, not kept, or an earlier result of this check is.
    fn show(&self) {
        let kept = store::is_kept(&self.text);
        let earlier = self.stored.borrow().as_deref().is_some_and(browser::is_stored);
        let said = match (kept, earlier) {
            (true, _) => self.words.get("take.kept"),
            (false, true) => self.words.get("take.earlier"),
            (false, false) => "",
        };
        browser::write("#take-keep-said", said);
        browser::show("#take-keep-save", !kept);
        browser::show("#take-keep-done", kept);
        browser::show("#result-kept", kept);
    }

    /// From the first press on: before, nothing on the page speaks of what is kept.
    fn listen(&self) {
        if self.listening.borrow().is_some() {
            return;
        }
        let myself = self.myself.clone();
        *self.listening.borrow_mut() = Some(browser::on_change(move |change| {
            let ours = match change {
                Change::Stored { name, .. } => store::concerns(name.as_deref()),
                Change::Shown => true,
                Change::Left => false,
            };
            if let (true, Some(keeping)) = (ours, myself.upgrade()) {
                keeping.show();
            }
        }));
    }
}
