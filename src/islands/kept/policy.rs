//! The policy in the making that somebody kept for their school. It is opened on its own page; here it is named and deleted.

use super::once::Once;
use crate::{
    html::Html,
    islands::{
        policy::kept::{self, There},
        readable::Unreadable,
    },
    words::Words,
};

/// What is to be shown of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptPolicy {
    /// It is there.
    Kept,
    /// Something is there that cannot be shown.
    Unreadable(Unreadable),
    /// It was deleted a moment ago, and can be put back.
    Gone,
}

impl KeptPolicy {
    /// What is to be shown; none if there is nothing and was nothing.
    pub fn now(once: &Once) -> Option<KeptPolicy> {
        match kept::there() {
            There::Desk(_) => Some(KeptPolicy::Kept),
            There::Unreadable(why) => Some(KeptPolicy::Unreadable(why)),
            There::Nothing => once.is_gone().then_some(KeptPolicy::Gone),
        }
    }

    /// Is anything there?
    pub fn is_there(self) -> bool {
        self != KeptPolicy::Gone
    }

    /// The section of the page.
    pub fn section(self, html: Html, words: Words) -> Html {
        let html = html
            .raw("<section class=app-kept__plan><h2 class=govuk-heading-m>")
            .text(words.get("kept-policy.title"))
            .raw("</h2>");
        let html = match self {
            KeptPolicy::Kept => html.raw("<div>").raw(words.get("kept-policy.change-md")).raw("</div>"),
            KeptPolicy::Unreadable(Unreadable::Newer) => {
                html.raw("<p>").text(words.get("kept-policy.newer")).raw("</p>")
            }
            KeptPolicy::Unreadable(_) => html.raw("<p>").text(words.get("kept-policy.damaged")).raw("</p>"),
            KeptPolicy::Gone => html.raw("<p>").text(words.get("kept-policy.deleted")).raw("</p>"),
        };
        let html = if self.is_there() {
            html.button("policy-delete", words.get("kept-policy.delete"))
        } else {
            html.button("policy-back", words.get("kept.put-back"))
        };
        html.raw("<p role=status id=policy-said></p></section>")
    }
}
