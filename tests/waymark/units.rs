//! Drinks, sums, typed numbers, and the answer that a count fits.

use drinks::{Abv, Drink, Units, Volume};
use proptest::prelude::*;
use serde::Deserialize;
use waymark::islands::check::count;

use crate::{cases, given};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    drink: Vec<One>,
    sum: Vec<Sum>,
    fits: Vec<Fits>,
    typed: Vec<Typed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    name: String,
    ml: u16,
    abv: u16,
    exact: u32,
    shown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sum {
    name: String,
    drinks: Vec<(u16, u16)>,
    shown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fits {
    drinks: Vec<(u16, u16)>,
    label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    kind: String,
    text: String,
    value: Option<u16>,
    problem: Option<String>,
}

fn file() -> File {
    cases::read("units/drinks.toml")
}

fn drink(ml: u16, abv: u16) -> Drink {
    Drink { ml: Volume::from_ml(ml).expect("a volume"), abv: Abv::from_tenths(abv).expect("a strength") }
}

fn sum(drinks: &[(u16, u16)]) -> Units {
    drinks.iter().map(|(ml, abv)| drink(*ml, *abv).units()).sum()
}

#[test]
fn units_of_drinks() {
    for case in file().drink {
        let units = drink(case.ml, case.abv).units();
        assert_eq!(units, Units::from_ten_thousandths(case.exact), "{}", case.name);
        assert_eq!(units.to_string(), case.shown, "{}", case.name);
    }
}

#[test]
fn sums_are_rounded_last() {
    for case in file().sum {
        assert_eq!(sum(&case.drinks).to_string(), case.shown, "{}", case.name);
    }
}

#[test]
fn a_count_chooses_the_answer_that_it_fits() {
    let options = given::audit().options(1);
    for case in file().fits {
        let place = count::matching(options, sum(&case.drinks));
        let label = place.and_then(|place| options.get(usize::from(place))).map(|choice| choice.label.as_str());
        assert_eq!(label, Some(case.label.as_str()), "{:?}", case.drinks);
    }
}

#[test]
fn typed_numbers() {
    for case in file().typed {
        let read = match case.kind.as_str() {
            "volume" => Volume::read(&case.text).map(Volume::ml),
            "strength" => Abv::read(&case.text).map(Abv::tenths),
            other => panic!("kind {other:?}; write volume or strength"),
        };
        let expected = case.value.ok_or_else(|| case.problem.clone().unwrap_or_default());
        assert_eq!(read.map_err(|problem| problem.id().to_owned()), expected, "{} {:?}", case.kind, case.text);
    }
}

/// The drinks that the picker offers are drinks, and each has its own name and picture.
#[test]
fn the_pickers_drinks_are_told_apart() {
    let drinks = &given::site().drinks;
    for (place, preset) in drinks.iter().enumerate() {
        assert!(preset.drink.units() > Units::ZERO, "{}", preset.id);
        assert!(
            !drinks[..place].iter().any(|other| other.id == preset.id || other.name == preset.name),
            "{}",
            preset.id
        );
        assert!(
            ["pint", "can", "bottle", "wine", "shot"].contains(&preset.vessel.as_str()),
            "{}: {}",
            preset.id,
            preset.vessel
        );
    }
}

proptest! {
    #![proptest_config(given::tries(256))]

    /// Any amount fits exactly one answer, and a greater amount never a milder one.
    #[test]
    fn every_amount_fits_one_answer(one in 0_u32..2_000_000, more in 0_u32..2_000_000) {
        let fits = |amount| count::matching(given::audit().options(1), Units::from_ten_thousandths(amount));
        prop_assert!(fits(one).is_some());
        prop_assert!(fits(one) <= fits(one + more));
    }

    /// A shown amount is within half a tenth of the exact one, half up.
    #[test]
    fn what_is_shown_is_rounded_half_up(ml in 1_u16..=5_000, abv in 0_u16..=1_000) {
        let exact = u32::from(ml) * u32::from(abv);
        let shown: String = drink(ml, abv).units().to_string();
        let (whole, tenth) = shown.split_once('.').unwrap_or((&shown, "0"));
        let tenths: u32 = whole.parse::<u32>().expect("digits") * 10 + tenth.parse::<u32>().expect("a digit");
        prop_assert_eq!(tenths, (exact + 500) / 1_000);
    }

    /// Sums never overflow, and no drink makes a sum smaller.
    #[test]
    fn sums_only_grow(amounts in proptest::collection::vec(any::<u32>(), 0..20), times: u32) {
        let mut sum = Units::ZERO;
        for amount in amounts {
            let next = sum + Units::from_ten_thousandths(amount).times(times);
            prop_assert!(next >= sum);
            sum = next;
        }
        let _ = (sum.to_string(), sum.whole());
    }

    /// Any text at all is a number in range or a problem, and what is read is what was typed.
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,12}|[0-9.,% ml]{0,12}") {
        if let Ok(volume) = Volume::read(&text) {
            prop_assert!((1..=5_000).contains(&volume.ml()), "{:?}", text);
        }
        if let Ok(abv) = Abv::read(&text) {
            prop_assert!(abv.tenths() <= 1_000, "{:?}", text);
        }
    }

    #[test]
    fn plain_numbers_are_read_as_they_are(ml in 1_u16..=5_000, abv in 0_u16..=1_000) {
        prop_assert_eq!(Volume::read(&ml.to_string()).map(Volume::ml), Ok(ml));
        let strength = Abv::from_tenths(abv).expect("in range");
        prop_assert_eq!(Abv::read(&strength.to_string()), Ok(strength));
        prop_assert_eq!(Abv::read(&format!("{},{} %", abv / 10, abv % 10)), Ok(strength));
    }
}
