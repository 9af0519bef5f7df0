//! Scores over time: of which forms, and when not.

use screening::{Form, Instrument, Who, kept::Opened};

use super::{
    chart::{self, Point},
    entry::Entry,
    list::List,
};
use crate::{html::Html, islands::check::result::scale};

/// A drawing for each form whose totals may be compared, of the scores on at least two days.
///
/// None while the newest result warns against stopping suddenly: a line towards the low band would be a goal. Scores at 16
/// and 17 are not drawn, since the bands were made for adults.
pub fn drawings(mut html: Html, list: &List<'_>, entries: &[Entry<'_>]) -> Html {
    let shown = || {
        let there = entries.iter().filter(|entry| !entry.gone).filter_map(|entry| entry.result.as_ref().ok());
        there.map(|(day, opened)| (day.as_str(), opened))
    };
    // All of the newest day: two of one day have no order.
    let newest = shown().map(|(day, _)| day).max().unwrap_or_default();
    if shown().any(|(day, opened)| day == newest && opened.record.advice.warns_of_withdrawal()) {
        return html;
    }
    for instrument in list.instruments {
        for form in instrument.data().form.iter().filter(|form| form.over_time) {
            let asked = shown().any(|(_, opened)| opened.assessment.form.id == form.id);
            let mut points: Vec<Point<'_>> = Vec::new();
            for (day, opened) in shown().filter(|(_, opened)| opened.record.who == Who::Adult) {
                let Some(total) = total(opened, form) else { continue };
                // A day has one point, its highest: the order within a day is not known.
                match points.iter_mut().find(|point| point.day == day) {
                    Some(point) => point.total = point.total.max(total),
                    None => points.push(Point { day, total }),
                }
            }
            points.sort_by(|a, b| a.day.cmp(b.day));
            if asked && points.len() > 1 {
                html = drawn(html, list, instrument, form, &points);
            }
        }
    }
    html
}

fn drawn(html: Html, list: &List<'_>, instrument: &Instrument, form: &Form, points: &[Point<'_>]) -> Html {
    let words = list.words;
    let (bands, names) = scale(instrument, &form.band, words);
    let latest = points.get(points.len().saturating_sub(chart::MOST)..).unwrap_or_default();
    let [first, .., last] = latest else { return html };
    let ends = ((list.day)(first.day), (list.day)(last.day));
    let html = html
        .raw("<div class=\"app-panel app-kept__chart\" id=chart-")
        .raw(&form.id)
        .raw("><h2 class=govuk-heading-m>")
        .text(&words.fill("kept.chart", &[("form", &form.name)]))
        .raw("</h2>")
        .raw(&chart::chart(latest, instrument.max(form), &bands, (&ends.0, &ends.1)));
    let html = if latest.len() < points.len() {
        html.small(&words.fill("kept.latest", &[("n", &latest.len().to_string())]))
    } else {
        html
    };
    html.small(&words.fill("result.scale", &[("form", &form.name), ("bands", &names)])).raw("</div>")
}

/// The score of a form that a result has: its own, or that of the short form inside.
fn total(opened: &Opened<'_>, form: &Form) -> Option<u16> {
    let assessment = &opened.assessment;
    if assessment.form.id == form.id {
        return Some(assessment.score.total);
    }
    assessment.short.filter(|(short, _)| short.id == form.id).map(|(_, score)| score.total)
}
