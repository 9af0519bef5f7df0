//! Open Referral UK 3.0 (HSDS-UK): the directory as a feed of files, and feeds of others as records.
//!
//! Human Services Data Specification UK: an Open Referral UK resource (<https://openreferraluk.org/>).

mod feed;
mod ids;
mod read;
mod service;
mod shape;
mod tabular;
mod times;

pub use feed::{Feed, feed};
pub use ids::id;
pub use read::{Asked, read, take};
pub use service::{Names, service};
pub use shape::Service;
pub use tabular::{TABLES, tables};
