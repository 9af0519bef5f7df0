//! The instruments beside AUDIT, released and held: their published examples, and what holds for all of them.

use proptest::prelude::*;
use screening::{
    Advice, Answers, Flag, Instrument, Route, Screen, Who, WithdrawalSign,
    advice::{self},
};
use serde::Deserialize;

use waymark::islands::check::{flow::Flow, props::Parts};

use crate::{cases, given, html, results};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vectors {
    case: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Vector {
    name: String,
    points: Vec<i16>,
    total: Option<u16>,
    band: Option<String>,
    advice: Option<String>,
    #[serde(default)]
    flags: Vec<String>,
    invalid_item: Option<usize>,
}

/// Every instrument but AUDIT, whose cases have a shape of their own.
fn others() -> Vec<&'static Instrument> {
    let all = given::content();
    let held = all.held.iter().map(|held| &held.instrument);
    all.instruments.iter().chain(held).filter(|instrument| instrument.data().id != "audit").collect()
}

fn only_form(instrument: &'static Instrument) -> Screen<'static> {
    let data = instrument.data();
    assert_eq!(data.form.len(), 1, "{}: its cases do not say which form they are for", data.id);
    Screen::new(instrument, &data.form[0].id).expect("its own form")
}

#[test]
fn published_examples_of_every_other_instrument() {
    for instrument in others() {
        let id = &instrument.data().id;
        let file: Vectors = cases::read(&format!("{id}/vectors.toml"));
        assert!(file.case.len() >= 5, "{id}");
        for case in &file.case {
            check(instrument, case);
        }
        let bands = instrument.data().reading.iter().map(|reading| reading.id.as_str());
        let unseen: Vec<&str> =
            bands.filter(|band| !file.case.iter().any(|case| case.band.as_deref() == Some(*band))).collect();
        assert!(unseen.is_empty(), "{id}: no case ends in {unseen:?}");
    }
}

fn check(instrument: &'static Instrument, case: &Vector) {
    let name = format!("{}: {}", instrument.data().id, case.name);
    let points = cases::points(&case.points);
    let Some(answers) = cases::answers(&name, instrument, &case.points, case.invalid_item) else { return };
    let screen = only_form(instrument);
    let asked: Vec<usize> = (0..points.len()).filter(|item| points[*item].is_some()).collect();
    assert_eq!(screen.path(&answers), asked, "{name}: the items asked");
    let result = screen.assess(&answers).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(Some(result.score.total), case.total, "{name}: total");
    assert_eq!(result.reading.map(|reading| &reading.id), case.band.as_ref(), "{name}: band");
    let flag =
        |flag, id: &str| assert_eq!(result.has(flag), case.flags.iter().any(|named| named == id), "{name}: {id}");
    flag(Flag::NeverStop, "never-stop");
    flag(Flag::RiskyPlace, "risky-place");
    let Route::Advise(advice) = advice::route(&result, None, Who::Adult) else {
        panic!("{name}: asks about signs of withdrawal, and has no advice that needs it");
    };
    assert_eq!(Some(advice.id()), case.advice.as_deref(), "{name}");
}

/// Five answers to each of three questions, three to the last: FAST's every way, against its rule written once more.
#[test]
fn fast_in_every_combination() {
    let instrument = others().into_iter().find(|instrument| instrument.data().id == "fast").expect("FAST");
    let screen = only_form(instrument);
    for place in 0..375_u16 {
        let [one, two, three] = [place / 75, place / 15 % 5, place / 3 % 5].map(|points| points as u8);
        let four = [0, 2, 4][usize::from(place % 3)];
        let answers = Answers::from_points(instrument, &[one, two, three, four].map(Some)).expect("offered");
        let stops = one >= 3;
        let total = if stops { one } else { one + two + three + four };
        let result = screen.assess(&answers).expect("all answered");
        assert_eq!(screen.path(&answers).len(), if stops { 1 } else { 4 }, "{one} {two} {three} {four}");
        assert_eq!(result.score.total, u16::from(total), "{one} {two} {three} {four}");
        assert_eq!(result.offers, total >= 3, "{one} {two} {three} {four}");
    }
}

/// Whatever the instrument: an answer's own place in the wording, never a hole.
#[test]
fn a_wording_takes_up_the_answer_before_it() {
    let instrument = others().into_iter().find(|instrument| instrument.data().id == "sds").expect("SDS");
    let wording = |answers: &Answers| instrument.wording(1, answers);
    assert_eq!(wording(&Answers::none()), "Did you think your use of the drug was out of control?");
    let chosen = Answers::from_points(instrument, &[Some(1)]).expect("cocaine");
    assert_eq!(wording(&chosen), "Did you think your use of cocaine was out of control?");
}

/// The page of every other instrument, and its results, made from its file alone; those that are held as they will be.
#[test]
fn every_other_instrument_has_a_page_and_results() {
    let pages = given::render(|| waymark::pages::all(given::site_with_held()));
    for instrument in given::site_with_held().instruments.iter().filter(|other| other.data().id != "audit") {
        let data = instrument.data();
        let path = waymark::routes::check(&data.form[0].page.as_ref().expect("a page").address);
        let page = pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("{path}"));
        paper(&path, instrument, &html::parse(&page.html));
        let (parts, words) = results::parts_of(given::site_with_held(), &path);
        let parts: &'static Parts = Box::leak(Box::new(parts));
        let file: Vectors = cases::read(&format!("{}/vectors.toml", data.id));
        for case in file.case.iter().filter(|case| case.invalid_item.is_none()) {
            let name = format!("{path}: {}", case.name);
            let mut flow = Flow::new(&parts.instrument, &data.form[0].id).expect("its form");
            flow.answers = Answers::from_points(&parts.instrument, &cases::points(&case.points)).expect("answers");
            let (html, advice) = (results::show(flow.clone(), parts, words), flow.advice().expect("advice"));
            let page = html::parse(&html);
            let section = html::all(&page, "section#result")[0];
            assert_eq!(section.attr("data-band"), case.band.as_deref(), "{name}");
            assert_eq!(section.attr("data-score"), case.total.map(|total| total.to_string()).as_deref(), "{name}");
            results::shows_one_next_step(&name, advice, &page);
            results::shows_no_gap(&name, &page);
            let warns = !html::all(&page, "#withdrawal-warning").is_empty();
            assert_eq!(warns, case.flags.iter().any(|flag| flag == "never-stop"), "{name}");
            let text = html::text(section);
            assert!(text.contains(&data.credit) && text.contains(&data.version), "{name}");
            let reading = parts.instrument.reading(case.band.as_deref().expect("a band")).expect("its words");
            assert!(text.contains(&reading.name), "{name}");
        }
    }
}

/// The whole form without any program: the exact wording and labels, points, bands and credit.
fn paper(path: &str, instrument: &Instrument, page: &scraper::Html) {
    let text = html::text(html::all(page, "main")[0]);
    for (place, item) in instrument.data().item.iter().enumerate() {
        let wording = instrument.wording(place, &Answers::none());
        assert!(text.contains(&wording), "{path}: {wording}");
        for choice in instrument.options(place) {
            assert!(text.contains(&choice.label), "{path}: {}", choice.label);
        }
        assert_eq!(
            html::all(page, &format!("input[name='{}']", item.id)).len(),
            instrument.options(place).len(),
            "{path}"
        );
    }
    for reading in &instrument.data().reading {
        assert!(text.contains(&reading.name) && text.contains(&reading.means), "{path}: {}", reading.id);
    }
    assert!(text.contains(&instrument.data().credit), "{path}: the credit");
    for form in &instrument.data().form {
        assert!(form.skip.iter().all(|rule| text.contains(&rule.say)), "{path}: its rules");
        assert!(form.intro.iter().all(|intro| text.contains(intro.as_str())), "{path}: what holds for all of it");
    }
}

/// Held instruments are nowhere on the site: no page, no link, no props.
#[test]
fn what_is_held_is_not_on_the_site() {
    let held: Vec<&str> = given::content().held.iter().map(|held| held.instrument.data().id.as_str()).collect();
    assert_eq!(held, ["cudit-r", "sds"], "a licence note was filled in: then take it out of this list");
    for held in &given::content().held {
        let data = held.instrument.data();
        for page in given::pages() {
            assert!(!page.html.contains(&data.item[1].text), "{}: {}", page.path, data.id);
            let address = data.form[0].page.as_ref().map(|page| waymark::routes::check(&page.address));
            assert_ne!(Some(&page.path), address.as_ref(), "{}", data.id);
        }
    }
}

proptest! {
    #![proptest_config(given::tries(400))]

    /// Any answers to any instrument: a total within its range, a band that holds it, advice without a panic, and nothing
    /// about cutting down from an instrument that did not ask about signs of withdrawal.
    #[test]
    fn any_answers_to_any_instrument(which: prop::sample::Index, options in prop::collection::vec(0..9_u8, 12), stated: bool) {
        let others = others();
        let instrument = others[which.index(others.len())];
        let screen = only_form(instrument);
        let mut answers = Answers::none();
        for (item, option) in options.iter().enumerate().take(instrument.data().item.len()) {
            let many = instrument.options(item).len() as u8;
            answers.choose(instrument, item, option % many).expect("an option that is there");
        }
        let result = screen.assess(&answers).expect("all answered");
        prop_assert!(result.score.total <= result.score.max);
        prop_assert_eq!(result.reading.map(|reading| reading.band), Some(result.score.band));
        let sign = if stated { WithdrawalSign::Stated } else { WithdrawalSign::Denied };
        for (sign, who) in [(None, Who::Adult), (Some(sign), Who::Adult), (Some(sign), Who::SixteenOrSeventeen)] {
            if let Route::Advise(advice) = advice::route(&result, sign, who) {
                let steps = advice.others().iter().chain([&advice.next()]).any(|step| step.is_cutting_down());
                prop_assert!(!steps, "{:?}", advice);
                let drug = matches!(advice, Advice::Drug { .. });
                prop_assert!(!drug || advice.warns_of_withdrawal() == result.has(Flag::NeverStop));
            }
        }
    }
}
