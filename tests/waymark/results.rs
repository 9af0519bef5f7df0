//! The result as it is shown: what stands on it, and what must never stand there together.

use std::{rc::Rc, sync::OnceLock};

use leptos::prelude::*;
use scraper::Html;
use screening::{Advice, Step, Who, WithdrawalSign};
use waymark::{
    islands::check::{
        flow::Flow,
        props::{DrinkRow, Parts, Props},
        result::{Actions, ResultScreen},
    },
    pages::Site,
    words::Words,
};

use crate::{given, html};

/// What a page of a check hands to its island, read back as the island reads it.
pub fn parts_of(site: &'static Site, path: &str) -> (Parts, Words) {
    let props: Props = miniserde::json::from_str(&given::data(site, path)).expect("props that can be read");
    let parts = Parts {
        instrument: props.instrument.try_into().expect("a sound instrument"),
        drinks: props.drinks.into_iter().filter_map(DrinkRow::preset).collect(),
        reviewed: props.reviewed,
        help: props.help,
        norms: props.norms,
        address: props.address,
    };
    (parts, Words::keep(props.words))
}

/// Those of the full check.
fn parts() -> (&'static Parts, Words) {
    static READ: OnceLock<(Parts, Words)> = OnceLock::new();
    let (parts, words) = READ.get_or_init(|| parts_of(given::site(), "/check/audit/"));
    (parts, *words)
}

/// The result of a finished check, as HTML.
pub fn show(flow: Flow, parts: &'static Parts, words: Words) -> String {
    given::render(move || {
        let actions = Actions { go_on: Box::new(|| ()), restart: Box::new(|| ()), stored: Rc::default(), forget: None };
        view! { <ResultScreen flow=flow parts=parts words=words actions=actions/> }
            .into_any()
            .to_html()
            .replace("<!>", "")
    })
}

/// The result of AUDIT or AUDIT-C, as HTML. Every question asked has to be answered.
fn shown(form: &str, points: &[u8], sign: Option<WithdrawalSign>, who: Who) -> (Flow, String) {
    let (parts, words) = parts();
    let mut flow = Flow::new(&parts.instrument, form).expect("the form");
    flow.answers = given::answers(&points.iter().copied().map(Some).collect::<Vec<_>>());
    (flow.sign, flow.who) = (sign, who);
    (flow.clone(), show(flow, parts, words))
}

/// Every kind of result: all of items 1 to 3, with and without the rest, with and without a morning drink.
fn for_all_results(mut check: impl FnMut(&str, &Flow, &Html, &str)) {
    let rests: [[u8; 7]; 5] = [
        [0, 0, 0, 0, 0, 0, 0],
        [2, 2, 0, 2, 1, 2, 0],
        [4, 4, 0, 4, 4, 4, 4],
        [0, 0, 1, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 4, 4],
    ];
    for first in 0..125_u8 {
        let start = [first / 25, first / 5 % 5, first % 5];
        for rest in rests {
            let points: Vec<u8> = start.iter().chain(&rest).copied().collect();
            let mut kinds = vec![("audit", WithdrawalSign::Denied)];
            // The quick check and a stated sign say the same whatever the rest is: once is enough.
            if rest == rests[0] {
                kinds.extend([("audit-c", WithdrawalSign::Denied), ("audit", WithdrawalSign::Stated)]);
            }
            for (form, sign) in kinds {
                let (flow, html) = shown(form, &points, Some(sign), Who::Adult);
                check(&format!("{form} {points:?} {sign:?}"), &flow, &html::parse(&html), &html);
            }
        }
    }
}

fn count(page: &Html, selector: &str) -> usize {
    html::all(page, selector).len()
}

/// One pass over all of them, because drawing them is what takes the time.
#[test]
fn every_result_says_what_it_must_and_nothing_that_it_must_not() {
    let mut seen = std::collections::BTreeMap::<&str, usize>::new();
    for_all_results(|name, flow, page, html| {
        let (result, advice) = (flow.assess().expect("finished"), flow.advice().expect("advice"));
        *seen.entry(advice.id()).or_default() += 1;
        shows_the_score(name, &result, page);
        match advice {
            Advice::SeeSomeone(_) => warns(name, page, html),
            _ => assert_eq!(count(page, "#withdrawal-warning"), 0, "{name}"),
        }
        // Whoever does not drink may have stopped yesterday, and is not asked about signs.
        let stopped = usize::from(matches!(advice, Advice::NotDrinking { .. }));
        for link in ["tel:111", "tel:999", "/stopping-safely/"] {
            assert_eq!(count(page, &format!("#just-stopped a[href='{link}']")), stopped, "{name}: {link}");
        }
        shows_one_next_step(name, advice, page);
        never_praises_over_the_line(name, &result, page);
        shows_the_working(name, flow, page);
        shows_no_gap(name, page);
    });
    for id in ["see-someone", "change", "change-with-help", "not-drinking", "low-risk"] {
        assert!(seen.get(id).is_some_and(|count| *count > 3), "{id} was hardly looked at: {seen:?}");
    }
}

fn shows_the_score(name: &str, result: &screening::Assessment<'_>, page: &Html) {
    let section = html::all(page, "section#result");
    assert_eq!(section.len(), 1, "{name}");
    let attribute = |key: &str| section[0].attr(key).unwrap_or_default().to_owned();
    assert_eq!(attribute("data-instrument"), result.form.id, "{name}");
    assert_eq!(attribute("data-score"), result.score.total.to_string(), "{name}");
    assert_eq!(attribute("data-band"), result.reading.expect("words for the band").id, "{name}");
    assert_eq!(count(page, "h1"), 1, "{name}");
    let out_of = html::text(html::all(page, ".app-score__total")[0]);
    assert!(out_of.starts_with(&format!("{} out of {}", result.score.total, result.score.max)), "{name}: {out_of}");
    assert_eq!(count(page, "#short-score") > 0, result.short.is_some(), "{name}: AUDIT-C's score too");
}

/// A person to call, when to call 999 or 111, and nothing about cutting down (S3).
fn warns(name: &str, page: &Html, html: &str) {
    assert_eq!((count(page, "#withdrawal-warning"), count(page, "#emergency-signs")), (1, 1), "{name}");
    for tel in ["tel:999", "tel:111"] {
        assert!(count(page, &format!("#emergency-signs a[href='{tel}']")) > 0, "{name}: {tel}");
    }
    assert!(count(page, "#someone a[href^='tel:']") > 0, "{name}: a person to call");
    let first = html.find("id=withdrawal-warning").unwrap_or(usize::MAX);
    assert!(first < html.find("app-score").unwrap_or(0), "{name}: the warning comes before the score");
    let next = html.find("id=next-step").unwrap_or(0);
    assert!(first < next, "{name}: the warning comes before the next step");
    assert_eq!(count(page, "#go-on-panel"), 0, "{name}: no more questions now");
    let (_, words) = parts();
    for step in [Step::DrinkFreeDays, Step::SmallerWeaker, Step::PlanInstead] {
        assert_eq!(count(page, &format!("[data-step='{}']", step.id())), 0, "{name}: {}", step.id());
    }
    for key in ["step.drink-free-days-md", "step.smaller-weaker-md", "step.plan-instead-md", "result.caution-md"] {
        assert!(!html.contains(words.get(key)), "{name}: {key}");
    }
}

pub fn shows_one_next_step(name: &str, advice: Advice, page: &Html) {
    let steps = html::all(page, "#next-step");
    assert_eq!(steps.len(), 1, "{name}: one next step");
    assert_eq!(steps[0].attr("data-step"), Some(advice.next().id()), "{name}");
    let others: Vec<&str> =
        html::all(page, "#other-steps [data-step]").iter().filter_map(|step| step.attr("data-step")).collect();
    assert_eq!(others, advice.others().iter().map(|step| step.id()).collect::<Vec<_>>(), "{name}");
    assert!(!others.contains(&advice.next().id()), "{name}: the next step is not one of the others");
    if matches!(advice, Advice::Change { .. }) {
        assert!(
            count(page, "#other-steps .govuk-inset-text a[href='tel:999']") > 0,
            "{name}: when to stop and get help"
        );
    }
}

/// Praise never stands beside a week over the line (S4); it stands nowhere at all. Nor does anything about
/// driving, blood alcohol, or so many drinks fewer a day (S5).
fn never_praises_over_the_line(name: &str, result: &screening::Assessment<'_>, page: &Html) {
    let text = html::text(html::all(page, "section#result")[0]).to_lowercase();
    for never in [
        "well done",
        "good news",
        "great",
        "congratulations",
        "keep it up",
        "driving",
        "to drive",
        "blood",
        "taper",
        "every day by",
        "addict",
    ] {
        assert!(!text.contains(never), "{name}: {never:?}");
    }
    if result.week.is_some_and(|week| week.may_exceed_low_risk()) {
        let (_, words) = parts();
        assert!(!text.contains(&words.get("meaning.low").to_lowercase()), "{name}: it reassures");
        assert_eq!(count(page, "#week"), 1, "{name}: the week is shown");
    }
}

/// Each answer with its points, a link that says what it changes, and the form's name, version and credit.
fn shows_the_working(name: &str, flow: &Flow, page: &Html) {
    let asked = flow.questions();
    assert_eq!(count(page, "#working .app-answers__row"), asked, "{name}");
    let links: Vec<(String, String)> = html::all(page, "#working .app-answers__change a")
        .into_iter()
        .map(|link| (link.attr("href").unwrap_or_default().to_owned(), html::text(link)))
        .collect();
    for (place, (href, text)) in links.iter().enumerate() {
        assert_eq!(*href, format!("#{}", place + 1), "{name}");
        assert!(text.len() > "Change your answer".len(), "{name}: {text:?} does not say what it changes");
        assert!(!links[..place].iter().any(|(_, other)| other == text), "{name}: {text:?} twice");
    }
    let working = html::text(html::all(page, "#working")[0]);
    for part in [&given::audit().data().credit, &given::audit().data().version, &given::audit().data().source] {
        assert!(working.contains(part.as_str()), "{name}: {part}");
    }
}

/// No key without words, no `{gap}` that nobody filled.
pub fn shows_no_gap(name: &str, page: &Html) {
    let text = html::text(html::all(page, "section#result")[0]);
    assert!(!text.contains('{') && !text.contains('}'), "{name}: {text}");
    for table in ["result.", "meaning.", "week.", "warning.", "step.", "working.", "few.", "young.", "drug."] {
        for (at, _) in text.match_indices(table) {
            let next = text[at + table.len()..].chars().next();
            assert!(
                !next.is_some_and(|letter| letter.is_ascii_lowercase()),
                "{name}: a key without words: {}",
                &text[at..]
            );
        }
    }
}

#[test]
fn an_unfinished_check_shows_no_result() {
    let (parts, words) = parts();
    for points in [vec![], vec![Some(3), Some(2), Some(2)], vec![Some(0)]] {
        let mut flow = Flow::new(&parts.instrument, "audit").expect("AUDIT");
        flow.answers = given::answers(&points);
        let html = show(flow, parts, words);
        assert!(!html.contains("data-band") && !html.contains("<h1"), "{points:?}: {html}");
    }
}

/// The same before the question about signs is answered: there is nothing to advise yet (S2).
#[test]
fn a_check_whose_signs_are_not_asked_about_shows_no_result() {
    let (_, html) = shown("audit", &[3, 2, 2, 0, 0, 0, 1, 0, 0, 0], None, Who::Adult);
    assert!(!html.contains("data-band"), "{html}");
}

/// At 16 or 17: no line of units, no other people, advice of their own.
#[test]
fn a_result_at_16_or_17_is_not_an_adults() {
    let (_, words) = parts();
    for (points, talk) in [([1, 0, 0, 0, 0, 0, 0, 0, 0, 0], false), ([4, 3, 3, 1, 1, 0, 2, 1, 0, 0], true)] {
        let (flow, html) = shown("audit", &points, Some(WithdrawalSign::Denied), Who::SixteenOrSeventeen);
        let page = html::parse(&html);
        assert_eq!(flow.advice(), Some(Advice::Young { talk }));
        assert_eq!((count(&page, "#week"), count(&page, "#other-people")), (0, 0), "{points:?}");
        assert!(!html.contains("14 units"), "{points:?}");
        assert!(count(&page, "#next-step a[href='tel:08001111']") > 0, "{points:?}: Childline");
        let meaning = if talk { "young.meaning-talk" } else { "young.meaning" };
        assert!(html.contains(words.get(meaning)), "{points:?}");
        shows_no_gap("young", &page);
    }
    let (_, html) = shown("audit", &[4; 10], Some(WithdrawalSign::Denied), Who::SixteenOrSeventeen);
    assert!(html.contains("Get help now") && html.contains("id=withdrawal-warning"));
}

/// Two people see the same, with a summary; where there is a warning, it comes before that too.
#[test]
fn together_the_warning_still_comes_first() {
    let (parts, words) = parts();
    for (points, warned) in [([4; 10], true), ([3, 2, 2, 0, 0, 0, 1, 0, 0, 0], false)] {
        let mut flow = Flow::new(&parts.instrument, "audit").expect("AUDIT");
        flow.answers = given::answers(&points.map(Some));
        (flow.sign, flow.together) = (Some(WithdrawalSign::Denied), true);
        let html = show(flow, parts, words);
        let at = |id: &str| html.find(&format!("id={id}"));
        let both = at("in-short").expect("the summary");
        assert_eq!(at("withdrawal-warning").is_some_and(|warning| warning < both), warned, "{points:?}");
    }
    let (_, alone) = shown("audit", &[4; 10], None, Who::Adult);
    assert!(!alone.contains("in-short"));
}

/// How other people answered stands behind a line of its own, with its source.
#[test]
fn other_people_are_shown_once_and_closed() {
    let (_, html) = shown("audit", &[4, 3, 3, 1, 1, 0, 2, 1, 0, 0], Some(WithdrawalSign::Denied), Who::Adult);
    let page = html::parse(&html);
    assert_eq!(count(&page, "details#other-people"), 1);
    assert_eq!(count(&page, "details#other-people[open]"), 0);
    assert!(html.contains("Health Survey for England"));
    let (_, html) = shown("audit", &[4; 10], None, Who::Adult);
    assert_eq!(count(&html::parse(&html), "#other-people"), 0);
}
