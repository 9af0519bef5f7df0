//! Rows for a spreadsheet.

use std::io::{self, Write};

/// A file with commas, as spreadsheets read it.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets show as plain
/// text: names and notes come from elsewhere, and a formula can send what is beside it away.
pub struct Sheet<W: Write> {
    to: csv::Writer<W>,
}

impl<W: Write> Sheet<W> {
    /// An empty sheet.
    pub fn new(to: W) -> Sheet<W> {
        Sheet { to: csv::WriterBuilder::new().flexible(true).from_writer(to) }
    }

    /// Writes a row.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) -> io::Result<()> {
        let cells: Vec<String> = cells.into_iter().map(guarded).collect();
        self.to.write_record(cells).map_err(io::Error::other)
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn end(mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The cell, with an apostrophe in front if a spreadsheet would read more than text in it.
pub fn guarded(cell: &str) -> String {
    let formula = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}
