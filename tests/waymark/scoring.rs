//! Totals and bands.

use proptest::prelude::*;
use screening::{Answers, Band, Screen};
use serde::Deserialize;

use crate::{cases, given};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vectors {
    case: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Vector {
    name: String,
    form: String,
    points: [i16; 10],
    total: Option<u16>,
    instrument: Option<String>,
    band: Option<String>,
    short_total: Option<u16>,
    short_band: Option<String>,
    invalid_item: Option<usize>,
}

fn check(case: &Vector) {
    let name = &case.name;
    let points = cases::points(&case.points);
    let Some(answers) = cases::answers(name, given::audit(), &case.points, case.invalid_item) else { return };
    let screen = given::screen(&case.form);
    let asked: Vec<usize> = (0..10).filter(|item| points[*item].is_some()).collect();
    assert_eq!(screen.path(&answers), asked, "{name}: the items asked");
    let result = screen.assess(&answers).unwrap_or_else(|error| panic!("{name}: {error}"));
    let (score, form) = (result.score, result.form.id.clone());
    assert_eq!(Some(score.total), case.total, "{name}: total");
    assert_eq!(Some(score.band.id()), case.band.as_deref(), "{name}: band");
    assert_eq!(Some(&form), case.instrument.as_ref(), "{name}: the form of the result");
    assert_eq!(score.max, if form == "audit" { 40 } else { 12 }, "{name}: the greatest total");
    let short = result.short.map(|(form, score)| (form.id.as_str(), score.total, score.band.id()));
    let expected = case.short_total.zip(case.short_band.as_deref()).map(|(total, band)| ("audit-c", total, band));
    assert_eq!(short, expected, "{name}: the short form inside");
}

#[test]
fn published_examples_of_audit() {
    let file: Vectors = cases::read("audit/vectors.toml");
    assert!(file.case.len() >= 15);
    file.case.iter().for_each(check);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shorts {
    case: Vec<Short>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Short {
    name: String,
    points: [i16; 3],
    total: u16,
    band: String,
    #[serde(default)]
    goes_on: bool,
}

fn check_short(case: &Short) {
    let name = &case.name;
    let answers = given::answers(&cases::points(&case.points));
    let form = given::audit().form("audit-c").expect("AUDIT-C");
    let score = form.score(given::audit(), &answers).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!((score.total, score.band.id(), score.max), (case.total, case.band.as_str(), 12), "{name}");
    let on = given::screen("audit-c").form(&answers).id == "audit";
    assert_eq!(on, case.goes_on, "{name}: do the other seven follow?");
}

#[test]
fn published_examples_of_audit_c() {
    let file: Shorts = cases::read("audit/short.toml");
    assert!(file.case.len() >= 10);
    file.case.iter().for_each(check_short);
}

/// Every way to answer AUDIT-C, against arithmetic written down here once more.
#[test]
fn all_125_ways_to_answer_audit_c() {
    let mut seen = 0;
    for one in 0..=4_u8 {
        for two in 0..=4_u8 {
            for three in 0..=4_u8 {
                let answers = given::answers(&[Some(one), Some(two), Some(three)]);
                let total = if one == 0 { 0 } else { u16::from(one + two + three) };
                let band = match total {
                    0..=4 => Band::Low,
                    5..=7 => Band::Increasing,
                    8..=10 => Band::Higher,
                    _ => Band::PossibleDependence,
                };
                let name = format!("{one}, {two}, {three}");
                let form = given::audit().form("audit-c").expect("AUDIT-C");
                let score = form.score(given::audit(), &answers).expect("a finished AUDIT-C");
                assert_eq!((score.total, score.band), (total, band), "{name}");
                let screen = given::screen("audit-c");
                let result = screen.assess(&answers);
                if total < 5 {
                    let result = result.unwrap_or_else(|error| panic!("{name}: {error}"));
                    assert_eq!((result.form.id.as_str(), result.score.total), ("audit-c", total), "{name}");
                    assert!(screen.can_go_on(&answers), "{name}: the other seven are offered");
                } else {
                    assert_eq!(screen.form(&answers).id, "audit", "{name}: the other seven follow");
                    assert!(result.is_err(), "{name}: a result came before the other seven were answered");
                    assert!(!screen.can_go_on(&answers), "{name}");
                }
                assert_eq!(score.band >= Band::Increasing, total >= 5, "{name}: the UK cut-off");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 125);
}

/// A short form that follows on by choice gives AUDIT's result at any total.
#[test]
fn going_on_by_choice_makes_the_result_audits() {
    let points = cases::points(&[1, 1, 0, 0, 0, 0, 0, 0, 2, 0]);
    let answers = given::answers(&points);
    let screen = given::screen("audit-c").going_on();
    let result = screen.assess(&answers).expect("all ten are answered");
    assert_eq!((result.form.id.as_str(), result.score.total), ("audit", 4));
    assert_eq!(result.short.map(|(form, score)| (form.id.as_str(), score.total)), Some(("audit-c", 2)));
    assert!(!screen.can_go_on(&answers));
}

#[test]
fn an_unfinished_form_has_no_result_and_says_which_item_is_missing() {
    let full = [3, 2, 2, 1, 0, 0, 0, 0, 0, 0];
    for missing in 0..10 {
        let mut points = cases::points(&full);
        points[missing] = None;
        let error = given::screen("audit").assess(&given::answers(&points)).expect_err("an item is missing");
        assert_eq!(error.item, missing);
    }
}

/// The ten items, with their wording, labels and points, written once more: a slip in the data must not pass.
#[test]
fn the_questionnaire_is_the_published_form() {
    let file: Published = cases::read("audit/published.toml");
    let data = given::audit().data();
    assert_eq!(data.item.len(), 10);
    assert_eq!(file.item.len(), 10);
    for (place, (item, published)) in data.item.iter().zip(&file.item).enumerate() {
        assert_eq!(item.text, published.text, "item {}", place + 1);
        let options: Vec<(&str, u8)> =
            given::audit().options(place).iter().map(|choice| (choice.label.as_str(), choice.points)).collect();
        let labels = published.labels.iter().map(String::as_str);
        let expected: Vec<(&str, u8)> = labels.zip(published.points.iter().copied()).collect();
        assert_eq!(options, expected, "item {}", place + 1);
    }
    assert_eq!(data.credit, file.credit);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    credit: String,
    item: Vec<PublishedItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PublishedItem {
    text: String,
    labels: Vec<String>,
    points: Vec<u8>,
}

/// Any option, or none, for each of the ten items.
fn any_answers() -> impl Strategy<Value = Vec<Option<u8>>> {
    (0..10_usize)
        .map(|item| {
            prop_oneof![1 => Just(None), 6 => proptest::sample::select(given::offered(item)).prop_map(Some)].boxed()
        })
        .collect::<Vec<_>>()
}

fn any_form() -> impl Strategy<Value = Screen<'static>> {
    prop_oneof![
        Just(given::screen("audit-c")),
        Just(given::screen("audit-c").going_on()),
        Just(given::screen("audit")),
        Just(given::screen("audit").going_on()),
    ]
}

proptest! {
    #![proptest_config(given::tries(2_000))]

    /// There is a score exactly when every item asked is answered, and it is the sum of their points.
    #[test]
    fn a_score_is_the_sum_of_what_was_asked(points in any_answers(), screen in any_form()) {
        let answers = given::answers(&points);
        let path = screen.path(&answers);
        let missing = path.iter().find(|item| points[**item].is_none());
        match screen.assess(&answers) {
            Ok(result) => {
                prop_assert_eq!(missing, None);
                let sum: u16 = path.iter().filter_map(|item| points[*item]).map(u16::from).sum();
                prop_assert_eq!(result.score.total, sum);
                prop_assert!(result.score.total <= result.score.max);
                prop_assert!(result.score.max <= 40);
                prop_assert!(result.form.id == "audit" || sum < 5, "AUDIT-C alone stood as a result at {}", sum);
            }
            Err(error) => prop_assert_eq!(Some(&error.item), missing),
        }
    }

    /// Items that are not asked change nothing: not the total, not a flag, not the week's band.
    #[test]
    fn what_is_not_asked_counts_nothing(points in any_answers(), other in any_answers(), screen in any_form()) {
        let answers = given::answers(&points);
        let path = screen.path(&answers);
        let swapped: Vec<Option<u8>> =
            (0..10).map(|item| if path.contains(&item) { points[item] } else { other[item] }).collect();
        let swapped = given::answers(&swapped);
        prop_assert_eq!(screen.path(&swapped), path);
        prop_assert_eq!(screen.assess(&swapped), screen.assess(&answers));
    }

    /// More points on one item never make a milder band of the same form.
    #[test]
    fn the_band_follows_the_total(points in any_answers(), other in any_answers(), screen in any_form()) {
        let results = [&points, &other].map(|points| screen.assess(&given::answers(points)));
        if let [Ok(one), Ok(two)] = results
            && one.form.id == two.form.id
            && one.score.total <= two.score.total
        {
            prop_assert!(one.score.band <= two.score.band);
        }
    }

    /// Whatever is chosen, in any order and for any item, nothing panics and nothing else changes.
    #[test]
    fn any_choice_is_taken_or_refused(choices in proptest::collection::vec((0_usize..14, 0_u8..8), 0..40), screen in any_form()) {
        let mut answers = Answers::none();
        for (item, option) in choices {
            let before = answers.clone();
            let real = usize::from(option) < given::audit().options(item).len();
            prop_assert_eq!(answers.choose(given::audit(), item, option).is_ok(), real);
            if real {
                prop_assert_eq!(answers.chosen(item), Some(option));
            } else {
                prop_assert_eq!(&answers, &before);
            }
            let _ = (screen.path(&answers), screen.assess(&answers), screen.can_go_on(&answers));
        }
    }
}
