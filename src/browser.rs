//! The only code that touches the browser: the page, the history, focus.
//!
//! Compiled natively too, so that islands can be prerendered, but never called there.

mod address;
mod clock;
mod device;
mod fetching;
mod fields;
mod hand_over;
mod history;
mod location;
mod page;
mod part;
mod printing;
mod promise;
mod tab;
mod timer;

pub use address::decoded;
pub use clock::{day, day_in_words, in_zone, iso_day, now, random};
pub use device::{Change, Listening, Stored, delete, delete_all, is_stored, on_change, store, stored, stored_text};
pub use fetching::fetch_bytes;
pub use fields::{
    append, chosen, draw, hold_height, is_changed, is_there, let_height_go, pressed, set, set_value, show, typed,
    value, write,
};
pub use hand_over::{can_share, copy, download, download_bytes, share};
pub use history::{back, fragment, on_travel, push, replace};
pub use location::{NoLocation, locate};
pub use page::{
    Failure, after_paint, after_render, at, chosen_radio, focus, focus_on_top, focused, focused_id, heading, islands,
    print, props, scroll_to_top, set_title, show_only, submit, title,
};
pub use part::{Happening, Part};
pub use printing::print_only;
pub use tab::{forget, keep, kept};
pub use timer::{Ticking, millis, tick, time_of_day};
