//! Dates and telephone numbers.

use directory::{Date, Phone};
use proptest::prelude::*;

use crate::given;

fn check_date(text: &str, shown: Option<&str>) {
    let date = Date::read(text);
    assert_eq!(date.as_ref().ok().map(ToString::to_string).as_deref(), shown, "{text:?}");
    if let Ok(date) = date {
        assert_eq!(String::from(date), text, "it is written as it was read");
    }
}

#[test]
fn dates() {
    check_date("2026-11-21", Some("21 November 2026"));
    check_date("2026-01-01", Some("1 January 2026"));
    check_date("2026-12-31", Some("31 December 2026"));
    check_date("0001-01-01", Some("1 January 1"));
}

#[test]
fn leap_days() {
    check_date("2028-02-29", Some("29 February 2028"));
    check_date("2000-02-29", Some("29 February 2000"));
    check_date("2026-02-29", None);
    check_date("1900-02-29", None);
    check_date("2100-02-29", None);
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "2026-11",
        "2026-11-21-01",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-11-00",
        "0000-01-01",
        "26-11-21",
        "2026-1-1",
        "21-11-2026",
        "2026/11/21",
        "+026-11-21",
        "2026-11-2１",
        " 2026-11-21",
        "2026-11-21 ",
    ] {
        check_date(text, None);
    }
}

#[test]
fn days_are_counted_from_1970() {
    for (text, days) in [
        ("1970-01-01", 0),
        ("1969-12-31", -1),
        ("1970-02-01", 31),
        ("1972-03-01", 790),
        ("2000-03-01", 11_017),
        ("2026-11-21", 20_778),
        ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ] {
        let date = Date::read(text).expect("a date");
        assert_eq!((date.days_since_1970(), Date::from_days_since_1970(days)), (days, date), "{text}");
    }
}

#[test]
fn days_beyond_the_calendar_become_the_nearest() {
    assert_eq!(String::from(Date::from_days_since_1970(i64::MIN)), "0001-01-01");
    assert_eq!(String::from(Date::from_days_since_1970(i64::MAX)), "9999-12-31");
}

proptest! {
    #![proptest_config(given::tries(256))]

    #[test]
    fn every_day_is_found_again(days in -719_162_i64..=2_932_896) {
        let date = Date::from_days_since_1970(days);
        prop_assert_eq!(date.days_since_1970(), days);
        prop_assert_eq!(Date::read(&String::from(date)), Ok(date));
    }

    #[test]
    fn a_later_day_is_greater(days in -719_162_i64..2_932_896) {
        prop_assert!(Date::from_days_since_1970(days) < Date::from_days_since_1970(days + 1));
    }

    #[test]
    fn any_text_is_a_date_or_refused(text in "\\PC{0,14}|[0-9-]{8,12}") {
        if let Ok(date) = Date::read(&text) {
            prop_assert_eq!(String::from(date), text);
        }
    }

    /// A number that is accepted can be called: its link holds digits and nothing else.
    #[test]
    fn any_text_is_a_number_to_call_or_refused(text in "\\PC{0,16}|[0-9 ]{0,14}") {
        if let Ok(phone) = Phone::read(&text) {
            let tel = phone.tel();
            let digits = tel.strip_prefix("tel:").unwrap_or_default();
            prop_assert!(digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{}", tel);
            prop_assert_eq!(phone.to_string(), text);
        }
    }
}

fn check_phone(text: &str, tel: Option<&str>) {
    assert_eq!(Phone::read(text).ok().map(|phone| phone.tel()).as_deref(), tel, "{text:?}");
}

#[test]
fn telephone_numbers() {
    check_phone("999", Some("tel:999"));
    check_phone("116 123", Some("tel:116123"));
    check_phone("0800 1111", Some("tel:08001111"));
    check_phone("0300 123 1110", Some("tel:03001231110"));
    check_phone("01743 294700", Some("tel:01743294700"));
}

#[test]
fn what_is_no_telephone_number() {
    for text in [
        "",
        "99",
        "0",
        "0300 123 111O",
        "0300-123-1110",
        "+44 300 123 1110",
        " 999",
        "0300  123 1110",
        "0300 123 1110 ",
        "0300 123",
        "0300 123 11100",
        "call 999",
        "1234567",
    ] {
        check_phone(text, None);
    }
}

/// Each area and service has its own address and name, and can be reached somehow.
#[test]
fn areas_can_be_told_apart_and_reached() {
    let areas = &given::site().areas;
    for (place, area) in areas.iter().enumerate() {
        assert!(!areas[..place].iter().any(|other| other.id == area.id || other.name == area.name), "{}", area.id);
        assert!(area.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}: an address", area.id);
        for (place, service) in area.services.iter().enumerate() {
            assert!(!area.services[..place].iter().any(|other| other.id == service.id), "{}: {}", area.id, service.id);
        }
    }
    for id in ["shropshire", "worcestershire", "halton", "south-tyneside", "telford-and-wrekin"] {
        assert!(areas.iter().any(|area| area.id == id), "{id} is missing");
    }
}
