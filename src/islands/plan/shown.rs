//! What is put into the page besides the fields, and the plan on paper and as text.

use super::kept::Plan;
use crate::{html::Html, words::Words};

/// What can be done with the plan, after its last field. Each button is shown when it has something to do.
pub fn doing(words: Words) -> String {
    let small = |html: Html, key: &str| html.raw("<p>").text(words.get(key)).raw("</p>");
    let html = Html::new()
        .raw("<section class=\"app-panel app-plan__do\" aria-labelledby=plan-title><h2 class=govuk-heading-m id=plan-title tabindex=-1>")
        .text(words.get("plan.title"))
        .raw("</h2>");
    let html = small(html, "plan.keep-text");
    html.raw("<p><strong id=plan-said role=status></strong></p><div id=plan-choose hidden>")
        .button("plan-mine", words.get("plan.mine"))
        .button("plan-theirs", words.get("plan.theirs"))
        .raw("</div>")
        .button("plan-keep", words.get("plan.keep"))
        .button("plan-print", words.get("plan.print"))
        .button("plan-copy", words.get("plan.copy"))
        .raw("<span id=plan-delete-part hidden>")
        .button("plan-delete", words.get("plan.delete"))
        .raw("</span><span id=plan-undo-part hidden>")
        .button("plan-undo", words.get("plan.undo"))
        .raw("</span></section><section class=\"app-sheet app-plan__sheet\" id=plan-sheet></section>")
        .finish()
}

/// The plan on paper: every heading, with what was typed or with room to write. Fields do not print all that is in them.
pub fn sheet(title: &str, headings: &[(String, String)], plan: &Plan) -> String {
    let mut html = Html::new().raw("<h2>").text(title).raw("</h2>");
    for (id, heading) in headings {
        let words = plan.words(id).unwrap_or_default();
        // Both classes are those of the notes for a GP: lines as they were typed, and room to write by hand.
        let class = if words.is_empty() { "app-sheet__matters" } else { "app-take__twin" };
        html = html.raw("<h3>").text(heading).raw("</h3><p class=").raw(class).raw(">").text(words).raw("</p>");
    }
    html.finish()
}

/// The plan as text: what was typed, under its headings.
pub fn text(title: &str, headings: &[(String, String)], plan: &Plan) -> String {
    let mut text = title.to_owned();
    for (id, heading) in headings {
        if let Some(words) = plan.words(id) {
            text.push_str(&["\n\n", heading, "\n", words.trim_end()].concat());
        }
    }
    text.push('\n');
    text
}
