//! What the search for help shows, as the program in the browser makes it, with the project's own records.

use std::{collections::BTreeMap, fs};

use directory::{
    Date, Freshness, Moment, Postcodes,
    find::{Answer, Cut, Finder, cut},
    hours::{Schedule, minute_of},
    listing::Listings,
};
use serde::Deserialize;
use waymark::{
    islands::{
        find::{
            AreaName,
            answer::{self, Around, MOST},
            details, list, status,
        },
        shortlist::{Item, MOST as MOST_LISTED, Shortlist},
    },
    words::Words,
};

use crate::{
    given::{self, root},
    html,
};

fn words() -> Words {
    given::site().words
}

/// Everything that is searched, as it travels: written and read.
fn finder() -> Finder {
    let listings = Listings::read(&given::content().listings().write()).expect("the entries");
    let postcodes = fs::read(root().join("data/postcodes/areas.bin")).expect("the postcodes");
    Finder::new(listings, Postcodes::open(postcodes).expect("postcodes"))
}

fn areas() -> Vec<AreaName> {
    let area = |area: &directory::Area| AreaName {
        path: format!("/find/{}/", area.id),
        name: area.name.clone(),
        codes: area.authority_codes.clone(),
    };
    given::content().areas.iter().map(area).collect()
}

/// Runs something that draws, at noon of a day.
fn drawn<T>(day: Date, shortlist: &Shortlist, draw: impl FnOnce(Around<'_>) -> T) -> T {
    let (finder, areas) = (finder(), areas());
    draw(Around {
        finder: &finder,
        areas: &areas,
        mistakes_to: "mistakes@example.org",
        here: "https://example.org/find/",
        shortlist,
        now: Moment::new(day, 720),
        words: words(),
    })
}

fn shown(around: Around<'_>, typed: &str) -> (Answer, Cut) {
    let answer = around.finder.find(typed, around.now.map(Moment::date));
    let cut = cut(around.finder.listings(), &answer.found, true, |_| MOST);
    (answer, cut)
}

#[derive(Deserialize)]
struct Cases {
    hours: BTreeMap<String, Schedule>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    hours: String,
    at: String,
    #[serde(default = "yes")]
    checked: bool,
    reads: String,
}

fn yes() -> bool {
    true
}

/// Every case of `tests/suite/directory/hours-words.toml`.
#[test]
fn hours_read_as_people_speak() {
    let cases: Cases = toml::from_str(&given::text_of("tests/suite/directory/hours-words.toml")).expect("the cases");
    assert!(cases.case.len() > 20);
    for case in &cases.case {
        let (day, time) = case.at.split_once(' ').expect("a day and a time");
        let minute = minute_of(time).expect("a time");
        let now = Moment::new(Date::read(day).expect("a day"), minute).expect("a moment");
        let schedule = &cases.hours[&case.hours];
        let status = schedule.status(now, &given::content().holidays, case.checked);
        assert_eq!(status::said(&status, words()), case.reads, "{} at {}", case.hours, case.at);
        // The filter never keeps what the label calls closed, unknown, unchecked or doubtful.
        assert_eq!(status.open_now(), case.reads.starts_with("Open") && !case.reads.contains("differ"), "{}", case.at);
    }
}

/// Each item has what tests, the map and people need: its kind and id, its number in order, a name, a way to reach it, its
/// hours or that they are not known, its source and the day that it speaks of.
#[test]
fn every_entry_says_who_where_and_when() {
    let today = given::site().today;
    drawn(today, &Shortlist::default(), |around| {
        for typed in ["SY1 2AQ", "WA8 0QR", "NE31 1NU", "WR1 3AD", "TF3 4NF", "M1 1AE", "boots"] {
            let (_, cut) = shown(around, typed);
            let page = html::parse(&answer::entries(around, &cut.shown, 1));
            let items = html::all(&page, "body > li");
            assert_eq!(items.len(), cut.shown.len(), "{typed}");
            assert!(items.len() >= 5, "{typed}");
            for (item, number) in items.iter().zip(1..) {
                let text = html::text(*item);
                let id = item.value().attr("data-id").expect("an id");
                assert!(item.value().attr("data-kind").is_some(), "{text}");
                assert_eq!(item.value().attr("id"), Some(format!("r-{id}").as_str()));
                let heading = html::text_of_all(*item, "h2").concat();
                assert!(heading.starts_with(&format!("{number} ")), "{heading}");
                let number_to_call = html::text_of_all(*item, "a[href^='tel:']").concat();
                assert!(!number_to_call.is_empty() || text.contains("no phone number"), "{text}");
                let entry = around.finder.listings().entries.iter().find(|entry| entry.id == id).expect("the entry");
                let source = &around.finder.listings().sources[entry.source as usize];
                assert!(text.contains(&source.name) && text.contains(&source.as_at.to_string()), "{text}");
                let hours = ["Open", "Closed", "opening hours"].iter().any(|words| text.contains(words));
                assert!(hours, "{typed}: nothing of hours in {text}");
            }
        }
    });
}

/// Over 180 days: the number comes before the address, and it says so. Until then it is the other way round.
#[test]
fn what_is_old_says_to_call_first() {
    let read = |day: &str| Date::read(day).expect("a day");
    let place = |day: Date| {
        drawn(day, &Shortlist::default(), |around| {
            let (_, cut) = shown(around, "WA8 0QR");
            let entry = cut.shown.iter().filter_map(|shown| around.finder.entry(shown));
            let pharmacy = entry.clone().find(|entry| entry.kind == directory::Kind::Gp).expect("a surgery").clone();
            let page = html::parse(&answer::entries(around, &cut.shown, 1));
            let item = html::all(&page, &format!("#r-{}", pharmacy.id)).into_iter().map(html::text).next();
            let text = item.expect("its item");
            let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} in {text}"));
            let fresh = around.finder.listings().freshness(&pharmacy, day);
            (fresh, at(&pharmacy.phone) < at(&pharmacy.address), text.clone())
        })
    };
    // The register of surgeries speaks of 3 February 2026.
    let (fresh, phone_first, text) = place(read("2026-03-01"));
    assert_eq!((fresh, phone_first), (Freshness::Recent, false), "{text}");
    let (fresh, phone_first, text) = place(read("2026-06-01"));
    assert_eq!((fresh, phone_first), (Freshness::NotRecent, false), "{text}");
    assert!(text.contains(words().get("fresh.not-recent")), "{text}");
    let (fresh, phone_first, text) = place(read("2026-11-27"));
    assert_eq!((fresh, phone_first), (Freshness::Old, true), "{text}");
    assert!(text.contains(words().get("fresh.old")), "{text}");
}

/// Everything that can be opened offers a letter about a mistake, a map if it is somewhere, and its page if it has one.
#[test]
fn every_entry_opens_to_a_letter_and_its_page() {
    drawn(given::site().today, &Shortlist::default(), |around| {
        let listings = around.finder.listings();
        for entry in &listings.entries {
            let html = details::opened(entry, around);
            let page = html::parse(&html);
            let text = html::text(html::all(&page, "body")[0]);
            assert!(!text.contains("{"), "{}: {text}", entry.id);
            let links = html::all(&page, "a");
            let to = |begin: &str| {
                links.iter().any(|link| link.value().attr("href").is_some_and(|to| to.starts_with(begin)))
            };
            assert_eq!(to("mailto:"), entry.area.is_none(), "{}", entry.id);
            assert_eq!(to("/find/"), entry.area.is_some(), "{}", entry.id);
            assert_eq!(to("https://www.openstreetmap.org/"), entry.point.is_some(), "{}", entry.id);
        }
    });
}

/// A link to a page of ours leads to one that is there.
#[test]
fn every_page_that_an_entry_links_to_is_published() {
    let pages: Vec<&str> = given::pages().iter().map(|page| page.path.as_str()).collect();
    let (finder, areas) = (finder(), areas());
    let mut linked = 0;
    for entry in finder.listings().entries.iter() {
        if let Some(area) = entry.area {
            linked += 1;
            let path = format!("{}{}/", areas[area as usize].path, entry.id);
            assert!(pages.contains(&path.as_str()), "{path}");
        }
    }
    assert!(linked > 300, "{linked}");
}

#[test]
fn what_was_typed_and_what_is_on_a_list_is_never_markup() {
    let bad = "<b id=\"x\">&";
    let mut list = Shortlist::default();
    list.add(Item { id: bad.into(), name: bad.into(), what: bad.into(), phone: bad.into(), address: bad.into() });
    drawn(given::site().today, &list, |around| {
        let state = list::State { kept: true, can_share: true, emptied: false, said: "" };
        let html = list::section(around, state);
        assert!(!html.contains("<b "), "{html}");
        assert!(html::text(html::all(&html::parse(&html), "body")[0]).contains(bad));
        for typed in [bad, "SY1 <b>", "\"><script>"] {
            let (answer, cut) = shown(around, typed);
            let said = answer::said(around.finder, &answer, around.areas, words());
            assert!(!said.contains('<') && !answer::entries(around, &cut.shown, 1).contains("<script"), "{typed}");
        }
    });
}

#[test]
fn a_list_comes_back_as_it_was_and_holds_each_place_once() {
    let item = |id: &str| Item {
        id: id.into(),
        name: format!("“{id}”\n\\"),
        what: "GP surgery".into(),
        phone: "01743 294700".into(),
        address: String::new(),
    };
    let mut list = Shortlist::default();
    for id in ["a", "b", "a", ""] {
        list.add(item(id));
    }
    assert_eq!(list.items().len(), 2);
    assert_eq!(Shortlist::read(&list.write()).as_ref(), Some(&list));
    list.take_off("a");
    assert!(!list.has("a") && list.has("b"));
    for number in 0..100 {
        list.add(item(&number.to_string()));
    }
    assert_eq!(list.items().len(), MOST_LISTED);
    // What a later version adds is passed over; what is damaged, newer or something else is refused.
    let text = list.write();
    let more = text.replacen("{\"waymark\":1", "{\"later\":[1],\"waymark\":1", 1);
    assert_eq!(Shortlist::read(&more).as_ref(), Some(&list));
    for (find, put) in [("\"waymark\":1", "\"waymark\":2"), ("\"places\",", "\"check\","), ("\"id\"", "\"di\"")] {
        assert!(text.contains(find), "{find}");
        assert_eq!(Shortlist::read(&text.replace(find, put)), None, "{find}");
    }
    for end in 0..text.len() - 1 {
        assert_eq!(text.get(..end).and_then(Shortlist::read), None, "cut at {end}");
    }
}

#[test]
fn a_list_as_text_has_names_and_numbers() {
    let mut list = Shortlist::default();
    list.add(Item {
        id: "m82022".into(),
        name: "The Caxton Surgery".into(),
        what: "GP surgery".into(),
        phone: "01691 654646".into(),
        address: "Oswald Road, Oswestry SY11 1RD".into(),
    });
    list.add(Item {
        id: "x".into(),
        name: "No number".into(),
        what: "Pharmacy".into(),
        phone: String::new(),
        address: String::new(),
    });
    let none = words().get("places.no-phone");
    let title = words().get("shortlist.title");
    assert_eq!(
        list::text(&list, words()),
        format!(
            "{title}\n\nThe Caxton Surgery\nGP surgery\n01691 654646\nOswald Road, Oswestry SY11 1RD\n\nNo number\nPharmacy\n{none}\n"
        )
    );
}

/// A school sees what there is before it pays for the same again; where nothing is known, whom to ask.
#[test]
fn each_area_says_what_is_on_offer_for_schools_with_who_runs_it_and_when_it_was_checked() {
    let words = given::site().words;
    let (mut some, mut none) = (0, 0);
    for area in &given::content().areas {
        let path = format!("/find/{}/", area.id);
        let page = given::pages().iter().find(|page| page.path == path).expect("the page");
        let parsed = html::parse(&page.html);
        assert_eq!(html::all(&parsed, "h2#offers").len(), 1, "{path}");
        let text = html::text(html::all(&parsed, "main")[0]);
        assert!(text.contains(words.get("offers.tell")), "{path}");
        for offer in &area.offers {
            let checked = offer.source.checked_on.to_string();
            for part in [&offer.name, &offer.run_by, &offer.who_for, &offer.about, &offer.source.name, &checked] {
                assert!(text.contains(part.as_str()), "{path}: {part}");
            }
        }
        let empty = words.fill("offers.none", &[("council", &area.council)]);
        assert_eq!(text.contains(&empty), area.offers.is_empty(), "{path}");
        if area.offers.is_empty() { none += 1 } else { some += 1 }
    }
    assert!(some > 0 && none > 0, "{some} {none}");
}
