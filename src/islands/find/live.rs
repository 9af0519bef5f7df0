use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use directory::{Postcodes, find::Finder, listing::Listings};

use super::{AreaName, Props, answer};
use crate::{
    browser::{self, Failure, Part},
    words::Words,
};

struct Live {
    host: Part,
    areas: Vec<AreaName>,
    words: Words,
    /// The files, until both are there.
    entries: RefCell<Option<Vec<u8>>>,
    postcodes: RefCell<Option<Vec<u8>>>,
    finder: RefCell<Option<Finder>>,
    /// A file did not arrive as it was published.
    failed: Cell<bool>,
}

/// Takes over the box: what is typed already is searched as soon as the files are there.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let props: Props = browser::props(host.element())?;
    let live = Rc::new(Live {
        host,
        areas: props.areas,
        words: Words::keep(props.words),
        entries: RefCell::default(),
        postcodes: RefCell::default(),
        finder: RefCell::default(),
        failed: Cell::new(false),
    });
    let (typed, sent) = (live.clone(), live.clone());
    live.host.on("input", move |_| typed.search());
    live.host.on("submit", move |happening| {
        happening.prevent();
        sent.search();
    });
    let (here, there) = (live.clone(), live.clone());
    browser::fetch_bytes(&props.entries.url, &props.entries.integrity, move |bytes| here.arrived(&here.entries, bytes));
    browser::fetch_bytes(&props.postcodes.url, &props.postcodes.integrity, move |bytes| {
        there.arrived(&there.postcodes, bytes);
    });
    live.search();
    Ok(())
}

impl Live {
    fn arrived(&self, place: &RefCell<Option<Vec<u8>>>, bytes: Option<Vec<u8>>) {
        if bytes.is_none() {
            self.failed.set(true);
        }
        *place.borrow_mut() = bytes;
        let both = self.entries.borrow().is_some() && self.postcodes.borrow().is_some();
        if both && let (Some(entries), Some(postcodes)) = (self.entries.take(), self.postcodes.take()) {
            match (Listings::read(&entries), Postcodes::open(postcodes)) {
                (Ok(entries), Ok(postcodes)) => *self.finder.borrow_mut() = Some(Finder::new(entries, postcodes)),
                _ => self.failed.set(true),
            }
        }
        self.search();
        if self.finder.borrow().is_some() {
            self.host.set("data-files", "true");
        }
    }

    /// Shows the answer to what stands in the box now.
    fn search(&self) {
        if self.host.has("data-stopped") {
            return;
        }
        let typed = browser::value("#find-what");
        let (said, entries) = match self.finder.borrow().as_ref() {
            Some(finder) => {
                let found = finder.find(&typed, answer::MOST);
                let said = answer::said(finder, &found, &self.areas, self.words);
                (said, answer::entries(finder, &found, &self.areas, self.words))
            }
            None if typed.trim().is_empty() => Default::default(),
            None if self.failed.get() => {
                let reload = self.words.get("check.reload");
                (self.words.fill("find.failed", &[("link", reload)]), String::new())
            }
            None => (self.words.get("check.loading").to_owned(), String::new()),
        };
        browser::write("#find-said", &said);
        browser::draw("#results", &entries);
    }
}
