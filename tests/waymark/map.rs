//! The small map beside what is found: what is drawn is what is listed, and nothing of it is inline, unescaped or off the map.

use directory::{
    Authority, Outline, Point,
    map::{View, WIDTH},
};
use waymark::{
    islands::find::map::{Extent, Map, Mark, svg},
    words::Words,
};

use crate::{given, html};

fn words() -> Words {
    given::site().words
}

fn outlines() -> &'static [Outline] {
    &given::content().outlines
}

fn point(east: u32, north: u32) -> Point {
    Point::new(east, north).expect("a point")
}

/// The places of an area's own records and branches, with their ids and names.
fn places(area: &str) -> Vec<(&'static str, &'static str, Point)> {
    let books = given::content().books.iter().filter(|book| book.area == area && !book.nearby);
    let records = books.flat_map(|book| &book.records);
    let point = |record: &directory::Record| record.place.as_ref().and_then(|place| place.location.point);
    records.filter_map(|record| Some((record.id.as_str(), record.name.as_str(), point(record)?))).collect()
}

fn marks(places: &[(&'static str, &'static str, Point)]) -> Vec<Mark<'static>> {
    let numbered = (1..).zip(places);
    numbered.map(|(number, (id, name, point))| Mark { number, id, name, point: *point }).collect()
}

fn codes(area: &str) -> Vec<Authority> {
    let area = given::content().areas.iter().find(|known| known.id == area).expect("an area");
    area.authority_codes.iter().filter_map(|code| Authority::read(code)).collect()
}

/// The numbers of a `translate(…)`.
fn at(element: &scraper::ElementRef<'_>) -> (i32, i32) {
    let text = element.attr("transform").expect("a place");
    let numbers = text.trim_start_matches("translate(").trim_end_matches(')');
    let (x, y) = numbers.split_once(' ').expect("two numbers");
    (x.parse().expect("a number"), y.parse().expect("a number"))
}

/// Every mark is on one pin, on the map, or said to be beyond it; every pin leads to the entry that it names first.
fn check(map: &Map<'_>) {
    let drawing = svg(map, words());
    assert!(!drawing.contains("style=") && !drawing.contains("map."), "{drawing}");
    let page = html::parse(&drawing);
    let drawn = html::all(&page, "svg.app-map__drawing");
    let size = drawn[0].attr("viewbox").or(drawn[0].attr("viewBox")).expect("a size");
    let high: i32 = size.rsplit(' ').next().and_then(|high| high.parse().ok()).expect("a height");
    let mut seen = Vec::new();
    for pin in html::all(&page, "a.app-map__pin") {
        let (x, y) = at(&pin);
        assert!((40..=WIDTH - 40).contains(&x) && (40..=high - 40).contains(&y), "{x} {y} of {size}");
        let named = pin.attr("aria-label").expect("a name");
        let label = html::text(pin);
        assert!(named.starts_with(&label), "{named} does not begin with {label}");
        let named = named.strip_prefix(&format!("{label}. ")).unwrap_or(named);
        let found: Vec<&Mark<'_>> = map
            .marks
            .iter()
            .filter(|mark| format!("; {named};").contains(&format!("; {}: {};", mark.number, mark.name)))
            .collect();
        assert_eq!(pin.attr("href"), Some(format!("#r-{}", found[0].id).as_str()), "{named}");
        assert!(html::text(pin).starts_with(&found[0].number.to_string()), "{named}");
        seen.extend(found.iter().map(|mark| mark.number));
    }
    let beyond: String = html::all(&page, ".app-map__said").into_iter().map(html::text).collect();
    let beyond =
        beyond.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse::<usize>().ok());
    seen.extend(beyond);
    seen.sort_unstable();
    assert_eq!(seen, map.marks.iter().map(|mark| mark.number).collect::<Vec<_>>(), "{drawing}");
}

/// Both extents, in every area, around every tenth of its places.
#[test]
fn pins_are_the_entries_of_the_list() {
    for area in &given::content().areas {
        let (all, codes) = (places(&area.id), codes(&area.id));
        for you in all.iter().step_by(10).map(|(_, _, point)| *point) {
            let mut near = all.clone();
            near.sort_by_key(|(_, _, point)| point.metres_to(you));
            near.truncate(10);
            near.extend(all.first());
            near.dedup();
            let mut marks = marks(&near);
            // An entry without a place has a number in the list and none on the map.
            marks.iter_mut().skip(3).for_each(|mark| mark.number += 1);
            for (extent, you) in [(Extent::Close, Some(you)), (Extent::Whole, Some(you)), (Extent::Close, None)] {
                check(&Map { extent, outlines: outlines(), area: &codes, marks: &marks, you, towns: &[] });
            }
        }
    }
}

/// The rule of the outlines: a place that an area has is in the view of the area.
#[test]
fn every_place_of_an_area_is_in_its_view() {
    for area in &given::content().areas {
        let codes = codes(&area.id);
        let own: Vec<&Outline> = outlines().iter().filter(|outline| codes.contains(&outline.authority)).collect();
        assert_eq!(own.len(), codes.len(), "{}: import its outlines, as docs/tasks/add-an-area.md says", area.id);
        let view = View::of_outlines(own, []).expect("a view");
        for (id, _, point) in places(&area.id) {
            let (x, y) = view.project(point);
            assert!((0..=WIDTH).contains(&x) && (0..=view.height()).contains(&y), "{}: {id} at {x} {y}", area.id);
        }
    }
}

#[test]
fn what_is_written_is_escaped_and_pins_that_touch_name_all_of_theirs() {
    let at = point(349_161, 312_573);
    let mark = |number, id, name, point| Mark { number, id, name, point };
    let marks = [mark(1, "a", "<b>\"A\" & Co", at), mark(2, "b", "B", at), mark(3, "c", "C", point(351_161, 312_573))];
    let towns = [("<i>Town", point(350_100, 312_000))];
    let map = Map { extent: Extent::Close, outlines: &[], area: &[], marks: &marks, you: None, towns: &towns };
    let drawing = svg(&map, words());
    assert!(!drawing.contains("<b>") && !drawing.contains("<i>"), "{drawing}");
    let page = html::parse(&drawing);
    let pins = html::all(&page, "a.app-map__pin");
    assert_eq!(pins.len(), 2);
    assert_eq!(pins[0].attr("aria-label"), Some("1, 2. 1: <b>\"A\" & Co; 2: B"));
    assert_eq!((pins[0].attr("href"), html::text(pins[0]).as_str()), (Some("#r-a"), "1, 2"));
    assert!(drawing.contains("&lt;i&gt;Town"), "the town is named");
}

#[test]
fn a_map_can_do_without_outline_place_and_towns_and_is_none_without_anything() {
    let marks = [Mark { number: 1, id: "a", name: "A", point: point(349_161, 312_573) }];
    let bare = Map { extent: Extent::Whole, outlines: &[], area: &[], marks: &marks, you: None, towns: &[] };
    check(&bare);
    let nothing = Map { marks: &[], ..bare };
    assert_eq!(svg(&nothing, words()), "");
    let place = Map { you: Some(marks[0].point), ..nothing };
    assert!(svg(&place, words()).contains(words().get("map.you")));
}

/// What only paints is hidden from whoever listens, and what can be pressed is not.
#[test]
fn the_drawing_has_a_title_and_its_links_are_not_hidden() {
    let (all, codes) = (places("shropshire"), codes("shropshire"));
    let marks = marks(&all[..10]);
    let (you, towns) = (Some(all[0].2), [("Oswestry", point(329_000, 329_700))]);
    let map = Map { extent: Extent::Whole, outlines: outlines(), area: &codes, marks: &marks, you, towns: &towns };
    let made = svg(&map, words());
    assert!(made.len() < 12_000, "{} bytes", made.len());
    let page = html::parse(&made);
    assert_eq!(html::all(&page, "svg[role=group][aria-labelledby=map-title] > title#map-title").len(), 1);
    assert_eq!(html::all(&page, "g[aria-hidden=true] .app-map__land").len(), outlines_drawn(&page));
    assert_eq!(html::all(&page, "g[aria-hidden=true] a").len(), 0);
    assert!(made.contains("Oswestry"));
}

/// Without a script there is nothing to open; with one, two buttons, a place to draw, and what to know of the map.
#[test]
fn the_map_is_hidden_until_there_is_something_on_it() {
    let page = given::pages().iter().find(|page| page.path == "/find/").expect("the page");
    let page = html::parse(&page.html);
    let map = html::all(&page, "details#map[hidden]");
    assert_eq!(map.len(), 1);
    assert!(html::text(map[0]).contains(words().get("map.text")));
    for part in [
        "summary#map-open",
        "button#map-close[aria-pressed=true]",
        "button#map-whole[aria-pressed=false]",
        "#map-drawing:empty",
    ] {
        assert_eq!(html::all(&page, part).len(), 1, "{part}");
    }
}

fn outlines_drawn(page: &scraper::Html) -> usize {
    let drawn = html::all(page, ".app-map__land").len();
    assert!(drawn > 1, "the area and its neighbours");
    drawn
}
