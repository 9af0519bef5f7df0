//! What is shown, as HTML. Words of the page go in as the HTML that they are there.

use super::{
    hands::{Hands, RANGES, range_of},
    round::{Ages, Round, Statement},
};
use crate::{html::Html, words::Words};

/// Which age?
pub fn choice(ages: &[Ages], words: Words) -> String {
    let mut html = Html::new()
        .raw("<p>")
        .text(words.get("class-quiz.about"))
        .raw("</p><fieldset class=govuk-fieldset><legend class=govuk-fieldset__legend>")
        .text(words.get("class-quiz.choose"))
        .raw("</legend>");
    for (place, ages) in ages.iter().enumerate() {
        html = html.button(&["ages-", &place.to_string()].concat(), &ages.name);
    }
    html.raw("</fieldset>").small(words.get("class-quiz.nothing-kept")).finish()
}

/// The statement of now, with fields for the hands or with its number.
pub fn statement(round: &Round, words: Words) -> String {
    let Some(statement) = round.statement() else { return String::new() };
    let (n, of) = round.progress();
    let (number, all) = (n.to_string(), of.to_string());
    let html = Html::new()
        .raw("<p class=app-progress__text>")
        .text(&words.fill("class-quiz.progress", &[("n", &number), ("of", &all)]))
        .raw("</p><p>")
        .text(&words.fill("class-quiz.of", &[("group", &statement.group)]))
        .raw("</p><h3 class=app-class__ask id=class-ask tabindex=-1>")
        .text(words.get("class-quiz.how-many"))
        .raw(" ")
        .raw(&statement.words)
        .raw("?</h3>");
    let html = match round.shown() {
        None => field(html, words),
        Some(hands) => answer(html, statement, hands, words),
    };
    let html = html.raw("<p class=app-class__buttons>");
    let html = if n > 1 { html.button("class-back", words.get("class-quiz.back")).raw(" ") } else { html };
    let html = if n < of { html.button("class-next", words.get("class-quiz.next")).raw(" ") } else { html };
    html.button("class-end", words.get("class-quiz.end"))
        .raw("</p>")
        .small(words.get("class-quiz.nothing-kept"))
        .finish()
}

/// The field for the hands of a range.
pub fn field_of(place: usize) -> String {
    ["#hands-", &place.to_string()].concat()
}

/// "26 to 50".
pub fn range(place: usize, words: Words) -> String {
    let (from, to) = RANGES.get(place).copied().unwrap_or_default();
    words.fill("class-quiz.range", &[("from", &from.to_string()), ("to", &to.to_string())])
}

fn field(html: Html, words: Words) -> Html {
    let mut html = html
        .raw("<form id=class-form novalidate><fieldset class=govuk-fieldset aria-describedby=\"class-hint class-wrong\">")
        .raw("<legend class=govuk-fieldset__legend>")
        .text(words.get("class-quiz.guess"))
        .raw("</legend><p class=govuk-hint id=class-hint>")
        .text(words.get("class-quiz.guess-hint"))
        .raw("</p><p class=govuk-error-message id=class-wrong></p><div class=app-class__hands>");
    for place in 0..RANGES.len() {
        let id = place.to_string();
        html = html
            .raw("<p><label class=govuk-label for=hands-")
            .raw(&id)
            .raw(">")
            .text(&range(place, words))
            .raw("</label><input class=govuk-input inputmode=numeric autocomplete=off id=hands-")
            .raw(&id)
            .raw("></p>");
    }
    html.raw("</div></fieldset><button class=govuk-button type=submit>")
        .text(words.get("class-quiz.show"))
        .raw("</button></form>")
}

/// The number and the hands, drawn. The drawing says nothing that the words do not.
fn answer(html: Html, statement: &Statement, hands: Hands, words: Words) -> Html {
    let number = words.fill("class-quiz.number", &[("n", &statement.number)]);
    let value = statement.value().unwrap_or_default();
    let html = html
        .raw("<div class=app-class__answer id=class-answer tabindex=-1><p><strong>")
        .text(&number)
        .raw("</strong></p>");
    let html = bar(html, u16::from(value), 100, "app-class__bar").raw("<p>").text(&statement.group).raw("</p>");
    let html = if hands.all() == 0 { html } else { counted(html, value, hands, words) };
    html.raw("</div>")
}

fn counted(html: Html, value: u8, hands: Hands, words: Words) -> Html {
    let (near, all) = (hands.near(value).to_string(), hands.all().to_string());
    let mut html = html
        .raw("<p>")
        .text(&words.fill("class-quiz.near", &[("n", &near), ("of", &all)]))
        .raw("</p><ul class=app-class__counted>");
    for (place, count) in hands.each().enumerate() {
        html =
            html.raw("<li>").text(&range(place, words)).raw(": ").text(&words.count("class-quiz.hands", count.into()));
        if place == range_of(value) {
            html = html.raw(" <strong>").text(words.get("class-quiz.here")).raw("</strong>");
        }
        html = bar(html, count, hands.all(), "app-class__bar app-class__bar--hands").raw("</li>");
    }
    html.raw("</ul>")
}

/// A part of a whole as a bar.
fn bar(html: Html, part: u16, whole: u16, class: &str) -> Html {
    html.raw("<svg class=\"")
        .raw(class)
        .raw("\" viewBox=\"0 0 ")
        .raw(&whole.to_string())
        .raw(" 6\" preserveAspectRatio=none aria-hidden=true><rect height=6 width=")
        .raw(&part.to_string())
        .raw(" /></svg>")
}
