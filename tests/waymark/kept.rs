//! What a person keeps on their device: it comes back as it was, and whatever else stands there is refused with a reason.

use proptest::prelude::*;
use screening::{
    Advice, Instrument, Kept, Record, Screen, Who, WithdrawalSign,
    advice::{self, Route},
    kept::{LONGEST, Unreadable, write},
};
use serde::Deserialize;
use waymark::{
    components::ScaleBand,
    islands::kept::{
        chart::{MOST, Point, chart, places},
        entry::{Entry, sort},
        list::{self, Everything},
        store,
    },
};

use crate::{cases, given, html};

const DAY: &str = "2026-11-22";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    from: String,
    to: String,
    score: Option<u16>,
    why: Option<String>,
    #[serde(default)]
    warns: bool,
}

fn instruments() -> &'static [Instrument] {
    &given::site_with_held().instruments
}

/// A check that was kept with the first version of the format. It stays as it is for as long as that version is read.
fn first_version() -> String {
    given::text_of("tests/suite/kept/audit-v1.json")
}

fn open(text: &str) -> Result<(u16, Advice), Unreadable> {
    let opened = Kept::read(text)?.open(instruments())?;
    Ok((opened.assessment.score.total, opened.record.advice))
}

#[test]
fn what_was_changed_is_told_from_what_was_not() {
    for Case { name, from, to, score, why, warns } in cases::read::<File>("kept/edits.toml").case {
        let text = first_version();
        assert!(text.contains(&from), "{name}: {from:?} is not in the file");
        match (open(&text.replacen(&from, &to, 1)), score, why) {
            (Ok((total, advice)), Some(score), None) => {
                assert_eq!((total, advice.warns_of_withdrawal()), (score, warns), "{name}");
            }
            (Err(reason), None, Some(why)) => assert_eq!(reason.id(), why, "{name}"),
            (found, ..) => panic!("{name}: {found:?}"),
        }
    }
}

/// Cut off anywhere, it is refused; and no cut makes a panic or another result.
#[test]
fn a_text_cut_off_anywhere_is_refused() {
    let text = first_version();
    for end in 0..text.trim_end().len() {
        let cut = text.get(..end).unwrap_or_default();
        assert_eq!(open(cut), Err(Unreadable::Damaged), "{cut:?}");
    }
}

/// Five megabytes are refused without being read, and so is what is nested deeper than any reader's stack.
#[test]
fn what_is_too_long_is_refused() {
    let long = first_version().replacen("\"check\",", &format!("\"check\",{}", " ".repeat(5 << 20)), 1);
    assert_eq!(open(&long), Err(Unreadable::Damaged));
    let room = LONGEST - first_version().len();
    assert!(open(&first_version().replacen("\"check\",", &format!("\"check\",{}", " ".repeat(room)), 1)).is_ok());
    for open_only in ["[", "{\"a\":", "[{\"waymark\":"] {
        assert_eq!(open(&open_only.repeat(LONGEST / open_only.len())), Err(Unreadable::Damaged));
    }
}

/// Every check of the site fits many times over.
#[test]
fn the_longest_check_is_a_quarter_of_what_is_read() {
    for instrument in instruments() {
        let longest = |item: usize| {
            let labels = instrument.options(item).iter().enumerate();
            labels.max_by_key(|(_, choice)| choice.label.len()).map(|(place, _)| place as u8)
        };
        for form in &instrument.data().form {
            let mut answers = screening::Answers::none();
            for item in 0..instrument.data().item.len() {
                answers.choose(instrument, item, longest(item).expect("an option")).expect("an option of its own");
            }
            let screen = Screen::new(instrument, &form.id).expect("the form").going_on();
            let text = write(&screen, &answers, None, Who::Adult, DAY).expect("a finished check");
            assert!(text.len() * 4 < LONGEST, "{}: {}", form.id, text.len());
        }
    }
}

#[derive(Debug, Clone)]
struct Done {
    instrument: usize,
    form: usize,
    options: Vec<u8>,
    sign: Option<WithdrawalSign>,
    who: Who,
    longer: bool,
}

fn done() -> impl Strategy<Value = Done> {
    let sign = prop_oneof![Just(None), Just(Some(WithdrawalSign::Stated)), Just(Some(WithdrawalSign::Denied))];
    let who = prop_oneof![Just(Who::Adult), Just(Who::SixteenOrSeventeen)];
    (0..instruments().len(), 0..4_usize, proptest::collection::vec(0..9_u8, 16), sign, who, any::<bool>()).prop_map(
        |(instrument, form, options, sign, who, longer)| Done { instrument, form, options, sign, who, longer },
    )
}

/// The text of a check that is done, and its record; none where the answers lead nowhere yet.
fn kept(done: &Done) -> Option<(String, Record<'static>)> {
    let instrument = &instruments()[done.instrument];
    let form = &instrument.data().form[done.form % instrument.data().form.len()];
    let screen = Screen::new(instrument, &form.id)?;
    let screen = if done.longer { screen.going_on() } else { screen };
    let mut answers = screening::Answers::none();
    for (item, option) in done.options.iter().enumerate().take(instrument.data().item.len()) {
        let offered = instrument.options(item).len() as u8;
        answers.choose(instrument, item, option % offered).expect("an option that is offered");
    }
    let assessment = screen.assess(&answers).ok()?;
    let Route::Advise(advice) = advice::route(&assessment, done.sign, done.who) else { return None };
    let record = Record::new(instrument, &answers, &assessment, done.sign, advice)?.of(done.who);
    Some((write(&screen, &answers, done.sign, done.who, DAY)?, record))
}

/// Is it refused, or do its answers make its score?
fn adds_up(text: &str) -> bool {
    let Ok(kept) = Kept::read(text) else { return true };
    let Ok(opened) = kept.open(instruments()) else { return true };
    let answered: u16 = opened.record.answers.iter().filter_map(|answer| answer.points).map(u16::from).sum();
    answered == opened.record.score.total && answered == opened.assessment.score.total
}

proptest! {
    #![proptest_config(given::tries(400))]

    /// Round trip: what is opened says what the result said, for every check of the site.
    #[test]
    fn what_is_kept_comes_back(done in done()) {
        if let Some((text, record)) = kept(&done) {
            let back = Kept::read(&text).expect("what was written");
            prop_assert_eq!(&back.day, DAY);
            prop_assert_eq!(back.open(instruments()).expect("the same result").record, record);
            prop_assert!(store::is_name(&store::name(&text)));
        }
    }

    /// A check that was kept and then changed anywhere is refused or adds up. It never panics.
    #[test]
    fn what_was_changed_anywhere_is_refused_or_adds_up(
        done in done(),
        at in 0.0..1.0_f64,
        remove in 0..40_usize,
        put in "(\\PC|[\"{}\\[\\]:,0-9]|null|true|-|\\\\u00){0,8}",
    ) {
        if let Some((text, _)) = kept(&done) {
            let letters: Vec<char> = text.chars().collect();
            let at = (letters.len() as f64 * at) as usize;
            let changed: String =
                letters[..at].iter().copied().chain(put.chars()).chain(letters[at..].iter().skip(remove).copied()).collect();
            prop_assert!(adds_up(&changed), "{}", changed);
        }
    }

    /// Anything at all is read or refused.
    #[test]
    fn anything_is_read_or_refused(text in "(\\PC|[\"{}\\[\\]:,0-9 ]|\"waymark\"|: 1|\"kind\"|\"check\"|null|1e999){0,60}") {
        prop_assert!(adds_up(&text), "{}", text);
    }

    /// However many points there are and whenever they were, they stand in their order, inside, and apart.
    #[test]
    fn points_stand_in_order_and_apart(days in proptest::collection::vec((1900..2200_u16, 1..13_u8, 1..32_u8), 0..MOST + 1)) {
        let mut days: Vec<String> = days.into_iter().map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}")).collect();
        days.sort();
        let points: Vec<Point<'_>> = days.iter().map(|day| Point { day, total: 3 }).collect();
        let places = places(&points);
        prop_assert_eq!(places.len(), points.len());
        prop_assert!(places.windows(2).all(|pair| pair[1] >= pair[0] + 300), "{:?}", places);
        prop_assert!(places.iter().all(|place| (420..=3_100).contains(place)), "{:?}", places);
    }
}

/// A list as the program draws it, out of texts.
fn listed(texts: &[String], gone: &[usize], everything: Everything) -> String {
    let mut entries: Vec<Entry<'_>> = texts
        .iter()
        .enumerate()
        .map(|(place, text)| Entry::new(store::name(text), text.clone(), gone.contains(&place), instruments()))
        .collect();
    sort(&mut entries);
    list::html(Some(&entries), everything, instruments(), &|day| format!("on {day}"), given::site().words)
}

fn on(day: &str) -> String {
    first_version().replacen(DAY, day, 1)
}

#[test]
fn the_newest_comes_first_and_a_damaged_one_takes_nothing_along() {
    let texts = [on("2026-02-01"), "{\"waymark\": <b>".to_owned(), on("2026-11-22"), on("2025-12-31")];
    let page = html::parse(&listed(&texts, &[], Everything::Offered));
    let headings: Vec<String> = html::all(&page, "#kept > li > h2").into_iter().map(html::text).collect();
    assert_eq!(headings[..3], ["on 2026-11-22", "on 2026-02-01", "on 2025-12-31"]);
    assert_eq!(headings[3], given::site().words.get("kept.unreadable"));
    assert_eq!(html::all(&page, "#kept [data-why=damaged]").len(), 1);
    assert!(html::all(&page, "#kept b").is_empty(), "what stands in storage is never markup");
    // Each can be saved and deleted.
    for text in &texts {
        for act in ["save", "delete"] {
            assert_eq!(html::all(&page, &format!("#{act}-{}", store::name(text))).len(), 1, "{act} {text}");
        }
    }
}

/// Two scores of a form are drawn, one is not; a full AUDIT counts among those of AUDIT-C once there is one of its own.
#[test]
fn scores_are_drawn_from_two_on() {
    let drawn = |texts: &[String], gone: &[usize]| -> Vec<String> {
        let page = html::parse(&listed(texts, gone, Everything::Offered));
        let name = |element: scraper::ElementRef<'_>| element.value().id().unwrap_or_default().to_owned();
        html::all(&page, ".app-kept__chart").into_iter().map(name).collect()
    };
    assert!(drawn(&[on("2026-01-01")], &[]).is_empty());
    assert_eq!(drawn(&[on("2026-01-01"), on("2026-04-01")], &[]), ["chart-audit"]);
    assert!(drawn(&[on("2026-01-01"), on("2026-04-01")], &[1]).is_empty(), "what was deleted is not drawn");
    let screen = given::screen("audit-c");
    let answers = given::answers(&[Some(2), Some(1), Some(0)]);
    let short = write(&screen, &answers, None, Who::Adult, "2026-06-01").expect("a finished check");
    assert_eq!(drawn(&[on("2026-01-01"), short], &[]), ["chart-audit-c"]);
}

/// The drawing has a place for each score, and its numbers are in the list's words too.
#[test]
fn the_drawing_shows_each_score() {
    let bands = [ScaleBand { band: screening::Band::Low, from: 0, to: 40 }];
    let points = [Point { day: "2026-01-01", total: 3 }, Point { day: "2026-04-01", total: 40 }];
    let page = html::parse(&chart(&points, 40, &bands, ("first", "last")));
    let scores: Vec<String> = html::all(&page, ".app-chart__score").into_iter().map(html::text).collect();
    assert_eq!(scores, ["3", "40"]);
    assert_eq!(html::all(&page, "circle").len(), 2);
    let many: Vec<Point<'_>> = (0..20).map(|total| Point { day: "2026-01-01", total }).collect();
    let page = html::parse(&chart(&many, 40, &bands, ("first", "last")));
    let scores: Vec<String> = html::all(&page, ".app-chart__score").into_iter().map(html::text).collect();
    assert_eq!(scores, ["12", "13", "14", "15", "16", "17", "18", "19"], "the latest");
}

/// Invariant 10, on what is kept: a result that warned still warns, and nothing beside it is about cutting down.
#[test]
fn a_warning_is_kept_too() {
    let words = given::site().words;
    let warned = on("2026-11-22").replace("\"signs\": \"no\"", "\"signs\": \"yes\"");
    let page = listed(&[warned, on("2026-01-01")], &[], Everything::Offered);
    assert_eq!(page.matches(words.get("kept.warning-md")).count(), 1);
    for key in ["step.drink-free-days-md", "step.smaller-weaker-md", "step.plan-instead-md", "sheet.ask-change"] {
        assert!(!page.contains(words.get(key)), "{key}");
    }
    assert!(page.contains(words.get("sheet.sign-stated")));
}

/// A week over the line comes before a score that alone could read as low.
#[test]
fn a_week_over_the_line_leads() {
    let answers = given::answers(&[3, 2, 0, 0, 0, 0, 0, 0, 0, 0].map(Some));
    let text =
        write(&given::screen("audit"), &answers, Some(WithdrawalSign::Denied), Who::Adult, DAY).expect("a check");
    let (assessment, record) = {
        let opened = Kept::read(&text).expect("a text").open(instruments()).expect("a result");
        (opened.assessment, opened.record)
    };
    assert!(record.week.expect("a week").band() > assessment.score.band, "the case is one where the week leads");
    let page = html::parse(&listed(std::slice::from_ref(&text), &[], Everything::Offered));
    assert!(html::text(html::all(&page, ".app-kept__band")[0]).starts_with("Units a week"));
    // At 16 or 17 there is no line to drink up to, so there is no week.
    let young = text.replace("\"who\": \"adult\"", "\"who\": \"16-17\"");
    let page = html::parse(&listed(&[young], &[], Everything::Offered));
    assert!(!html::text(html::all(&page, "#kept")[0]).contains("Units a week"));
    assert!(html::text(html::all(&page, "#kept")[0]).contains(given::site().words.get("sheet.young")));
}

/// Deleting everything asks first, and says how many.
#[test]
fn deleting_everything_asks_first() {
    let texts = [on("2026-01-01"), on("2026-04-01"), on("2026-05-01")];
    let asked = listed(&texts, &[0], Everything::Asked);
    assert!(asked.contains(&given::site().words.count("kept.all-sure", 2)), "what is gone already is not counted");
    assert!(asked.contains("id=all-yes") && asked.contains("id=all-no"));
    assert!(!listed(&texts, &[], Everything::Offered).contains("all-yes"));
    let none = list::html(Some(&[]), Everything::Deleted, instruments(), &|_| String::new(), given::site().words);
    assert!(none.contains(given::site().words.get("kept.all-deleted")));
}

#[test]
fn a_browser_that_keeps_nothing_is_said_to() {
    let html = list::html(None, Everything::Offered, instruments(), &|_| String::new(), given::site().words);
    assert!(html.contains(given::site().words.get("kept.blocked")));
}

/// Two people who look at one screen keep nothing.
#[test]
fn nothing_is_kept_of_a_check_done_together() {
    let mut flow = waymark::islands::check::flow::Flow::new(given::audit(), "audit-c").expect("the form");
    assert_eq!(flow.kept(DAY), None, "unfinished");
    flow.answers = given::answers(&[Some(2), Some(1), Some(0)]);
    assert!(flow.kept(DAY).is_some());
    flow.together = true;
    assert_eq!(flow.kept(DAY), None);
}
