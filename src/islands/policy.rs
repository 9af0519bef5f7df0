//! A school's policy: questions, and a draft that follows the answers until somebody writes in it.
//!
//! | file | what it holds |
//! |---|---|
//! | `desk` | answers and changes, and the sections that come of them; no browser in it |
//! | `kept` | it as it is kept on a device |
//! | `shown` | all of it as HTML |
//! | `live` | the running island |

pub mod desk;
pub mod kept;
mod live;
pub mod shown;

use miniserde::{Deserialize, Serialize};

pub use live::take_over;

use crate::words::Strings;

/// What the page hands to its island, as JSON in a file beside the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Props {
    /// What the draft is made from.
    pub template: policy::Template,
    /// The day of the site, as people read it: the guidance was looked at by then.
    pub day: String,
    /// The words.
    pub words: Strings,
}
