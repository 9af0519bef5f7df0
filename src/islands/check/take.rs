//! "Take it with you": notes to print, copy, share or save, a code to scan, a reminder.
//!
//! All of it is made on the device from one [`Record`], and only when it is opened or pressed for. What a person adds
//! stays in the fields of the page.
//!
//! | file | what it holds |
//! |---|---|
//! | `panel` | what is on the screen |
//! | `notes` | the record and what was added, in words |
//! | `text` | those words as plain text, long and short |
//! | `sheet` | those words as one page of paper |
//! | `code` | a text as a QR code |
//! | `keep` | keeping the result on the device |
//! | `reminder` | the calendar file |

pub mod code;
mod keep;
pub mod notes;
pub mod panel;
pub mod reminder;
pub mod sheet;
pub mod text;

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use screening::Record;

use self::{
    keep::Keeping,
    notes::{Added, Section},
};
use crate::{browser, html::Html, words::Words};

/// The class on the root element under which only the sheet is printed.
const SHEET_ONLY: &str = "app-sheet-only";

/// The panel. One listener for each kind of event, on the whole of it.
#[component]
pub fn TakeAway(
    record: Record<'static>,
    words: Words,
    /// Makes the same result for a health record, in FHIR.
    fhir: Rc<dyn Fn() -> String>,
    /// What is kept of it on the device; none where nothing is to be kept.
    keep: Option<String>,
    /// The name under which a result of this check is kept on the device, if one is.
    stored: Rc<RefCell<Option<String>>>,
) -> impl IntoView {
    let html = panel::html(record.advice, keep.is_some(), words);
    let keeping = keep.map(|text| Keeping::new(text, stored, words));
    let press = Rc::new(Taking { record, words, fhir, keeping });
    let typed = press.clone();
    view! {
        <section
            class="app-panel app-take"
            id="take"
            inner_html=html
            on:click=move |event| press.pressed(&browser::pressed(&event))
            on:input=move |_| typed.redraw()
        ></section>
    }
}

/// What two people who did a check together both see first: the score, the signs and the week, in plain lines.
pub fn summary(record: &Record<'static>, words: Words) -> Html {
    let notes = notes::notes(record, &Added::default(), words);
    let mut html = Html::new()
        .raw("<div class=app-panel id=in-short><h2 class=govuk-heading-m>")
        .text(words.get("take.both"))
        .raw("</h2><ul>");
    for (line, _) in notes.iter().filter(|section| section.id == "result").flat_map(|section| &section.lines) {
        html = html.raw("<li>").text(line).raw("</li>");
    }
    html.raw("</ul></div>")
}

struct Taking {
    record: Record<'static>,
    words: Words,
    fhir: Rc<dyn Fn() -> String>,
    keeping: Option<Rc<Keeping>>,
}

impl Taking {
    /// A button or a heading with this id was pressed.
    fn pressed(&self, id: &str) {
        match id {
            "take-notes-open" => browser::show("#take-share", browser::can_share()),
            "take-code-open" => self.draw(),
            "take-print" => self.print(),
            "take-copy" => {
                let words = self.words;
                browser::copy(&text::long(&self.notes()), move |copied| {
                    say("#take-said", if copied { "take.copied" } else { "take.not-copied" }, words);
                });
            }
            "take-share" => {
                let words = self.words;
                browser::share(&text::long(&self.notes()), move || say("#take-said", "take.not-shared", words));
            }
            "take-save" => {
                let saved = browser::download("notes.txt", "text/plain;charset=utf-8", &text::long(&self.notes()));
                say("#take-said", if saved { "take.saved" } else { "take.not-saved" }, self.words);
            }
            "take-reminder-save" => self.remind(),
            "take-fhir-save" => {
                let saved = browser::download("notes.json", "application/fhir+json", &(self.fhir)());
                say("#take-fhir-said", if saved { "take.fhir-saved" } else { "take.not-saved" }, self.words);
            }
            "take-keep-open" | "take-keep-save" | "take-keep-undo" => {
                if let Some(keeping) = &self.keeping {
                    keeping.pressed(id);
                }
            }
            _ => {}
        }
    }

    /// The notes as they are now.
    fn notes(&self) -> Vec<Section> {
        let today = browser::day(0, self.words.get("take.date-style"));
        let (matters, questions) = (browser::typed("#take-matters"), browser::chosen("take-question"));
        notes::notes(&self.record, &Added { matters, questions, today }, self.words)
    }

    /// Draws the code once more if it is open. Drawing takes a slow phone too long to do it for nobody.
    fn redraw(&self) {
        if browser::is_there("#take-code[open]") {
            self.draw();
        }
    }

    /// Draws the code, and writes the same text under it for those who cannot see or scan it.
    fn draw(&self) {
        let text = text::short(&self.notes());
        browser::draw("#take-code-picture", &code::svg(&text).unwrap_or_default());
        browser::write("#take-code-text", &text);
    }

    fn print(&self) {
        let notes = self.notes();
        let code = code::svg(&text::short(&notes)).unwrap_or_default();
        browser::draw("#take-sheet", &sheet::html(&notes, &code));
        browser::print_only(SHEET_ONLY);
    }

    fn remind(&self) {
        let title = self.words.get("take.reminder-title");
        let day = browser::iso_day(reminder::DAYS);
        let file = reminder::file(&day, &browser::now(), browser::random(), title);
        let saved = browser::download("reminder.ics", "text/calendar;charset=utf-8", &file);
        say("#take-reminder-said", if saved { "take.reminder-saved" } else { "take.not-saved" }, self.words);
    }
}

/// Says what came of a press, to screen readers as well.
fn say(place: &str, key: &str, words: Words) {
    browser::write(place, words.get(key));
}
