//! A register's rows, each on its own: what is wrong with one never reaches the next.

use std::io::{self, BufRead, Read};

/// The longest line that is taken for a row, in bytes. A row of the registers has about 250.
const LONGEST: u64 = 8_192;

/// The rows of a file with commas. No field has a line end in it, so a quotation mark that is not closed spoils only
/// its own row.
pub struct Rows<R> {
    reader: R,
    line: u64,
}

/// A row with the number of its line, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line.
    pub line: u64,
    /// As it stands, without its end and with a mark for what is not text.
    pub text: String,
    /// Its fields, or why there are none.
    pub fields: Result<Vec<String>, Damage>,
}

/// Why a line is no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Not UTF-8.
    NotText,
    /// Longer than a row can be.
    TooLong,
    /// A quotation mark that is not closed, or that stands in the middle of a field.
    Quotes,
}

impl<R: BufRead> Rows<R> {
    /// The rows of a file that begins here.
    pub fn new(reader: R) -> Rows<R> {
        Rows { reader, line: 0 }
    }

    /// The next row, empty lines passed over; none at the end.
    ///
    /// # Errors
    /// The file cannot be read on.
    pub fn advance(&mut self) -> io::Result<Option<Row>> {
        loop {
            let mut bytes = Vec::new();
            if self.reader.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.line += 1;
            let whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < LONGEST;
            if !whole {
                self.skip_line()?;
            }
            let end = bytes.iter().rev().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            bytes.truncate(bytes.len().saturating_sub(end));
            if bytes.is_empty() {
                continue;
            }
            let text = String::from_utf8_lossy(&bytes);
            // Some programs begin a file with this mark.
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
            let fields = if !whole {
                Err(Damage::TooLong)
            } else if std::str::from_utf8(&bytes).is_err() {
                Err(Damage::NotText)
            } else {
                fields(&text)
            };
            return Ok(Some(Row { line: self.line, text, fields }));
        }
    }

    fn skip_line(&mut self) -> io::Result<()> {
        let mut rest = Vec::new();
        while !rest.ends_with(b"\n") {
            rest.clear();
            if self.reader.by_ref().take(LONGEST).read_until(b'\n', &mut rest)? == 0 {
                break;
            }
        }
        Ok(())
    }
}

/// The fields of a line: between commas, in quotation marks where there is a comma inside, and a mark doubled inside.
fn fields(line: &str) -> Result<Vec<String>, Damage> {
    let mut fields = Vec::new();
    let mut letters = line.chars().peekable();
    loop {
        let mut field = String::new();
        if letters.next_if_eq(&'"').is_some() {
            loop {
                match letters.next() {
                    Some('"') if letters.next_if_eq(&'"').is_some() => field.push('"'),
                    Some('"') => break,
                    Some(letter) => field.push(letter),
                    None => return Err(Damage::Quotes),
                }
            }
        } else {
            while let Some(letter) = letters.next_if(|letter| *letter != ',') {
                if letter == '"' {
                    return Err(Damage::Quotes);
                }
                field.push(letter);
            }
        }
        fields.push(field.trim().to_owned());
        match letters.next() {
            None => return Ok(fields),
            Some(',') => {}
            Some(_) => return Err(Damage::Quotes),
        }
    }
}
