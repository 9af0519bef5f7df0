//! A clock for whoever has given naloxone: how long ago the last dose was, what the page says to do now, and when each dose
//! was given, for the ambulance crew.
//!
//! It says nothing that its page does not say (`tests/waymark/steps.rs`).
//!
//! | file | what it holds |
//! |---|---|
//! | `doses` | the doses, and what is due by now; no browser in it |
//! | `live` | the running island |

pub mod doses;
mod live;

pub use live::take_over;
