//! The interactive parts. An island is prerendered in its first state and then *taken over*: what was chosen
//! and typed is read from the page, and a live copy replaces it in one task. Nothing is hydrated, because
//! translators and extensions change the page and hydration dies on a difference.

pub mod check;
pub mod path;

use crate::browser::{self, Failure};

/// Takes over every island on the page.
///
/// A failure is thrown to the boot script, which puts the prerendered form back and says so.
pub fn start() {
    for element in browser::islands() {
        let name = element.get_attribute("data-island").unwrap_or_default();
        let taken = match name.as_str() {
            "check" => check::take_over(element),
            "path" => path::take_over(element.into()),
            _ => Err(Failure::new("unknown island")),
        };
        if let Err(failure) = taken {
            failure.throw();
        }
    }
}
