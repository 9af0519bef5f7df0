//! An answer as HTML: a sentence on what was understood, and the entries.

use directory::{
    Authority, Kind, Miles, Term,
    find::{Answer, Asked, Finder, Place, Shown, What},
    listing::Listing,
};

use super::AreaName;
use crate::{html::Html, words::Words};

/// How many entries of each kind are shown.
pub const MOST: usize = 5;

/// What was understood, in words. Empty while nothing is typed.
pub fn said(finder: &Finder, answer: &Answer, areas: &[AreaName], words: Words) -> String {
    match &answer.asked {
        Asked::Nothing => String::new(),
        Asked::Place(place) => place_said(finder, place, areas, words),
        Asked::Elsewhere => words.get("find.outside").to_owned(),
        Asked::NotAPostcode(_) => words.get("find.no-postcode").to_owned(),
        Asked::Words if answer.shown.is_empty() => words.get("find.nothing").to_owned(),
        Asked::Words if answer.despite_slip => words.get("find.nearly").to_owned(),
        Asked::Words => words.count("find.found", u32::try_from(answer.all).unwrap_or(u32::MAX)),
    }
}

fn place_said(finder: &Finder, place: &Place, areas: &[AreaName], words: Words) -> String {
    let name = match place.what {
        What::Postcode(postcode) | What::Around(postcode) => postcode.to_string(),
        What::Sector(sector) => sector.to_string(),
        What::Outcode(outcode) => outcode.to_string(),
        What::Town(town) => finder.town(town).to_owned(),
        What::Here => words.get("find.here").to_owned(),
    };
    let around = matches!(place.what, What::Around(_));
    let area = area_of(place, areas);
    let (key, area) = match (around, &area, place.authorities.as_slice()) {
        (true, ..) => ("find.around", ""),
        (_, Some(area), [_]) => ("find.near-in", area.name.as_str()),
        (_, None, [_]) => ("find.near-outside", ""),
        _ => ("find.several", ""),
    };
    words.fill(key, &[("place", &name), ("area", area), ("n", &MOST.to_string())])
}

/// The area that a place is in, by its first local authority.
fn area_of<'a>(place: &Place, areas: &'a [AreaName]) -> Option<&'a AreaName> {
    let code = place.authorities.first().map(Authority::as_str)?;
    areas.iter().find(|area| area.codes.iter().any(|known| known == code))
}

/// The entries, and where all of an area's are.
pub fn entries(finder: &Finder, answer: &Answer, areas: &[AreaName], words: Words) -> String {
    let mut html = Html::new();
    for shown in &answer.shown {
        if let Some(entry) = finder.listings().entries.get(shown.entry as usize) {
            html = item(html, finder, entry, shown, words);
        }
    }
    if let Asked::Place(place) = &answer.asked
        && let Some(area) = area_of(place, areas)
    {
        html = html
            .raw("<li class=app-find__all><a class=govuk-link href=\"")
            .text(&area.path)
            .raw("\">")
            .text(&words.fill("find.all-in", &[("area", &area.name)]))
            .raw("</a></li>");
    }
    html.finish()
}

fn item(html: Html, finder: &Finder, entry: &Listing, shown: &Shown, words: Words) -> Html {
    let mut html = html
        .raw("<li class=app-panel data-kind=")
        .raw(entry.kind.id())
        .raw(" data-id=\"")
        .text(&entry.id)
        .raw("\"><p class=app-tag>")
        .text(words.get(if shown.own && entry.kind == Kind::DrugAndAlcohol { "service.own" } else { kind(entry.kind) }))
        .raw("</p><h2 class=app-service__name>")
        .text(&entry.name)
        .raw("</h2>");
    if shown.by_former_name {
        let names = entry.former_names.join(", ");
        html = html.raw("<p>").text(&words.fill("service.former", &[("names", &names)])).raw("</p>");
    }
    html = paragraph(html, "", &entry.about);
    html = if entry.phone.is_empty() {
        paragraph(html, "", words.get("places.no-phone"))
    } else {
        let digits: String = entry.phone.chars().filter(char::is_ascii_digit).collect();
        html.raw("<p><a class=\"app-tel app-tel--large\" href=\"tel:")
            .raw(&digits)
            .raw("\">")
            .text(&entry.phone)
            .raw("</a></p>")
    };
    html = paragraph(html, "", &address(entry));
    if let Some(metres) = shown.metres {
        html = paragraph(html, "", &distance(metres, words));
    }
    html = paragraph(html, " class=app-service__caution", &entry.caution);
    if let Some(source) = finder.listings().sources.get(entry.source as usize) {
        let day = source.as_at.to_string();
        html = html.small(&words.fill("find.source", &[("source", &source.name), ("day", &day)]));
    }
    html.raw("</li>")
}

/// Street, town and postcode in one line.
fn address(entry: &Listing) -> String {
    let postcode = entry.postcode.map(|postcode| postcode.to_string()).unwrap_or_default();
    let lines = [entry.address.as_str(), entry.town.as_str()];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    [lines.join(", ").as_str(), " ", &postcode].concat().trim().to_owned()
}

fn distance(metres: u32, words: Words) -> String {
    let miles = Miles::from_metres(metres);
    let key = if miles.is_under() {
        "find.under"
    } else if miles.is_one() {
        "find.mile"
    } else {
        "find.miles"
    };
    words.fill(key, &[("n", &miles.to_string())])
}

fn paragraph(html: Html, class: &str, text: &str) -> Html {
    if text.is_empty() { html } else { html.raw("<p").raw(class).raw(">").text(text).raw("</p>") }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::DrugAndAlcohol => "kind.drug-and-alcohol",
        Kind::Gp => "kind.gp",
        Kind::Pharmacy => "kind.pharmacy",
        Kind::MutualAid => "kind.mutual-aid",
        Kind::Family => "kind.family",
        Kind::YoungPeople => "kind.young-people",
        Kind::Housing => "kind.housing",
        Kind::Work => "kind.work",
        Kind::Crisis => "kind.crisis",
    }
}
