//! The list of places that a person kept while they looked for help.

use std::cell::RefCell;

use crate::{
    browser::{self, Stored},
    html::Html,
    islands::shortlist::{self, Shortlist},
    words::Words,
};

/// What is to be shown of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Places {
    /// It is there.
    Kept(Shortlist),
    /// Something is there that is no such list.
    Unreadable,
    /// It was deleted a moment ago, and can be put back.
    Gone,
}

impl Places {
    /// Is anything there?
    pub fn is_there(&self) -> bool {
        *self != Places::Gone
    }

    /// The section of the page.
    pub fn section(&self, html: Html, words: Words) -> Html {
        let html = html
            .raw("<section class=app-kept__places><h2 class=govuk-heading-m>")
            .text(words.get("kept-places.title"))
            .raw("</h2>");
        let html = match self {
            Places::Kept(list) => {
                let mut html = html.raw("<ol class=app-places>");
                for item in list.items() {
                    html = html.raw("<li><strong>").text(&item.name).raw("</strong>");
                    for line in [&item.what, &item.phone, &item.address].into_iter().filter(|line| !line.is_empty()) {
                        html = html.raw("<span>").text(line).raw("</span>");
                    }
                    html = html.raw("</li>");
                }
                html.raw("</ol><div>")
                    .raw(words.get("kept-places.change-md"))
                    .raw("</div>")
                    .button("places-delete", words.get("kept-places.delete"))
            }
            Places::Unreadable => html
                .raw("<p>")
                .text(words.get("kept-places.unreadable"))
                .raw("</p>")
                .button("places-delete", words.get("kept-places.delete")),
            Places::Gone => html
                .raw("<p>")
                .text(words.get("kept-places.deleted"))
                .raw("</p>")
                .button("places-back", words.get("kept.put-back")),
        };
        html.raw("<p role=status id=places-said></p></section>")
    }
}

/// The list as it is on the device, and what was deleted since the page was opened.
#[derive(Default)]
pub struct KeptPlaces {
    gone: RefCell<Option<String>>,
}

impl KeptPlaces {
    /// What is to be shown; none if there is nothing and was nothing.
    pub fn now(&self) -> Option<Places> {
        match browser::stored_text(shortlist::NAME) {
            Some(text) => Some(Shortlist::read(&text).map_or(Places::Unreadable, Places::Kept)),
            None => self.gone.borrow().as_ref().map(|_| Places::Gone),
        }
    }

    /// Forgets what could be put back.
    pub fn forget(&self) {
        self.gone.take();
    }

    /// Could anything be put back?
    pub fn is_forgotten(&self) -> bool {
        self.gone.borrow().is_none()
    }

    /// Does what a button says. Gives the selector of what has focus once everything is shown anew; a key of words if it
    /// could not be done.
    pub fn pressed(&self, id: &str) -> Option<Result<&'static str, &'static str>> {
        match id {
            "places-delete" => {
                let text = browser::stored_text(shortlist::NAME);
                if !shortlist::forget() {
                    return Some(Err("kept.not-deleted"));
                }
                self.gone.replace(text);
                Some(Ok("#places-back"))
            }
            "places-back" => {
                let text = self.gone.borrow().clone()?;
                if browser::store(shortlist::NAME, &text) != Stored::Yes {
                    return Some(Err("kept.not-back"));
                }
                self.forget();
                Some(Ok("#places-delete"))
            }
            _ => None,
        }
    }
}
