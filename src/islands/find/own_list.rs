use std::cell::{Cell, RefCell};

use super::{answer::Around, card, list};
use crate::{
    browser::{self, Change, Stored},
    components::terms,
    islands::shortlist::{self, Item, Shortlist},
    words::Words,
};

/// The class under which the style sheet prints the list and nothing else.
const SHEET_ONLY: &str = "app-sheet-only";

/// The person's own list as it is in the page. In memory, and on the device only once they pressed for it.
pub struct OwnList {
    list: RefCell<Shortlist>,
    /// What was on it before it was emptied.
    before: RefCell<Option<Shortlist>>,
    kept: Cell<bool>,
    said: Cell<&'static str>,
    words: Words,
}

impl OwnList {
    /// The list that is kept on the device, or an empty one.
    pub fn new(words: Words) -> OwnList {
        let kept = shortlist::kept();
        OwnList {
            kept: Cell::new(kept.is_some()),
            list: RefCell::new(kept.unwrap_or_default()),
            before: RefCell::default(),
            said: Cell::new(""),
            words,
        }
    }

    /// What is on it.
    pub fn get(&self) -> Shortlist {
        self.list.borrow().clone()
    }

    /// Reads it again if another tab changed it. True if it is to be drawn.
    pub fn changed(&self, change: &Change) -> bool {
        let ours = match change {
            Change::Stored { name, .. } => name.as_deref().is_none_or(|name| name == shortlist::NAME),
            // A page that comes back from the browser's memory may have been overtaken, and a PIN may have been typed.
            Change::Shown => self.kept.get() || shortlist::kept().is_some(),
            Change::Left => false,
        };
        if !ours {
            return false;
        }
        match shortlist::kept() {
            Some(list) if self.kept.get() || self.list.borrow().is_empty() => {
                self.list.replace(list);
                self.kept.set(true);
            }
            // What is here and not kept is shown beside what is, and kept only when the person presses for it.
            Some(list) if *change == Change::Shown => self.join(list),
            Some(_) => return false,
            // Deleted there: what is on the screen stays until the page is closed, and is not kept any more.
            None => self.kept.set(false),
        }
        true
    }

    /// Does what a button says. True if it was one of ours.
    pub fn pressed(&self, id: &str, around: Around<'_>) -> bool {
        self.said.set("");
        if let Some(entry) = id.strip_prefix("list-") {
            self.put_or_take(entry, around);
        } else if let Some(entry) = id.strip_prefix("off-") {
            self.list.borrow_mut().take_off(entry);
        } else {
            match id {
                "shortlist-print" => {
                    browser::print_only(SHEET_ONLY);
                    return false;
                }
                "shortlist-copy" => return self.copy(),
                "shortlist-share" => return self.share(),
                "shortlist-clear" => {
                    *self.before.borrow_mut() = Some(self.list.take());
                    self.said.set("shortlist.emptied");
                }
                "shortlist-undo" => {
                    let before = self.before.take();
                    self.list.replace(before.unwrap_or_default());
                }
                // Another tab may have kept a list that this one does not know of.
                "shortlist-keep" => {
                    self.join(shortlist::kept().unwrap_or_default());
                    self.kept.set(true);
                }
                "shortlist-forget" => {
                    self.kept.set(!shortlist::forget());
                    return true;
                }
                _ => return false,
            }
        }
        self.store();
        true
    }

    /// Draws the list and the buttons of the entries, and leaves the person where they are.
    pub fn draw(&self, around: Around<'_>) {
        let state = list::State {
            kept: self.kept.get(),
            can_share: browser::can_share(),
            emptied: self.before.borrow().is_some(),
            said: self.said.get(),
        };
        let open = browser::is_there("#shortlist-details[open]");
        let focused = browser::focused_id();
        browser::draw("#shortlist", &list::section(around, state));
        if open {
            browser::set("#shortlist-details", "open", "true");
        }
        if let Some(id) = focused {
            // A button that is gone gives its place to what stands at the top of the list.
            let there = ["[id='", &id, "']"].concat();
            let undo = if browser::is_there("#shortlist-undo") { "#shortlist-undo" } else { "#shortlist-open" };
            browser::focus(if browser::is_there(&there) { &there } else { undo });
        }
    }

    fn put_or_take(&self, id: &str, around: Around<'_>) {
        let mut list = self.list.borrow_mut();
        if list.has(id) {
            list.take_off(id);
        } else if let Some(entry) = around.finder.listings().entries.iter().find(|entry| entry.id == id) {
            list.add(Item {
                id: entry.id.clone(),
                name: entry.name.clone(),
                what: terms::kind(self.words, entry.kind).to_owned(),
                phone: entry.phone.clone(),
                address: card::address(entry),
            });
        }
        *self.before.borrow_mut() = None;
    }

    /// Puts what is here at the end of a list that is kept; that is what is shown then.
    fn join(&self, mut kept: Shortlist) {
        for item in self.list.take().into_items() {
            kept.add(item);
        }
        self.list.replace(kept);
    }

    /// Keeps the list as it is now, if it is kept at all.
    fn store(&self) {
        if !self.kept.get() {
            return;
        }
        let list = self.list.borrow();
        if list.is_empty() {
            shortlist::forget();
            return;
        }
        match shortlist::keep(&list) {
            Stored::Yes => return,
            Stored::Full => self.said.set("shortlist.full"),
            Stored::Blocked => self.said.set("shortlist.blocked"),
        }
        self.kept.set(false);
    }

    fn copy(&self) -> bool {
        let words = self.words;
        browser::copy(&list::text(&self.list.borrow(), words), move |copied| {
            let key = if copied { "shortlist.copied" } else { "shortlist.not-copied" };
            browser::write("#shortlist-said", words.get(key));
        });
        false
    }

    fn share(&self) -> bool {
        let words = self.words;
        browser::share(&list::text(&self.list.borrow(), words), move || {
            browser::write("#shortlist-said", words.get("shortlist.not-shared"));
        });
        false
    }
}
