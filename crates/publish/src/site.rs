//! From checked content to what the pages are made of.

use std::sync::OnceLock;

use content::{Line, Page, PathPage};
use waymark::{
    islands::check::props::Preset,
    pages::{Assets, NationalLine, PathWords, Prose, QuestionWords, Site},
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
        norms: content.norms,
        drinks: content
            .drinks
            .into_iter()
            .map(|drink| Preset { id: drink.id, name: drink.name, drink: drink.drink, vessel: drink.vessel })
            .collect(),
        areas: content.areas,
        books: content.books,
        services: content.services,
        policy: content.policy,
        prose: content.pages.into_iter().map(prose).collect(),
        paths: content.paths.into_iter().map(path).collect(),
        address: content.publisher.address,
        mistakes_to: content.publisher.mistakes_to,
        today: content.today,
        assets,
        data: OnceLock::new(),
    }
}

fn prose(page: Page) -> Prose {
    let source = |source: &content::Reference| {
        let name = match &source.as_at {
            Some(as_at) => format!("{} ({as_at})", source.name),
            None => source.name.clone(),
        };
        (name, source.url.clone())
    };
    Prose {
        sources: page.sources.iter().map(source).collect(),
        reviewed: page.reviewed_on.to_string(),
        name: page.name,
        who: page.who,
        title: page.title,
        summary: page.summary,
        headings: page
            .headings
            .into_iter()
            .filter(|heading| !heading.id.is_empty())
            .map(|heading| (heading.id, heading.html))
            .collect(),
        html: page.html,
        island: page.island,
    }
}

fn path(found: PathPage) -> PathWords {
    let question =
        |words: content::QuestionWords| QuestionWords { text: words.text, hint: words.hint, labels: words.labels };
    PathWords {
        page: prose(found.page),
        path: found.path,
        questions: found.questions.into_iter().map(question).collect(),
        pieces: found.pieces.into_iter().map(|piece| (piece.heading, piece.html)).collect(),
    }
}
