//! The search in all guidance: what is typed is looked up in an index that comes with the page, on the device. It is neither
//! sent nor kept nor put into the address.
//!
//! | file | what it holds |
//! |---|---|
//! | `hits` | what was found as HTML, and what is said of it |
//! | `live` | the running island |

pub mod hits;
mod live;

use miniserde::{Deserialize, Serialize};

pub use live::take_over;

use super::find::File;
use crate::words::Strings;

/// What the page hands to its island, as JSON in a file beside the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Props {
    /// The index.
    pub index: File,
    /// The words.
    pub words: Strings,
}
