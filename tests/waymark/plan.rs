//! A plan as it is kept: it comes back, what cannot be read is refused, and no other is lost for it.

use proptest::prelude::*;
use serde::Deserialize;
use waymark::islands::{
    kept::plan::{KeptPlan, section},
    plan::{
        kept::{MOST, Plan, There, over},
        shown,
        standing::{Standing, follows, standing},
    },
    readable::Unreadable,
};

use crate::{cases, given, html};

fn plan(parts: &[(&str, &str)]) -> Plan {
    Plan::of(parts.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())))
}

/// The format of the first version, byte for byte. It stays for as long as that version is read.
#[test]
fn the_first_version_is_read_and_written() {
    let text = given::text_of("tests/suite/guidance/plan-v1.json");
    let read = Plan::read(&text).expect("a plan");
    assert_eq!(read.words("start"), Some("A \"second\" bottle.\n\tThe door."));
    assert_eq!(read.words("call"), Some("Jo, next door \\ Nan – 07700 900123"));
    assert_eq!(read.write(), text.trim_end());
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    case: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    name: String,
    text: String,
    why: String,
}

#[test]
fn what_cannot_be_read_says_why() {
    for Text { name, text, why } in cases::read::<Texts>("guidance/plans.toml").case {
        let expected = if why == "newer" { Unreadable::Newer } else { Unreadable::Damaged };
        assert_eq!(Plan::read(&text), Err(expected), "{name}");
    }
    let long = |letters: usize| plan(&[("start", &"é".repeat(letters))]).write();
    assert!(Plan::read(&long(MOST)).is_ok());
    assert_eq!(Plan::read(&long(MOST + 1)), Err(Unreadable::TooLong));
    assert_eq!(Plan::read(&format!("{{\"waymark\":1,\"x\":\"{}\"}}", "y".repeat(300_000))), Err(Unreadable::TooLong));
    assert_eq!((over(&"é".repeat(MOST)), over(&"é".repeat(MOST + 3))), (None, Some(3)));
}

proptest! {
    #![proptest_config(given::tries(300))]

    /// Whatever is typed comes back, and so does any other text without a panic.
    #[test]
    fn what_is_kept_comes_back(parts in proptest::collection::vec(("[a-z]{1,8}", any::<String>()), 0..9), text in any::<String>()) {
        let plan = Plan::of(parts);
        prop_assert_eq!(Plan::read(&plan.write()), Ok(plan));
        let _ = Plan::read(&text);
    }
}

#[test]
fn a_part_without_words_is_none_and_the_order_is_the_pages() {
    let typed = plan(&[("when", "x"), ("old", "kept"), ("start", "a\r\nb"), ("call", " \n "), ("start", "again")]);
    assert_eq!(typed.words("start"), Some("a\nb"), "as a field gives it; the first one counts");
    assert_eq!(typed.words("call"), None);
    let ids = ["start", "when"].map(str::to_owned);
    assert_eq!(typed.in_order_of(&ids), plan(&[("start", "a\nb"), ("when", "x"), ("old", "kept")]), "nothing is lost");
}

#[test]
fn another_plan_is_never_overwritten_unseen() {
    let (mine, theirs, none) = (plan(&[("start", "mine")]), plan(&[("start", "theirs")]), Plan::default());
    let there = |plan: &Plan| There::Plan(plan.clone());
    for (typed, known, on_device, expected) in [
        (&none, None, There::Nothing, Standing::Blank),
        (&mine, None, There::Nothing, Standing::Unkept),
        (&mine, Some(&mine), there(&mine), Standing::Kept),
        (&mine, None, there(&mine), Standing::Kept),
        (&mine, Some(&theirs), there(&theirs), Standing::Changed),
        (&none, Some(&theirs), there(&theirs), Standing::Changed),
        (&mine, None, there(&theirs), Standing::Other),
        (&mine, Some(&mine), there(&theirs), Standing::Other),
        (&mine, Some(&mine), There::Nothing, Standing::Unkept),
        (&mine, Some(&mine), There::Unreadable(Unreadable::Newer), Standing::Unreadable(Unreadable::Newer)),
    ] {
        let found = standing(typed, known, &on_device);
        assert_eq!(found, expected, "{typed:?} {known:?} {on_device:?}");
        let overwrites = matches!(expected, Standing::Other | Standing::Unreadable(_));
        assert_eq!(found.may_keep(), !overwrites && expected != Standing::Blank);
        assert_ne!(given::site().words.get(found.key()), found.key());
    }
    assert!(follows(&none, None) && follows(&mine, Some(&mine)), "nothing would be lost");
    assert!(!follows(&mine, None) && !follows(&mine, Some(&theirs)), "what is typed stays");
}

#[test]
fn on_paper_every_heading_and_as_text_what_was_typed() {
    let headings = [("start", "1. How?"), ("call", "3. Who?")].map(|(id, words)| (id.to_owned(), words.to_owned()));
    let typed = plan(&[("call", "Jo & <b>Nan</b>\nnext door")]);
    let sheet = html::parse(&shown::sheet("Your plan", &headings, &typed));
    assert_eq!(html::text_of_all(sheet.root_element(), "h3"), ["1. How?", "3. Who?"]);
    assert!(html::all(&sheet, "b").is_empty(), "what is typed is never markup");
    assert!(html::text(sheet.root_element()).contains("Jo & <b>Nan</b>"));
    assert_eq!(shown::text("Your plan", &headings, &typed), "Your plan\n\n3. Who?\nJo & <b>Nan</b>\nnext door\n");
}

#[test]
fn what_you_kept_shows_its_words_or_why_not() {
    let words = given::site().words;
    let headings = [("start".to_owned(), "1. How?".to_owned())];
    let shown = |found: &KeptPlan| html::parse(&section(waymark::html::Html::new(), found, &headings, words).finish());
    let kept = shown(&KeptPlan::Kept(plan(&[("start", "<i>x"), ("old", "y")])));
    let text = html::text(kept.root_element());
    assert!(text.contains("1. How?") && text.contains("<i>x") && text.contains('y'), "{text}");
    assert!(html::all(&kept, "i").is_empty());
    assert_eq!(html::all(&kept, "a[href='/families/a-bad-night/']").len(), 1);
    assert_eq!(html::all(&kept, "#plan-delete").len(), 1);
    for (why, key) in [
        (Unreadable::Damaged, "kept-plan.damaged"),
        (Unreadable::TooLong, "kept-plan.too-long"),
        (Unreadable::Newer, "kept-plan.newer"),
    ] {
        let text = html::text(shown(&KeptPlan::Unreadable(why)).root_element());
        assert!(text.contains(words.get(key)), "{text}");
    }
    assert_eq!(html::all(&shown(&KeptPlan::Gone), "#plan-back").len(), 1);
}

/// The page of what was kept names the parts as the plan's page does.
#[test]
fn what_you_kept_knows_the_headings_of_the_plan() {
    let data = given::data(given::site(), "/my-data/");
    for part in ["[\"start\",\"1. How does a bad night start?\"]", "[\"after\",\"8. And the day after?\"]"] {
        assert!(data.contains(part), "{part}");
    }
}
