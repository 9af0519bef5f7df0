//! Feeds of Open Referral UK 3.0 (HSDS-UK) as records. The directory's own feed is made by the crate `open-referral`.
//!
//! Human Services Data Specification UK: an Open Referral UK resource (<https://openreferraluk.org/>).

mod read;
mod tabular;

pub use ::open_referral::{Feed, Names, Service, feed, id, names, service};
pub use read::{Asked, read, take};
pub use tabular::{TABLES, tables};
