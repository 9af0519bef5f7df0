//! Reading what a person typed.

use core::fmt;

use super::{Outcode, Postcode, Sector, UNIT_LETTERS};

/// A postcode or the first part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// "SY1", also "SY12": a district whose number has two digits.
    Outcode(Outcode),
    /// "SY1 2", also "SY123": no district has three digits.
    Sector(Sector),
    /// "SY1 2AQ".
    Postcode(Postcode),
}

/// Why something typed is no postcode and no part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostcodeFault {
    /// Nothing was typed.
    Empty,
    /// It does not begin as a postcode does, with one or two letters and a number. Perhaps a town or a name.
    NotAPostcode,
    /// A postcode without its end: "SY1 2A". Its sector is known.
    Unfinished(Sector),
    /// A postcode, but for a last letter that no postcode has: C, I, K, M, O or V.
    LastLetters,
    /// A postcode with something after it.
    TooLong,
}

impl PostcodeFault {
    /// The fault's name in word keys.
    pub fn id(self) -> &'static str {
        match self {
            PostcodeFault::Empty => "empty",
            PostcodeFault::NotAPostcode => "not-a-postcode",
            PostcodeFault::Unfinished(_) => "unfinished",
            PostcodeFault::LastLetters => "last-letters",
            PostcodeFault::TooLong => "too-long",
        }
    }
}

impl fmt::Display for PostcodeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Typed {
    /// Reads a postcode or its first part: capitals or not, spaces, full stops and hyphens anywhere, O typed for 0 and
    /// I for 1 or the other way round, where only one of them makes a postcode.
    ///
    /// A space decides where two readings are possible: "SY1 2" is a sector, "SY12" an outcode.
    pub fn read(text: &str) -> Result<Typed, PostcodeFault> {
        let typed = Characters::of(text)?;
        let all = typed.all();
        // "Boots" is not B0 0TS: something has to be typed as a digit.
        if !all.is_empty() && !all.iter().any(u8::is_ascii_digit) {
            return Err(PostcodeFault::NotAPostcode);
        }
        let found = match all {
            [] => Err(PostcodeFault::Empty),
            [before @ .., digit] if typed.ends_apart => sector(before, *digit).or_else(|_| outcode(all)),
            [before @ .., digit] => outcode(all).or_else(|_| sector(before, *digit)),
        };
        match (found, all) {
            (Err(fault), [before @ .., digit, first, last]) => whole(before, *digit, *first, *last).map_err(|whole| {
                // The better reason of the two: a letter that cannot be, or an end that is missing.
                match (whole, unfinished(all)) {
                    (PostcodeFault::NotAPostcode, Some(unfinished)) => unfinished,
                    (PostcodeFault::NotAPostcode, None) if begins_whole(all) => PostcodeFault::TooLong,
                    (PostcodeFault::NotAPostcode, None) => fault,
                    (whole, _) => whole,
                }
            }),
            (found, _) => found,
        }
    }
}

/// What counts of a text: letters in capitals and digits, without what stands between them.
struct Characters {
    bytes: [u8; 8],
    len: usize,
    /// There is a space before the last character.
    ends_apart: bool,
}

impl Characters {
    /// At most eight are kept, one more than a postcode has; so a long text is still seen to be too long.
    fn of(text: &str) -> Result<Characters, PostcodeFault> {
        let mut typed = Characters { bytes: [0; 8], len: 0, ends_apart: false };
        let mut apart = false;
        for letter in text.chars() {
            match letter {
                // Also the spaces that come from word processors and web pages, and a hyphen of theirs.
                ' ' | '\t' | '\r' | '\n' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{200b}' | '.' | ',' | '-'
                | '\u{2011}' | '\u{2013}' => apart = true,
                'A'..='Z' | 'a'..='z' | '0'..='9' => {
                    let Some(place) = typed.bytes.get_mut(typed.len) else { break };
                    *place = (letter as u8).to_ascii_uppercase();
                    typed.len += 1;
                    typed.ends_apart = apart;
                    apart = false;
                }
                _ => return Err(PostcodeFault::NotAPostcode),
            }
        }
        Ok(typed)
    }

    fn all(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// A character where only a digit can be.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte),
        b'O' => Some(b'0'),
        b'I' => Some(b'1'),
        _ => None,
    }
}

/// A character where only a letter can be.
fn letter(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte),
        b'0' => Some(b'O'),
        b'1' => Some(b'I'),
        _ => None,
    }
}

/// The outcode that these characters are, as typed or with a letter for a digit or a digit for a letter.
fn outcode(typed: &[u8]) -> Result<Typed, PostcodeFault> {
    outcode_of(typed).map(Typed::Outcode).ok_or(PostcodeFault::NotAPostcode)
}

fn outcode_of(typed: &[u8]) -> Option<Outcode> {
    // A: letter, 9: digit. BS 7666 names these six.
    const WAYS: [&[u8]; 6] = [b"A9", b"A99", b"A9A", b"AA9", b"AA99", b"AA9A"];
    // Never do two fit, since no number begins with 0 and no later letter is an I or an O.
    WAYS.iter().filter(|way| way.len() == typed.len()).find_map(|way| as_written(typed, way)).map(Outcode)
}

/// The characters as this way of writing an outcode has them.
fn as_written(typed: &[u8], way: &[u8]) -> Option<[u8; 4]> {
    let mut read = [b' '; 4];
    for ((to, from), kind) in read.iter_mut().zip(typed).zip(way) {
        *to = if *kind == b'A' { letter(*from)? } else { digit(*from)? };
    }
    let [first, second, third, fourth] = read;
    // The first letter is never Q, V or X, the second never I, J or Z, a later one never I or O.
    let letters = !matches!(first, b'Q' | b'V' | b'X')
        && !matches!(second, b'I' | b'J' | b'Z')
        && ![third, fourth].iter().any(|letter| matches!(letter, b'I' | b'O'));
    // A number has no 0 before it, and no area is O or I alone: "10" is a number and not IO.
    let number = match way {
        b"A99" => second != b'0',
        b"AA99" => third != b'0',
        _ => true,
    };
    let begins = typed.first() == Some(&first) || (second.is_ascii_uppercase() && typed.get(1) == Some(&second));
    (letters && number && begins).then_some(read)
}

fn sector(before: &[u8], last: u8) -> Result<Typed, PostcodeFault> {
    sector_of(before, last).map(Typed::Sector).ok_or(PostcodeFault::NotAPostcode)
}

fn sector_of(before: &[u8], last: u8) -> Option<Sector> {
    outcode_of(before)?.sector(digit(last)?.wrapping_sub(b'0'))
}

fn whole(before: &[u8], digit: u8, first: u8, last: u8) -> Result<Typed, PostcodeFault> {
    let sector = sector_of(before, digit).ok_or(PostcodeFault::NotAPostcode)?;
    let place = |typed: u8| UNIT_LETTERS.iter().position(|letter| *letter == typed);
    match (letter(first), letter(last)) {
        (Some(first), Some(last)) => {
            let (first, last) = place(first).zip(place(last)).ok_or(PostcodeFault::LastLetters)?;
            let unit = first * UNIT_LETTERS.len() + last;
            u16::try_from(unit).ok().and_then(|unit| sector.postcode(unit)).map(Typed::Postcode)
        }
        _ => None,
    }
    .ok_or(PostcodeFault::NotAPostcode)
}

/// A postcode without its last letter.
fn unfinished(typed: &[u8]) -> Option<PostcodeFault> {
    let [before @ .., digit, last] = typed else { return None };
    let sector = sector_of(before, *digit)?;
    last.is_ascii_uppercase().then_some(PostcodeFault::Unfinished(sector))
}

/// The first five, six or seven characters are a postcode.
fn begins_whole(typed: &[u8]) -> bool {
    (5..typed.len()).any(|len| match typed.get(..len) {
        Some([before @ .., digit, first, last]) => whole(before, *digit, *first, *last).is_ok(),
        _ => false,
    })
}
