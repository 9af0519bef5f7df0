//! The policy in the making that somebody kept for their school. It is opened on its own page; here it is named and deleted.

use std::cell::RefCell;

use crate::{
    browser::{self, Stored},
    html::Html,
    islands::{
        plan::kept::Unreadable,
        policy::kept::{self, NAME, There},
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

/// What is shown of it now, and what was deleted since the page was opened.
#[derive(Default)]
pub struct PolicyHere {
    gone: RefCell<Option<String>>,
}

impl PolicyHere {
    /// What is to be shown; none if there is nothing and was nothing.
    pub fn now(&self) -> Option<KeptPolicy> {
        match kept::there() {
            There::Desk(_) => Some(KeptPolicy::Kept),
            There::Unreadable(why) => Some(KeptPolicy::Unreadable(why)),
            There::Nothing => self.gone.borrow().as_ref().map(|_| KeptPolicy::Gone),
        }
    }

    /// Forgets what could be put back.
    pub fn forget(&self) {
        self.gone.take();
    }

    /// Could nothing be put back?
    pub fn is_forgotten(&self) -> bool {
        self.gone.borrow().is_none()
    }

    /// Does what a button says. Gives the selector of what has focus once everything is shown anew; a key of words if it
    /// could not be done.
    pub fn pressed(&self, id: &str) -> Option<Result<&'static str, &'static str>> {
        match id {
            "policy-delete" => {
                let text = browser::stored_text(NAME);
                if !browser::delete(NAME) {
                    return Some(Err("kept.not-deleted"));
                }
                self.gone.replace(text);
                Some(Ok("#policy-back"))
            }
            "policy-back" => {
                let text = self.gone.borrow().clone()?;
                // Another tab may have kept another one meanwhile, which stays.
                if kept::there() == There::Nothing && browser::store(NAME, &text) != Stored::Yes {
                    return Some(Err("kept.not-back"));
                }
                self.forget();
                Some(Ok("#policy-delete"))
            }
            _ => None,
        }
    }
}
