//! From checked content to what the pages are made of.

use content::{Line, Page};
use waymark::{
    islands::check::props::Preset,
    pages::{Assets, NationalLine, Prose, Site},
    words::Words,
};

/// The site's parts, from the content and the files that pages load.
pub fn from(content: content::Site, assets: Assets) -> Site {
    let lines = |ids: &[String], about: fn(&Line) -> String| -> Vec<NationalLine> {
        content
            .numbers
            .pick(ids)
            .map(|line| NationalLine {
                name: line.name.clone(),
                phone: line.number.clone(),
                about: about(line),
                hours: line.hours.clone(),
            })
            .collect()
    };
    let reviewed = |instrument: &screening::Instrument| {
        let data = instrument.data();
        // The content checks made sure that this is a date.
        let day = content::Date::read(&data.reviewed_on).map(|day| day.to_string());
        (data.id.clone(), day.unwrap_or_default())
    };
    Site {
        crisis: lines(&content.numbers.crisis, |line| line.purpose.clone()),
        for_checks: lines(&content.numbers.checks, |line| line.about.clone()),
        national: lines(&content.numbers.national, |line| line.about.clone()),
        reviewed: content.instruments.iter().map(reviewed).collect(),
        words: Words::keep(content.strings.into_iter().collect()),
        instruments: content.instruments,
        drinks: content
            .drinks
            .into_iter()
            .map(|drink| Preset { id: drink.id, name: drink.name, drink: drink.drink, vessel: drink.vessel })
            .collect(),
        areas: content.areas,
        prose: content.pages.into_iter().map(prose).collect(),
        assets,
    }
}

fn prose(page: Page) -> Prose {
    let source = |source: &content::Reference| match &source.as_at {
        Some(as_at) => format!("{} ({as_at})", source.name),
        None => source.name.clone(),
    };
    Prose {
        sources: page.sources.iter().map(source).collect(),
        reviewed: page.reviewed_on.to_string(),
        name: page.name,
        title: page.title,
        summary: page.summary,
        html: page.html,
    }
}
