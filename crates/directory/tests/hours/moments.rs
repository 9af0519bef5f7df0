//! What is said of a moment: the table of cases, and a clock that is asked minute by minute.

use std::{collections::BTreeMap, fmt::Write};

use directory::{
    Date, Moment, Weekday,
    hours::{Day, Holiday, On, Schedule, State, Status, minute_of},
};
use proptest::prelude::*;
use serde::Deserialize;

use super::bytes::{any_date_about_now, any_schedule};
use crate::{date, file, holidays};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    hours: BTreeMap<String, Schedule>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    hours: String,
    at: String,
    says: String,
    checked: Option<bool>,
}

/// A status in the words of the case file.
fn said(status: Status) -> String {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let on = |on: On| match on {
        On::Today => "today".to_owned(),
        On::Tomorrow => "tomorrow".to_owned(),
        On::Weekday(day) => format!("on {day:?}").to_lowercase(),
        On::Date(date) => format!("on {}", String::from(date)),
    };
    let mut said = match status.state {
        State::Unknown => "unknown".to_owned(),
        State::Unchecked => "unchecked".to_owned(),
        State::OpenAllDay => "open all day".to_owned(),
        State::OpenUntil { minute, tomorrow: false } => format!("open until {}", time(minute)),
        State::OpenUntil { minute, tomorrow: true } => format!("open until {} tomorrow", time(minute)),
        State::ClosedForNow { opens } => format!("closed for now, opens {}", time(opens)),
        State::Opens { minute, on: day } => format!("opens {} {}", time(minute), on(day)),
        State::NextKnown { minute, on: day } => format!("next known {} {}", time(minute), on(day)),
        State::Closed => "closed".to_owned(),
    };
    if status.may_differ_today {
        said.push_str("; may differ today");
    }
    if status.may_differ_then {
        said.push_str("; may differ then");
    }
    said
}

/// Reads `Mon 2026-11-23 10:00`; the weekday is there for the reader, and has to be right.
fn moment(text: &str) -> Moment {
    let mut parts = text.split(' ');
    let weekday = parts.next().expect("a weekday");
    let date = date(parts.next().expect("a date"));
    let minute = parts.next().and_then(minute_of).expect("a time");
    let name = format!("{:?}", Weekday::of(date));
    assert!(name.starts_with(weekday) && weekday.len() == 3, "{text} is a {name}");
    Moment::new(date, minute).expect("a minute of the day")
}

#[test]
fn what_is_said_of_moments() {
    let file: File = file("tests/suite/directory/hours.toml");
    assert!(file.case.len() >= 60, "only {} cases", file.case.len());
    let holidays = holidays();
    let mut wrong = String::new();
    for case in &file.case {
        let schedule = file.hours.get(&case.hours).unwrap_or_else(|| panic!("{}: no hours {}", case.name, case.hours));
        let status = schedule.status(moment(&case.at), holidays, case.checked.unwrap_or(true));
        let says = said(status);
        if says != case.says {
            writeln!(wrong, "{}, {} at {}: {says:?}, not {:?}", case.name, case.hours, case.at, case.says)
                .expect("text");
        }
        let open = case.says.starts_with("open ") && !case.says.contains("may differ today");
        assert_eq!(status.open_now(), open, "{}: the filter and the label", case.name);
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_hours_of_the_file_has_a_case() {
    let file: File = file("tests/suite/directory/hours.toml");
    for name in file.hours.keys() {
        assert!(file.case.iter().any(|case| case.hours == *name), "no case has the hours {name}");
    }
}

#[test]
fn a_moment_is_a_minute_of_a_day() {
    let day = date("2026-11-22");
    assert!(Moment::new(day, 1_440).is_none());
    let moment = Moment::new(day, 1_439).expect("the last minute");
    assert_eq!((moment.date(), moment.minute()), (day, 1_439));
}

#[test]
fn weekdays_follow_each_other() {
    let first = date("2026-11-23");
    for (place, day) in (0_i64..).zip(Weekday::ALL) {
        let later = Date::from_days_since_1970(first.days_since_1970() + place);
        assert_eq!(Weekday::of(later), day);
        assert_eq!(Weekday::of(Date::from_days_since_1970(later.days_since_1970() + 7 * 5_000)), day);
    }
    assert_eq!(Weekday::of(date("0001-01-01")), Weekday::Monday);
    assert_eq!(Weekday::of(date("9999-12-31")), Weekday::Friday);
}

/// What a patient person finds who asks minute by minute, with no rule but "is it open in this minute?".
struct Minutes {
    first: i64,
    /// For each day from two days before: open in each of its minutes, and whether the day's own hours are known.
    open: Vec<bool>,
    known: Vec<bool>,
}

const DAYS: i64 = 12;

impl Minutes {
    fn of(schedule: &Schedule, now: Moment, holidays: &[Holiday]) -> Minutes {
        let first = now.date().days_since_1970() - 2;
        let mut open = vec![false; (DAYS as usize + 2) * 1_440];
        let mut known = Vec::new();
        for place in 0..DAYS {
            let day = schedule.on(Date::from_days_since_1970(first + place), holidays).day;
            known.push(day != Day::Unknown);
            for range in day.ranges() {
                let midnight = place as usize * 1_440;
                open[midnight + usize::from(range.opens())..midnight + usize::from(range.closes())].fill(true);
            }
        }
        Minutes { first, open, known }
    }

    /// The same sentence as the rule's, but for what may differ, as far as these days say.
    fn says(&self, now: Moment) -> Option<String> {
        let at = (now.date().days_since_1970() - self.first) as usize * 1_440 + usize::from(now.minute());
        let midnight = at - usize::from(now.minute());
        let time = |place: usize| format!("{:02}:{:02}", place % 1_440 / 60, place % 60);
        if self.open[at] {
            let closes = (at..midnight + 2_880).find(|place| !self.open[*place]);
            return Some(match closes {
                None => "open all day".to_owned(),
                // The midnight after today is today's 24:00.
                Some(closes) if closes == midnight + 1_440 => "open until 24:00".to_owned(),
                Some(closes) if closes > midnight + 1_440 => format!("open until {} tomorrow", time(closes)),
                Some(closes) => format!("open until {}", time(closes)),
            });
        }
        if !self.known[2] {
            return Some("unknown".to_owned());
        }
        let opens = (at..self.known.len() * 1_440).find(|place| self.open[*place])?;
        let ahead = (opens - midnight) / 1_440;
        let certain = self.known[2..=2 + ahead].iter().all(|known| *known);
        let date = Date::from_days_since_1970(self.first + 2 + ahead as i64);
        let day = match ahead {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            2..=6 => format!("on {:?}", Weekday::of(date)).to_lowercase(),
            _ => format!("on {}", String::from(date)),
        };
        Some(format!("{} {} {day}", if certain { "opens" } else { "next known" }, time(opens)))
    }
}

/// `said` without what only the rule knows: that hours may differ, and that a closing is a break.
fn plainly(status: Status) -> String {
    let state = match status.state {
        State::ClosedForNow { opens } => State::Opens { minute: opens, on: On::Today },
        state => state,
    };
    said(Status { state, may_differ_today: false, may_differ_then: false })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(384) })]

    /// The rule says what asking minute by minute says.
    #[test]
    fn the_rule_agrees_with_a_clock(schedule in any_schedule(), day in any_date_about_now(), minute in 0_u16..1_440) {
        let now = Moment::new(day, minute).expect("a minute of the day");
        let holidays = holidays();
        let status = schedule.status(now, holidays, true);
        match Minutes::of(&schedule, now, holidays).says(now) {
            Some(says) => prop_assert_eq!(plainly(status), says),
            // Nothing within the days that were asked: closed, or a date that is further away.
            None => prop_assert!(
                matches!(status.state, State::Closed | State::Opens { on: On::Date(_), .. }
                    | State::NextKnown { on: On::Date(_), .. }),
                "{:?}", status
            ),
        }
    }

    /// Label and filter agree, hours that are unchecked or unknown are never open, and a day that may differ never
    /// is "open now". Any schedule, any date of the calendar, any minute: an answer and no panic.
    #[test]
    fn label_and_filter_agree(schedule in any_schedule(), days in -719_162_i64..=2_932_896, minute in 0_u16..1_440,
        checked: bool, listed in proptest::collection::vec((-1_i64..=1, any::<bool>()), 0..3)) {
        let day = Date::from_days_since_1970(days);
        let holidays: Vec<Holiday> =
            listed.iter().map(|(by, bank)| Holiday { date: Date::from_days_since_1970(days + by), bank: *bank }).collect();
        let now = Moment::new(day, minute).expect("a minute of the day");
        let status = schedule.status(now, &holidays, checked);
        let label = said(status);
        prop_assert_eq!(status.open_now(), label.starts_with("open ") && !label.contains("may differ today"));
        if !checked || schedule.is_unknown() {
            prop_assert!(!label.starts_with("open ") && !label.starts_with("opens "), "{}", label);
        }
        let planned = schedule.on(day, &holidays);
        if planned.may_differ {
            prop_assert!(!status.open_now(), "{}", label);
            prop_assert!(schedule.exceptions().iter().all(|exception| exception.date != day));
        }
    }

    /// Whoever comes when the label says that it opens finds it open, and finds it closed until then, as far as hours
    /// are known.
    #[test]
    fn it_opens_when_it_says(schedule in any_schedule(), day in any_date_about_now(), minute in 0_u16..1_440) {
        let now = Moment::new(day, minute).expect("a minute of the day");
        let (opens, on) = match schedule.status(now, &[], true).state {
            State::ClosedForNow { opens } => (opens, On::Today),
            State::Opens { minute, on } | State::NextKnown { minute, on } => (minute, on),
            _ => return Ok(()),
        };
        let days = day.days_since_1970();
        let ahead = match on {
            On::Today => 0,
            On::Tomorrow => 1,
            On::Weekday(weekday) => (2..=6)
                .find(|ahead| Weekday::of(Date::from_days_since_1970(days + ahead)) == weekday)
                .expect("a weekday two to six days ahead"),
            On::Date(date) => date.days_since_1970() - days,
        };
        let then = Moment::new(Date::from_days_since_1970(days + ahead), opens).expect("a minute of the day");
        prop_assert!(then > now);
        prop_assert!(schedule.status(then, &[], true).open_now());
    }
}
