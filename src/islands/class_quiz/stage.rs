//! What is shown, as HTML. Words of the page go in as the HTML that they are there.

use super::round::{Ages, Round, Statement};
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

/// The statement of now, with a field for the guess or with its number.
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
        Some(guess) => answer(html, statement, guess, words),
    };
    let html = html.raw("<p class=app-class__buttons>");
    let html = if n > 1 { html.button("class-back", words.get("class-quiz.back")).raw(" ") } else { html };
    let html = if n < of { html.button("class-next", words.get("class-quiz.next")).raw(" ") } else { html };
    html.button("class-end", words.get("class-quiz.end"))
        .raw("</p>")
        .small(words.get("class-quiz.nothing-kept"))
        .finish()
}

fn field(html: Html, words: Words) -> Html {
    html.raw("<form id=class-form novalidate><label class=govuk-label for=class-guess>")
        .text(words.get("class-quiz.guess"))
        .raw("</label><p class=govuk-hint id=class-hint>")
        .text(words.get("class-quiz.guess-hint"))
        .raw(
            "</p><p class=govuk-error-message id=class-wrong></p><p><input class=\"govuk-input govuk-input--width-5\" ",
        )
        .raw("id=class-guess inputmode=numeric autocomplete=off aria-describedby=\"class-hint class-wrong\"></p>")
        .raw("<button class=govuk-button type=submit>")
        .text(words.get("class-quiz.show"))
        .raw("</button></form>")
}

/// The number, the guess, and both drawn. The drawing says nothing that the words do not.
fn answer(html: Html, statement: &Statement, guess: Option<u8>, words: Words) -> Html {
    let number = words.fill("class-quiz.number", &[("n", &statement.number)]);
    let html = html
        .raw("<div class=app-class__answer id=class-answer tabindex=-1><p><strong>")
        .text(&number)
        .raw("</strong></p>");
    let html = bar(html, statement.value().unwrap_or_default(), "app-class__bar");
    let html = match guess {
        Some(guess) => {
            let said = words.fill("class-quiz.guessed", &[("n", &guess.to_string())]);
            bar(html.raw("<p>").text(&said).raw("</p>"), guess, "app-class__bar app-class__bar--guess")
        }
        None => html,
    };
    html.raw("<p>").text(&statement.group).raw("</p></div>")
}

fn bar(html: Html, value: u8, class: &str) -> Html {
    html.raw("<svg class=\"")
        .raw(class)
        .raw("\" viewBox=\"0 0 100 6\" preserveAspectRatio=none aria-hidden=true><rect height=6 width=")
        .raw(&value.to_string())
        .raw(" /></svg>")
}
