//! A quiz for a class, on the teacher's screen: one statement at a time, a show of hands, the true number beside it.
//!
//! Its statements are the tables of the page, which stay as they are for paper. It asks about 100 people, and nobody about
//! themselves.
//!
//! | file | what it holds |
//! |---|---|
//! | `round` | statements, and where the class is; no browser in it |
//! | `hands` | how many hands went up for what; no browser in it |
//! | `stage` | what is shown, as HTML |
//! | `live` | the running island |

pub mod hands;
mod live;
pub mod round;
pub mod stage;

pub use live::take_over;
