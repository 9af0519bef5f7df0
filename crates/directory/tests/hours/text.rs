//! How hours are written in files, and times to people.

use directory::hours::{ClockWords, Day, DayFault, Range, Schedule, minute_of, time};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::bytes::any_schedule;
use crate::file;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    day: Vec<Written>,
    wrong: Vec<Wrong>,
    file: Vec<WrongFile>,
    time: Vec<Time>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    text: String,
    written: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wrong {
    text: String,
    says: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrongFile {
    name: String,
    text: String,
    says: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Time {
    minute: String,
    text: String,
}

/// A file that has hours.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    hours: Schedule,
}

fn cases() -> File {
    file("tests/suite/directory/hours-text.toml")
}

fn check_says(name: &str, reason: &str, says: &[String]) {
    for words in says {
        assert!(reason.contains(words.as_str()), "{name}: {reason:?} does not say {words:?}");
    }
}

#[test]
fn days_are_read_and_written() {
    for case in cases().day {
        let day = Day::read(&case.text).unwrap_or_else(|reason| panic!("{:?}: {reason}", case.text));
        assert_eq!(day.text(), case.written, "{:?}", case.text);
        assert_eq!(Day::read(&case.written), Ok(day), "{:?}", case.text);
    }
}

#[test]
fn a_wrong_day_says_what_to_write() {
    for case in cases().wrong {
        match Day::read(&case.text) {
            Ok(day) => panic!("{:?} was read as {:?}", case.text, day.text()),
            Err(reason) => check_says(&case.text, &reason, &case.says),
        }
    }
}

#[test]
fn a_wrong_file_says_what_to_write() {
    for case in cases().file {
        match toml::from_str::<Place>(&case.text) {
            Ok(place) => panic!("{}: was read as {place:?}", case.name),
            Err(error) => check_says(&case.name, &error.to_string(), &case.says),
        }
    }
}

#[test]
fn unknown_hours_are_one_word() {
    let unknown = Place { hours: Schedule::unknown() };
    assert_eq!(toml::from_str::<Place>("hours = \"unknown\""), Ok(unknown));
    let text = toml::to_string(&Place { hours: Schedule::unknown() }).expect("a file");
    assert_eq!(text, "hours = \"unknown\"\n");
}

#[test]
fn a_file_is_written_as_people_write_it() {
    let text = r#"[hours]
mon = "09:00-13:00, 14:00-17:30"
tue = "24 hours"
wed = "22:00-02:00"
thu = "unknown"
fri = "09:00-17:00"
sat = "closed"
sun = "closed"
bank-holidays = "closed"
note = "The side door after 6pm."

[[hours.exceptions]]
date = "2026-12-24"
hours = "09:00-12:00"
note = "Christmas Eve"
"#;
    let place: Place = toml::from_str(text).expect("a file");
    assert_eq!(toml::to_string(&place).expect("a file"), text);
}

#[test]
fn times_are_written_as_people_write_them() {
    let words = ClockWords { am: "am", pm: "pm", midday: "midday", midnight: "midnight" };
    for case in cases().time {
        let minute = minute_of(&case.minute).expect("a time");
        assert_eq!(time(minute, &words), case.text, "{}", case.minute);
        assert_eq!(time(minute + 1_440, &words), case.text, "{} on the next day", case.minute);
    }
}

/// The words of a time are the caller's.
#[test]
fn times_have_the_words_they_are_given() {
    let words = ClockWords { am: " yb", pm: " yp", midday: "hanner dydd", midnight: "hanner nos" };
    assert_eq!(time(570, &words), "9:30 yb");
    assert_eq!(time(1_080, &words), "6 yp");
    assert_eq!(time(720, &words), "hanner dydd");
    assert_eq!(time(0, &words), "hanner nos");
}

#[test]
fn ranges_that_cannot_be_are_no_ranges() {
    for (opens, closes) in
        [(540, 540), (600, 540), (1_440, 1_500), (60, 1_500), (540, 1_980), (0, 1_441), (9_999, 10_000)]
    {
        assert_eq!(Range::new(opens, closes), None, "{opens} to {closes}");
    }
    assert_eq!(Range::new(0, 1_440), Some(Range::ALL_DAY));
    assert_eq!(Range::new(1_439, 2_878).map(|range| (range.opens(), range.closes())), Some((1_439, 2_878)));
    let range = Range::new(540, 600).expect("a range");
    assert_eq!(Day::of(&[range, range]), Err(DayFault::Overlap(range, range)));
    assert_eq!(Day::of(&[]), Ok(Day::Closed));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn what_is_written_in_a_file_is_read(hours in any_schedule()) {
        let place = Place { hours };
        let text = toml::to_string(&place).expect("a file");
        prop_assert_eq!(toml::from_str::<Place>(&text), Ok(place));
    }

    /// Any text is a day or is refused with a reason; a day that is read is written and read again.
    #[test]
    fn any_text_is_a_day_or_refused(text in "\\PC{0,24}|[0-9:, -]{0,40}|([0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9],? ?){1,4}") {
        match Day::read(&text) {
            Ok(day) => prop_assert_eq!(Day::read(&day.text()), Ok(day)),
            Err(reason) => prop_assert!(reason.len() > 20, "{:?}", reason),
        }
    }

    /// Every minute, also of days to come, has a time.
    #[test]
    fn every_minute_has_a_time(minute: u16) {
        let words = ClockWords { am: "am", pm: "pm", midday: "midday", midnight: "midnight" };
        let text = time(minute, &words);
        prop_assert!(["am", "pm", "midday", "midnight"].iter().any(|word| text.ends_with(word)), "{}", text);
    }
}
