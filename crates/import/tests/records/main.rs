//! Imports of records, with cases in `tests/suite/directory/`.

mod boundaries;
mod cli;
mod given;
mod hours;
mod merge;
mod names;
mod near;
mod ods;
mod open_referral;
mod progress;
mod scale;
