use screening::Advice;

use super::notes::{MOST_LETTERS, questions};
use crate::{html::Html, words::Words};

/// The panel as HTML, with everything in it closed so that the result stays calm.
///
/// HTML as text and not as views, which were 6 KB more: each kind of element costs code of its own. A pair is
/// markup and the key of the words that follow it. The field has no spelling check, because some browsers send what
/// is typed to a server for it.
///
/// `keep`: may the result be kept on the device?
pub fn html(advice: Advice, keep: bool, words: Words) -> String {
    let notes = [
        ("<h2 class=govuk-heading-m>", "take.title"),
        ("</h2><p>", "take.text"),
        (
            "</p><details class=govuk-details id=take-notes><summary class=govuk-details__summary id=take-notes-open><span class=govuk-details__summary-text>",
            "sheet.title",
        ),
        ("</span></summary><div class=govuk-details__text><p>", "take.notes-text"),
        (
            "</p><div class=govuk-form-group><label class=\"govuk-label app-take__label\" for=take-matters>",
            "sheet.matters",
        ),
        ("</label><div class=govuk-hint id=take-matters-hint>", "take.matters-hint"),
    ];
    let field = [
        "</div><textarea dir=auto class=govuk-textarea id=take-matters rows=3 autocomplete=off spellcheck=false writingsuggestions=false aria-describedby=take-matters-hint maxlength=",
        &MOST_LETTERS.to_string(),
        "></textarea></div>",
    ];
    let group = [(
        "<div class=govuk-form-group><fieldset class=govuk-fieldset><legend class=\"govuk-fieldset__legend govuk-fieldset__legend--s\">",
        "sheet.questions",
    )];
    let rest = [
        (
            "</fieldset></div><p class=app-take__buttons><button type=button class=\"govuk-button govuk-button--secondary\" id=take-print>",
            "take.print",
        ),
        ("</button><button type=button class=\"govuk-button govuk-button--secondary\" id=take-copy>", "take.copy"),
        (
            "</button><button type=button class=\"govuk-button govuk-button--secondary\" id=take-share hidden>",
            "take.share",
        ),
        ("</button><button type=button class=\"govuk-button govuk-button--secondary\" id=take-save>", "take.save"),
        ("</button></p><p class=app-take__status id=take-said role=status></p><p class=app-small>", "take.private"),
        (
            "</p></div></details><details class=govuk-details id=take-code><summary class=govuk-details__summary id=take-code-open><span class=govuk-details__summary-text>",
            "take.code",
        ),
        ("</span></summary><div class=govuk-details__text><p>", "take.code-text"),
        (
            "</p><div class=app-take__code id=take-code-picture></div><p class=\"app-small app-take__twin\" id=take-code-text dir=auto></p></div></details><details class=govuk-details id=take-reminder><summary class=govuk-details__summary id=take-reminder-open><span class=govuk-details__summary-text>",
            "take.reminder",
        ),
        ("</span></summary><div class=govuk-details__text><p>", "take.reminder-text"),
        (
            "</p><button type=button class=\"govuk-button govuk-button--secondary\" id=take-reminder-save>",
            "take.reminder-save",
        ),
    ];
    // A button, or where it is and a button that deletes it again.
    let kept = [
        (
            "<details class=govuk-details id=take-keep><summary class=govuk-details__summary id=take-keep-open><span class=govuk-details__summary-text>",
            "take.keep",
        ),
        ("</span></summary><div class=govuk-details__text><p>", "take.keep-text"),
        ("</p><button type=button class=\"govuk-button govuk-button--secondary\" id=take-keep-save>", "take.keep-save"),
    ];
    let kept_end = [
        "</button><p class=app-take__status id=take-keep-said role=status></p><div id=take-keep-done hidden>",
        words.get("take.kept-md"),
        &Html::new().button("take-keep-undo", words.get("take.keep-undo")).finish(),
        "</div></div></details>",
    ];
    let fhir = [
        (
            "<details class=govuk-details id=take-fhir><summary class=govuk-details__summary id=take-fhir-open><span class=govuk-details__summary-text>",
            "take.fhir",
        ),
        ("</span></summary><div class=govuk-details__text><p>", "take.fhir-text"),
        ("</p><button type=button class=\"govuk-button govuk-button--secondary\" id=take-fhir-save>", "take.fhir-save"),
    ];
    let end = "</button><p class=app-take__status id=take-fhir-said role=status></p></div></details><div class=app-sheet id=take-sheet></div>";
    let reminded = "</button><p class=app-take__status id=take-reminder-said role=status></p></div></details>";
    let questions: Vec<String> =
        questions(advice).into_iter().enumerate().map(|(place, key)| question(place, words.get(key))).collect();
    [
        filled(&notes, words),
        field.concat(),
        filled(&group, words),
        "</legend>".to_owned(),
        questions.concat(),
        filled(&rest, words),
        reminded.to_owned(),
        if keep { filled(&kept, words) } else { String::new() },
        if keep { kept_end.concat() } else { String::new() },
        filled(&fhir, words),
        end.to_owned(),
    ]
    .concat()
}

fn filled(parts: &[(&str, &str)], words: Words) -> String {
    parts.iter().map(|(markup, key)| [markup, Html::new().text(words.get(key)).finish().as_str()].concat()).collect()
}

/// One question that can be put on the notes.
fn question(place: usize, text: &str) -> String {
    let place = place.to_string();
    [
        "<div class=govuk-checkboxes__item><input class=govuk-checkboxes__input type=checkbox name=take-question autocomplete=off value=",
        &place,
        " id=take-question-",
        &place,
        "><label class=\"govuk-label govuk-checkboxes__label\" for=take-question-",
        &place,
        ">",
        &Html::new().text(text).finish(),
        "</label></div>",
    ]
    .concat()
}
