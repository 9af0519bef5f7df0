//! What a record says and leaves unsaid.

use directory::{
    Access, Activity, Area, Cost, Kind, Known, Language, Location, Offer, Postcode, Referral, Status, Term, Way, Who,
};
use proptest::prelude::*;

/// Ids stand in files, addresses and word keys, and numbers in compiled files: none changes, none is used twice.
fn check_list<T: Term + core::fmt::Debug>(ids: &[&str]) {
    assert_eq!(T::ALL.iter().map(|term| term.id()).collect::<Vec<_>>(), ids, "the list {}", T::LIST);
    assert!(T::ALL.len() <= 32, "{} has more terms than bits", T::LIST);
    for (place, term) in T::ALL.iter().enumerate() {
        assert_eq!(usize::from(term.number()), place);
        assert_eq!((T::read(term.id()), T::at(term.number())), (Some(*term), Some(*term)));
        let plain = term.id().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(plain && !ids[..place].contains(&term.id()), "{}", term.id());
    }
    assert_eq!((T::read("something else"), T::at(u8::MAX)), (None, None));
}

#[test]
fn lists_are_closed() {
    check_list::<Kind>(&[
        "drug-and-alcohol",
        "gp",
        "pharmacy",
        "mutual-aid",
        "family",
        "young-people",
        "housing",
        "work",
        "crisis",
    ]);
    check_list::<Activity>(&[
        "shared-care",
        "supervised-consumption",
        "needle-exchange",
        "naloxone",
        "alcohol-brief-advice",
        "prescribing",
        "community-detox",
        "inpatient-detox",
        "rehab",
        "virus-testing",
        "drug-checking",
        "one-to-one",
        "groups",
        "peer-support",
        "family-support",
        "recovery-housing",
        "help-to-work",
        "outreach",
    ]);
    check_list::<Who>(&[
        "everyone",
        "adults",
        "young-people",
        "families",
        "women",
        "men",
        "pregnant",
        "lgbt",
        "veterans",
        "homeless",
    ]);
    check_list::<Referral>(&["walk-in", "self-refer", "by-gp", "by-professional", "register"]);
    check_list::<Way>(&["in-person", "phone", "online", "home-visit"]);
    check_list::<Cost>(&["free", "free-for-some", "paid"]);
    check_list::<Access>(&[
        "step-free",
        "accessible-toilet",
        "hearing-loop",
        "disabled-parking",
        "interpreter",
        "private-room",
    ]);
    check_list::<Status>(&["active", "inactive", "defunct", "temporarily-closed"]);
}

/// A term that nobody spoke of is neither there nor missing.
#[test]
fn unknown_is_not_absent() {
    let mut offer = Offer::<Activity>::default();
    assert!(Activity::ALL.iter().all(|term| offer.of(*term) == Known::Unknown) && offer.is_unknown());
    offer.set(Activity::NeedleExchange, Known::Absent);
    offer.set(Activity::Naloxone, Known::Present);
    assert_eq!(offer.of(Activity::NeedleExchange), Known::Absent);
    assert_eq!(offer.of(Activity::SharedCare), Known::Unknown);
    assert_eq!(offer.all(Known::Absent).collect::<Vec<_>>(), [Activity::NeedleExchange]);
    offer.set(Activity::NeedleExchange, Known::Unknown);
    assert_eq!(offer.of(Activity::NeedleExchange), Known::Unknown);
    assert_eq!(offer.all(Known::Present).collect::<Vec<_>>(), [Activity::Naloxone]);
}

const AREA: &str = r#"
id = "here"
name = "Here"
council = "Here Council"
authority-codes = ["E06000051"]

[[service]]
id = "old"
name = "The service"
run-by = "Somebody"
who-for = "Everyone."
about = "Help."
phone = "01743 123456"
address = "1A Castle Gates, Shrewsbury SY1 2AQ"
source = { name = "A list", as-at = "2026-02-03", checked-on = "2026-11-21", review-by = "2027-05-21" }
"#;

const NEW_KEYS: &str = r#"
[[service]]
id = "new"
name = "Another"
run-by = "Somebody"
who-for = "Adults."
about = "Help."
kind = "mutual-aid"
does = ["groups", "naloxone"]
does-not = ["rehab"]
who = ["adults"]
minimum-age = 18
how = ["walk-in"]
ways = ["in-person"]
cost = "free"
access = ["step-free"]
access-not = ["hearing-loop"]
languages = ["pl"]
first-visit = "Someone makes tea."
hours = { mon = "closed", tue = "19:00-20:00", wed = "closed", thu = "closed", fri = "closed", sat = "unknown", sun = "unknown" }
website = "https://example.org/"
ods = "Y00001"
serves = ["E06000020"]
source = { name = "A visit", checked-on = "2026-11-21", review-by = "2027-05-21", checked-by = "The partnership", licence = "OGL-UK-3.0" }
"#;

/// Files of areas as they were are read as before, and say of everything new that it is unknown.
#[test]
fn an_areas_file_reads_with_and_without_the_new_keys() {
    let area: Area = toml::from_str(&format!("{AREA}{NEW_KEYS}")).expect("an area");
    let records: Vec<_> = area.records().collect();
    let [(old, source), (new, _)] = records.as_slice() else { panic!("two services") };
    assert_eq!(old.kind, Kind::DrugAndAlcohol);
    assert!(old.does.is_unknown() && old.how.is_empty() && old.cost.is_none() && old.is_unchecked());
    assert_eq!(old.serves.iter().map(ToString::to_string).collect::<Vec<_>>(), ["E06000051"], "the area's own");
    let location = &old.place.as_ref().expect("a place").location;
    assert_eq!(
        (location.address.as_deref(), old.town(), location.postcode),
        (Some("1A Castle Gates"), Some("Shrewsbury"), Postcode::read("SY1 2AQ").ok())
    );
    assert_eq!(location.to_string(), "1A Castle Gates, Shrewsbury SY1 2AQ");
    assert_eq!((source.id.as_str(), source.name.as_str()), ("old", "A list"));

    assert_eq!((new.kind, new.cost), (Kind::MutualAid, Some(Cost::Free)));
    assert_eq!(new.does.of(Activity::Rehab), Known::Absent);
    assert_eq!(new.does.of(Activity::Naloxone), Known::Present);
    let place = new.place.as_ref().expect("a place");
    assert_eq!(place.location.access.of(Access::StepFree), Known::Present);
    let tuesday = place.hours.as_ref().map(|hours| hours.week()[1].text());
    assert_eq!(tuesday.as_deref(), Some("19:00-20:00"));
    assert_eq!(new.serves.iter().map(ToString::to_string).collect::<Vec<_>>(), ["E06000020"], "as it says itself");
    assert_eq!(new.provenance.checked.as_ref().map(|checked| checked.by.as_str()), Some("The partnership"));
    assert!(!new.is_unchecked());
}

/// S46: nobody can pay for a better place, so no key of a file can say so.
#[test]
fn no_paid_placement() {
    for key in ["sponsored = true", "priority = 1", "featured = true", "rank = 1", "paid = true"] {
        let text = AREA.replace("id = \"old\"", &format!("id = \"old\"\n{key}"));
        assert!(toml::from_str::<Area>(&text).is_err(), "{key}");
    }
}

fn tries() -> ProptestConfig {
    ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(tries())]

    /// Compiled files may hold any bits.
    #[test]
    fn any_bits_are_an_offer(present in any::<u32>(), absent in any::<u32>()) {
        let offer = Offer::<Activity>::from_bits(present, absent);
        let (here, gone) = offer.bits();
        prop_assert_eq!(here & gone, 0);
        prop_assert_eq!(Offer::<Activity>::from_bits(here, gone), offer);
        let mut copy = Offer::default();
        for term in Activity::ALL {
            copy.set(*term, offer.of(*term));
        }
        prop_assert_eq!(copy, offer);
    }

    #[test]
    fn any_address_is_a_place(address in "\\PC{0,40}|[A-Za-z0-9 ,]{0,30}", tag in "\\PC{0,4}") {
        let text = AREA.replace("1A Castle Gates, Shrewsbury SY1 2AQ", &address.replace(['\\', '"'], ""));
        let area: Area = toml::from_str(&text).expect("an area");
        let (record, _) = area.records().next().expect("a service");
        let _ = (record.town(), record.locations().map(Location::to_string).collect::<Vec<_>>());
        if let Some(language) = Language::read(&tag) {
            prop_assert_eq!(language.to_string(), tag);
        }
    }
}
