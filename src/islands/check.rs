//! A check: one question a screen, then the result.
//!
//! | file | what it holds |
//! |---|---|
//! | `props` | what the page hands to the island |
//! | `flow` | which screen comes when; no browser in it |
//! | `live` | the running island: history, focus, screens |
//! | `mode` | alone, together, or at 16 or 17 |
//! | `place` | keeping the place in this tab |
//! | `question` | a question's screen |
//! | `count` | "Help me count" |
//! | `withdrawal` | the question about withdrawal signs |
//! | `result` | the result, put together from the files beside it |
//! | `take` | "Take it with you": the result as a sheet, a text, a code, a reminder |

pub mod count;
pub mod flow;
mod live;
pub mod mode;
pub mod place;
pub mod props;
pub mod question;
pub mod result;
pub mod take;
mod withdrawal;
mod working;

pub use live::{before_you_start, take_over};
