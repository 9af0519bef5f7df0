//! The interactive parts. An island is prerendered in its first state and then *taken over*: what was chosen
//! and typed is read from the page, and a live copy replaces it in one task. Nothing is hydrated, because
//! translators and extensions change the page and hydration dies on a difference.

pub mod check;
pub mod path;

use crate::browser::{self, Failure};

/// Takes over every island on the page, in a task of its own: on a slow phone that and setting up the program, one after
/// the other in one task, would hold up a finger for too long.
///
/// An island that was taken over says so; the boot script waits for that, and puts the prerendered form back where it does
/// not come.
pub fn start() {
    browser::after_render(|| {
        for element in browser::islands() {
            let name = element.get_attribute("data-island").unwrap_or_default();
            let taken = match name.as_str() {
                "check" => check::take_over(element.clone()),
                "path" => path::take_over(element.clone().into()),
                _ => Err(Failure::new("unknown island")),
            };
            match taken {
                Ok(()) => drop(element.set_attribute("data-taken", "")),
                Err(failure) => failure.throw(),
            }
        }
    });
}
