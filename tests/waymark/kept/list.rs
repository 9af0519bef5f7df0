//! What was kept, as it is listed and drawn.

use proptest::prelude::*;
use screening::{Kept, Who, WithdrawalSign, kept::write};
use waymark::{
    components::ScaleBand,
    islands::kept::{
        chart::{MOST, Point, chart, places},
        entry::{Entry, sort},
        item,
        list::{Everything, List},
        store,
    },
};

use super::{DAY, first_version, instruments};
use crate::{given, html};

proptest! {
    #![proptest_config(given::tries(400))]

    /// However many points there are and whenever they were, they stand in their order, inside, and apart.
    #[test]
    fn points_stand_in_order_and_apart(days in proptest::collection::vec((2000..2200_u16, 1..13_u8, 1..32_u8), 0..MOST + 1)) {
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
    list(Some(&entries), everything, false)
}

fn list(entries: Option<&[Entry<'_>]>, everything: Everything, place: bool) -> String {
    let day = |day: &str| format!("on {day}");
    let words = given::site().words;
    List {
        entries,
        place,
        places: None,
        plan: None,
        policy: None,
        headings: &[],
        everything,
        instruments: instruments(),
        day: &day,
        words,
    }
    .html()
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
    let opened = Kept::read(&on("2026-11-22").replace("\"signs\": \"no\"", "\"signs\": \"yes\""));
    let answers = item::answers(&opened.expect("a text").open(instruments()).expect("a result"), words);
    for key in ["sheet.first-sign", "sheet.stop", "sheet.sign-stated"] {
        assert!(answers.contains(words.get(key)), "{key}");
    }
}

/// A line towards the low band would be a goal: there is none while the newest result warns, nor one of 16 or 17.
#[test]
fn no_line_is_drawn_for_someone_who_was_warned() {
    let warned = |day: &str| on(day).replace("\"signs\": \"no\"", "\"signs\": \"yes\"");
    let young = |day: &str| on(day).replace("\"who\": \"adult\"", "\"who\": \"16-17\"");
    let drawn = |texts: &[String]| listed(texts, &[], Everything::Offered).contains("chart-audit");
    assert!(drawn(&[on("2026-01-01"), on("2026-04-01")]));
    assert!(!drawn(&[on("2026-01-01"), warned("2026-04-01")]));
    assert!(!drawn(&[on("2026-01-01"), on("2026-04-01"), warned("2026-04-01")]), "one of the newest day is enough");
    assert!(drawn(&[warned("2026-01-01"), on("2026-04-01")]), "what is long past does not hide it");
    assert!(!drawn(&[young("2026-01-01"), young("2026-04-01"), on("2026-04-01")]));
}

/// Days and not results are points; of more than there is room for, the latest, with their own days under them.
#[test]
fn a_day_has_one_point_and_the_ends_are_those_drawn() {
    assert!(!listed(&[on("2026-01-01"), worse("2026-01-01")], &[], Everything::Offered).contains("chart-audit"));
    let page =
        html::parse(&listed(&[on("2026-01-01"), worse("2026-01-01"), on("2026-04-01")], &[], Everything::Offered));
    let scores: Vec<String> = html::all(&page, ".app-chart__score").into_iter().map(html::text).collect();
    assert_eq!(scores, ["9", "8"], "the higher of one day");
    let months: Vec<String> = (1..=12).map(|month| on(&format!("2026-{month:02}-01"))).collect();
    let page = html::parse(&listed(&months, &[], Everything::Offered));
    let chart = html::text(html::all(&page, "#chart-audit")[0]);
    assert!(
        chart.contains("on 2026-05-01") && chart.contains("on 2026-12-01") && !chart.contains("on 2026-04-01"),
        "{chart}"
    );
    assert!(chart.contains(&given::site().words.fill("kept.latest", &[("n", "8")])), "{chart}");
}

/// The same with one point more.
fn worse(day: &str) -> String {
    on(day)
        .replacen("\"answer\": \"Less than monthly\"", "\"answer\": \"Monthly\"", 1)
        .replace("\"score\": 8", "\"score\": 9")
}

/// Where totals may fall with worse answers, nothing is drawn; which forms those are is in the questionnaires.
#[test]
fn only_forms_that_can_be_compared_are_drawn() {
    let forms = instruments().iter().flat_map(|instrument| &instrument.data().form);
    let drawn: Vec<&str> = forms.filter(|form| form.over_time).map(|form| form.id.as_str()).collect();
    assert_eq!(drawn, ["audit-c", "audit"]);
}

/// What a result said of its score it says again: no band stands alone.
#[test]
fn a_band_never_stands_without_what_it_means() {
    let words = given::site().words;
    let answers = given::answers(&[1, 0, 0, 0, 0, 0, 0, 0, 4, 0].map(Some));
    let text = write(&given::screen("audit"), &answers, None, Who::Adult, DAY).expect("a check");
    let page = listed(&[text], &[], Everything::Offered);
    assert!(page.contains(words.get("meaning.low-harm")), "someone was hurt");
}

/// Nothing is said to be gone while something is there: the place of a check in this tab counts too.
#[test]
fn a_place_in_the_tab_is_told_and_can_be_deleted() {
    let words = given::site().words;
    let html = list(Some(&[]), Everything::Offered, true);
    assert!(html.contains(words.get("kept.place")) && html.contains("id=all>"), "{html}");
    assert!(!list(Some(&[]), Everything::Offered, false).contains("id=all>"));
    assert!(list(Some(&[]), Everything::Asked, true).contains(&words.count("kept.all-sure", 1)));
    // The last one deleted leaves nothing to delete.
    let text = first_version();
    let html = listed(std::slice::from_ref(&text), &[0], Everything::Offered);
    assert!(html.contains(words.get("kept.none")) && !html.contains("id=all>") && html.contains("id=back-"), "{html}");
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
    let none = list(Some(&[]), Everything::Deleted, false);
    assert!(none.contains(given::site().words.get("kept.all-deleted")));
}

#[test]
fn a_browser_that_keeps_nothing_is_said_to() {
    let html = list(None, Everything::Offered, false);
    assert!(html.contains(given::site().words.get("kept.blocked")));
}
