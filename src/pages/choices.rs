use leptos::prelude::*;
use screening::path::Question;

use super::QuestionWords;
use crate::{components::ErrorSummary, words::Words};

/// One question of a path, with radio buttons or checkboxes.
///
/// Everything that it may ever show is in the page from the start, what is wrong with it too, and the program only
/// shows and hides: so a page translator's work stays, and no word travels twice. `number` is its number and `of` the
/// most questions there are, which the program corrects.
pub fn choices(question: &Question, said: &QuestionWords, number: usize, of: usize, words: Words) -> AnyView {
    let id = question.id.clone();
    let (kind, class, choose) = if question.many {
        ("checkbox", "govuk-checkboxes", words.get("path.choose-many"))
    } else {
        ("radio", "govuk-radios", words.get("check.choose"))
    };
    // A name in brackets says that several controls share it on purpose.
    let name = if question.many { format!("{id}[]") } else { id.clone() };
    let hint_id = format!("{id}-hint");
    let described = said.hint.as_ref().map(|_| hint_id.clone());
    let with_error = said.hint.as_ref().map_or(String::new(), |_| format!("{hint_id} ")) + &format!("{id}-error");
    let progress = words.fill(
        "path.progress",
        &[("n", &format!("<span data-n>{number}</span>")), ("of", &format!("<span data-of>{of}</span>"))],
    );
    let rows: Vec<_> = said
        .labels
        .iter()
        .zip(&question.option)
        .enumerate()
        .map(|(place, (label, option))| {
            let input = format!("{id}-{place}");
            view! {
                <div class=format!("{class}__item")>
                    <input
                        class=format!("{class}__input")
                        id=input.clone()
                        name=name.clone()
                        type=kind
                        value=place.to_string()
                        data-behaviour=option.alone.then_some("exclusive")
                    />
                    <label class=format!("govuk-label {class}__label") for=input>{label.clone()}</label>
                </div>
            }
        })
        .collect();
    view! {
        <div class="app-path__question" data-question=id.clone()>
            <div data-problem hidden>
                <ErrorSummary title=words.get("check.problem") message=choose.to_owned() href=format!("#{id}-0")/>
            </div>
            <p class="app-progress__text" inner_html=progress></p>
            <div class="govuk-form-group">
                <fieldset
                    class="govuk-fieldset"
                    aria-describedby=described.clone()
                    data-without-error=described
                    data-with-error=with_error
                >
                    <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                        <h2 class="govuk-fieldset__heading" tabindex="-1">{said.text.clone()}</h2>
                    </legend>
                    {said.hint.clone().map(|hint| view! { <div id=hint_id class="govuk-hint">{hint}</div> })}
                    <p id=format!("{id}-error") class="govuk-error-message" hidden>
                        <span class="govuk-visually-hidden">{words.get("check.error-title").trim_end()}</span>" "{choose}
                    </p>
                    <div class=class data-module=class>{rows}</div>
                </fieldset>
            </div>
        </div>
    }
    .into_any()
}
