//! The hours columns of the list of pharmacies: cells, rows, headers, and a real file where there is one.

use std::{
    env,
    fs::File,
    io::{self, Read},
    path::Path,
};

use directory::hours::{Day, OnHolidays};
use import::pharmacy_hours::{Rejected, Row, WrongFile, day, read};
use proptest::prelude::*;

/// The header of the list itself, as its publisher describes it.
const LIST: &str = "PHARMACY_ODS_CODE_F_CODE,HEALTH_AND_WELLBEING_BOARD,PHARMACY_TRADING_NAME,ORGANISATION_NAME,\
    ADDRESS_FIELD_1,ADDRESS_FIELD_2,ADDRESS_FIELD_3,ADDRESS_FIELD_4,POST_CODE,\
    PHARMACY_OPENING_HOURS_MONDAY,MON_TOTAL,PHARMACY_OPENING_HOURS_TUESDAY,TUES_TOTAL,\
    PHARMACY_OPENING_HOURS_WEDNESDAY,WED_TOTAL,PHARMACY_OPENING_HOURS_THURSDAY,THURS_TOTAL,\
    PHARMACY_OPENING_HOURS_FRIDAY,FRI_TOTAL,PHARMACY_OPENING_HOURS_SATURDAY,SAT_TOTAL,\
    PHARMACY_OPENING_HOURS_SUNDAY,SUN_TOTAL,WEEKLY_TOTAL,CONTRACT_TYPE";

/// A copy's header, with the days out of their order and other columns between.
const COPY: &str = "pharmacy_name,opening_hours_sunday,opening_hours_monday,opening_hours_tuesday,\
    opening_hours_wednesday,opening_hours_thursday,opening_hours_friday,opening_hours_saturday,\
    organisation_data_service_code,la_name";

fn all(text: &[u8]) -> Vec<Result<Row, Rejected>> {
    read(text).unwrap_or_else(|wrong| panic!("{wrong}")).collect()
}

/// Rows of the copy's form.
fn copy(rows: &[&str]) -> Vec<Result<Row, Rejected>> {
    all([COPY, rows.join("\n").as_str()].join("\n").as_bytes())
}

fn check_cell(cell: &str, expected: &str) {
    let read = day(cell).unwrap_or_else(|reason| panic!("{cell:?}: {reason}"));
    assert_eq!(read.text(), expected, "{cell:?}");
}

#[test]
fn cells_are_read() {
    check_cell("09:00-18:00", "09:00-18:00");
    check_cell("08:30-13:00,14:00-17:30", "08:30-13:00, 14:00-17:30");
    check_cell("09:00-12:30,13:00-16:30,17:00-21:00", "09:00-12:30, 13:00-16:30, 17:00-21:00");
    check_cell(" 14:00-17:30, 08:30-13:00 ", "08:30-13:00, 14:00-17:30");
    check_cell("CLOSED", "closed");
    check_cell("Closed", "closed");
    check_cell("", "unknown");
    check_cell("  ", "unknown");
}

#[test]
fn closings_at_midnight_are_written_in_three_ways() {
    check_cell("08:30-00:00", "08:30-24:00");
    check_cell("08:00-23:59", "08:00-24:00");
    check_cell("08:00-24:00", "08:00-24:00");
    check_cell("00:00-23:59", "24 hours");
    check_cell("00:00-24:00", "24 hours");
    check_cell("07:00-13:00,14:00-00:00", "07:00-13:00, 14:00-24:00");
}

#[test]
fn malformed_hours_are_refused_and_never_read_in_part() {
    for (cell, words) in [
        ("09:00-13:00:14:00-18:00", "\"09:00-13:00:14:00-18:00\" is not a range"),
        ("09:00-13:00,14:00", "\"14:00\" is not a range"),
        ("09:00-13:00,", "\"\" is not a range"),
        ("09:00-13:00;14:00-18:00", "is not a range"),
        ("9:00-17:00", "is not a range"),
        ("0900-1700", "is not a range"),
        ("09.00-17.00", "is not a range"),
        ("09:00–17:00", "is not a range"),
        ("09:00 - 17:00", "is not a range"),
        ("25:00-26:00", "is not a range"),
        ("09:00-17:60", "is not a range"),
        ("-", "is not a range"),
        ("open", "is not a range"),
        ("CLOSED,09:00-12:00", "\"CLOSED\" is not a range"),
        ("00:00-00:00", "at the same time"),
        ("09:00-09:00", "at the same time"),
        ("09:00-01:00", "closes before it opens"),
        ("18:00-09:00", "closes before it opens"),
        ("24:00-23:59", "closes before it opens"),
        ("09:00-13:00,12:00-17:00", "12:00-17:00 opens before 09:00-13:00 closes"),
        ("09:00-18:00,09:00-18:00", "09:00-18:00 opens before 09:00-18:00 closes"),
        ("01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00,11:00-12:00,13:00-14:00", "more than 6 ranges"),
    ] {
        match day(cell) {
            Ok(day) => panic!("{cell:?} was read as {:?}", day.text()),
            Err(reason) => assert!(reason.contains(words), "{cell:?}: {reason:?} does not say {words:?}"),
        }
    }
}

#[test]
fn the_list_and_its_copy_are_read_by_their_headers() {
    let hours =
        "09:00-18:00,9,09:00-18:00,9,09:00-18:00,9,09:00-18:00,9,\"08:30-13:00,14:00-18:00\",8.5,09:00-12:00,3,";
    let row = format!("FXX01,Anywhere,Example,Example Ltd,1 High Street,,,,AA1 1AA,{hours}CLOSED,0,53.5,Community");
    let of_list = all(format!("\u{feff}{LIST}\r\n{row}\r\n").as_bytes());
    let of_copy = copy(&[
        "Example,CLOSED,09:00-18:00,09:00-18:00,09:00-18:00,09:00-18:00,\"08:30-13:00,14:00-18:00\",09:00-12:00,FXX01,Anywhere",
    ]);
    assert_eq!(of_list, of_copy);
    let Ok([Ok(row)]) = <[_; 1]>::try_from(of_list) else { panic!("one row") };
    assert_eq!((row.line, row.ods_code.as_str()), (2, "FXX01"));
    assert_eq!(row.schedule.week()[4].text(), "08:30-13:00, 14:00-18:00");
    assert_eq!(row.schedule.week()[6], Day::Closed);
    assert_eq!(row.schedule.holidays(), OnHolidays::NotSaid, "the list says nothing of bank holidays");
    // Older files write the name of the column with brackets.
    let brackets = LIST.replace("PHARMACY_ODS_CODE_F_CODE", "PHARMACY_ODS_CODE__F_CODE_");
    assert!(read(brackets.as_bytes()).is_ok());
}

#[test]
fn line_ends_are_those_of_any_system() {
    let header = "organisation_data_service_code,opening_hours_monday,opening_hours_tuesday,opening_hours_wednesday,\
                  opening_hours_thursday,opening_hours_friday,opening_hours_saturday,opening_hours_sunday";
    let file = |end: &str| format!("{header}{end}FXX01,,,,,,CLOSED,\"09:00-12:00,13:00-15:00\"{end}{end}");
    let expected = all(file("\n").as_bytes());
    assert_eq!(
        expected[0].as_ref().map(|row| row.schedule.week()[6].text()).as_deref(),
        Ok("09:00-12:00, 13:00-15:00")
    );
    assert_eq!(all(file("\r\n").as_bytes()), expected);
    let within = all(format!("{header}\nFXX01,,,,,,CLOSED,09:00-12:00\rFXX02,,,,,,CLOSED,CLOSED\n").as_bytes());
    assert!(within.iter().all(Result::is_err), "a row is not read in part: {within:?}");
}

/// The mark that some programs put before UTF-8 is no part of the first column's name.
#[test]
fn a_byte_order_mark_is_left_out() {
    let header = "opening_hours_monday,opening_hours_tuesday,opening_hours_wednesday,opening_hours_thursday,\
                  opening_hours_friday,opening_hours_saturday,opening_hours_sunday,ods_code";
    let read = all(format!("\u{feff}{header}\n9-5,,,,,,,FXX01\n").as_bytes());
    let Some(Err(rejected)) = read.first() else { panic!("{read:?}") };
    assert!(rejected.reason.starts_with("opening_hours_monday: "), "{:?}", rejected.reason);
}

#[test]
fn a_malformed_row_never_stops_the_rest() {
    let good = |code: &str| format!("Example,CLOSED,,,,,,,{code},Anywhere");
    let rows = [
        good("FXX01"),
        "Example,CLOSED,09:00-13:00:14:00-18:00,,9-5,,,,FXX02,Anywhere".to_owned(),
        "Example,CLOSED".to_owned(),
        good("none"),
        String::new(),
        good("FXX01"),
        // A quote that nobody closes.
        "\"Example,CLOSED,,,,,,,FXX03,Anywhere".to_owned(),
        good("FXX04"),
        // A line end within quotes.
        "\"Example\nand Sons\",CLOSED,,,,,,,FXX05,Anywhere".to_owned(),
        good("FXX06"),
    ];
    let read = copy(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let kept: Vec<(u64, &str)> = read.iter().flatten().map(|row| (row.line, row.ods_code.as_str())).collect();
    assert_eq!(kept, [(2, "FXX01"), (9, "FXX04"), (10, "FXX05"), (12, "FXX06")]);
    let rejected: Vec<&Rejected> = read.iter().filter_map(|row| row.as_ref().err()).collect();
    let expected = [
        (3, "opening_hours_monday: \"09:00-13:00:14:00-18:00\" is not a range"),
        (4, "it has 2 fields, and the header has 10"),
        (5, "\"none\" is not the ODS code"),
        (7, "FXX01 is on line 2 already"),
        (8, "it has 1 fields, and the header has 10"),
    ];
    assert_eq!(rejected.len(), expected.len(), "{rejected:?}");
    for (rejected, (line, words)) in rejected.iter().zip(expected) {
        assert_eq!(rejected.line, line);
        assert!(rejected.reason.contains(words), "{:?} does not say {words:?}", rejected.reason);
    }
    assert!(rejected[0].reason.contains("opening_hours_wednesday: \"9-5\""), "every wrong cell: {:?}", rejected[0]);
    assert_eq!(rejected[0].raw, rows[1]);
}

#[test]
fn a_row_of_another_encoding_is_rejected_only_where_it_is_read() {
    let rows: [&[u8]; 2] = [b"Caf\xe9,CLOSED,,,,,,,FXX01,Anywhere", b"Example,CLOSED,\x969-5,,,,,,FXX02,Anywhere"];
    let file = [COPY.as_bytes(), rows[0], rows[1]].join(&b'\n');
    let read = all(&file);
    assert!(read[0].is_ok(), "names are not read: {:?}", read[0]);
    let Err(rejected) = &read[1] else { panic!("{:?}", read[1]) };
    assert!(rejected.reason.contains("opening_hours_monday is not UTF-8"), "{}", rejected.reason);
}

#[test]
fn a_wrong_file_is_refused_at_its_header() {
    let refusal = |bytes: &[u8]| match read(bytes) {
        Ok(_) => panic!("{:?} was taken", String::from_utf8_lossy(bytes)),
        Err(wrong) => wrong.to_string(),
    };
    let says = |text: String, words: &[&str]| {
        for words in words {
            assert!(text.contains(words), "{text:?} does not say {words:?}");
        }
    };
    let expected = "Expected is the NHSBSA Consolidated Pharmaceutical List as CSV";
    says(refusal(b""), &["no column PHARMACY_ODS_CODE_F_CODE, PHARMACY_OPENING_HOURS_MONDAY", expected]);
    says(
        refusal(b"ods_code,name,postcode\nFXX01,Example,AA1 1AA\n"),
        &["no column PHARMACY_OPENING_HOURS_MONDAY", expected, "has: ods_code, name, postcode."],
    );
    says(
        refusal(COPY.replace("opening_hours_sunday", "opening_hours").as_bytes()),
        &["no column PHARMACY_OPENING_HOURS_SUNDAY. "],
    );
    says(refusal(b"PK\x03\x04\x14\x00"), &["spreadsheet", "save it as CSV", expected]);
    says(refusal(format!("{COPY}\rExample,CLOSED,,,,,,,FXX01,Anywhere").as_bytes()), &["lines end", expected]);
    assert!(refusal(&[0xff; 200_000]).len() < 2_000, "a wrong file is not printed whole");
}

/// A source that fails in the middle of the file.
struct Breaks<'a>(&'a [u8]);

impl Read for Breaks<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() { Err(io::Error::other("the disk is gone")) } else { self.0.read(into) }
    }
}

#[test]
fn a_file_that_breaks_off_says_so_and_ends() {
    let file = format!("{COPY}\nExample,CLOSED,,,,,,,FXX01,Anywhere\n");
    let mut rows = read(Breaks(file.as_bytes())).unwrap_or_else(|wrong| panic!("{wrong}"));
    assert_eq!(rows.by_ref().filter(Result::is_ok).count(), 1);
    assert_eq!(rows.broke_off().map(ToString::to_string).as_deref(), Some("the disk is gone"));
    let mut whole = read(file.as_bytes()).unwrap_or_else(|wrong| panic!("{wrong}"));
    assert_eq!(whole.by_ref().count(), 1);
    assert!(whole.broke_off().is_none());
    assert!(matches!(read(Breaks(b"")), Err(WrongFile::Unreadable(_))));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    /// Any cell is a day or is refused; what is read is written as the cell has it, but for midnight.
    #[test]
    fn any_cell_is_read_or_refused(cell in "\\PC{0,24}|[0-9:,-]{0,24}|([0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9],?){1,3}") {
        if let Ok(day) = day(&cell) {
            let ranges = day.ranges().len();
            prop_assert!(ranges <= cell.split(',').count());
            prop_assert!(day.ranges().iter().all(|range| range.closes() <= 1_440), "{}", day.text());
        }
    }

    /// Any bytes behind a sound header: every line that is not empty is kept or rejected, and the reading ends.
    #[test]
    fn any_rows_are_kept_or_rejected(rows in prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..400),
        "([A-Z0-9,\":\n -]{0,12}|CLOSED,|FXX01|\"){0,60}".prop_map(String::into_bytes),
    ]) {
        let file = [COPY.as_bytes(), rows.as_slice()].join(&b'\n');
        let lines = rows.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
        let read = all(&file);
        prop_assert!(read.len() <= lines);
        prop_assert_eq!(read.is_empty(), lines == 0);
    }

    /// Any bytes at all are a list or a wrong file.
    #[test]
    fn any_bytes_are_a_list_or_a_wrong_file(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(rows) = read(bytes.as_slice()) {
            prop_assert!(rows.count() <= bytes.len());
        }
    }
}

/// The real list of Greater Manchester, March 2025: 631 rows, of which one has malformed cells.
#[test]
fn a_real_list_is_read() {
    let Some(folder) = env::var_os("WAYMARK_SOURCES") else {
        println!("Skipped: WAYMARK_SOURCES does not name a folder with the sources.");
        return;
    };
    let path = Path::new(&folder).join("pharmacy-opening-hours-greater-manchester-2025-03.csv");
    let file = File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let rows: Vec<_> = read(file).unwrap_or_else(|wrong| panic!("{wrong}")).collect();
    assert_eq!(rows.len(), 631);
    let kept: Vec<&Row> = rows.iter().flatten().collect();
    let rejected: Vec<&Rejected> = rows.iter().filter_map(|row| row.as_ref().err()).collect();
    assert_eq!(rejected.iter().map(|row| row.line).collect::<Vec<_>>(), [57]);
    assert!(rejected[0].reason.contains("opening_hours_monday: \"09:00-13:00:14:00-18:00\" is not a range"));
    let days: Vec<Day> = kept.iter().flat_map(|row| *row.schedule.week()).collect();
    let count = |ranges: usize| days.iter().filter(|day| day.ranges().len() == ranges).count();
    // The malformed row has no other ranges; its Saturday and Sunday are closed.
    assert_eq!((count(0), count(1), count(2), count(3)), (812, 2_638, 864, 96));
    let midnight = days.iter().flat_map(|day| day.ranges()).filter(|range| range.closes() == 1_440).count();
    assert_eq!(midnight, 13);
    let mut bytes = Vec::new();
    for row in &kept {
        row.schedule.write(&mut bytes);
    }
    println!("{} schedules in {} bytes, {} each", kept.len(), bytes.len(), bytes.len() / kept.len());
}
