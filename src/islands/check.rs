//! A check: one question a screen, then the result.
//!
//! | file | what it holds |
//! |---|---|
//! | `props` | what the page hands to the island |
//! | `flow` | which screen comes when; no browser in it |
//! | `live` | the running island: history, focus, screens |
//! | `question` | a question's screen |
//! | `count` | "Help me count" |
//! | `withdrawal` | the question about withdrawal signs |
//! | `result` | the result, put together from the files beside it |

pub mod count;
pub mod flow;
mod live;
pub mod props;
pub mod question;
pub mod result;
mod withdrawal;
mod working;

pub use live::{before_you_start, take_over};
