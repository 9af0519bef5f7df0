use core::fmt;

use serde::{Deserialize, Serialize};

/// A day in the Gregorian calendar, written `2026-11-21` in files and "21 November 2026" to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Reads `2026-11-21`; an impossible day such as `2026-02-30` is refused.
    pub fn read(text: &str) -> Result<Date, String> {
        let wrong = || format!("{text:?} is not a date; write it as 2026-11-21");
        let mut parts = text.split('-');
        let mut part = |len: usize| {
            parts.next().filter(|part| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let (year, month, day) = (part(4), part(2), part(2));
        if parts.next().is_some() {
            return Err(wrong());
        }
        let number = |part: Option<&str>| part.and_then(|part| part.parse::<u16>().ok()).ok_or_else(wrong);
        let (year, month, day) = (number(year)?, number(month)? as u8, number(day)? as u8);
        if year == 0 || day == 0 || day > days_in(year, month) {
            return Err(wrong());
        }
        Ok(Date { year, month, day })
    }

    /// Days since 1 January 1970, for differences between two dates. Negative before that day.
    pub fn days_since_1970(self) -> i64 {
        // Howard Hinnant's days-from-civil: years begin in March, so that the leap day is the last.
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let (era, month) = (year.div_euclid(400), (i64::from(self.month) + 9) % 12);
        let year_of_era = year - era * 400;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that is so many days after 1 January 1970; days before year 1 or after 9999 become the nearest.
    pub fn from_days_since_1970(days: i64) -> Date {
        let shifted = days.clamp(-719_162, 2_932_896) + 719_468;
        let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date { year: year as u16, month: month as u8, day: day as u8 }
    }

    /// "November 2026".
    pub fn month_and_year(self) -> String {
        format!("{} {}", self.month_name(), self.year)
    }

    fn month_name(self) -> &'static str {
        MONTHS.get(usize::from(self.month).wrapping_sub(1)).copied().unwrap_or_default()
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.day, self.month_name(), self.year)
    }
}

impl TryFrom<String> for Date {
    type Error = String;
    fn try_from(text: String) -> Result<Date, String> {
        Date::read(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
    }
}
