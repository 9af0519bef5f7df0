//! The compact form that travels to the browser. 13 bytes for a pharmacy that is open all day, 9 to 6, and on Saturday
//! morning; 1 byte for hours that are unknown.
//!
//! ```text
//! schedule   flags (1 byte), then the week unless it is unknown, exceptions and note if flagged
//! week       which days are as the day before (bits 1 to 6 for Tuesday to Sunday), then every other day
//! day        0 closed, 1 to 6 that many ranges, 7 unknown
//! range      minutes since the closing before it (or midnight), then its length
//! dates      how many; for each the days since the one before (the first: since 1 January of year 1), then what it has
//! text       how many bytes, then UTF-8
//! ```

use super::{Day, Exception, MOST_RANGES, OnHolidays, Range, Schedule};
use crate::{
    Date,
    bytes::{byte, number, put_number, put_text, reading, text},
};

pub use crate::bytes::Damaged;

const HAS_EXCEPTIONS: u8 = 0b100;
const HAS_NOTE: u8 = 0b1000;
const WEEK_UNKNOWN: u8 = 0b1_0000;
const ALL_FLAGS: u8 = 0b1_1111;

const DAY_UNKNOWN: u8 = MOST_RANGES as u8 + 1;

impl Schedule {
    /// Writes the schedule at the end of `out`.
    pub fn write(&self, out: &mut Vec<u8>) {
        let week_unknown = self.week.iter().all(|day| *day == Day::Unknown);
        let mut flags = match self.on_holidays {
            OnHolidays::NotSaid => 0,
            OnHolidays::AsUsual => 1,
            OnHolidays::Closed => 2,
        };
        for (flag, set) in [
            (HAS_EXCEPTIONS, !self.exceptions.is_empty()),
            (HAS_NOTE, !self.note.is_empty()),
            (WEEK_UNKNOWN, week_unknown),
        ] {
            flags |= if set { flag } else { 0 };
        }
        out.push(flags);
        if !week_unknown {
            put_week(out, &self.week);
        }
        if !self.exceptions.is_empty() {
            put_dates(
                out,
                &self.exceptions,
                |exception| exception.date,
                |out, exception| {
                    put_day(out, &exception.day);
                    put_text(out, &exception.note);
                },
            );
        }
        if !self.note.is_empty() {
            put_text(out, &self.note);
        }
    }

    /// Reads a schedule from the front of `bytes`, and leaves what follows it. Any bytes give a schedule or an error;
    /// after an error `bytes` is as it was.
    pub fn read(bytes: &mut &[u8]) -> Result<Schedule, Damaged> {
        reading(bytes, schedule)
    }
}

fn schedule(bytes: &mut &[u8]) -> Option<Schedule> {
    let flags = byte(bytes)?;
    let on_holidays = match flags & 0b11 {
        0 => OnHolidays::NotSaid,
        1 => OnHolidays::AsUsual,
        2 => OnHolidays::Closed,
        _ => return None,
    };
    if flags & !ALL_FLAGS != 0 {
        return None;
    }
    let week = if flags & WEEK_UNKNOWN == 0 { week(bytes)? } else { [Day::Unknown; 7] };
    let exceptions = if flags & HAS_EXCEPTIONS == 0 {
        Vec::new()
    } else {
        date::each(bytes, |bytes, date| Some(Exception { date, day: day(bytes)?, note: text(bytes)? }))?
    };
    let note = if flags & HAS_NOTE == 0 { String::new() } else { text(bytes)? };
    Some(Schedule { week, on_holidays, exceptions, note })
}

fn put_week(out: &mut Vec<u8>, week: &[Day; 7]) {
    let mut same = 0;
    let mut days = Vec::new();
    let mut before = None;
    for (place, day) in week.iter().enumerate() {
        if before == Some(day) {
            same |= 1 << place;
        } else {
            put_day(&mut days, day);
        }
        before = Some(day);
    }
    out.push(same);
    out.append(&mut days);
}

fn week(bytes: &mut &[u8]) -> Option<[Day; 7]> {
    let same = byte(bytes)?;
    // Nothing is before Monday, and there is no eighth day.
    if same & 0b1000_0001 != 0 {
        return None;
    }
    let mut week = [Day::Unknown; 7];
    let mut before = Day::Unknown;
    for (place, slot) in week.iter_mut().enumerate() {
        if same & (1 << place) == 0 {
            before = day(bytes)?;
        }
        *slot = before;
    }
    Some(week)
}

fn put_day(out: &mut Vec<u8>, day: &Day) {
    let ranges = day.ranges();
    out.push(if *day == Day::Unknown { DAY_UNKNOWN } else { ranges.len() as u8 });
    let mut closed = 0;
    for range in ranges {
        put_number(out, u32::from(range.opens().saturating_sub(closed)));
        put_number(out, u32::from(range.closes().saturating_sub(range.opens())));
        closed = range.closes();
    }
}

fn day(bytes: &mut &[u8]) -> Option<Day> {
    let count = byte(bytes)?;
    if count == DAY_UNKNOWN {
        return Some(Day::Unknown);
    }
    if count > DAY_UNKNOWN {
        return None;
    }
    let mut day = Day::Closed;
    let mut closed = 0_u16;
    for _ in 0..count {
        let opens = closed.checked_add(u16::try_from(number(bytes)?).ok()?)?;
        closed = opens.checked_add(u16::try_from(number(bytes)?).ok()?)?;
        day = day.then(Range::new(opens, closed)?).ok()?;
    }
    Some(day)
}

/// Writes things that have a date each; they are in order and no date is there twice.
pub(super) fn put_dates<T>(out: &mut Vec<u8>, all: &[T], day: impl Fn(&T) -> Date, rest: impl Fn(&mut Vec<u8>, &T)) {
    put_number(out, all.len() as u32);
    let mut before = date::FIRST;
    for one in all {
        let days = day(one).days_since_1970();
        put_number(out, u32::try_from(days - before).unwrap_or_default());
        rest(out, one);
        before = days;
    }
}

pub(super) mod date {
    use super::{Date, number};

    /// 1 January of year 1, in days since 1970.
    pub const FIRST: i64 = -719_162;

    /// Reads things that have a date each, in order.
    pub fn each<T>(bytes: &mut &[u8], read: impl Fn(&mut &[u8], Date) -> Option<T>) -> Option<Vec<T>> {
        let count = number(bytes)?;
        let mut all = Vec::new();
        let mut before = FIRST;
        for place in 0..count {
            let step = i64::from(number(bytes)?);
            if place > 0 && step == 0 {
                return None;
            }
            before += step;
            let date = Date::from_days_since_1970(before);
            if date.days_since_1970() != before {
                return None;
            }
            all.push(read(bytes, date)?);
        }
        Some(all)
    }
}
