//! What only a browser can tell: an island takes over its prerendered element and loses nothing.
//!
//! Run by `cargo xtask test wasm`. Whole journeys are in `tests/browser/`.

#![cfg(target_arch = "wasm32")]

use std::{cell::Cell, rc::Rc, task::Poll};

use screening::instrument::{
    About, Band, BandRange, Choice, Draft, Flag, FlagRule, Form, Item, Reading, Scale, SkipRule, Then, UnitRange,
    WeekItems,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use waymark::{
    browser,
    islands::check::{
        self,
        props::{DrinkRow, Props},
    },
};
use web_sys::{Document, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).expect("a selector").and_then(|found| found.dyn_into().ok())
}

fn element(selector: &str) -> HtmlElement {
    find(selector).unwrap_or_else(|| panic!("there is no {selector}"))
}

fn input(id: &str) -> HtmlInputElement {
    element(&format!("#{id}")).unchecked_into()
}

fn text(selector: &str) -> String {
    element(selector).text_content().unwrap_or_default()
}

fn choice(label: &str, points: u8) -> Choice {
    Choice { label: label.into(), points, inside: None, days: None, units: None }
}

fn item(id: &str, options: Vec<Choice>, scale: Option<&str>) -> Item {
    Item {
        id: id.into(),
        short: format!("short {id}"),
        text: format!("Text of {id}?"),
        options,
        scale: scale.map(str::to_owned),
        counts: true,
    }
}

/// A questionnaire of three items in the shape of AUDIT: a week, a flag of danger, a rule, a short form.
fn instrument() -> Draft {
    let days = |label: &str, points, days| Choice { days: Some(days), ..choice(label, points) };
    let units =
        |label: &str, points, least, most| Choice { units: Some(UnitRange { least, most }), ..choice(label, points) };
    let band = |id: Band, from, to| BandRange { id: id.id().into(), from, to };
    let reading = |band: Band| Reading { id: band.id().into(), band, name: band.id().into(), means: String::new() };
    let form = |id: &str, items: &[&str], band, skip, then| Form {
        id: id.into(),
        name: id.to_uppercase(),
        intro: None,
        items: items.iter().map(|item| (*item).to_owned()).collect(),
        skip,
        band,
        other_band: vec![],
        then,
        offer: None,
        over_time: false,
        page: None,
        codes: None,
    };
    Draft {
        id: "audit".into(),
        name: "A test".into(),
        version: "1".into(),
        credit: "© Nobody".into(),
        licence: "Free".into(),
        source: "A book.".into(),
        reviewed_on: "2026-06-01".into(),
        review_by: "2027-06-01".into(),
        about: About::Alcohol,
        reading: Band::ALL.map(reading).to_vec(),
        scale: vec![Scale { id: "often".into(), options: vec![choice("Never", 0), choice("Often", 2)] }],
        item: vec![
            item("one", vec![days("Never", 0, (0, 0)), days("Weekly", 1, (4, 8)), days("Daily", 2, (28, 28))], None),
            item("two", vec![units("A little", 0, 0, Some(2)), units("A lot", 2, 3, None)], None),
            item("three", vec![], Some("often")),
        ],
        form: vec![
            form(
                "short",
                &["one", "two"],
                vec![band(Band::Low, 0, 1), band(Band::Increasing, 2, 4)],
                vec![],
                Some(Then { form: "long".into(), from: 4 }),
            ),
            form(
                "long",
                &["one", "two", "three"],
                vec![band(Band::Low, 0, 1), band(Band::Increasing, 2, 5), band(Band::PossibleDependence, 6, 6)],
                vec![SkipRule {
                    when: vec!["one".into()],
                    least: 0,
                    most: 0,
                    skip: vec!["two".into(), "three".into()],
                    say: "Leave them out.".into(),
                }],
                None,
            ),
        ],
        flag: vec![FlagRule { id: Flag::NotDrinking, when: vec!["one".into()], least: 0, most: 0 }],
        week: Some(WeekItems { days: "one".into(), units: "two".into() }),
    }
}

/// Props with no words at all: a key without words shows itself, so a test sees which word stands where.
fn props(form: &str) -> String {
    let props = Props {
        instrument: instrument(),
        form: form.into(),
        title: "Check – Waymark".into(),
        words: Vec::new(),
        drinks: vec![DrinkRow { id: "pint".into(), name: "Pint".into(), ml: 568, abv: 40, vessel: "pint".into() }],
        reviewed: "1 June 2026".into(),
        norms: Vec::new(),
        address: "https://site.example".into(),
        help: "<p id=who>Someone</p>".into(),
    };
    miniserde::json::to_string(&props).replace('<', "\\u003c")
}

/// A prerendered island in the page, in place of any other.
fn prerendered(json: &str) -> HtmlElement {
    let page = document();
    for old in browser::islands() {
        old.element().remove();
    }
    browser::replace("");
    let radios: String = (0..3)
        .map(|place| {
            format!("<input type=radio name=one id=one-{place} value={place}><label for=one-{place}>{place}</label>")
        })
        .collect();
    let host: HtmlElement = page.create_element("div").expect("an element").unchecked_into();
    host.set_attribute("data-island", "check").expect("an attribute");
    host.set_inner_html(&format!(
        "<h1>Text of one?</h1>{radios}\
         <script type=\"application/json\">{json}</script>"
    ));
    page.body().expect("a body").append_child(&host).expect("the island in the page");
    host
}

fn taken_over(form: &str) -> HtmlElement {
    let host = prerendered(&props(form));
    check::take_over(host.clone().into()).expect("the island is taken over");
    host
}

/// Waits until what was just done is in the page.
async fn shown() {
    let done = Rc::new(Cell::new(false));
    std::future::poll_fn(|context| {
        if done.get() {
            return Poll::Ready(());
        }
        let (done, waker) = (done.clone(), context.waker().clone());
        browser::after_render(move || {
            done.set(true);
            waker.wake();
        });
        Poll::Pending
    })
    .await;
}

fn answer(id: &str) {
    input(id).click();
    element("#continue").click();
}

#[wasm_bindgen_test]
fn the_live_copy_shows_the_first_question() {
    taken_over("long");
    assert_eq!(text("[data-island] h1"), "Text of one?");
    assert_eq!(document().query_selector_all("[data-island] input[type=radio]").expect("radios").length(), 3);
    assert_eq!(find("[data-island] script"), None, "the prerendered copy is gone");
}

#[wasm_bindgen_test]
fn a_choice_made_before_is_kept() {
    let host = prerendered(&props("long"));
    input("one-2").set_checked(true);
    check::take_over(host.into()).expect("the island is taken over");
    assert!(input("one-2").checked());
    assert!(!input("one-0").checked());
}

#[wasm_bindgen_test]
fn focus_stays_where_it_was() {
    let host = prerendered(&props("long"));
    input("one-1").focus().expect("focus");
    check::take_over(host.into()).expect("the island is taken over");
    assert_eq!(document().active_element().map(|active| active.id()), Some("one-1".to_owned()));
}

#[wasm_bindgen_test]
fn continue_pressed_before_counts() {
    let host = prerendered(&props("long"));
    input("one-1").set_checked(true);
    host.set_attribute("data-continue", "").expect("an attribute");
    check::take_over(host.into()).expect("the island is taken over");
    assert_eq!(text("[data-island] h1"), "Text of two?");
}

#[wasm_bindgen_test]
fn continue_pressed_before_without_an_answer_stays_here() {
    let host = prerendered(&props("long"));
    host.set_attribute("data-continue", "").expect("an attribute");
    check::take_over(host.into()).expect("the island is taken over");
    assert_eq!(text("[data-island] h1"), "Text of one?");
}

#[wasm_bindgen_test]
async fn nothing_chosen_stays_on_the_question_and_says_so() {
    taken_over("long");
    element("#continue").click();
    shown().await;
    assert_eq!(text("[data-island] h1"), "Text of one?");
    assert!(find(".govuk-error-summary a[href='#one-0']").is_some());
    assert!(document().title().starts_with("check.error-title"), "{}", document().title());
}

#[wasm_bindgen_test]
fn an_answer_is_never_in_the_address_or_the_title() {
    taken_over("long");
    answer("one-2");
    assert_eq!((browser::fragment(), text("[data-island] h1")), ("2".to_owned(), "Text of two?".to_owned()));
    answer("two-0");
    assert_eq!(browser::fragment(), "3");
    answer("three-0");
    // Two points are increasing risk: signs are asked about first, and that is a step like the others.
    assert_eq!(browser::fragment(), "4");
    answer("withdrawal-1");
    assert_eq!(browser::fragment(), "result");
    assert!(!browser::title().contains("increasing"), "{}", browser::title());
    assert_eq!(element("#result").get_attribute("data-band").as_deref(), Some("increasing"));
}

/// The signs' answers, in order: yes, no, not sure.
fn advice_after(sign: &str) -> String {
    taken_over("long");
    for id in ["one-2", "two-0", "three-0", sign] {
        answer(id);
    }
    element("#result").get_attribute("data-advice").unwrap_or_default()
}

#[wasm_bindgen_test]
fn not_sure_is_read_as_a_sign() {
    assert_eq!(advice_after("withdrawal-0"), "see-someone");
    assert_eq!(advice_after("withdrawal-1"), "change");
    assert_eq!(advice_after("withdrawal-2"), "see-someone");
}

#[wasm_bindgen_test]
fn danger_shows_the_warning_and_someone_and_no_way_of_cutting_down() {
    taken_over("long");
    for id in ["one-2", "two-1", "three-1"] {
        answer(id);
    }
    assert_eq!(element("#result").get_attribute("data-band").as_deref(), Some("possible-dependence"));
    assert!(find("#withdrawal-warning").is_some() && find("#someone #who").is_some());
    assert_eq!(element("#next-step").get_attribute("data-step").as_deref(), Some("call-service"));
}

#[wasm_bindgen_test]
fn never_leads_to_the_result_at_once() {
    taken_over("long");
    answer("one-0");
    assert_eq!(element("#result").get_attribute("data-advice").as_deref(), Some("not-drinking"));
}

#[wasm_bindgen_test]
fn starting_again_forgets_every_answer() {
    taken_over("long");
    answer("one-0");
    element("#restart").click();
    assert_eq!(text("[data-island] h1"), "Text of one?");
    for id in ["one-0", "one-1", "one-2"] {
        assert!(!input(id).checked(), "{id}");
    }
}

#[wasm_bindgen_test]
async fn counting_chooses_the_matching_answer() {
    taken_over("long");
    answer("one-1");
    element("#help-me-count summary").click();
    shown().await;
    element("#add-pint").click();
    shown().await;
    assert!(input("two-0").checked(), "2.3 units fit \"A little\"");
    element("#add-pint").click();
    shown().await;
    assert!(input("two-1").checked(), "4.5 units fit \"A lot\"");
    assert_eq!(text("[data-island] h1"), "Text of two?", "it only ever chooses; Continue stays with the person");
}

/// Fails unless these props are refused, and the prerendered element is still there to be used.
fn refused(json: &str) {
    let host = prerendered(json);
    assert!(check::take_over(host.into()).is_err(), "{json}");
    assert_eq!(text("[data-island] h1"), "Text of one?");
    assert!(find("#one-0").is_some(), "the prerendered element stays");
}

#[wasm_bindgen_test]
fn broken_props_are_a_failure_and_leave_the_page_as_it_is() {
    refused("");
    refused("{}");
    refused("not json");
    refused(&props("no-such-form"));
}

#[wasm_bindgen_test]
fn an_island_without_props_is_a_failure() {
    let host = prerendered(&props("long"));
    element("[data-island] script").remove();
    assert!(check::take_over(host.into()).is_err());
    assert!(find("#one-0").is_some());
}
