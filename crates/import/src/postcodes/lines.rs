//! A file's lines, one at a time, however it is damaged.

use std::io::{self, BufRead, Read};

/// The longest line that is taken for a row, in bytes. A row of Code-Point Open has about 80.
const LONGEST: u64 = 1_000;

/// Lines with their numbers. No more than a line is held, however long it is.
pub struct Lines {
    reader: Box<dyn BufRead>,
    number: u64,
    line: Vec<u8>,
}

/// How much of a line there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its beginning: it is too long.
    Beginning,
}

impl Lines {
    pub fn new(reader: Box<dyn BufRead>) -> Lines {
        Lines { reader, number: 0, line: Vec::new() }
    }

    /// The line that was read last, without its end.
    pub fn line(&self) -> &[u8] {
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// The number of the line that was given last, from 1.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Reads the next line; none at the end. Quoting is not heeded: no column of these files has a line end in it, and a
    /// lost quotation mark would swallow the rest.
    pub fn advance(&mut self) -> io::Result<Option<Extent>> {
        self.line.clear();
        if self.part()? == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.line.ends_with(b"\n") || (self.line.len() as u64) < LONGEST {
            return Ok(Some(Extent::Whole));
        }
        let kept = self.line.len();
        while !self.line.ends_with(b"\n") {
            self.line.truncate(kept);
            if self.part()? == 0 {
                break;
            }
        }
        self.line.truncate(kept);
        Ok(Some(Extent::Beginning))
    }

    fn part(&mut self) -> io::Result<usize> {
        self.reader.by_ref().take(LONGEST).read_until(b'\n', &mut self.line)
    }
}
