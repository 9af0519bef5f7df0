//! Reads and writes the directory's own files: `areas/<area>/directory/<kind>.toml`, and `<kind>-nearby.toml` for the
//! places outside the area that are near it; and `areas/<area>/boundary.toml`, the area's outline.
//!
//! Native only. A file is read by people as well as by programs: one record after another in the order of their ids,
//! one fact on a line, nothing said twice, so that a change shows as the lines that it changes. [`write`] gives back
//! every byte of what [`read`] was given, if that was in this form.

#![warn(missing_docs)]

mod boundary;
mod fault;
mod folder;
mod listings;
mod own;
mod read;
mod shape;
mod text;
mod write;

use directory::{DataSource, Kind, Record};

pub use boundary::{Boundary, load_boundaries, read_boundary, write_boundary};
pub use fault::Fault;
pub use folder::{Shelf, load};
pub use listings::{Searched, listings};
pub use own::own;
pub use read::read;
pub use write::write;

/// One file: the records of a kind, in or near an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// What stands at the top of the file for whoever mends it: lines without their `#`.
    pub heading: Vec<String>,
    /// The area's id: `shropshire`.
    pub area: String,
    /// What all its records are.
    pub kind: Kind,
    /// The records are of places outside the area.
    pub nearby: bool,
    /// Where the facts are from. The first is the source of every record that names none.
    pub sources: Vec<DataSource>,
    /// In the order of their ids.
    pub records: Vec<Record>,
}

impl Book {
    /// The file's name in the folder `directory` of its area.
    pub fn file_name(kind: Kind, nearby: bool) -> String {
        let end = if nearby { "-nearby.toml" } else { ".toml" };
        format!("{}{end}", directory::Term::id(kind))
    }

    /// The source of a record or a branch, by its id.
    pub fn source(&self, id: &str) -> Option<&DataSource> {
        self.sources.iter().find(|source| source.id == id)
    }
}
