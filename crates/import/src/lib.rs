//! Reads the open data that the directory of services is made from, as a stream, and writes the project's own files.
//!
//! Native only: `cargo xtask import` calls it.

pub mod address;
mod blank;
pub mod boundaries;
pub mod merge;
pub mod names;
pub mod near;
pub mod ods;
pub mod open_referral;
pub mod pharmacy_hours;
pub mod postcodes;
pub mod progress;
pub mod project;
pub mod report;
pub mod rows;
pub mod sheet;
pub mod spreadsheet;
pub mod write;
