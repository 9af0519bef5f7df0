//! A plan in a person's own words, under the questions of its page: kept only when they press for it, printed, copied.
//!
//! | file | what it holds |
//! |---|---|
//! | `kept` | the text that is kept, and what becomes of one that cannot be read; no browser in it but to keep it |
//! | `standing` | how what is typed stands to what is kept; no browser in it |
//! | `fields` | the fields in the page |
//! | `shown` | what else is put into the page, and the plan on paper and as text |
//! | `live` | the running island |

mod fields;
pub mod kept;
mod live;
pub mod shown;
pub mod standing;

pub use live::take_over;
