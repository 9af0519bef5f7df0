//! The form to read or print: whoever adds up its points by hand comes to the engine's total, and finds it in the same band.

use scraper::Html;
use screening::{Answers, Instrument};
use serde::Deserialize;

use crate::{cases, given, html};

#[derive(Deserialize)]
struct Vectors {
    case: Vec<Vector>,
}

/// What a case of AUDIT and a case of another instrument have in common.
#[derive(Deserialize)]
struct Vector {
    name: String,
    points: Vec<i16>,
    total: Option<u16>,
    band: Option<String>,
    /// The form of the result, in AUDIT's cases.
    instrument: Option<String>,
}

#[test]
fn the_printed_points_add_up_to_the_engines_total() {
    let pages = given::render(|| waymark::pages::all(given::site_with_held()));
    let mut added = 0;
    for instrument in &given::site_with_held().instruments {
        let file: Vectors = cases::read(&format!("{}/vectors.toml", instrument.data().id));
        for case in file.case.iter().filter(|case| case.total.is_some()) {
            let form = case.instrument.as_ref().unwrap_or(&instrument.data().form[0].id);
            let page = instrument.form(form).and_then(|form| form.page.as_ref()).expect("a page");
            let path = waymark::routes::check(&page.address);
            let page = pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("{path}"));
            check(instrument, form, &html::parse(&page.html), case);
            added += 1;
        }
    }
    assert!(added > 40, "only {added} cases");
}

fn check(instrument: &Instrument, form: &str, page: &Html, case: &Vector) {
    let name = format!("{form}: {}", case.name);
    let asked = case.points.iter().enumerate().filter_map(|(item, points)| Some((item, u8::try_from(*points).ok()?)));
    let total: u16 = asked.map(|(item, points)| printed(instrument, item, points, page, &name)).sum();
    assert_eq!(Some(total), case.total, "{name}: the points beside the answers");
    let answers = Answers::from_points(instrument, &cases::points(&case.points)).expect("answers");
    let form = instrument.form(form).expect("the form");
    let reading = form.reading(instrument, &answers, total).expect("words for the total");
    assert_eq!(Some(&reading.id), case.band.as_ref(), "{name}");
    let range = form.bands(instrument, &answers).iter().find(|range| (range.from..=range.to).contains(&total));
    let range = range.map(|range| format!("{} to {}", range.from, range.to)).expect("a range");
    let rows = html::all(page, "#whole-form table.app-table tbody tr");
    let found = rows.into_iter().map(html::text).any(|row| row.contains(&range) && row.contains(&reading.name));
    assert!(found, "{name}: no row for {range} {}", reading.name);
}

/// What is printed beside an answer. Nothing is printed beside one that only sorts.
fn printed(instrument: &Instrument, item: usize, points: u8, page: &Html, name: &str) -> u16 {
    let option = instrument.options(item).iter().position(|choice| choice.points == points).expect("an option");
    let question = instrument.item(item).expect("an item");
    let beside = format!("input#{}-{option} ~ .app-points", question.id);
    let notes = html::all(page, &beside);
    assert_eq!(notes.len(), usize::from(question.counts), "{name}: {beside}");
    let words = notes.first().map(|note| html::text(*note)).unwrap_or_default();
    words.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}
