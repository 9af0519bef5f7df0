use screening::{Advice, advice::Why};

use crate::{html::Html, words::Words};

/// What comes before everything else, where the advice asks for it: do not stop suddenly, and when to call 999 or 111.
pub fn warning(advice: Advice, adult: bool, words: Words) -> Html {
    match advice {
        Advice::SeeSomeone(why) => alcohol(why, adult, words),
        Advice::Drug { never_stop: true, .. } => urgent(words.get("drug.never-stop-title"))
            .raw("<div>")
            .raw(words.get("drug.never-stop-md"))
            .raw("</div></div>"),
        _ => Html::new(),
    }
}

fn alcohol(why: Why, adult: bool, words: Words) -> Html {
    let reason = match why {
        Why::Score => words.get("warning.score"),
        Why::MorningDrink => words.get("warning.morning"),
        Why::WithdrawalSign => words.get("warning.sign"),
    };
    let mut html = urgent(words.get("warning.title")).raw("<p>").text(reason).raw("</p>");
    if !adult {
        html = html.raw("<div>").raw(words.get("young.warning-md")).raw("</div>");
    }
    html.raw("<div>")
        .raw(words.get("warning.do-md"))
        .raw("</div></div><div class=\"app-card app-card--emergency\" id=emergency-signs><h2 class=app-card__title>")
        .text(words.get("warning.emergency-title"))
        .raw("</h2><div>")
        .raw(words.get("warning.emergency-md"))
        .raw("</div></div>")
}

/// The card with its title, left open.
fn urgent(title: &str) -> Html {
    Html::new()
        .raw("<div class=\"app-card app-card--urgent\" id=withdrawal-warning><h2 class=app-card__title>")
        .text(title)
        .raw("</h2>")
}
