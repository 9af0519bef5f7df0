//! Names, addresses and numbers of registers, as people write them.

use import::{address, names::titled, ods::national};
use proptest::prelude::*;
use serde::Deserialize;

use crate::given::{suite, tries};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    name: Vec<(String, String)>,
    address: Vec<(String, String, String, String)>,
    phone: Vec<(String, String)>,
}

fn cases() -> Cases {
    toml::from_str(&suite("ods/names.toml")).expect("cases")
}

#[test]
fn names_are_written_as_people_write_them() {
    for (capitals, name) in cases().name {
        assert_eq!(titled(&capitals), name, "{capitals:?}");
    }
}

#[test]
fn addresses_have_a_street_and_a_town() {
    for (text, name, street, town) in cases().address {
        let found = address::read(&text, &name);
        let found = (found.street.unwrap_or_default(), found.town.unwrap_or_default());
        assert_eq!(found, (street, town), "{text:?}");
    }
}

#[test]
fn numbers_are_written_in_groups() {
    for (text, number) in cases().phone {
        assert_eq!(national(&text).map(|phone| phone.to_string()).unwrap_or_default(), number, "{text:?}");
    }
}

proptest! {
    #![proptest_config(tries(256))]

    /// Nothing but the size of letters changes, and what is titled stays so.
    #[test]
    fn any_name_keeps_its_letters(text in "\\PC{0,24}|[A-Z0-9 '&.,()/-]{0,40}") {
        let once = titled(&text);
        let letters = |text: &str| {
            let letters = text.chars().filter(|letter| letter.is_ascii_alphanumeric());
            letters.collect::<String>().to_ascii_lowercase()
        };
        // Some letters have no small or no great form of their own, and become two.
        if text.is_ascii() {
            prop_assert_eq!(letters(&once), letters(&text));
            prop_assert_eq!(titled(&once), once);
        }
    }

    #[test]
    fn any_text_is_an_address_and_a_number_or_none(text in "\\PC{0,40}|[0-9+() -]{0,20}", name in "\\PC{0,9}") {
        let _ = address::read(&text, &name);
        if let Some(phone) = national(&text) {
            prop_assert!(phone.to_string().starts_with('0'));
        }
    }
}
