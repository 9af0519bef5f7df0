//! Everything that is kept, as HTML. Buttons are told by their ids: what they do, then the name of what they do it to.

use screening::{
    Band, Form, Instrument, Who,
    kept::{Opened, Unreadable},
};

use super::{
    chart::{self, Point},
    entry::Entry,
};
use crate::{
    components::icon,
    html::Html,
    islands::check::{
        result::scale,
        take::{
            notes::{self, Added},
            sheet,
        },
    },
    words::Words,
};

/// Writes a day in full.
pub type Day<'d> = &'d dyn Fn(&str) -> String;

/// What is shown of the deleting of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Everything {
    /// A button that asks.
    Offered,
    /// The question, and two answers.
    Asked,
    /// It was done.
    Deleted,
}

/// The list; none of `entries` means that this browser keeps nothing for us.
pub fn html(
    entries: Option<&[Entry<'_>]>,
    everything: Everything,
    instruments: &[Instrument],
    day: Day<'_>,
    words: Words,
) -> String {
    let Some(entries) = entries else {
        return Html::new().raw("<p id=kept-none>").text(words.get("kept.blocked")).raw("</p>").finish();
    };
    if entries.is_empty() {
        let done = if everything == Everything::Deleted { "kept.all-deleted" } else { "kept.none" };
        return Html::new()
            .raw("<p id=kept-none tabindex=-1><strong>")
            .text(words.get(done))
            .raw("</strong></p><div class=app-prose>")
            .raw(words.get("kept.none-md"))
            .raw("</div>")
            .finish();
    }
    let mut html = charts(Html::new(), entries, instruments, day, words).raw("<ol class=app-kept id=kept>");
    for entry in entries {
        let class = if entry.gone { "app-panel app-kept__gone" } else { "app-panel" };
        html = html.raw("<li class=\"").raw(class).raw("\" data-kept=").raw(&entry.name).raw(">");
        html = match &entry.result {
            _ if entry.gone => gone(html, entry, day, words),
            Ok((done, opened)) => result(html, &entry.name, done, opened, day, words),
            Err(why) => unreadable(html, &entry.name, *why, words),
        };
        html = html.raw("</li>");
    }
    all(html.raw("</ol>"), entries, everything, words).finish()
}

/// A kept result: the day, the worse of the two keys, then the other, and a warning where there is one.
fn result(html: Html, name: &str, done: &str, opened: &Opened<'_>, day: Day<'_>, words: Words) -> Html {
    let (record, date) = (&opened.record, day(done));
    let (score, week) = (&record.score, notes::week(record, words));
    let band = opened.assessment.score.band;
    let (total, max) = (score.total.to_string(), score.max.to_string());
    let line = words.fill("kept.score", &[("form", score.form), ("score", &total), ("max", &max)]);
    let html = html.raw("<h2 class=govuk-heading-m>").text(&date).raw("</h2>");
    let worse = record.week.map(|week| week.band()).filter(|of_week| *of_week > band);
    let mut html = match (worse, &week) {
        // A week over the line comes first, as it did on the result: the score alone could read as low.
        (Some(of_week), Some(week)) => {
            let said = words.fill("kept.band", &[("score", &line), ("band", score.band)]);
            headed(html, of_week, week).raw("<p>").text(&said).raw("</p>")
        }
        _ => {
            let html = headed(html, band, score.band).raw("<p>").text(&line).raw("</p>");
            week.iter().fold(html, |html, week| html.raw("<p>").text(week).raw("</p>"))
        }
    };
    if record.who == Who::SixteenOrSeventeen {
        html = html.raw("<p>").text(words.get("sheet.young")).raw("</p>");
    }
    if record.advice.warns_of_withdrawal() {
        html = html.raw("<div class=govuk-inset-text>").raw(words.get("kept.warning-md")).raw("</div>");
    }
    let mut notes = notes::notes(record, &Added::default(), words);
    notes.retain(|section| matches!(section.id, "result" | "answers" | "credit"));
    let answers = Html::new().raw(&sheet::html(&notes, ""));
    html = html.details(&["answers-", name].concat(), words.get("kept.answers"), answers);
    buttons(html, name, &words.fill("kept.what", &[("form", score.form), ("date", &date)]), words)
}

/// What leads: the shape and colour of its band, then its words.
fn headed(html: Html, band: Band, text: &str) -> Html {
    html.raw("<p class=\"app-kept__band app-score--")
        .raw(band.id())
        .raw("\">")
        .raw(&icon::band(band))
        .raw("<strong>")
        .text(text)
        .raw("</strong></p>")
}

fn unreadable(html: Html, name: &str, why: Unreadable, words: Words) -> Html {
    let reason = words.get(match why {
        Unreadable::Damaged => "kept.damaged",
        Unreadable::Newer => "kept.newer",
        Unreadable::Unknown => "kept.unknown",
        Unreadable::Reworded => "kept.reworded",
    });
    let html = html
        .raw("<h2 class=govuk-heading-m>")
        .text(words.get("kept.unreadable"))
        .raw("</h2><p data-why=")
        .raw(why.id())
        .raw(">")
        .text(reason)
        .raw("</p><p>")
        .text(words.get("kept.still-there"))
        .raw("</p>");
    buttons(html, name, words.get("kept.what-unreadable"), words)
}

/// One that was deleted a moment ago.
fn gone(html: Html, entry: &Entry<'_>, day: Day<'_>, words: Words) -> Html {
    let what = match &entry.result {
        Ok((done, opened)) => words.fill("kept.what", &[("form", opened.record.score.form), ("date", &day(done))]),
        Err(_) => words.get("kept.what-unreadable").to_owned(),
    };
    html.raw("<p>")
        .text(&words.fill("kept.deleted", &[("what", &what)]))
        .raw("</p>")
        .button(&["back-", &entry.name].concat(), words.get("kept.put-back"))
        .raw("<p class=app-take__status role=status id=said-")
        .raw(&entry.name)
        .raw("></p>")
}

/// Save and Delete, each with what it is for in words for those who hear it alone.
fn buttons(html: Html, name: &str, what: &str, words: Words) -> Html {
    let mut html = html.raw("<p class=app-kept__buttons>");
    for (id, key) in [("save-", "kept.save"), ("delete-", "kept.delete")] {
        html = html
            .raw("<button type=button class=\"govuk-button govuk-button--secondary\" id=")
            .raw(id)
            .raw(name)
            .raw(">")
            .text(words.get(key))
            .raw("<span class=govuk-visually-hidden>: ")
            .text(what)
            .raw("</span></button> ");
    }
    html.raw("</p><p class=app-take__status role=status id=said-").raw(name).raw("></p>")
}

/// Deleting everything: asked about once, since it cannot be undone.
fn all(html: Html, entries: &[Entry<'_>], everything: Everything, words: Words) -> Html {
    let html = html.raw("<div class=app-kept__all>");
    let html = if everything == Everything::Asked {
        let there = entries.iter().filter(|entry| !entry.gone).count();
        let sure = words.count("kept.all-sure", u32::try_from(there).unwrap_or(u32::MAX));
        html.raw("<p id=all-sure tabindex=-1><strong>")
            .text(&sure)
            .raw("</strong></p>")
            .button("all-yes", words.get("kept.all-yes"))
            .raw(" ")
            .button("all-no", words.get("kept.all-no"))
    } else {
        html.button("all", words.get("kept.all"))
    };
    html.raw("</div>")
}

/// A drawing for each form that at least two kept results have a score of.
fn charts(mut html: Html, entries: &[Entry<'_>], instruments: &[Instrument], day: Day<'_>, words: Words) -> Html {
    let shown = || entries.iter().filter(|entry| !entry.gone).filter_map(|entry| entry.result.as_ref().ok());
    for instrument in instruments {
        for form in &instrument.data().form {
            let asked = shown().any(|(_, opened)| opened.assessment.form.id == form.id);
            let point = |(day, opened): &'_ (String, Opened<'_>)| Some((day.clone(), total(opened, form)?));
            let mut points: Vec<(String, u16)> = shown().filter_map(point).collect();
            // One line of bands for all of them, or none is drawn. The list has the newest first.
            points.reverse();
            if let ([first, .., last], true, true) = (points.as_slice(), asked, form.other_band.is_empty()) {
                html = drawn(html, instrument, form, &points, (&day(&first.0), &day(&last.0)), words);
            }
        }
    }
    html
}

fn drawn(
    html: Html,
    instrument: &Instrument,
    form: &Form,
    points: &[(String, u16)],
    ends: (&str, &str),
    words: Words,
) -> Html {
    let (bands, names) = scale(instrument, &form.band, words);
    let points: Vec<Point<'_>> = points.iter().map(|(day, total)| Point { day, total: *total }).collect();
    html.raw("<div class=\"app-panel app-kept__chart\" id=chart-")
        .raw(&form.id)
        .raw("><h2 class=govuk-heading-m>")
        .text(&words.fill("kept.chart", &[("form", &form.name)]))
        .raw("</h2>")
        .raw(&chart::chart(&points, instrument.max(form), &bands, ends))
        .small(&words.fill("result.scale", &[("form", &form.name), ("bands", &names)]))
        .raw("</div>")
}

/// The score of a form that a result has: its own, or that of the short form inside.
fn total(opened: &Opened<'_>, form: &Form) -> Option<u16> {
    let assessment = &opened.assessment;
    if assessment.form.id == form.id {
        return Some(assessment.score.total);
    }
    assessment.short.filter(|(short, _)| short.id == form.id).map(|(_, score)| score.total)
}
