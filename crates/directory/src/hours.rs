//! When something is open: a week of hours, the days that differ from it, and what to say of a moment.
//!
//! In the spirit of Open Referral's `schedule`: weekly ranges, several a day, and dated exceptions that replace a day.
//! What nobody has told us is [`Day::Unknown`], a value of its own: it is neither open nor closed.

mod bytes;
mod clock;
mod day;
mod holidays;
mod status;
// Files are written and read natively; the browser gets bytes.
#[cfg(not(target_arch = "wasm32"))]
mod text;

pub use bytes::Damaged;
pub use clock::{ClockWords, time};
pub use day::{Day, DayFault, MOST_RANGES, Range, Ranges};
pub use holidays::{Holiday, read_holidays, write_holidays};
pub use status::{On, State, Status};
#[cfg(not(target_arch = "wasm32"))]
pub use text::minute_of;

use crate::{Date, Weekday};

/// When something is open: a week, what happens on bank holidays, dated exceptions, and a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    week: [Day; 7],
    on_holidays: OnHolidays,
    /// In the order of their dates, each date once.
    exceptions: Vec<Exception>,
    note: String,
}

/// What the source says of bank holidays. Most sources say nothing, and then the week's hours may not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnHolidays {
    /// Nothing is said: the week's hours are shown, and may differ.
    #[default]
    NotSaid,
    /// The week's hours hold on bank holidays too, as those of a line that is open day and night all year.
    AsUsual,
    /// Closed on bank holidays.
    Closed,
}

/// One date on which the hours of the week do not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The day.
    pub date: Date,
    /// What replaces the whole day: closed, other hours, or unknown.
    pub day: Day,
    /// Why, in words for people; empty if nothing is said.
    pub note: String,
}

/// A day as it is expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// The hours.
    pub day: Day,
    /// It is a day on which many places keep other hours, and nothing is known of this one.
    pub may_differ: bool,
}

impl Schedule {
    /// A schedule of weekly hours, Monday first, and nothing else.
    pub fn weekly(week: [Day; 7]) -> Schedule {
        Schedule { week, on_holidays: OnHolidays::NotSaid, exceptions: Vec::new(), note: String::new() }
    }

    /// A schedule of which nothing is known.
    pub fn unknown() -> Schedule {
        Schedule::weekly([Day::Unknown; 7])
    }

    /// The same schedule with what is said of bank holidays.
    pub fn on_holidays(self, on_holidays: OnHolidays) -> Schedule {
        Schedule { on_holidays, ..self }
    }

    /// The same schedule with these exceptions in place of its own, in any order.
    /// Refused with the date when a date is there twice.
    pub fn with_exceptions(self, mut exceptions: Vec<Exception>) -> Result<Schedule, Date> {
        exceptions.sort_by_key(|exception| exception.date);
        let mut before = None;
        for exception in &exceptions {
            if before == Some(exception.date) {
                return Err(exception.date);
            }
            before = Some(exception.date);
        }
        Ok(Schedule { exceptions, ..self })
    }

    /// The same schedule with a note for people, such as "The side door after 6pm".
    pub fn with_note(self, note: String) -> Schedule {
        Schedule { note, ..self }
    }

    /// Hours of an ordinary week, Monday first.
    pub fn week(&self) -> &[Day; 7] {
        &self.week
    }

    /// What the source says of bank holidays.
    pub fn holidays(&self) -> OnHolidays {
        self.on_holidays
    }

    /// Dates that differ, in order.
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }

    /// Words for people about the hours; empty if there are none.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// Whether nothing at all is known: no weekday, no date, and nothing of bank holidays.
    pub fn is_unknown(&self) -> bool {
        let nothing_more = self.exceptions.is_empty() && self.on_holidays == OnHolidays::NotSaid;
        nothing_more && self.week.iter().all(|day| *day == Day::Unknown)
    }

    /// What is expected of a day: its dated exception if it has one, else what is said of bank holidays, else the
    /// week's hours. `holidays` may be in any order.
    pub fn on(&self, date: Date, holidays: &[Holiday]) -> Planned {
        if let Ok(place) = self.exceptions.binary_search_by_key(&date, |exception| exception.date)
            && let Some(exception) = self.exceptions.get(place)
        {
            return Planned { day: exception.day, may_differ: false };
        }
        let usual = *self.of_weekday(Weekday::of(date));
        let holiday = holidays.iter().find(|holiday| holiday.date == date);
        match (holiday, self.on_holidays) {
            (None, _) | (_, OnHolidays::AsUsual) => Planned { day: usual, may_differ: false },
            (Some(holiday), OnHolidays::Closed) if holiday.bank => Planned { day: Day::Closed, may_differ: false },
            (Some(_), _) => Planned { day: usual, may_differ: true },
        }
    }

    fn of_weekday(&self, weekday: Weekday) -> &Day {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = &self.week;
        match weekday {
            Weekday::Monday => monday,
            Weekday::Tuesday => tuesday,
            Weekday::Wednesday => wednesday,
            Weekday::Thursday => thursday,
            Weekday::Friday => friday,
            Weekday::Saturday => saturday,
            Weekday::Sunday => sunday,
        }
    }
}
