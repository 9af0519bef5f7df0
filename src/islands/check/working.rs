use super::{
    flow::{Flow, Stop},
    withdrawal,
};
use crate::{html::Html, words::Words};

/// How the score came about: every answer with its points and a link to change it, the form's name and
/// version, its source and credit.
pub fn working(flow: &Flow, reviewed: &str, words: Words) -> Html {
    let data = flow.instrument().data();
    let mut rows = Html::new().raw("<dl class=app-answers>");
    for (place, stop) in flow.stops().into_iter().enumerate() {
        let answered = match stop {
            Stop::Question(item) => answer(flow, place, item, words),
            Stop::Withdrawal => sign(flow, words),
            Stop::Result => None,
        };
        if let Some(answered) = answered {
            rows = rows.then(answered.row(place, words));
        }
    }
    let total = flow.assess().ok().map(|assessment| {
        let (score, max) = (assessment.score.total.to_string(), assessment.score.max.to_string());
        words.fill("working.total", &[("form", &assessment.form.name), ("score", &score), ("max", &max)])
    });
    let inside = rows
        .raw("</dl><p><strong>")
        .text(&total.unwrap_or_default())
        .raw("</strong></p>")
        .small(&words.fill("working.about", &[("name", &data.name), ("version", &data.version)]))
        .small(&words.fill("working.source", &[("source", &data.source), ("reviewed", reviewed)]))
        .small(&data.credit);
    Html::new().details("working", words.get("working.title"), inside)
}

/// One answer of the working.
struct Answered {
    question: String,
    answer: String,
    points: String,
    /// What its link changes.
    what: String,
}

fn answer(flow: &Flow, place: usize, item: usize, words: Words) -> Option<Answered> {
    let instrument = flow.instrument();
    let question = instrument.item(item)?;
    let choice = instrument.options(item).get(usize::from(flow.answers.chosen(item)?))?;
    Some(Answered {
        question: instrument.wording(item, &flow.answers),
        answer: choice.label.clone(),
        points: if question.counts {
            words.count("working.points", u32::from(choice.points))
        } else {
            words.get("working.no-points").into()
        },
        what: words.fill("working.change-what", &[("n", &(place + 1).to_string()), ("what", &question.short)]),
    })
}

fn sign(flow: &Flow, words: Words) -> Option<Answered> {
    Some(Answered {
        question: words.get("sign.question").into(),
        answer: withdrawal::label(flow.sign_option?, words).into(),
        points: words.get("working.no-points").into(),
        what: words.get("working.change-sign").into(),
    })
}

impl Answered {
    /// The answer with a link that says what it changes.
    fn row(&self, place: usize, words: Words) -> Html {
        Html::new()
            .raw("<div class=app-answers__row><dt class=app-answers__question>")
            .text(&self.question)
            .raw("</dt><dd class=app-answers__answer><strong>")
            .text(&self.answer)
            .raw("</strong> <span>")
            .text(&self.points)
            .raw("</span></dd><dd class=app-answers__change><a class=govuk-link href=\"#")
            .raw(&(place + 1).to_string())
            .raw("\">")
            .text(words.get("working.change"))
            .raw("<span class=govuk-visually-hidden> ")
            .text(&self.what)
            .raw("</span></a></dd></div>")
    }
}
