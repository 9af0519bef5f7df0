//! Finding help with the project's own records and postcodes: what a person types, and who comes first.

use std::{fs, path::Path};

use directory::{
    Area, Kind, Point, Postcodes,
    find::{Answer, Asked, Finder, Shown, What},
    listing::Listings,
};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn areas() -> Vec<Area> {
    let mut folders: Vec<_> =
        fs::read_dir(root().join("areas")).expect("the areas").map(|entry| entry.expect("a folder").path()).collect();
    folders.sort();
    let read = |folder: &std::path::PathBuf| fs::read_to_string(folder.join("area.toml")).expect("an area");
    folders.iter().map(|folder| toml::from_str(&read(folder)).expect("an area")).collect()
}

fn postcodes() -> Postcodes {
    Postcodes::open(fs::read(root().join("data/postcodes/areas.bin")).expect("the postcodes")).expect("postcodes")
}

fn everything() -> Listings {
    let books: Vec<_> = records::load(root()).expect("the books").into_iter().map(|shelf| shelf.book).collect();
    // As it travels: written and read.
    let searched = records::Searched { areas: &areas(), books: &books, lines: &[], holidays: &[], outlines: &[] };
    let file = records::listings(searched).write();
    println!("{} bytes of entries", file.len());
    Listings::read(&file).expect("the entries")
}

fn finder() -> Finder {
    Finder::new(everything(), postcodes())
}

fn name(finder: &Finder, shown: &Shown) -> String {
    finder.listings().entries[shown.entry as usize].name.clone()
}

fn kind(finder: &Finder, shown: &Shown) -> Kind {
    finder.listings().entries[shown.entry as usize].kind
}

fn first(finder: &Finder, typed: &str) -> String {
    finder.find(typed, None).found.first().map(|shown| name(finder, shown)).unwrap_or_default()
}

fn place(answer: &Answer) -> (What, usize) {
    match &answer.asked {
        Asked::Place(place) => (place.what, place.authorities.len()),
        other => panic!("{other:?}"),
    }
}

/// The councils of these postcodes pay for these services, and theirs come first, however near another council's is.
#[test]
fn ones_own_council_comes_first() {
    let finder = finder();
    for (typed, service) in [
        ("SY1 1AA", "Shropshire Recovery Partnership"),
        ("sy131ae", "Shropshire Recovery Partnership"),
        ("NE31 1NU", "South Tyneside Adult Recovery Service (STARS)"),
        ("SR6 7AB", "South Tyneside Adult Recovery Service (STARS)"),
        ("L24 4AE", "Halton Integrated Recovery Service"),
        ("WA8 0QR", "Halton Integrated Recovery Service"),
        ("WR1 3AD", "Cranstoun Worcestershire"),
        ("TF3 4NF", "Telford STaRS"),
    ] {
        let answer = finder.find(typed, None);
        let found = answer.found.first().map(|shown| (name(&finder, shown), shown.own));
        assert_eq!(found, Some((service.to_owned(), true)), "{typed}: {:?}", answer.asked);
        // No other council's service is offered.
        for shown in &answer.found {
            let entry = &finder.listings().entries[shown.entry as usize];
            assert!(entry.serves.is_empty() || shown.own, "{typed}: {}", entry.name);
        }
    }
}

#[test]
fn within_a_kind_the_nearest_comes_first() {
    let finder = finder();
    let answer = finder.find("NE33 1TL", None);
    for wanted in [Kind::Pharmacy, Kind::Gp] {
        let metres: Vec<u32> = answer
            .found
            .iter()
            .filter(|shown| kind(&finder, shown) == wanted)
            .map(|shown| shown.metres.expect("a place"))
            .collect();
        assert!(metres.len() > 10, "{wanted:?}: {}", metres.len());
        assert!(metres.iter().all(|metres| *metres <= directory::find::REACH), "{wanted:?}: ten miles");
        assert!(metres.is_sorted() && metres[0] < 1_500, "{metres:?}");
    }
    // Kinds stand together, in their order.
    let kinds: Vec<Kind> = answer.found.iter().map(|shown| kind(&finder, shown)).collect();
    assert!(kinds.is_sorted_by_key(|kind| directory::find::KINDS.iter().position(|known| known == kind)), "{kinds:?}");
}

/// A service that was written down by hand is as far away as its postcode.
#[test]
fn a_service_with_a_postcode_has_a_distance() {
    let answer = finder().find("SY1 1AA", None);
    assert!(
        answer.found[0].own && answer.found[0].metres.is_some_and(|metres| metres < 2_000),
        "{:?}",
        answer.found[0]
    );
}

#[test]
fn part_of_a_postcode_is_the_middle_of_it() {
    let finder = finder();
    assert!(matches!(place(&finder.find("SY1", None)).0, What::Outcode(_)));
    assert!(matches!(place(&finder.find("SY1 1", None)).0, What::Sector(_)));
    assert!(matches!(place(&finder.find("SY1 1A", None)).0, What::Sector(_)), "in the middle of being typed");
    assert!(place(&finder.find("B45", None)).1 > 1, "several councils, and so it is said");
    assert_eq!(first(&finder, "SY1"), "Shropshire Recovery Partnership");
}

#[test]
fn a_postcode_that_is_not_there_is_near_its_neighbours_or_elsewhere() {
    let finder = finder();
    assert!(matches!(place(&finder.find("SY1 1ZZ", None)).0, What::Around(_)));
    for typed in ["M1 1AE", "SW1A 1AA", "EH1 1YZ"] {
        let answer = finder.find(typed, None);
        assert_eq!((answer.asked, answer.found.len()), (Asked::Elsewhere, 0), "{typed}");
    }
}

#[test]
fn what_only_looks_like_a_postcode_is_said_to() {
    let finder = finder();
    for typed in ["SY1 1CC", "SY99 9", "X1 1AA1A"] {
        let asked = finder.find(typed, None).asked;
        assert!(matches!(asked, Asked::NotAPostcode(_) | Asked::Elsewhere | Asked::Place(_)), "{typed}: {asked:?}");
    }
    assert!(matches!(finder.find("SY1 1CC1", None).asked, Asked::NotAPostcode(_)));
    assert!(matches!(finder.find("zzzz", None).asked, Asked::Words));
}

/// Whitchurch has no practice of its own in the register: its pharmacies are found, and the nearest practices elsewhere.
#[test]
fn a_town_is_the_middle_of_its_places() {
    let finder = finder();
    let answer = finder.find("whitchurch", None);
    let (What::Town(town), _) = place(&answer) else { panic!("{:?}", answer.asked) };
    assert_eq!(finder.town(town), "Whitchurch");
    assert_eq!(name(&finder, &answer.found[0]), "Shropshire Recovery Partnership");
    let pharmacy = answer.found.iter().find(|shown| kind(&finder, shown) == Kind::Pharmacy).expect("a pharmacy");
    assert!(pharmacy.metres.is_some_and(|metres| metres < 3_000), "{pharmacy:?}");
}

#[test]
fn former_names_find_todays_service_and_say_so() {
    let finder = finder();
    for (typed, service) in [
        ("Swanswell", "Cranstoun Worcestershire"),
        ("CRI", "Halton Integrated Recovery Service"),
        ("Addaction", "Shropshire Recovery Partnership"),
        ("Humankind", "South Tyneside Adult Recovery Service (STARS)"),
    ] {
        let answer = finder.find(typed, None);
        let found = answer.found.first().expect("a service");
        assert_eq!((name(&finder, found), found.by_former_name), (service.to_owned(), true), "{typed}");
    }
}

#[test]
fn a_slip_is_forgiven_and_said() {
    let finder = finder();
    let answer = finder.find("cranstuon", None);
    assert_eq!((first(&finder, "cranstuon"), answer.despite_slip), ("Cranstoun Worcestershire".to_owned(), true));
    assert!(!finder.find("cranstoun", None).despite_slip);
}

#[test]
fn the_devices_place_is_answered_as_a_postcode_is() {
    let finder = finder();
    let castle_gates = Point::new(349_300, 312_800).expect("a point");
    let answer = finder.here(castle_gates, None);
    assert_eq!(name(&finder, &answer.found[0]), "Shropshire Recovery Partnership");
    assert_eq!(finder.here(Point::new(530_000, 180_000).expect("London"), None).asked, Asked::Elsewhere);
}

/// Nothing that is typed makes a panic, and nothing typed asks for nothing.
#[test]
fn anything_may_be_typed() {
    let finder = finder();
    assert_eq!(finder.find("  ", None).asked, Asked::Nothing);
    for typed in ["'", "é", "SY", "1", "sy1 1aa sy1 1aa", "\u{0}", "💧", "a b c d e f g h i j k l m n o p"] {
        let _ = finder.find(typed, None);
    }
}

/// What is a lead is not among the entries, and every entry says where it is from.
#[test]
fn entries_have_a_source_and_are_no_leads() {
    let all = everything();
    assert!(all.entries.len() > 1_300, "{}", all.entries.len());
    assert!(all.sources.iter().all(|source| !source.lead));
    assert!(all.entries.iter().all(|entry| entry.branch_of.is_empty()), "every branch so far is a lead");
}
