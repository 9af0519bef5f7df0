use screening::{WeekUnits, norm::Norm, week::LOW_RISK_UNITS};

use crate::{components::week_bar, html::Html, words::Words};

/// The range of units a week, and how it was made.
pub fn week(week: WeekUnits, words: Words) -> Html {
    let low = week.low.to_string();
    let title = match week.high {
        Some(high) => {
            let key = if high == 1 { "week.range.one" } else { "week.range.other" };
            words.fill(key, &[("low", &low), ("high", &high.to_string())])
        }
        None => words.fill("week.open", &[("low", &low)]),
    };
    let line = if week.low > LOW_RISK_UNITS {
        "week.above"
    } else if week.may_exceed_low_risk() {
        "week.maybe-above"
    } else {
        "week.under"
    };
    Html::new()
        .raw("<div class=app-panel id=week><h2 class=govuk-heading-m>")
        .text(&title)
        .raw("</h2>")
        .raw(&week_bar(week))
        .raw("<p>")
        .text(words.get(line))
        .raw("</p>")
        .small(words.get("week.method"))
        .raw("</div>")
}

/// How other people answered: behind a line of its own, for those who want to know.
pub fn other_people(norm: &Norm, words: Words) -> Html {
    let inside = Html::new()
        .raw("<p>")
        .text(&norm.text)
        .raw("</p>")
        .small(&words.fill("result.norm-source", &[("source", &norm.source)]));
    Html::new().details("other-people", words.get("result.norm"), inside)
}
