//! Questions without a score: one a screen, then the pieces of advice that fit.
//!
//! Unlike a check, nothing is mounted: the page has every question and every piece already, and the program shows and
//! hides them. So words stay where a page translator has worked on them, and none are carried in the props.
//!
//! | file | what it holds |
//! |---|---|
//! | `flow` | which screen comes when; no browser in it |
//! | `live` | the running island: history, focus, screens |
//! | `question` | one question in the page: its options, and what is said when none is chosen |

pub mod flow;
mod live;
mod question;

pub use live::take_over;
