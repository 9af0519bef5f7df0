//! The interactive parts. An island is prerendered in its first state and then *taken over*: what was chosen
//! and typed is read from the page, and a live copy replaces it in one task. Nothing is hydrated, because
//! translators and extensions change the page and hydration dies on a difference.

pub mod check;
pub mod class_quiz;
pub mod find;
pub mod guidance;
pub mod kept;
pub mod path;
pub mod plan;
pub mod policy;
pub mod quiz;
pub mod readable;
pub mod search;
pub mod shortlist;
pub mod steps;

use crate::browser::{self, Failure, Part};

/// What takes over an island, under the island's name in the page.
pub type Island = (&'static str, fn(Part) -> Result<(), Failure>);

/// Takes over the page's island, in a task of its own: on a slow phone that and setting up the program, one after
/// the other in one task, would hold up a finger for too long.
///
/// A program has one island, or a few small ones, so that a page loads little code of others. An island that was taken over says so; the boot
/// script waits for that, and puts the prerendered form back where it does not come.
pub fn start(known: &'static [Island]) {
    browser::after_render(move || {
        for element in browser::islands() {
            let name = element.attribute("data-island");
            let taken = match known.iter().find(|(known, _)| *known == name) {
                Some((_, take_over)) => take_over(element.clone()),
                None => Err(Failure::new("unknown island")),
            };
            match taken {
                Ok(()) => element.set("data-taken", "true"),
                Err(failure) => failure.throw(),
            }
        }
    });
}
