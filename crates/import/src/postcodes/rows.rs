//! The rows of a file, whichever of the known ones it is.

use std::{
    collections::VecDeque,
    fs::File,
    io::{BufReader, Cursor, Read, Seek},
    path::Path,
};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::{
    Reason, Refused, Rejected,
    layout::{Layout, Row},
    lines::{Extent, Lines},
};

/// The most that a file in a zip may grow to. The largest of Code-Point Open has about 4 MB.
const LARGEST: u64 = 64 << 20;

/// Anything that can be read twice.
trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

/// A zip, and which of its files are still to be read.
struct Zip {
    archive: ZipArchive<Box<dyn Source>>,
    left: VecDeque<usize>,
}

/// The rows of a file, read as they are asked for. Of a zip, one of its files is held at a time.
pub struct Rows {
    layout: Layout,
    lines: Lines,
    /// The name of the file in a zip.
    name: String,
    /// The first line was read to know the layout, and is a row.
    first: Option<Result<Row, Rejected>>,
    zip: Option<Zip>,
    ended: bool,
}

impl Rows {
    /// Opens a file. It is known by its contents, not by its name.
    pub fn open(path: &Path) -> Result<Rows, Refused> {
        Rows::read(File::open(path).map_err(unreadable)?)
    }

    /// As [`Rows::open`], from anything: a caller can count the bytes that are read of it.
    pub fn read(source: impl Read + Seek + 'static) -> Result<Rows, Refused> {
        let mut source: Box<dyn Source> = Box::new(source);
        let mut start = Vec::new();
        source.by_ref().take(4).read_to_end(&mut start).map_err(unreadable)?;
        source.rewind().map_err(unreadable)?;
        match *start {
            [b'P', b'K', 3, 4] => Rows::from_zip(source),
            [0x1f, 0x8b, ..] => {
                let lines = Lines::new(Box::new(BufReader::new(MultiGzDecoder::new(BufReader::new(source)))));
                Rows::begin(lines, String::new(), None)
            }
            _ => Rows::begin(Lines::new(Box::new(BufReader::new(source))), String::new(), None),
        }
    }

    fn from_zip(source: Box<dyn Source>) -> Result<Rows, Refused> {
        let mut archive = ZipArchive::new(source).map_err(unreadable)?;
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        // `Data/CSV/sy.csv`, perhaps in a folder; in the order of their names, so that the order of rows is too.
        let mut members: Vec<(String, usize)> = names
            .iter()
            .filter(|name| {
                let lower = name.to_ascii_lowercase();
                lower.ends_with(".csv") && lower.rsplit('/').nth(1) == Some("csv")
            })
            .filter_map(|name| Some((name.clone(), archive.index_for_name(name)?)))
            .collect();
        members.sort();
        let mut left: VecDeque<usize> = members.into_iter().map(|(_, index)| index).collect();
        let Some(first) = left.pop_front() else {
            return Err(Refused::Unknown(format!(
                "a zip with {}",
                names.first().map_or("nothing in it", String::as_str)
            )));
        };
        let (name, lines) = member(&mut archive, first);
        Rows::begin(lines.map_err(Refused::Unreadable)?, name, Some(Zip { archive, left }))
    }

    /// Looks at the first line.
    fn begin(mut lines: Lines, name: String, zip: Option<Zip>) -> Result<Rows, Refused> {
        let extent = lines.advance().map_err(unreadable)?;
        if extent != Some(Extent::Whole) {
            return Err(Refused::Unknown(beginning(lines.line())));
        }
        let first = String::from_utf8_lossy(lines.line()).into_owned();
        let (layout, is_header) = Layout::of(&first).ok_or_else(|| Refused::Unknown(beginning(lines.line())))?;
        if zip.is_some() && layout != Layout::CodePoint {
            return Err(Refused::Unknown(format!("a zip with {name}: {first}")));
        }
        let mut rows = Rows { layout, lines, name, first: None, zip, ended: false };
        rows.first = (!is_header).then(|| rows.row(first.trim_start_matches('\u{feff}').as_bytes()));
        Ok(rows)
    }

    fn row(&self, line: &[u8]) -> Result<Row, Rejected> {
        let read = str::from_utf8(line).map_err(|_| Reason::NotText).and_then(|line| self.layout.row(line));
        read.map_err(|reason| self.rejected(reason, line))
    }

    fn rejected(&self, reason: Reason, line: &[u8]) -> Rejected {
        Rejected { file: self.name.clone(), line: self.lines.number(), reason, raw: beginning(line) }
    }

    /// The next file of a zip; false if there is none.
    fn next_member(&mut self) -> Result<bool, Rejected> {
        let Some(Zip { archive, left }) = &mut self.zip else { return Ok(false) };
        let Some(index) = left.pop_front() else { return Ok(false) };
        let (name, lines) = member(archive, index);
        self.name = name;
        match lines {
            Ok(lines) => {
                self.lines = lines;
                Ok(true)
            }
            Err(error) => {
                self.lines = Lines::new(Box::new(Cursor::new(Vec::new())));
                Err(self.rejected(Reason::BrokenOff(error), b""))
            }
        }
    }
}

impl Iterator for Rows {
    type Item = Result<Row, Rejected>;

    fn next(&mut self) -> Option<Result<Row, Rejected>> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        while !self.ended {
            match self.lines.advance() {
                // An empty line is no row, and nothing is lost with it.
                Ok(Some(Extent::Whole)) if self.lines.line().is_empty() => {}
                Ok(Some(Extent::Whole)) => return Some(self.row(self.lines.line())),
                Ok(Some(Extent::Beginning)) => return Some(Err(self.rejected(Reason::TooLong, self.lines.line()))),
                Ok(None) => match self.next_member() {
                    Ok(more) => self.ended = !more,
                    Err(rejected) => return Some(Err(rejected)),
                },
                Err(error) => {
                    self.ended = true;
                    return Some(Err(self.rejected(Reason::BrokenOff(error.to_string()), b"")));
                }
            }
        }
        None
    }
}

/// The name and the lines of a file in a zip, or why it cannot be read. The whole is unpacked first, so that its
/// checksum has been compared before a row of it is used.
fn member(archive: &mut ZipArchive<Box<dyn Source>>, index: usize) -> (String, Result<Lines, String>) {
    let mut name = String::new();
    let mut unpack = || {
        let file = archive.by_index(index).map_err(|error| error.to_string())?;
        file.name().clone_into(&mut name);
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        if bytes.len() as u64 > LARGEST {
            return Err(format!("it unpacks to more than {} MB", LARGEST >> 20));
        }
        Ok(Lines::new(Box::new(Cursor::new(bytes))))
    };
    let lines = unpack();
    (name, lines)
}

fn beginning(line: &[u8]) -> String {
    String::from_utf8_lossy(line).chars().take(Rejected::RAW).collect()
}

fn unreadable(error: impl ToString) -> Refused {
    Refused::Unreadable(error.to_string())
}
