use screening::{Advice, Step};

use crate::{html::Html, words::Words};

/// The one next step.
pub fn next(step: Step, words: Words) -> Html {
    Html::new()
        .raw("<div class=app-next id=next-step data-step=")
        .raw(step.id())
        .raw("><h2 class=govuk-heading-m>")
        .text(words.get("result.next"))
        .raw("</h2><div>")
        .raw(words_of(step, words))
        .raw("</div></div>")
}

/// The other steps that fit, if there are any.
pub fn others(advice: Advice, words: Words) -> Html {
    if advice.others().is_empty() {
        return Html::new();
    }
    let mut html = Html::new()
        .raw("<div id=other-steps><h2 class=govuk-heading-m>")
        .text(words.get("result.others"))
        .raw("</h2><ul class=app-steps>");
    for step in advice.others() {
        html = html.raw("<li data-step=").raw(step.id()).raw(">").raw(words_of(*step, words)).raw("</li>");
    }
    html = html.raw("</ul>");
    if matches!(advice, Advice::Change { .. } | Advice::AskMore) {
        html = html.raw("<div class=govuk-inset-text>").raw(words.get("result.caution-md")).raw("</div>");
    }
    html.raw("</div>")
}

fn words_of(step: Step, words: Words) -> &'static str {
    words.get(match step {
        Step::CallService => "step.call-service-md",
        Step::SeeGp => "step.see-gp-md",
        Step::CallLine => "step.call-line-md",
        Step::DrinkFreeDays => "step.drink-free-days-md",
        Step::SmallerWeaker => "step.smaller-weaker-md",
        Step::PlanInstead => "step.plan-instead-md",
        Step::KnowTheLine => "step.know-the-line-md",
        Step::FullCheck => "few.full-check-md",
        Step::YoungPeople => "young.step-md",
        Step::CallFrank => "drug.call-frank-md",
        Step::DrugsPath => "drug.path-md",
    })
}
