//! Finding help: one box for a postcode, a town or a name, and who can help there. All of it on the device: the box is
//! searched in two files that come with the page, and what is typed is neither sent nor kept nor put into the address.
//!
//! | file | what it holds |
//! |---|---|
//! | `answer` | an answer as HTML |
//! | `card`, `details` | one entry of it, and the rest of what is known of the entry |
//! | `status` | what the hours of a place say of now |
//! | `list` | the person's own list as HTML and as text |
//! | `narrow`, `room`, `own_list` | what is ticked, how much is shown, and the list, as they are in the page |
//! | `live` | the running island |
//! | `map` | a small map beside it |

pub mod answer;
pub mod card;
pub mod details;
pub mod list;
mod live;
pub mod map;
mod narrow;
mod own_list;
mod results;
mod room;
pub mod status;

use miniserde::{Deserialize, Serialize};

pub use live::take_over;

use crate::words::Strings;

/// What the page hands to its island, as JSON in a file beside the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Props {
    /// The areas, to name the one that a postcode is in.
    pub areas: Vec<AreaName>,
    /// The e-mail address for mistakes in the directory.
    pub mistakes_to: String,
    /// The address of this page, for a letter about a mistake.
    pub here_is: String,
    /// The file of entries.
    pub entries: File,
    /// The file of postcodes.
    pub postcodes: File,
    /// The words.
    pub words: Strings,
}

/// A file with its address and its hash.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct File {
    /// The address.
    pub url: String,
    /// `sha384-…`.
    pub integrity: String,
}

/// An area by its local authorities.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AreaName {
    /// The address of its page.
    pub path: String,
    /// What people call it.
    pub name: String,
    /// Codes of its local authorities.
    pub codes: Vec<String>,
}
