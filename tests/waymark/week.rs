//! The range of units a week behind two answers.

use proptest::prelude::*;
use screening::{Band, WeekUnits};
use serde::Deserialize;

use crate::{cases, given};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    points: [i16; 2],
    low: u32,
    high: High,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum High {
    Units(u32),
    /// "open".
    Word(String),
}

fn check(case: &Case) {
    let answers = given::answers(&cases::points(&case.points));
    let high = match &case.high {
        High::Units(units) => Some(*units),
        High::Word(word) if word == "open" => None,
        High::Word(word) => panic!("{}: high is {word:?}; write a number or \"open\"", case.name),
    };
    let expected = Some(WeekUnits { low: case.low, high });
    assert_eq!(WeekUnits::estimate(given::audit(), &answers), expected, "{}", case.name);
}

#[test]
fn the_week_is_the_range_of_the_labels() {
    let file: File = cases::read("audit/week.toml");
    assert!(file.case.len() >= 12);
    file.case.iter().for_each(check);
}

#[test]
fn there_is_no_week_without_both_answers() {
    for points in [vec![], vec![Some(3)], vec![None, Some(3)]] {
        assert_eq!(WeekUnits::estimate(given::audit(), &given::answers(&points)), None, "{points:?}");
    }
}

/// Never is 0 units, whatever was once chosen for the items that are then not asked.
#[test]
fn an_answer_left_from_before_never_makes_a_week_of_someone_who_does_not_drink() {
    let week = WeekUnits::estimate(given::audit(), &given::answers(&[Some(0), Some(4), Some(4)]));
    assert_eq!(week, Some(WeekUnits { low: 0, high: Some(0) }));
}

proptest! {
    #![proptest_config(given::tries(256))]

    /// What may be over the line is never clearly under it, and the band follows the line.
    #[test]
    fn the_line_of_14_is_read_with_care(low in 0_u32..200, more in 0_u32..200, open: bool) {
        let week = WeekUnits { low, high: (!open).then_some(low + more) };
        prop_assert!(!(week.may_exceed_low_risk() && week.clearly_low_risk()));
        prop_assert_eq!(week.band() == Band::Low, !week.may_exceed_low_risk());
        prop_assert_eq!(week.may_exceed_low_risk(), open || low + more > 14);
        prop_assert_eq!(week.clearly_low_risk(), !open && low + more < 14);
        prop_assert_eq!(week.band() >= Band::Higher, low > 35 && (open || low + more > 14));
    }
}
