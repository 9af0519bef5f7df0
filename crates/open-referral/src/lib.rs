//! Open Referral UK 3.0 (HSDS-UK): the directory as a feed of files, and the standard's own shapes.
//!
//! Human Services Data Specification UK: an Open Referral UK resource (<https://openreferraluk.org/>). The publisher writes
//! the feed and `import` reads those of others; neither needs what the other does with files.

mod feed;
mod ids;
mod service;
pub mod shape;
mod times;

pub use feed::{ABOUT, Feed, SERVICES, feed};
pub use ids::id;
pub use service::{NOT, Names, TAXONOMY, names, service};
pub use shape::Service;
pub use times::{hours, schedules};
