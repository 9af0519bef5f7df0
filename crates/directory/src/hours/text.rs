//! The readable form, in files that people edit.
//!
//! ```toml
//! hours = "unknown"
//!
//! [hours]
//! mon = "09:00-13:00, 14:00-17:30"
//! tue = "24 hours"
//! wed = "22:00-02:00"
//! thu = "unknown"
//! fri = "09:00-17:00"
//! sat = "closed"
//! sun = "closed"
//! bank-holidays = "closed"
//! note = "The side door after 6pm."
//! exceptions = [{ date = "2026-12-24", hours = "09:00-12:00", note = "Christmas Eve" }]
//! ```
//!
//! All seven days are there: a day that nobody has told us is written "unknown", not left out. `bank-holidays` is
//! "closed" or "as usual", and is left out when it is not known.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, DayFault, Exception, MOST_RANGES, OnHolidays, Range, Schedule};
use crate::Date;

const UNKNOWN: &str = "unknown";
const CLOSED: &str = "closed";
const ALL_DAY: &str = "24 hours";
const AS_USUAL: &str = "as usual";

const HOW: &str = "write \"closed\", \"unknown\", \"24 hours\", or ranges such as \"09:00-13:00, 14:00-17:30\"";

/// Reads a time written `09:30`, from 00:00 to 24:00, as a minute of the day; none for anything else.
pub fn minute_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str| {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= 1_440).then_some(total)
}

impl Day {
    /// Reads a day as it is written in files: `closed`, `unknown`, `24 hours`, or ranges with commas between them.
    /// A range that closes at or before its opening closes on the next day: `22:00-02:00`.
    pub fn read(text: &str) -> Result<Day, String> {
        match text.trim() {
            UNKNOWN => return Ok(Day::Unknown),
            CLOSED => return Ok(Day::Closed),
            ALL_DAY => return Day::of(&[Range::ALL_DAY]).map_err(|fault| refusal(text, fault)),
            "" => return Err(format!("it says nothing of the hours; {HOW}")),
            _ => {}
        }
        let ranges = text.split(',').map(|part| range(part.trim())).collect::<Result<Vec<_>, _>>()?;
        Day::of(&ranges).map_err(|fault| refusal(text, fault))
    }

    /// The day as it is written in files.
    pub fn text(&self) -> String {
        match self {
            Day::Unknown => UNKNOWN.to_owned(),
            Day::Closed => CLOSED.to_owned(),
            Day::Open(ranges) if ranges.as_slice() == [Range::ALL_DAY] => ALL_DAY.to_owned(),
            Day::Open(ranges) => {
                let ranges: Vec<String> = ranges.as_slice().iter().map(ToString::to_string).collect();
                ranges.join(", ")
            }
        }
    }
}

fn range(text: &str) -> Result<Range, String> {
    let Some((opens, closes)) = text.split_once('-') else {
        return Err(format!("{text:?} is not a range of hours; {HOW}"));
    };
    let time = |text: &str| {
        let text = text.trim();
        minute_of(text).ok_or_else(|| format!("{text:?} is not a time; write it as 09:30, from 00:00 to 24:00"))
    };
    let (opens, closes) = (time(opens)?, time(closes)?);
    if opens == 1_440 {
        return Err(format!("{text:?} opens at 24:00; write it as 00:00 on the next day"));
    }
    if opens == closes {
        return Err(format!("{text:?} opens and closes at the same time; write \"24 hours\" or \"closed\""));
    }
    let closes = if closes < opens { closes + 1_440 } else { closes };
    Range::new(opens, closes).ok_or_else(|| format!("{text:?} is not a range of hours; {HOW}"))
}

fn refusal(text: &str, fault: DayFault) -> String {
    match fault {
        DayFault::Overlap(one, other) => {
            format!("in {text:?} {other} opens before {one} closes; write them as one range, or mend one of them")
        }
        DayFault::TooMany => format!("{text:?} has more than {MOST_RANGES} ranges; leave out what matters least"),
        DayFault::TooLong => format!("{text:?} is open for longer than a day; write \"24 hours\""),
    }
}

/// As it is written in files: `09:00-17:30`, `22:00-02:00`, `18:00-24:00`.
impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let closes = if self.closes() > 1_440 { self.closes() - 1_440 } else { self.closes() };
        write!(f, "{:02}:{:02}-{:02}:{:02}", self.opens() / 60, self.opens() % 60, closes / 60, closes % 60)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Written {
    mon: Option<String>,
    tue: Option<String>,
    wed: Option<String>,
    thu: Option<String>,
    fri: Option<String>,
    sat: Option<String>,
    sun: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bank_holidays: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    exceptions: Vec<WrittenException>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct WrittenException {
    date: Date,
    hours: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

impl TryFrom<Written> for Schedule {
    type Error = String;
    fn try_from(written: Written) -> Result<Schedule, String> {
        let day = |name: &str, text: Option<String>| {
            let text = text.ok_or_else(|| format!("{name} is missing; write its hours, \"closed\" or \"unknown\""))?;
            Day::read(&text).map_err(|reason| format!("{name}: {reason}"))
        };
        let week = [
            day("mon", written.mon)?,
            day("tue", written.tue)?,
            day("wed", written.wed)?,
            day("thu", written.thu)?,
            day("fri", written.fri)?,
            day("sat", written.sat)?,
            day("sun", written.sun)?,
        ];
        let on_holidays = match written.bank_holidays.as_deref() {
            None => OnHolidays::NotSaid,
            Some(CLOSED) => OnHolidays::Closed,
            Some(AS_USUAL) => OnHolidays::AsUsual,
            Some(other) => {
                return Err(format!(
                    "bank-holidays: {other:?} is not known; write \"closed\" or \"as usual\", leave it out if nobody \
                     has said, and write other hours as exceptions with their dates"
                ));
            }
        };
        let mut exceptions = Vec::new();
        for exception in written.exceptions {
            let date = exception.date;
            let day = Day::read(&exception.hours).map_err(|reason| format!("{}: {reason}", String::from(date)))?;
            exceptions.push(Exception { date, day, note: exception.note });
        }
        Schedule::weekly(week)
            .on_holidays(on_holidays)
            .with_note(written.note)
            .with_exceptions(exceptions)
            .map_err(|date| format!("exceptions: {} is there twice; write one entry a day", String::from(date)))
    }
}

impl From<&Schedule> for Written {
    fn from(schedule: &Schedule) -> Written {
        let [mon, tue, wed, thu, fri, sat, sun] = schedule.week().map(|day| Some(day.text()));
        let bank_holidays = match schedule.holidays() {
            OnHolidays::NotSaid => None,
            OnHolidays::AsUsual => Some(AS_USUAL.to_owned()),
            OnHolidays::Closed => Some(CLOSED.to_owned()),
        };
        let exceptions = schedule.exceptions().iter().map(|exception| WrittenException {
            date: exception.date,
            hours: exception.day.text(),
            note: exception.note.clone(),
        });
        let (note, exceptions) = (schedule.note().to_owned(), exceptions.collect());
        Written { mon, tue, wed, thu, fri, sat, sun, bank_holidays, note, exceptions }
    }
}

impl Serialize for Schedule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_unknown() && self.note().is_empty() {
            serializer.serialize_str(UNKNOWN)
        } else {
            Written::from(self).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Schedule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Schedule, D::Error> {
        deserializer.deserialize_any(WordOrWeek)
    }
}

/// One word for hours that are unknown, or a table of days. By hand, because serde's own choice between two forms
/// says only that neither fits.
struct WordOrWeek;

impl<'de> de::Visitor<'de> for WordOrWeek {
    type Value = Schedule;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"unknown\", or a table with hours for mon, tue, wed, thu, fri, sat and sun")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Schedule, E> {
        if text.trim() == UNKNOWN {
            Ok(Schedule::unknown())
        } else {
            Err(E::invalid_value(de::Unexpected::Str(text), &self))
        }
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Schedule, A::Error> {
        let written = Written::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Schedule::try_from(written).map_err(de::Error::custom)
    }
}
