//! The only code that touches the browser: the page, the history, focus.
//!
//! Compiled natively too, so that islands can be prerendered, but never called there.

mod history;
mod page;

pub use history::{back, fragment, on_travel, push, replace};
pub use page::{
    Failure, after_render, chosen_radio, focus, focused, islands, print, props, scroll_to_top, set_title, show_only,
    submit, template, title,
};
