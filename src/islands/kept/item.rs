//! One kept thing as HTML.

use screening::{
    Band, Who,
    kept::{Opened, Unreadable},
};

use super::{entry::Entry, list::List};
use crate::{
    components::icon,
    html::Html,
    islands::check::{
        result::meaning,
        take::notes::{self, Added},
    },
    words::Words,
};

/// An entry, at this place of the list from 1.
pub fn item(html: Html, list: &List<'_>, entry: &Entry<'_>, place: usize) -> Html {
    let what = what(list, entry, place);
    let class = if entry.gone { "app-panel app-kept__gone" } else { "app-panel" };
    let html = html.raw("<li class=\"").raw(class).raw("\" data-kept=").raw(&entry.name).raw(">");
    let html = match &entry.result {
        _ if entry.gone => return gone(html, &entry.name, &what, list.words).raw("</li>"),
        Ok((done, opened)) => result(html, &entry.name, &(list.day)(done), opened, list.words),
        Err(why) => unreadable(html, *why, list.words),
    };
    buttons(html, &entry.name, &what, list.words).raw("</li>")
}

/// What a kept thing is, for those who hear a button alone.
fn what(list: &List<'_>, entry: &Entry<'_>, place: usize) -> String {
    match &entry.result {
        Ok((done, opened)) => {
            let (total, date) = (opened.record.score.total.to_string(), (list.day)(done));
            list.words.fill("kept.what", &[("form", opened.record.score.form), ("score", &total), ("date", &date)])
        }
        Err(_) => list.words.fill("kept.what-unreadable", &[("n", &place.to_string())]),
    }
}

/// A kept result: the day, the worse of the two keys, what the score means, the other key, a warning where there is one.
fn result(html: Html, name: &str, date: &str, opened: &Opened<'_>, words: Words) -> Html {
    let (record, assessment) = (&opened.record, &opened.assessment);
    let (score, week) = (&record.score, notes::week(record, words));
    let band = assessment.score.band;
    let (total, max) = (score.total.to_string(), score.max.to_string());
    let line = words.fill("kept.score", &[("form", score.form), ("score", &total), ("max", &max)]);
    let html = html.raw("<h2 class=govuk-heading-m>").text(date).raw("</h2>");
    let worse = record.week.map(|week| week.band()).filter(|of_week| *of_week > band);
    let mut html = match (worse, &week) {
        // A week over the line comes first, as it did on the result: the score alone could read as low.
        (Some(of_week), Some(week)) => {
            let said = words.fill("kept.band", &[("score", &line), ("band", score.band)]);
            paragraph(headed(html, of_week, week), &said)
        }
        _ => {
            let html = paragraph(headed(html, band, score.band), &line);
            week.iter().fold(html, |html, week| paragraph(html, week))
        }
    };
    html = paragraph(html, words.get(meaning(assessment, record.advice)));
    if record.who == Who::SixteenOrSeventeen {
        html = paragraph(html, words.get("sheet.young"));
    }
    if record.advice.warns_of_withdrawal() {
        html = html.raw("<div class=govuk-inset-text>").raw(words.get("kept.warning-md")).raw("</div>");
    }
    // Filled when it is opened: of two hundred kept results nobody reads all the answers.
    html.raw("<details class=govuk-details id=answers-")
        .raw(name)
        .raw("><summary class=govuk-details__summary id=open-")
        .raw(name)
        .raw("><span class=govuk-details__summary-text>")
        .text(words.get("kept.answers"))
        .raw("</span></summary><div class=govuk-details__text></div></details>")
}

/// The score in all its parts, and the answers: what stands in the part that opens.
pub fn answers(opened: &Opened<'_>, words: Words) -> String {
    let notes = notes::notes(&opened.record, &Added::default(), words);
    let mut html = Html::new();
    for section in notes.iter().filter(|section| matches!(section.id, "first" | "result" | "answers" | "credit")) {
        html = html.raw("<h3>").text(section.title).raw("</h3>");
        for (line, answer) in &section.lines {
            html = html.raw("<p>").text(line).raw(" <strong>").text(answer).raw("</strong></p>");
        }
    }
    html.finish()
}

fn paragraph(html: Html, text: &str) -> Html {
    html.raw("<p>").text(text).raw("</p>")
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

fn unreadable(html: Html, why: Unreadable, words: Words) -> Html {
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
        .raw("</p>");
    paragraph(html, words.get("kept.still-there"))
}

/// One that was deleted a moment ago.
fn gone(html: Html, name: &str, what: &str, words: Words) -> Html {
    html.raw("<p id=gone-")
        .raw(name)
        .raw(">")
        .text(&words.fill("kept.deleted", &[("what", what)]))
        .raw("</p><button type=button class=\"govuk-button govuk-button--secondary\" id=back-")
        .raw(name)
        .raw(" aria-describedby=gone-")
        .raw(name)
        .raw(">")
        .text(words.get("kept.put-back"))
        .raw("</button>")
        .then(said(name))
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
    html.raw("</p>").then(said(name))
}

/// Where it is said what came of a press.
fn said(name: &str) -> Html {
    Html::new().raw("<p class=app-take__status role=status id=said-").raw(name).raw("></p>")
}
