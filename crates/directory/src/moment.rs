use crate::Date;

/// A day of the week, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The day of the week of a date.
    pub fn of(date: Date) -> Weekday {
        // 1 January 1970 was a Thursday.
        match (date.days_since_1970() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }
}

/// A moment on the clocks of England: a date, and a minute of that day.
///
/// It is what a clock on the wall shows, so whoever makes one turns the device's time into England's first (a phone
/// may be set to another country's). Nothing here adds or takes hours, so the days on which clocks change need no
/// rule; how hours that cross the change are read is said at [`crate::hours::Schedule::status`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    date: Date,
    minute: u16,
}

impl Moment {
    /// The moment at a minute of a day, 0 (midnight) to 1,439 (23:59); none for any other minute.
    pub fn new(date: Date, minute: u16) -> Option<Moment> {
        (minute < 1_440).then_some(Moment { date, minute })
    }

    /// The day.
    pub fn date(self) -> Date {
        self.date
    }

    /// The minute of the day, 0 to 1,439.
    pub fn minute(self) -> u16 {
        self.minute
    }
}

/// The day that is so many days later, or earlier when negative; none outside the years 1 to 9999.
pub(crate) fn days_later(date: Date, days: i64) -> Option<Date> {
    let wanted = date.days_since_1970().checked_add(days)?;
    let found = Date::from_days_since_1970(wanted);
    (found.days_since_1970() == wanted).then_some(found)
}
