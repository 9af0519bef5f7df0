//! What the directory is made of: services, who runs them, where and when; areas, postcodes, telephone numbers, dates.
//!
//! This crate knows nothing of the browser, of Leptos, of files or of the clock, and it never panics.
//! Words follow Open Referral UK where it has one: organization, service, location, schedule, phone, eligibility,
//! taxonomy.

#![warn(missing_docs)]

// Areas' own files are read natively; the browser gets bytes.
#[cfg(not(target_arch = "wasm32"))]
mod area;
pub mod bytes;
mod date;
pub mod find;
mod freshness;
pub mod hours;
mod language;
pub mod listing;
mod location;
pub mod map;
mod median;
mod moment;
mod organization;
mod outline;
mod phone;
mod place;
mod postcode;
mod record;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
mod service;
mod taxonomy;

#[cfg(not(target_arch = "wasm32"))]
pub use area::{Area, Contact, PreventionOffer, Source};
pub use bytes::Damaged;
pub use date::Date;
pub use freshness::{Freshness, OLD_DAYS, RECENT_DAYS};
pub use language::Language;
pub use location::{Location, ServiceAtLocation};
pub use moment::{Moment, Weekday};
pub use organization::Organization;
pub use outline::Outline;
pub use phone::Phone;
pub use place::{Degrees, Miles, Point};
pub use postcode::{
    Authority, Found, Missing, Outcode, Postcode, PostcodeFault, Postcodes, Sector, ShardFault, Spread, Typed,
};
pub use record::{Branch, Checked, DataSource, Eligibility, OtherPhone, Provenance, Record};
#[cfg(not(target_arch = "wasm32"))]
pub use service::Service;
pub use taxonomy::{Access, Activity, Cost, Kind, Known, Offer, Referral, Status, Term, Way, Who};
