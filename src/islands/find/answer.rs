//! What was understood, and what was found, as HTML.

use directory::{
    Authority, Moment,
    find::{Answer, Asked, Cut, Finder, Place, Shown, What},
};

use super::{AreaName, card::Card};
use crate::{components::terms, html::Html, islands::shortlist::Shortlist, words::Words};

/// How many entries of a kind are shown at first, and how many more with each press.
pub const MOST: usize = 5;

/// How many entries are shown at first when a name was looked for.
pub const MOST_NAMED: usize = 10;

/// What was understood, in words. Empty while nothing is asked for.
pub fn said(finder: &Finder, answer: &Answer, areas: &[AreaName], words: Words) -> String {
    match &answer.asked {
        Asked::Nothing => String::new(),
        Asked::Place(place) => place_said(finder, place, areas, words),
        Asked::Elsewhere => words.get("find.outside").to_owned(),
        Asked::NotAPostcode(_) => words.get("find.no-postcode").to_owned(),
        Asked::Words if answer.found.is_empty() => words.get("find.nothing").to_owned(),
        Asked::Words if answer.despite_slip => words.get("find.nearly").to_owned(),
        Asked::Words => words.count("find.found", u32::try_from(answer.found.len()).unwrap_or(u32::MAX)),
    }
}

fn place_said(finder: &Finder, place: &Place, areas: &[AreaName], words: Words) -> String {
    let name = match place.what {
        What::Postcode(postcode) | What::Around(postcode) => postcode.to_string(),
        What::Sector(sector) => sector.to_string(),
        What::Outcode(outcode) => outcode.to_string(),
        What::Town(town) => finder.town(town).to_owned(),
        What::Here => words.get("here.place").to_owned(),
    };
    let around = matches!(place.what, What::Around(_));
    let area = area_of(place, areas);
    let (key, area) = match (around, &area, place.authorities.as_slice()) {
        (true, ..) => ("find.around", ""),
        (_, Some(area), [_]) => ("find.near-in", area.name.as_str()),
        (_, None, [_]) => ("find.near-outside", ""),
        _ => ("find.several", ""),
    };
    words.fill(key, &[("place", &name), ("area", area)])
}

/// The area that a place is in, by its first local authority.
pub fn area_of<'a>(place: &Place, areas: &'a [AreaName]) -> Option<&'a AreaName> {
    let code = place.authorities.first().map(Authority::as_str)?;
    areas.iter().find(|area| area.codes.iter().any(|known| known == code))
}

/// What a card needs besides its entry.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// What is searched.
    pub finder: &'a Finder,
    /// The areas, for the addresses of pages.
    pub areas: &'a [AreaName],
    /// The e-mail address for mistakes.
    pub mistakes_to: &'a str,
    /// The address of this page.
    pub here: &'a str,
    /// What the person put on their list.
    pub shortlist: &'a Shortlist,
    /// This moment in England; none if the device does not say.
    pub now: Option<Moment>,
    /// The words.
    pub words: Words,
}

/// Entries, one item each, numbered from `first` as the list and the map number them.
pub fn entries(around: Around<'_>, shown: &[Shown], first: usize) -> String {
    let mut html = Html::new();
    for (shown, number) in shown.iter().zip(first..) {
        if let Some(entry) = around.finder.entry(shown) {
            html = Card { entry, shown: *shown, number }.item(html, around);
        }
    }
    html.finish()
}

/// Buttons that show more of what there is, and where everything of the area is.
pub fn more(answer: &Answer, cut: &Cut, areas: &[AreaName], words: Words) -> String {
    let mut html = Html::new();
    for (of_kind, count) in &cut.more {
        let count = (*count).min(2 * MOST).to_string();
        let (id, label) = match of_kind {
            Some(of_kind) => {
                let label = words.fill("find.more-of", &[("kind", terms::kind(words, *of_kind)), ("n", &count)]);
                (["more-", directory::Term::id(*of_kind)].concat(), label)
            }
            None => ("more-all".to_owned(), words.fill("find.more", &[("n", &count)])),
        };
        html = html.button(&id, &label);
    }
    if let Asked::Place(place) = &answer.asked
        && let Some(area) = area_of(place, areas)
    {
        html = html
            .raw("<p><a class=govuk-link href=\"")
            .text(&area.path)
            .raw("\">")
            .text(&words.fill("find.all-in", &[("area", &area.name)]))
            .raw("</a></p>");
    }
    html.finish()
}
