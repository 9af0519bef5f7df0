//! The plan that a person kept, in their own words.

use super::once::Once;
use crate::{
    html::Html,
    islands::{
        plan::kept::{self, Plan, There},
        readable::Unreadable,
    },
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
    /// What is to be shown; none if there is nothing and was nothing.
    pub fn now(once: &Once) -> Option<KeptPlan> {
        match kept::there() {
            There::Plan(plan) => Some(KeptPlan::Kept(plan)),
            There::Unreadable(why) => Some(KeptPlan::Unreadable(why)),
            There::Nothing => once.is_gone().then_some(KeptPlan::Gone),
        }
    }

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
