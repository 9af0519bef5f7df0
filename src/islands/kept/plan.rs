//! The plan that a person kept, in their own words.

use std::cell::RefCell;

use crate::{
    browser::{self, Stored},
    html::Html,
    islands::plan::kept::{self, NAME, Plan, There, Unreadable},
    words::Words,
};

/// What is to be shown of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptPlan {
    /// It is there.
    Kept(Plan),
    /// Something is there that cannot be shown.
    Unreadable(Unreadable),
    /// It was deleted a moment ago, and can be put back.
    Gone,
}

impl KeptPlan {
    /// Is anything there?
    pub fn is_there(&self) -> bool {
        *self != KeptPlan::Gone
    }
}

/// The section of the page.
pub fn section(html: Html, found: &KeptPlan, headings: &[(String, String)], words: Words) -> Html {
    let html = html
        .raw("<section class=app-kept__plan><h2 class=govuk-heading-m>")
        .text(words.get("kept-plan.title"))
        .raw("</h2>");
    let html = match found {
        KeptPlan::Kept(plan) => {
            let mut html = html;
            for (id, typed) in plan.parts() {
                if let Some((_, heading)) = headings.iter().find(|(known, _)| known == id) {
                    html = html.raw("<h3>").raw(heading).raw("</h3>");
                }
                html = html.raw("<p class=app-take__twin>").text(typed).raw("</p>");
            }
            html.raw("<div>").raw(words.get("kept-plan.change-md")).raw("</div>")
        }
        KeptPlan::Unreadable(why) => {
            let key = match why {
                Unreadable::Damaged => "kept-plan.damaged",
                Unreadable::TooLong => "kept-plan.too-long",
                Unreadable::Newer => "kept-plan.newer",
            };
            html.raw("<p>").text(words.get(key)).raw("</p>")
        }
        KeptPlan::Gone => html.raw("<p>").text(words.get("kept-plan.deleted")).raw("</p>"),
    };
    let html = if found.is_there() {
        html.button("plan-delete", words.get("kept-plan.delete"))
    } else {
        html.button("plan-back", words.get("kept.put-back"))
    };
    html.raw("<p role=status id=plan-said></p></section>")
}

/// What is shown of it now, and what was deleted since the page was opened.
#[derive(Default)]
pub struct PlanHere {
    gone: RefCell<Option<String>>,
}

impl PlanHere {
    /// What is to be shown; none if there is nothing and was nothing.
    pub fn now(&self) -> Option<KeptPlan> {
        match kept::there() {
            There::Plan(plan) => Some(KeptPlan::Kept(plan)),
            There::Unreadable(why) => Some(KeptPlan::Unreadable(why)),
            There::Nothing => self.gone.borrow().as_ref().map(|_| KeptPlan::Gone),
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
            "plan-delete" => {
                let text = browser::stored_text(NAME);
                if !browser::delete(NAME) {
                    return Some(Err("kept.not-deleted"));
                }
                self.gone.replace(text);
                Some(Ok("#plan-back"))
            }
            "plan-back" => {
                let text = self.gone.borrow().clone()?;
                // Another tab may have kept another plan meanwhile, which stays.
                if kept::there() == There::Nothing && browser::store(NAME, &text) != Stored::Yes {
                    return Some(Err("kept.not-back"));
                }
                self.forget();
                Some(Ok("#plan-delete"))
            }
            _ => None,
        }
    }
}
