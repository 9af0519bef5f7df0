//! Opening hours of pharmacies, from the columns of the Consolidated Pharmaceutical List of the NHS Business Services
//! Authority (Open Government Licence v3.0, every three months), or of a copy with shorter column names.
//!
//! A row is read whole or rejected whole, with its line and the reason. The list says nothing of bank holidays, so the
//! schedules say nothing of them either.

use std::{
    collections::{HashMap, VecDeque},
    fmt,
    io::{BufRead, BufReader, Read},
};

use csv::ByteRecord;
use directory::hours::{Day, DayFault, MOST_RANGES, Range, Schedule, minute_of};

/// One pharmacy's hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins; the header is line 1.
    pub line: u64,
    /// Five letters or digits, such as `FM664`.
    pub ods_code: String,
    /// Its week. A day with an empty cell is unknown.
    pub schedule: Schedule,
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The line of the file on which it begins; the header is line 1.
    pub line: u64,
    /// What is wrong with it, for the person who imports.
    pub reason: String,
    /// The row as it is in the file; bytes that are not UTF-8 are replaced.
    pub raw: String,
}

/// Why a file is not read at all.
#[derive(Debug)]
pub enum WrongFile {
    /// It cannot be read.
    Unreadable(std::io::Error),
    /// It is a spreadsheet (`.xlsx`, `.ods`) or another zip file.
    Zipped,
    /// Its lines end with a carriage return alone, so it would be read as one line.
    LineEnds,
    /// Its first line has not the columns that are needed.
    Header {
        /// What is missing, each as the list writes it.
        missing: Vec<String>,
        /// What is there.
        found: Vec<String>,
    },
}

/// What the list calls the column of the ODS code, and what copies of it do. Compared as [`plain`] writes them.
const CODE: [&str; 3] = ["PHARMACY_ODS_CODE_F_CODE", "ODS_CODE", "ORGANISATION_DATA_SERVICE_CODE"];
const DAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
/// Before a day's name, in the list and in copies.
const HOURS: [&str; 2] = ["PHARMACY_OPENING_HOURS_", "OPENING_HOURS_"];

/// A row of the list has under 1,000 bytes; a line that is longer than this is cut.
const LONGEST_LINE: u64 = 1 << 16;
/// An address may have line ends within quotes. A quote that nobody closes must not swallow the rest of the file.
const MOST_LINES: usize = 8;

/// Begins to read: checks the header and gives the rows as they come, each kept or rejected.
pub fn read<R: Read>(source: R) -> Result<Rows<R>, WrongFile> {
    let mut lines = Lines { source: BufReader::new(source), ahead: VecDeque::new(), line: 0, fault: None };
    let (_, first) = lines.next().unwrap_or_default();
    if let Some(error) = lines.fault.take() {
        return Err(WrongFile::Unreadable(error));
    }
    if first.starts_with(b"PK\x03\x04") {
        return Err(WrongFile::Zipped);
    }
    if first.trim_ascii_end().contains(&b'\r') {
        return Err(WrongFile::LineEnds);
    }
    let header = fields(&first);
    let names: Vec<String> = header.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
    let place = |wanted: &[String]| names.iter().position(|name| wanted.contains(&plain(name)));
    let mut missing = Vec::new();
    let mut find = |wanted: &[String]| {
        place(wanted).unwrap_or_else(|| {
            missing.extend(wanted.first().cloned());
            0
        })
    };
    let code = find(&CODE.map(str::to_owned));
    let days = DAYS.map(|day| find(&HOURS.map(|before| format!("{before}{day}"))));
    if missing.is_empty() {
        Ok(Rows { lines, names, code, days, seen: HashMap::new() })
    } else {
        Err(WrongFile::Header { missing, found: names })
    }
}

/// Reads a cell of a day: `CLOSED`, one or more ranges `09:00-13:00,14:00-18:00`, or nothing, which is unknown.
/// A closing of `00:00` or `23:59` is midnight. Anything else is refused with the reason, and never read in part.
pub fn day(cell: &str) -> Result<Day, String> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(Day::Unknown);
    }
    if cell.eq_ignore_ascii_case("closed") {
        return Ok(Day::Closed);
    }
    let ranges = cell.split(',').map(|part| range(part.trim())).collect::<Result<Vec<_>, _>>()?;
    Day::of(&ranges).map_err(|fault| match fault {
        DayFault::Overlap(one, other) => format!("{other} opens before {one} closes"),
        DayFault::TooMany => format!("more than {MOST_RANGES} ranges"),
        DayFault::TooLong => "longer than a day".to_owned(),
    })
}

fn range(text: &str) -> Result<Range, String> {
    let form = || format!("{text:?} is not a range of hours such as 09:00-17:30");
    let (opens, closes) = text.split_once('-').ok_or_else(form)?;
    let (opens, closes) = (minute_of(opens).ok_or_else(form)?, minute_of(closes).ok_or_else(form)?);
    if opens == closes {
        // 00:00-00:00 is "closed" in one standard and "all day" in another.
        return Err(format!("{text:?} opens and closes at the same time"));
    }
    let closes = if closes == 0 || closes == 1_439 { 1_440 } else { closes };
    // No range past midnight: 09:00-01:00 is more likely one o'clock in the afternoon than a pharmacy at night.
    Range::new(opens, closes).ok_or_else(|| format!("{text:?} closes before it opens"))
}

/// The rows of a list, in the order of the file.
pub struct Rows<R> {
    lines: Lines<R>,
    names: Vec<String>,
    code: usize,
    days: [usize; 7],
    /// The line of each code.
    seen: HashMap<String, u64>,
}

impl<R: Read> Rows<R> {
    /// Why the file could not be read to its end, if it could not; ask when there are no more rows.
    pub fn broke_off(&self) -> Option<&std::io::Error> {
        self.lines.fault.as_ref()
    }

    fn row(&mut self, line: u64, record: &ByteRecord) -> Result<Row, String> {
        if record.len() != self.names.len() {
            return Err(format!("it has {} fields, and the header has {}", record.len(), self.names.len()));
        }
        let text = |place: usize| {
            let name = self.names.get(place).map_or("", String::as_str);
            let cell = record.get(place).unwrap_or_default();
            str::from_utf8(cell).map(str::trim).map_err(|_| format!("{name} is not UTF-8"))
        };
        let code = text(self.code)?;
        if code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            return Err(format!("{code:?} is not the ODS code of a pharmacy, five capital letters or digits"));
        }
        let (mut week, mut wrong) = ([Day::Unknown; 7], Vec::new());
        for (slot, place) in week.iter_mut().zip(self.days) {
            match text(place).and_then(day) {
                Ok(day) => *slot = day,
                Err(reason) => {
                    wrong.push(format!("{}: {reason}", self.names.get(place).map_or("", String::as_str)));
                }
            }
        }
        if !wrong.is_empty() {
            return Err(wrong.join("; "));
        }
        if let Some(before) = self.seen.get(code) {
            return Err(format!("{code} is on line {before} already"));
        }
        self.seen.insert(code.to_owned(), line);
        Ok(Row { line, ods_code: code.to_owned(), schedule: Schedule::weekly(week) })
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Row, Rejected>;

    fn next(&mut self) -> Option<Result<Row, Rejected>> {
        let (line, bytes, record) = loop {
            let (line, bytes) = self.lines.next()?;
            if !bytes.trim_ascii().is_empty() {
                let (bytes, record) = self.lines.record(bytes, self.names.len());
                break (line, bytes, record);
            }
        };
        Some(self.row(line, &record).map_err(|reason| {
            let raw = String::from_utf8_lossy(bytes.trim_ascii_end()).into_owned();
            Rejected { line, reason, raw }
        }))
    }
}

/// The lines of a file with their numbers, and those that were read ahead and given back.
struct Lines<R> {
    source: BufReader<R>,
    ahead: VecDeque<Vec<u8>>,
    line: u64,
    fault: Option<std::io::Error>,
}

impl<R: Read> Lines<R> {
    fn next(&mut self) -> Option<(u64, Vec<u8>)> {
        let bytes = self.ahead.pop_front().or_else(|| self.fetch())?;
        self.line += 1;
        Some((self.line, bytes))
    }

    fn fetch(&mut self) -> Option<Vec<u8>> {
        if self.fault.is_some() {
            return None;
        }
        let mut bytes = Vec::new();
        match self.source.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
            Ok(0) => None,
            Ok(_) => Some(bytes),
            Err(error) => {
                self.fault = Some(error);
                None
            }
        }
    }

    /// The record that begins with a line: of more lines if a quote is open at its end, and then only if it comes out
    /// with as many fields as the header has; else it is the line alone, and what follows is read for itself.
    fn record(&mut self, line: Vec<u8>, wanted: usize) -> (Vec<u8>, ByteRecord) {
        let mut whole = line.clone();
        let mut taken = Vec::new();
        while quote_is_open(&whole) && taken.len() + 1 < MOST_LINES {
            let Some(next) = self.ahead.pop_front().or_else(|| self.fetch()) else { break };
            whole.extend_from_slice(&next);
            taken.push(next);
        }
        if !quote_is_open(&whole) {
            let record = fields(&whole);
            if taken.is_empty() || record.len() == wanted {
                self.line += taken.len() as u64;
                return (whole, record);
            }
        }
        for next in taken.into_iter().rev() {
            self.ahead.push_front(next);
        }
        let record = fields(&line);
        (line, record)
    }
}

fn quote_is_open(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1
}

/// The fields of one record. A byte order mark in front is left out by the reader.
fn fields(bytes: &[u8]) -> ByteRecord {
    let mut record = ByteRecord::new();
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    // A carriage return within a line is no end of the row.
    let end = csv::Terminator::Any(b'\n');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).terminator(end).from_reader(bytes);
    // From memory nothing can fail but the reading itself, and any bytes are a record.
    match reader.read_byte_record(&mut record) {
        Ok(_) => record,
        Err(_) => ByteRecord::new(),
    }
}

/// A column's name in capitals, with one `_` for whatever is between words: files differ in this.
fn plain(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_uppercase).collect::<Vec<_>>().join("_")
}

impl fmt::Display for WrongFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = "Expected is the NHSBSA Consolidated Pharmaceutical List as CSV, with its columns \
                        PHARMACY_ODS_CODE_F_CODE and PHARMACY_OPENING_HOURS_MONDAY to PHARMACY_OPENING_HOURS_SUNDAY.";
        match self {
            WrongFile::Unreadable(error) => write!(f, "The file cannot be read: {error}. {expected}"),
            WrongFile::Zipped => {
                write!(f, "This is a spreadsheet or a zip file; unpack it or save it as CSV. {expected}")
            }
            WrongFile::LineEnds => {
                write!(f, "Its lines end as those of old Macintosh programs do; save it again as CSV. {expected}")
            }
            WrongFile::Header { missing, found } => {
                write!(f, "The first line has no column {}. {expected} ", missing.join(", "))?;
                write!(f, "This file's first line has: {}.", found.join(", ").chars().take(400).collect::<String>())
            }
        }
    }
}

impl std::error::Error for WrongFile {}
