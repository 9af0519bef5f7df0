use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use page_search::Index;

use super::{Props, hits};
use crate::{
    browser::{self, Failure, Part},
    words::Words,
};

/// The most pages that are shown: as many as anyone reads.
const MOST: usize = 12;

struct Live {
    host: Part,
    words: Words,
    /// Until it has arrived there is none.
    index: RefCell<Option<Index>>,
    /// It did not arrive as it was published.
    failed: Cell<bool>,
}

/// Takes over the box: what is typed already, here or in the header of another page, is searched as soon as the index is
/// there.
pub fn take_over(host: Part) -> Result<(), Failure> {
    let props: Props = browser::props(host.element())?;
    let live =
        Rc::new(Live { host, words: Words::keep(props.words), index: RefCell::default(), failed: Cell::new(false) });
    let brought = browser::decoded(&live.host.attribute("data-mode"));
    if !brought.is_empty() && browser::value("#search-what").is_empty() {
        browser::set_value("#search-what", &brought);
    }
    let (typed, sent) = (live.clone(), live.clone());
    live.host.on("input", move |_| typed.search());
    live.host.on("submit", move |happening| {
        happening.prevent();
        sent.search();
        // The keyboard of a phone covers what is found; it goes away with the focus.
        browser::focus_on_top("#search-said:not(:empty)");
    });
    let arrived = live.clone();
    browser::fetch_bytes(&props.index.url, &props.index.integrity, move |bytes| {
        let index = bytes.and_then(|bytes| Index::read(&bytes).ok());
        arrived.failed.set(index.is_none());
        *arrived.index.borrow_mut() = index;
        arrived.search();
        arrived.host.set("data-files", "true");
    });
    live.search();
    Ok(())
}

impl Live {
    fn search(&self) {
        // Once the program has failed, the prerendered page is back in place of ours, and it stays.
        if self.host.has("data-stopped") {
            return;
        }
        let typed = browser::value("#search-what");
        let nothing_typed = typed.trim().is_empty();
        let (html, said) = match &*self.index.borrow() {
            Some(index) => {
                let found = index.find(&typed, MOST);
                (hits::list(index, &found), hits::said(self.words, &typed, &found))
            }
            None if self.failed.get() => (String::new(), self.words.get("search.no-index").to_owned()),
            None if nothing_typed => Default::default(),
            None => (String::new(), self.words.get("search.waiting").to_owned()),
        };
        browser::write("#search-said", &said);
        browser::draw("#hits", &html);
    }
}
