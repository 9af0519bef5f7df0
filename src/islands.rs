//! The interactive parts. An island is prerendered in its first state and then *taken over*: what was chosen
//! and typed is read from the page, and a live copy replaces it in one task. Nothing is hydrated, because
//! translators and extensions change the page and hydration dies on a difference.

pub mod check;
pub mod find;
pub mod kept;
pub mod path;
pub mod search;
pub mod shortlist;

use crate::browser::{self, Failure, Part};

/// What takes over an island, under the island's name in the page.
pub type Island = (&'static str, fn(Part) -> Result<(), Failure>);

/// Takes over the page's island, in a task of its own: on a slow phone that and setting up the program, one after
/// the other in one task, would hold up a finger for too long.
///
/// Each island has a program of its own, so that a page loads no other's code. An island that was taken over says so; the boot
/// script waits for that, and puts the prerendered form back where it does not come.
pub fn start((known, take_over): Island) {
    browser::after_render(move || {
        for element in browser::islands() {
            let name = element.attribute("data-island");
            let taken = if name == known { take_over(element.clone()) } else { Err(Failure::new("unknown island")) };
            match taken {
                Ok(()) => element.set("data-taken", "true"),
                Err(failure) => failure.throw(),
            }
        }
    });
}
