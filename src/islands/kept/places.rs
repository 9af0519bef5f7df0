//! The list of places that a person kept while they looked for help.

use super::once::Once;
use crate::{
    browser,
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
    /// What is to be shown; none if there is nothing and was nothing.
    pub fn now(once: &Once) -> Option<Places> {
        match browser::stored_text(shortlist::NAME) {
            Some(text) => Some(Shortlist::read(&text).map_or(Places::Unreadable, Places::Kept)),
            None => once.is_gone().then_some(Places::Gone),
        }
    }

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
