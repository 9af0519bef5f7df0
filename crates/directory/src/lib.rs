//! Areas, the services in them, telephone numbers and dates.
//!
//! This crate knows nothing of the browser, of Leptos, of files or of the clock, and it never panics.
//! Words follow Open Referral UK where it has one: a service, its phone, its address, its source.

#![warn(missing_docs)]

mod area;
mod date;
mod phone;

pub use area::{Area, Contact, Service, Source};
pub use date::Date;
pub use phone::Phone;
