//! England's bank holidays, checked against the law and the calendar, apart from the list that they were read from.

use std::collections::BTreeSet;

use directory::{Date, Weekday, hours::Holiday};

use crate::{date, days, holidays};

const YEARS: [i64; 3] = [2026, 2027, 2028];

fn day(year: i64, month: i64, day: i64) -> Date {
    date(&format!("{year:04}-{month:02}-{day:02}"))
}

fn later(date: Date, days: i64) -> Date {
    Date::from_days_since_1970(date.days_since_1970() + days)
}

/// Easter Sunday of a year of the Gregorian calendar (the method of Meeus, Jones and Butcher).
fn easter(year: i64) -> Date {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, n / 31, n % 31 + 1)
}

fn first_monday(year: i64, month: i64) -> Date {
    (1..=7).map(|of_month| day(year, month, of_month)).find(|date| Weekday::of(*date) == Weekday::Monday).expect("one")
}

fn last_monday(year: i64, month: i64) -> Date {
    (25..=31)
        .map(|of_month| day(year, month, of_month))
        .find(|date| Weekday::of(*date) == Weekday::Monday)
        .expect("one")
}

/// The first working day from this one on that is not taken.
fn moved(date: Date, taken: &[Date]) -> Date {
    let weekend = |date| matches!(Weekday::of(date), Weekday::Saturday | Weekday::Sunday);
    (0..).map(|days| later(date, days)).find(|date| !weekend(*date) && !taken.contains(date)).expect("a working day")
}

/// Eight a year: those of the Banking and Financial Dealings Act 1971, Good Friday, Christmas Day, and the two that
/// are proclaimed every year, New Year's Day and the first Monday of May; from a weekend they move to the next
/// working day.
fn expected(year: i64) -> BTreeSet<Date> {
    let easter = easter(year);
    let christmas = moved(day(year, 12, 25), &[]);
    let boxing_day = moved(day(year, 12, 26), &[christmas]);
    BTreeSet::from([
        moved(day(year, 1, 1), &[]),
        later(easter, -2),
        later(easter, 1),
        first_monday(year, 5),
        last_monday(year, 5),
        last_monday(year, 8),
        christmas,
        boxing_day,
    ])
}

/// The reckoning is checked with years that the list does not have: Good Fridays of GOV.UK, 2012 to 2025.
#[test]
fn easter_is_reckoned_as_it_was() {
    let good_fridays = [
        (2012, 4, 6),
        (2013, 3, 29),
        (2014, 4, 18),
        (2015, 4, 3),
        (2016, 3, 25),
        (2017, 4, 14),
        (2018, 3, 30),
        (2019, 4, 19),
        (2020, 4, 10),
        (2021, 4, 2),
        (2022, 4, 15),
        (2023, 4, 7),
        (2024, 3, 29),
        (2025, 4, 18),
    ];
    for (year, month, of_month) in good_fridays {
        assert_eq!(later(easter(year), -2), day(year, month, of_month));
    }
}

#[test]
fn bank_holidays_are_those_of_the_law() {
    let listed: BTreeSet<Date> = days().bank_holiday.iter().map(|day| day.date).collect();
    let by_law: BTreeSet<Date> = YEARS.into_iter().flat_map(expected).collect();
    assert_eq!(listed, by_law);
}

#[test]
fn other_days_are_easter_and_christmas_at_a_weekend() {
    let listed: BTreeSet<Date> = days().other_day.iter().map(|day| day.date).collect();
    let christmas = YEARS.into_iter().map(|year| day(year, 12, 25)).filter(|date| moved(*date, &[]) != *date);
    assert_eq!(listed, YEARS.into_iter().map(easter).chain(christmas).collect());
}

#[test]
fn the_list_is_in_order_and_every_day_has_its_name() {
    let days = days();
    for list in [&days.bank_holiday, &days.other_day] {
        assert!(list.is_sorted_by(|one, next| one.date < next.date));
        assert!(list.iter().all(|day| !day.name.trim().is_empty()));
    }
    for day in days.bank_holiday.iter().filter(|day| day.name.ends_with("(substitute day)")) {
        assert!(!expected_on_its_day(day.date), "{} is no substitute", day.name);
    }
    let all = holidays();
    let dates: BTreeSet<Date> = all.iter().map(|holiday| holiday.date).collect();
    assert_eq!(dates.len(), all.len(), "a day is a bank holiday or another day");
    assert!(all.contains(&Holiday { date: date("2028-12-26"), bank: true }), "to the end of 2028");
}

/// Christmas Day, Boxing Day or New Year's Day itself.
fn expected_on_its_day(date: Date) -> bool {
    ["-12-25", "-12-26", "-01-01"].iter().any(|end| String::from(date).ends_with(end))
}

/// The file says who answers for it, when it was checked and when it has to be checked again.
#[test]
fn the_list_has_its_sources_and_dates() {
    let about = days().about;
    let text = |key: &str| about.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    assert!(date(&text("reviewed-on")) < date(&text("review-by")));
    assert!(date(&text("review-by")) < date("2028-12-26"), "it is checked again before it ends");
    assert!(!text("owner").is_empty());
    let sources = about.get("source").and_then(toml::Value::as_array).expect("sources");
    assert!(sources.iter().any(|source| source.get("name").is_some_and(|name| name.to_string().contains("GOV.UK"))));
}
