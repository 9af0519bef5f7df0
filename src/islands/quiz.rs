//! Statements to guess: true or not? Then the facts, which are in the page.
//!
//! | file | what it holds |
//! |---|---|
//! | `tally` | what was guessed, and what of it was the same as the facts; no browser in it |
//! | `live` | the running island |

mod live;
pub mod tally;

pub use live::take_over;
