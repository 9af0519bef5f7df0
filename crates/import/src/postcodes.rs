//! Postcodes: from the files that are published to one compact file that the directory reads.
//!
//! Three layouts are read, each row on its own: OS Code-Point Open (a zip of CSV files without a header), and two CSV
//! files with a header, plain or gzipped. [`compile`](compile()) makes the bytes; their shape is told in
//! `crates/directory/src/postcode/shard.rs`.

mod bits;
mod compile;
mod gather;
mod layout;
mod lines;
mod made;
mod rejected;
mod rows;
mod sector;

pub use compile::{Compiled, STEP, Unfit, compile};
pub use gather::{Gathered, gather};
pub use layout::Row;
pub use made::{FILE, made, write};
pub use rejected::{Reason, Refused, Rejected};
pub use rows::Rows;
