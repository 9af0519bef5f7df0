use screening::{Advice, Assessment, Band, Instrument, Score, instrument::BandRange};

use crate::{
    components::{ScaleBand, icon, score_picture},
    html::Html,
    islands::check::flow::Flow,
    words::Words,
};

/// The score out of its greatest, on a drawn scale with its bands in words, and what it means.
pub fn score(flow: &Flow, assessment: &Assessment<'static>, advice: Advice, words: Words) -> Html {
    let Score { total, max, band } = assessment.score;
    let instrument = flow.instrument();
    let ranges = assessment.form.bands(instrument, &flow.answers);
    let (bands, names) = scale(instrument, ranges, words);
    let name = assessment.reading.map(|reading| reading.name.as_str()).unwrap_or_default();
    let html = Html::new()
        .raw("<div class=\"app-panel app-score app-score--")
        .raw(band.id())
        .raw("\"><h2 class=app-score__band>")
        .raw(&icon::band(band))
        .raw("<span>")
        .text(name)
        .raw("</span></h2><p class=app-score__total><strong>")
        .raw(&total.to_string())
        .raw("</strong> <span>")
        .text(&words.fill("result.out-of", &[("max", &max.to_string()), ("form", &assessment.form.name)]))
        .raw("</span></p>")
        .raw(&score_picture(total, max, &bands))
        .small(&words.fill("result.scale", &[("form", &assessment.form.name), ("bands", &names)]))
        .raw("<p>")
        .text(words.get(meaning(assessment, advice)))
        .raw("</p>");
    // Whoever answers "Never" is not asked about signs, and those come in the days after the last drink.
    let html = if matches!(advice, Advice::NotDrinking { .. }) {
        html.raw("<div id=just-stopped>").raw(words.get("meaning.just-stopped-md")).raw("</div>")
    } else {
        html
    };
    short(html, flow, assessment, words).raw("</div>")
}

/// The bands of a form: to be drawn, and in words.
pub fn scale(instrument: &Instrument, ranges: &[BandRange], words: Words) -> (Vec<ScaleBand>, String) {
    let (mut bands, mut names) = (Vec::new(), Vec::new());
    for range in ranges {
        let Some(reading) = instrument.reading(&range.id) else { continue };
        let (from, to) = (range.from.to_string(), range.to.to_string());
        names.push(words.fill("result.scale-band", &[("from", &from), ("to", &to), ("band", &reading.name)]));
        bands.push(ScaleBand { band: reading.band, from: range.from, to: range.to });
    }
    (bands, names.join(", "))
}

/// The short form's own score, when a longer one followed.
fn short(html: Html, flow: &Flow, assessment: &Assessment<'static>, words: Words) -> Html {
    let Some((form, score)) = assessment.short else { return html };
    let Some(reading) = form.reading(flow.instrument(), &flow.answers, score.total) else { return html };
    let (n, total, max) = (form.items.len().to_string(), score.total.to_string(), score.max.to_string());
    let values = [("form", form.name.as_str()), ("n", &n), ("score", &total), ("max", &max), ("band", &reading.name)];
    html.raw("<p class=app-small id=short-score data-score=")
        .raw(&total)
        .raw(" data-band=")
        .raw(&reading.id)
        .raw(">")
        .text(&words.fill("result.short", &values))
        .raw("</p>")
}

/// The key of the sentence that says what the score means. Only one of them reassures, and only when the
/// whole range of the week is under the line.
pub fn meaning(assessment: &Assessment<'_>, advice: Advice) -> &'static str {
    let (band, no_line) = (assessment.score.band, assessment.no_line);
    let no_week = assessment.week.is_none();
    match (advice, band) {
        (Advice::SeeSomeone(_), Band::PossibleDependence) => "meaning.possible-dependence",
        (Advice::SeeSomeone(_), _) => "meaning.see-someone",
        (Advice::NotDrinking { harm: true }, _) => "meaning.not-drinking-harm",
        (Advice::NotDrinking { harm: false }, _) => "meaning.not-drinking",
        (Advice::AskMore, _) => "few.more",
        (Advice::Young { talk: true }, _) => "young.meaning-talk",
        (Advice::Young { talk: false }, _) => "young.meaning",
        (Advice::Drug { .. }, _) if no_line => "drug.meaning-no-line",
        (Advice::Drug { talk: true, .. }, _) => "drug.meaning-talk",
        (Advice::Drug { talk: false, .. }, _) => "drug.meaning",
        (Advice::LowRisk { harm: true, .. }, _) if no_week => "few.harm",
        (Advice::LowRisk { .. }, _) if no_week => "few.none",
        (Advice::LowRisk { harm: true, .. }, _) => "meaning.low-harm",
        (Advice::LowRisk { reassure: true, .. }, _) => "meaning.low",
        (Advice::LowRisk { .. }, _) => "meaning.low-near",
        (Advice::Change { .. }, Band::Low) => "meaning.low-week",
        (Advice::Change { .. }, Band::Higher) => "meaning.higher",
        (Advice::Change { .. }, _) => "meaning.increasing",
    }
}
