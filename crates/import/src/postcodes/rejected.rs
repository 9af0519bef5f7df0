//! What is said of a row or a file that cannot be used.

use core::fmt;

use directory::PostcodeFault;

/// A row that is left out. The rows after it are read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The file inside a zip; empty for a file that is no zip.
    pub file: String,
    /// Its line, from 1; the header is a line.
    pub line: u64,
    /// What is wrong.
    pub reason: Reason,
    /// The line as it stands, without its end; at most [`Rejected::RAW`] characters of it.
    pub raw: String,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Another number of columns than the file's layout has.
    Columns {
        /// As the layout has it.
        expected: usize,
        /// As the row has it.
        found: usize,
    },
    /// The line is not UTF-8.
    NotText,
    /// The line is longer than any row can be.
    TooLong,
    /// The first column is no postcode, or not written as one.
    Postcode(Option<PostcodeFault>),
    /// This column is not a number.
    Number(&'static str),
    /// The postcode has no position in the source.
    NoPosition,
    /// The position is not in or near England or Wales, or not on the grid.
    OffGrid,
    /// No local authority, or not a code of one.
    Authority,
    /// Neither `live` nor `not-live`.
    Status,
    /// The file cannot be read on from here. This is the last that is said of it.
    BrokenOff(String),
}

impl Rejected {
    /// How much of a line is kept.
    pub const RAW: usize = 200;
}

impl Reason {
    /// The file ended here, though it should not: what was read is not all of it.
    pub fn is_end(&self) -> bool {
        matches!(self, Reason::BrokenOff(_))
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Columns { expected, found } => write!(f, "{found} columns; {expected} were expected"),
            Reason::NotText => f.write_str("not UTF-8 text"),
            Reason::TooLong => f.write_str("longer than a row can be"),
            Reason::Postcode(Some(fault)) => write!(f, "not a postcode ({fault})"),
            Reason::Postcode(None) => f.write_str("a postcode with a digit for a letter or a letter for a digit"),
            Reason::Number(column) => write!(f, "{column} is not a number"),
            Reason::NoPosition => f.write_str("the source gives no position"),
            Reason::OffGrid => f.write_str("the position is not on the grid, or not in or near England or Wales"),
            Reason::Authority => f.write_str("no code of a local authority"),
            Reason::Status => f.write_str("the status is neither live nor not-live"),
            Reason::BrokenOff(error) => write!(f, "the file cannot be read on from here: {error}"),
        }
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if self.file.is_empty() { "" } else { " " };
        write!(f, "{}{between}line {}: {}: {}", self.file, self.line, self.reason, self.raw)
    }
}

/// A file that is not one of those that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It cannot be read at all; why.
    Unreadable(String),
    /// Its beginning is another file's; the beginning.
    Unknown(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Unreadable(error) => write!(f, "the file cannot be read: {error}"),
            Refused::Unknown(found) => write!(
                f,
                "this is no file of postcodes that is known here: it begins with {found:?}. Expected is the zip of OS \
                 Code-Point Open (files Data/CSV/*.csv of 10 columns: postcode, quality, easting, northing, country, \
                 2 of the NHS, county, district, ward), or a CSV file, perhaps gzipped, whose first line is \
                 \"postcode,latitude,longitude,lad_code,status\" or \"postcode,easting,northing,lad_code\""
            ),
        }
    }
}

impl std::error::Error for Refused {}
