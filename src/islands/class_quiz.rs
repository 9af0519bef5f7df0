//! A quiz for a class, on the teacher's screen: one statement at a time, the class's guess, the true number beside it.
//!
//! Its statements are the tables of the page, which stay as they are for paper. It asks about 100 people, and nobody about
//! themselves.
//!
//! | file | what it holds |
//! |---|---|
//! | `round` | statements, guesses, and where the class is; no browser in it |
//! | `stage` | what is shown, as HTML |
//! | `live` | the running island |

mod live;
pub mod round;
pub mod stage;

pub use live::take_over;
