//! The person's own list as HTML and as text to share.

use super::{answer::Around, card::tel};
use crate::{html::Html, islands::shortlist::Shortlist, words::Words};

/// What is to be said about the list, besides what is on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State<'a> {
    /// It is kept on the device.
    pub kept: bool,
    /// This browser can share a text.
    pub can_share: bool,
    /// It was emptied a moment ago, and can be put back.
    pub emptied: bool,
    /// The key of what came of the last press; empty if there is nothing to say.
    pub said: &'a str,
}

/// The list with what can be done with it; nothing while nothing is on it.
pub fn section(around: Around<'_>, state: State<'_>) -> String {
    let (list, words) = (around.shortlist, around.words);
    let said = Html::new()
        .raw("<p id=shortlist-said role=status>")
        .text(if state.said.is_empty() { "" } else { words.get(state.said) })
        .raw("</p>");
    if list.is_empty() {
        let undo = Html::new().button("shortlist-undo", words.get("shortlist.undo"));
        return if state.emptied { said.then(undo).finish() } else { String::new() };
    }
    let count = words.count("shortlist.count", u32::try_from(list.items().len()).unwrap_or(u32::MAX));
    let mut html = Html::new()
        .raw("<details class=govuk-details id=shortlist-details><summary class=govuk-details__summary id=shortlist-open>")
        .raw("<span class=govuk-details__summary-text>")
        .text(&count)
        .raw("</span></summary><div class=govuk-details__text><div class=\"app-sheet app-sheet--seen\"><h2 class=govuk-heading-m>")
        .text(words.get("shortlist.title"))
        .raw("</h2><ol class=app-places>");
    for item in list.items() {
        html = html.raw("<li><strong>").text(&item.name).raw("</strong><span>").text(&item.what).raw("</span>");
        if !item.address.is_empty() {
            html = html.raw("<span>").text(&item.address).raw("</span>");
        }
        html = if item.phone.is_empty() {
            html.raw("<span>").text(words.get("places.no-phone")).raw("</span>")
        } else {
            html.raw("<span><a class=app-tel href=\"")
                .text(&tel(&item.phone))
                .raw("\">")
                .text(&item.phone)
                .raw("</a></span>")
        };
        if !is_known(around, &item.id) {
            html = html.raw("<span>").text(words.get("shortlist.gone")).raw("</span>");
        }
        html = html
            .raw("<button type=button class=app-link-button id=\"off-")
            .text(&item.id)
            .raw("\">")
            .text(&words.fill("shortlist.take-off-name", &[("name", &item.name)]))
            .raw("</button></li>");
    }
    html = html
        .raw("</ol><div>")
        .raw(words.get("shortlist.crisis-md"))
        .raw("</div></div>")
        .button("shortlist-print", words.get("shortlist.print"))
        .button("shortlist-copy", words.get("shortlist.copy"));
    if state.can_share {
        html = html.button("shortlist-share", words.get("shortlist.share"));
    }
    html = html.button("shortlist-clear", words.get("shortlist.clear"));
    html = if state.kept {
        html.raw("<p>")
            .text(words.get("shortlist.kept"))
            .raw("</p>")
            .button("shortlist-forget", words.get("shortlist.forget"))
    } else {
        html.raw("<p>")
            .text(words.get("shortlist.stays"))
            .raw(" ")
            .text(words.get("shortlist.keep-text"))
            .raw("</p>")
            .button("shortlist-keep", words.get("shortlist.keep"))
    };
    html.then(said).raw("</div></details>").finish()
}

/// The list as text: to copy, or to send to whoever is to have it.
pub fn text(list: &Shortlist, words: Words) -> String {
    let mut text = words.get("shortlist.title").to_owned();
    for item in list.items() {
        text.push_str("\n\n");
        let phone = if item.phone.is_empty() { words.get("places.no-phone") } else { &item.phone };
        let lines = [item.name.as_str(), &item.what, phone, &item.address];
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        text.push_str(&lines.join("\n"));
    }
    text.push('\n');
    text
}

fn is_known(around: Around<'_>, id: &str) -> bool {
    around.finder.listings().entries.iter().any(|entry| entry.id == id)
}
