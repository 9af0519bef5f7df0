//! A small map beside the list, never in its place: the area's outline, numbered pins that lead to the entries, the place
//! that was asked for, towns, and a scale. All of it a drawing of this program's: no tile is fetched from anyone.

use directory::{
    Authority, Outline, Point,
    map::{PIN_HEIGHT, Pin, View, WIDTH},
};

use crate::{html::Html, words::Words};

/// The strip under the map, in which the scale stands.
const STRIP: i32 = 90;

/// What is on the map.
#[derive(Debug, Clone, Copy)]
pub struct Map<'a> {
    /// How much it shows.
    pub extent: Extent,
    /// Outlines that may be drawn, of any area.
    pub outlines: &'a [Outline],
    /// The local authorities of the area that the map is of; empty if it is of none.
    pub area: &'a [Authority],
    /// The entries, in the order of the list. Those that have no place are not among them.
    pub marks: &'a [Mark<'a>],
    /// The place that was asked for.
    pub you: Option<Point>,
    /// Towns, the largest first.
    pub towns: &'a [(&'a str, Point)],
}

/// An entry on the map.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    /// Its number in the list, from 1.
    pub number: usize,
    /// The id of its element in the list, without the `r-` before it.
    pub id: &'a str,
    /// What it calls itself.
    pub name: &'a str,
    /// Where it is.
    pub point: Point,
}

/// How much a map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The place that was asked for and what is near it.
    Close,
    /// The whole area.
    Whole,
}

/// The drawing, and a sentence on what lies beyond it. Empty if there is nothing to show.
pub fn svg(map: &Map<'_>, words: Words) -> String {
    let points: Vec<Point> = map.marks.iter().map(|mark| mark.point).collect();
    let own = |outline: &&Outline| map.area.contains(&outline.authority);
    let view = match map.extent {
        Extent::Close => View::near(map.you, &points),
        Extent::Whole => View::of_outlines(map.outlines.iter().filter(own), points.iter().copied().chain(map.you)),
    };
    let Some(view) = view else { return String::new() };
    let numbered: Vec<(usize, Point)> = map.marks.iter().map(|mark| (mark.number, mark.point)).collect();
    let pins = view.pins(&numbered);
    let name = words.get("map.you");
    let (label, towns) = view.labels(map.you.map(|you| (you, name)), map.towns, &pins);
    let (wide, high, all) = (WIDTH.to_string(), view.height().to_string(), (view.height() + STRIP).to_string());
    let mut html = Html::new()
        .raw("<svg class=app-map__drawing viewBox=\"0 0 ")
        .raw(&wide)
        .raw(" ")
        .raw(&all)
        .raw("\" role=group aria-labelledby=map-title><title id=map-title>")
        .text(words.get("map.title"))
        // What is drawn says nothing that the list does not say in words.
        .raw("</title><g aria-hidden=true><svg width=")
        .raw(&wide)
        .raw(" height=")
        .raw(&high)
        .raw("><rect class=app-map__beyond width=\"100%\" height=\"100%\"></rect>");
    // The area that the map is of is drawn last, or a neighbour's line would lie on its own.
    for of_area in [false, true] {
        for outline in map.outlines.iter().filter(|outline| own(outline) == of_area) {
            html = land(html, view, outline, if of_area { "" } else { " app-map__land--other" });
        }
    }
    html = html.raw("</svg>");
    if let Some(you) = map.you {
        let (x, y) = view.project(you);
        html = group(html.raw("<g class=app-map__you "), x, y)
            .raw("<g class=app-map__part><circle class=app-map__ring r=54></circle><circle r=14></circle></g></g>");
        html = text(html, "app-map__town app-map__town--you", label, name);
    }
    for town in towns {
        let name = map.towns.get(town.name).map_or("", |(name, _)| name);
        html = text(html, "app-map__town", Some(town.at), name);
    }
    html = scale(html.raw("</g>"), view, words);
    for pin in &pins {
        html = drawn(html, pin, map.marks);
    }
    html = html.raw("</svg>");
    let shown = |mark: &&Mark<'_>| pins.iter().any(|pin| pin.numbers.contains(&mark.number));
    let beyond = map.marks.iter().filter(|mark| !shown(mark));
    let beyond: Vec<String> = beyond.map(|mark| mark.number.to_string()).collect();
    if !beyond.is_empty() {
        let said = words.fill("map.beyond", &[("numbers", &beyond.join(", "))]);
        html = html.raw("<p class=app-map__said>").text(&said).raw("</p>");
    }
    html.finish()
}

fn land(html: Html, view: View, outline: &Outline, class: &str) -> Html {
    let mut path = String::new();
    for ring in view.land(outline) {
        let mut before = (0, 0);
        // The first point from the corner, each other from the one before: the numbers stay short.
        for (place, (x, y)) in ring.into_iter().enumerate() {
            let (across, down) = ((x - before.0).to_string(), (y - before.1).to_string());
            let sign = ["M", "l", " "][place.min(2)];
            path.push_str(&[sign, &across, if down.starts_with('-') { "" } else { " " }, &down].concat());
            before = (x, y);
        }
        path.push('z');
    }
    if path.is_empty() {
        return html;
    }
    html.raw("<path class=\"app-map__land").raw(class).raw("\" fill-rule=evenodd d=\"").raw(&path).raw("\"></path>")
}

/// A pin as a link to its entry, or to the first of its entries.
fn drawn(html: Html, pin: &Pin, marks: &[Mark<'_>]) -> Html {
    let entries: Vec<&Mark<'_>> = marks.iter().filter(|mark| pin.numbers.contains(&mark.number)).collect();
    let Some(first) = entries.first() else { return html };
    let named: Vec<String> = entries.iter().map(|mark| [&mark.number.to_string(), ": ", mark.name].concat()).collect();
    // The name begins with what stands on the pin, so that who speaks to their device can say what they see.
    let label = pin.label();
    let name = if entries.len() > 1 { [&label, ". ", &named.join("; ")].concat() } else { named.concat() };
    let (x, y) = pin.at;
    let (width, left) = (pin.width(), -pin.width() / 2);
    let html = html.raw("<a class=app-map__pin href=\"#r-").text(first.id).raw("\" aria-label=\"");
    group(html.text(&name).raw("\" "), x, y)
        .raw("<g class=app-map__part><rect x=")
        .raw(&left.to_string())
        .raw(" y=-40 rx=40 height=")
        .raw(&PIN_HEIGHT.to_string())
        .raw(" width=")
        .raw(&width.to_string())
        .raw("></rect><text text-anchor=middle y=17>")
        .text(&label)
        .raw("</text></g></a>")
}

fn scale(html: Html, view: View, words: Words) -> Html {
    let scale = view.scale();
    let length = scale.length.to_string();
    let said = if scale.is_one() {
        words.get("map.scale-one").to_owned()
    } else {
        words.fill("map.scale", &[("n", &scale.miles())])
    };
    let (line, below) = ((view.height() + 52).to_string(), (view.height() + 66).to_string());
    html.raw("<path class=app-map__scale d=\"M10 ")
        .raw(&line)
        .raw("m0-16v32m0-16h")
        .raw(&length)
        .raw("m0-16v32\"></path><text class=app-map__miles x=")
        .raw(&(scale.length + 34).to_string())
        .raw(" y=")
        .raw(&below)
        .raw(">")
        .text(&said)
        .raw("</text>")
}

fn text(html: Html, class: &str, at: Option<(i32, i32)>, words: &str) -> Html {
    let Some((x, y)) = at else { return html };
    group(html.raw("<g class=\"").raw(class).raw("\" "), x, y)
        .raw("<text class=app-map__part text-anchor=middle y=14>")
        .text(words)
        .raw("</text></g>")
}

/// The end of a tag: everything in it is drawn around this place.
fn group(html: Html, x: i32, y: i32) -> Html {
    html.raw("transform=\"translate(").raw(&x.to_string()).raw(" ").raw(&y.to_string()).raw(")\">")
}
