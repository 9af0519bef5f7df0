//! What people type.

use directory::{Postcode, PostcodeFault, Typed};
use proptest::prelude::*;
use serde::Deserialize;

use crate::cases;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    typed: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    postcode: Option<String>,
    sector: Option<String>,
    outcode: Option<String>,
    fault: Option<String>,
    begun: Option<String>,
}

#[test]
fn what_people_type() {
    for case in cases::<File>("postcodes.toml").typed {
        let (mut postcode, mut sector, mut outcode, mut fault, mut begun) = Default::default();
        match Typed::read(&case.text) {
            Ok(Typed::Postcode(read)) => postcode = Some(read.to_string()),
            Ok(Typed::Sector(read)) => sector = Some(read.to_string()),
            Ok(Typed::Outcode(read)) => outcode = Some(read.to_string()),
            Err(found) => {
                fault = Some(found.id().to_owned());
                if let PostcodeFault::Unfinished(sector) = found {
                    begun = Some(sector.to_string());
                }
            }
        }
        let found = (postcode, sector, outcode, fault, begun);
        assert_eq!(found, (case.postcode, case.sector, case.outcode, case.fault, case.begun), "{:?}", case.text);
    }
}

/// Only a whole postcode is a postcode.
#[test]
fn a_part_is_no_postcode() {
    assert_eq!(Postcode::read("SY1"), Err(PostcodeFault::NotAPostcode));
    assert!(matches!(Postcode::read("SY1 2"), Err(PostcodeFault::Unfinished(sector)) if sector.digit() == 2));
    assert_eq!(Postcode::read("sy12aq").map(|read| read.to_string()), Ok("SY1 2AQ".to_owned()));
}

/// Postcodes of every form, in the normal way of writing.
fn written() -> impl Strategy<Value = String> {
    let outcode = prop_oneof![
        "[A-PR-UWYZ][0-9]",
        "[A-PR-UWYZ][1-9][0-9]",
        "[A-PR-UWYZ][0-9][A-HJ-NP-Z]",
        "[A-PR-UWYZ][A-HK-Y][0-9]",
        "[A-PR-UWYZ][A-HK-Y][1-9][0-9]",
        "[A-PR-UWYZ][A-HK-Y][0-9][A-HJ-NP-Z]",
    ];
    (outcode, "[0-9][ABD-HJLNP-UW-Z]{2}").prop_map(|(outcode, inward)| format!("{outcode} {inward}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text at all is read or refused, and what is read is read the same when it is written back.
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,12}|[a-zA-Z0-9 OI01.-]{0,10}") {
        let again = |written: String| Typed::read(&written);
        match Typed::read(&text) {
            Ok(read @ Typed::Postcode(postcode)) => prop_assert_eq!(again(postcode.to_string()), Ok(read)),
            Ok(read @ Typed::Sector(sector)) => prop_assert_eq!(again(sector.to_string()), Ok(read)),
            Ok(read @ Typed::Outcode(outcode)) => prop_assert_eq!(again(outcode.to_string()), Ok(read)),
            Err(fault) => prop_assert!(!fault.id().is_empty()),
        }
    }

    /// A postcode is the same with its space anywhere or nowhere, in small letters, and with every 0 typed as an O and
    /// every 1 as an I that can be nothing else.
    #[test]
    fn a_postcode_is_known_however_it_is_typed(written in written(), at in 0_usize..8) {
        let postcode = Postcode::read(&written);
        prop_assert_eq!(postcode.map(|postcode| postcode.to_string()), Ok(written.clone()));
        let tight: String = written.chars().filter(|letter| *letter != ' ').collect();
        prop_assert_eq!(Postcode::read(&tight.to_lowercase()), postcode);
        let mut spaced = tight.clone();
        spaced.insert(at.min(tight.len()), ' ');
        prop_assert_eq!(Postcode::read(&spaced), postcode);
        let inward = written.len() - 3;
        let mistyped: String = written[inward..].replace('0', "O").replace('1', "I");
        prop_assert_eq!(Postcode::read(&format!("{}{mistyped}", &written[..inward])), postcode);
    }

    /// Its parts are what it is made of, and put together again they are the postcode.
    #[test]
    fn parts_make_the_whole(written in written()) {
        let postcode = Postcode::read(&written).expect("a postcode");
        let outcode = postcode.outcode();
        prop_assert_eq!(Some(outcode.to_string()), written.split(' ').next().map(str::to_owned));
        prop_assert_eq!(postcode.sector().to_string(), written[..written.len() - 2].to_owned());
        let again = outcode.sector(postcode.sector().digit()).and_then(|sector| sector.postcode(postcode.unit()));
        prop_assert_eq!(again, Some(postcode));
        prop_assert_eq!(outcode.sector(10), None);
        prop_assert_eq!(postcode.sector().postcode(Postcode::UNITS), None);
    }

    /// Files are sorted by postcode, character for character.
    #[test]
    fn postcodes_are_in_the_order_of_their_characters(one in written(), other in written()) {
        let read = |text: &str| Postcode::read(text).expect("a postcode");
        let padded = |text: &str| text.split_once(' ').map(|(outcode, inward)| format!("{outcode:<4}{inward}"));
        prop_assert_eq!(read(&one).cmp(&read(&other)), padded(&one).cmp(&padded(&other)));
    }
}
