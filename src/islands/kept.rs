//! What a person kept on this device: a list, scores over time, and a way to delete one of them or all.
//!
//! | file | what it holds |
//! |---|---|
//! | `store` | where things are kept, and under which names |
//! | `entry` | one kept thing: a result, or why it cannot be shown |
//! | `list` | all of them, as HTML |
//! | `item` | one of them, as HTML |
//! | `once` | what is kept once only: deleted, and put back |
//! | `plan` | the plan that was kept |
//! | `policy` | the policy of a school that was kept |
//! | `places` | the list of places that was kept while looking for help |
//! | `over_time` | which scores are drawn over time, and when not |
//! | `chart` | the drawing |
//! | `live` | the running island |

pub mod chart;
pub mod entry;
pub mod item;
pub mod list;
mod live;
pub mod once;
mod over_time;
pub mod places;
pub mod plan;
pub mod policy;
pub mod store;

use miniserde::{Deserialize, Serialize};
use screening::instrument::Draft;

pub use live::take_over;

use crate::words::Strings;

/// What the page hands to its island, as JSON in a file beside the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Props {
    /// Every questionnaire of the site.
    pub instruments: Vec<Draft>,
    /// The headings of the plan, by their ids, as HTML.
    pub plan: Vec<(String, String)>,
    /// The words.
    pub words: Strings,
}
