//! The compact form: round trips, and bytes of every kind.

use directory::{
    Date,
    hours::{
        Damaged, Day, Exception, Holiday, MOST_RANGES, OnHolidays, Range, Schedule, read_holidays, write_holidays,
    },
};
use proptest::{collection::vec, prelude::*};

use crate::{date, holidays};

fn any_range() -> impl Strategy<Value = Range> {
    let minute = prop_oneof![0_u16..1_440, (0_u16..96).prop_map(|quarter| quarter * 15)];
    let length = prop_oneof![1_u16..1_440, (1_u16..96).prop_map(|quarter| quarter * 15), Just(1_440)];
    (minute, length).prop_filter_map("a range", |(opens, length)| Range::new(opens, opens + length))
}

fn any_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        1 => Just(Day::Unknown),
        2 => Just(Day::Closed),
        1 => Just(Day::of(&[Range::ALL_DAY]).expect("a day")),
        4 => any_range().prop_map(|range| Day::of(&[range]).expect("one range")),
        // Rising minutes, taken two by two, are ranges that do not overlap.
        3 => proptest::collection::btree_set(0_u16..1_700, 2..=2 * MOST_RANGES).prop_filter_map("a day", |minutes| {
            let minutes: Vec<u16> = minutes.into_iter().collect();
            let ranges: Option<Vec<Range>> = minutes.chunks_exact(2).map(|two| Range::new(two[0], two[1])).collect();
            Day::of(&ranges?).ok()
        }),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 1 => "\\PC{1,24}"]
}

/// Dates for which the calendar has holidays: from the middle of 2026 to the middle of 2028.
pub fn any_date_about_now() -> impl Strategy<Value = Date> {
    (20_650_i64..21_350).prop_map(Date::from_days_since_1970)
}

pub fn any_schedule() -> impl Strategy<Value = Schedule> {
    let week = prop_oneof![
        4 => proptest::array::uniform7(any_day()),
        1 => any_day().prop_map(|day| [day; 7]),
        1 => Just([Day::Unknown; 7]),
        1 => Just([Day::Closed; 7]),
    ];
    let on_holidays = prop_oneof![Just(OnHolidays::NotSaid), Just(OnHolidays::AsUsual), Just(OnHolidays::Closed)];
    let exception =
        (any_date_about_now(), any_day(), any_text()).prop_map(|(date, day, note)| Exception { date, day, note });
    (week, on_holidays, vec(exception, 0..16), any_text()).prop_map(|(week, on_holidays, mut exceptions, note)| {
        exceptions.sort_by_key(|exception| exception.date);
        exceptions.dedup_by_key(|exception| exception.date);
        let schedule = Schedule::weekly(week).on_holidays(on_holidays).with_note(note);
        schedule.with_exceptions(exceptions).expect("each date once")
    })
}

fn written(schedule: &Schedule) -> Vec<u8> {
    let mut bytes = Vec::new();
    schedule.write(&mut bytes);
    bytes
}

fn all_week(text: &str) -> Schedule {
    Schedule::weekly([Day::read(text).expect("a day"); 7])
}

#[test]
fn sizes_are_those_that_are_promised() {
    let days = ["09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-12:30", "closed"];
    let pharmacy = Schedule::weekly(days.map(|text| Day::read(text).expect("a day")));
    assert_eq!(written(&pharmacy).len(), 13);
    assert_eq!(written(&Schedule::unknown()).len(), 1);
}

#[test]
fn a_schedule_cut_short_is_damaged() {
    let exceptions = vec![
        Exception { date: date("2026-12-25"), day: Day::Closed, note: "Christmas".to_owned() },
        Exception { date: date("2026-12-28"), day: Day::Unknown, note: String::new() },
    ];
    let schedule = all_week("09:00-13:00, 14:00-17:30").with_note("Ring twice".to_owned());
    let schedule = schedule.with_exceptions(exceptions).expect("each date once");
    let bytes = written(&schedule);
    for length in 0..bytes.len() {
        let mut cut = &bytes[..length];
        assert_eq!(Schedule::read(&mut cut), Err(Damaged), "cut to {length} bytes");
        assert_eq!(cut, &bytes[..length], "after an error nothing is read");
    }
}

#[test]
fn bytes_that_say_what_cannot_be_are_damaged() {
    let wrong: [(&str, &[u8]); 12] = [
        ("nothing", &[]),
        ("flags that are not known", &[0b11_0000]),
        ("a fourth way of keeping holidays", &[0b1_0011]),
        ("Monday as the day before", &[0, 0x7f]),
        ("an eighth day", &[0, 0xfe, 0]),
        ("a day of a kind that is not known", &[0, 0x7e, 8]),
        ("a range of no length", &[0, 0x7e, 1, 60, 0]),
        ("a range that opens after the day", &[0, 0x7e, 1, 0xa0, 0x0b, 1]),
        ("a range over a day long", &[0, 0x7e, 1, 60, 0xa0, 0x0b]),
        ("a number without an end", &[0, 0x7e, 1, 0xff, 0xff, 0xff, 0xff, 0xff]),
        ("a date twice", &[0b1_0100, 2, 5, 0, 0, 0, 0, 0]),
        ("a note that is no text", &[0b1_1000, 1, 0xff]),
    ];
    for (name, bytes) in wrong {
        assert_eq!(Schedule::read(&mut &bytes[..]), Err(Damaged), "{name}");
    }
    // A day after the last one that a date can be.
    assert_eq!(read_holidays(&mut &[1, 0xff, 0xff, 0xff, 0x7f, 1][..]), Err(Damaged));
    assert_eq!(read_holidays(&mut &[1, 5, 2][..]), Err(Damaged), "neither a bank holiday nor another day");
}

#[test]
fn a_date_is_an_exception_once() {
    let exception = |day| Exception { date: date("2026-12-25"), day, note: String::new() };
    let twice = Schedule::unknown().with_exceptions(vec![exception(Day::Closed), exception(Day::Unknown)]);
    assert_eq!(twice, Err(date("2026-12-25")));
}

#[test]
fn exceptions_are_in_order_whoever_wrote_them() {
    let exception = |text| Exception { date: date(text), day: Day::Closed, note: text.to_owned() };
    let written_down = ["2026-12-31", "2026-12-24", "2027-01-01", "2026-12-25"].map(exception).to_vec();
    let schedule = all_week("24 hours").with_exceptions(written_down).expect("each date once");
    let dates: Vec<String> = schedule.exceptions().iter().map(|exception| String::from(exception.date)).collect();
    assert_eq!(dates, ["2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01"]);
    for exception in schedule.exceptions() {
        assert_eq!(schedule.on(exception.date, &[]).day, Day::Closed, "{}", exception.note);
    }
}

#[test]
fn holidays_travel() {
    let mut sorted = holidays().to_vec();
    sorted.sort();
    let mut bytes = Vec::new();
    write_holidays(holidays(), &mut bytes);
    assert!(bytes.len() <= 80, "{} bytes for {} days", bytes.len(), sorted.len());
    bytes.push(7);
    let mut rest = bytes.as_slice();
    assert_eq!(read_holidays(&mut rest), Ok(sorted));
    assert_eq!(rest, [7], "what follows is left");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn what_is_written_is_read(schedule in any_schedule(), after in vec(any::<u8>(), 0..4)) {
        let mut bytes = written(&schedule);
        bytes.extend_from_slice(&after);
        let mut rest = bytes.as_slice();
        prop_assert_eq!(Schedule::read(&mut rest), Ok(schedule));
        prop_assert_eq!(rest, after.as_slice());
    }

    /// Any bytes give a schedule or an error; a schedule that is read can be written and read again.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop_oneof![
        vec(any::<u8>(), 0..64),
        vec(prop_oneof![0_u8..9, Just(0x7e), Just(0x14), Just(0x80)], 0..64),
    ]) {
        let mut rest = bytes.as_slice();
        if let Ok(schedule) = Schedule::read(&mut rest) {
            prop_assert!(rest.len() < bytes.len());
            prop_assert_eq!(Schedule::read(&mut written(&schedule).as_slice()), Ok(schedule));
        } else {
            prop_assert_eq!(rest, bytes.as_slice());
        }
    }

    /// One byte of a schedule changed on the way is read as something or refused, never a panic.
    #[test]
    fn a_changed_byte_is_read_or_refused(schedule in any_schedule(), place: prop::sample::Index, byte: u8) {
        let mut bytes = written(&schedule);
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(schedule) = Schedule::read(&mut bytes.as_slice()) {
            prop_assert_eq!(Schedule::read(&mut written(&schedule).as_slice()), Ok(schedule));
        }
    }

    #[test]
    fn any_bytes_are_days_or_refused(bytes in vec(any::<u8>(), 0..32)) {
        if let Ok(days) = read_holidays(&mut bytes.as_slice()) {
            let mut again = Vec::new();
            write_holidays(&days, &mut again);
            let expected: Vec<Holiday> = days;
            prop_assert_eq!(read_holidays(&mut again.as_slice()), Ok(expected));
        }
    }
}
