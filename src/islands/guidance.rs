//! The small islands of pages of guidance. They share a program, since each alone is less than what every program has.
//!
//! None of them has views: they put HTML into the prerendered page, show it, hide it and write in it. A page says which one
//! it has above its words (`island = "quiz"`).

use miniserde::{Deserialize, Serialize};

use super::{Island, class_quiz, plan, quiz, steps};
use crate::{
    browser::{self, Failure, Part},
    words::{Strings, Words},
};

/// Every island of this program, by the name that a page's file has for it.
pub const ISLANDS: [Island; 4] = [
    ("quiz", quiz::take_over),
    ("class-quiz", class_quiz::take_over),
    ("steps", steps::take_over),
    ("plan", plan::take_over),
];

/// What the page hands to its island, as JSON in a file beside the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Props {
    /// What the program says.
    pub words: Strings,
}

/// The words that came with the page.
pub(super) fn words(host: &Part) -> Result<Words, Failure> {
    let props: Props = browser::props(host.element())?;
    Ok(Words::keep(props.words))
}

/// Calls back with the id of the button that was pressed in an island. Not once the program has failed: the prerendered
/// page is back then, and stays.
pub(super) fn on_press(host: &Part, call: impl Fn(&str) + 'static) {
    let stopped = host.clone();
    host.on("click", move |happening| {
        let id = happening.pressed();
        if !id.is_empty() && !stopped.has("data-stopped") {
            call(&id);
        }
    });
}
