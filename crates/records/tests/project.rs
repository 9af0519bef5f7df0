//! The project's own records.

use std::{collections::BTreeSet, fs, path::PathBuf};

use directory::{Area, Authority, Kind};
use records::{Shelf, load, write};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn shelves() -> Vec<Shelf> {
    load(&root()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn area(id: &str) -> Area {
    let text = fs::read_to_string(root().join("areas").join(id).join("area.toml")).expect("an area");
    toml::from_str(&text).expect("an area")
}

/// A file that is not as it would be written again changes more lines at the next import than were meant.
#[test]
fn every_file_is_as_it_would_be_written() {
    let shelves = shelves();
    assert!(!shelves.is_empty());
    for Shelf { file, book } in &shelves {
        let text = fs::read_to_string(root().join(file)).expect("a file");
        assert!(write(book) == text, "{file}: run `cargo xtask import` once, or put keys and records in their order");
    }
}

/// A file that says "nearby" holds other councils' places, and any other file its own council's.
#[test]
fn places_are_in_the_file_of_their_council() {
    for Shelf { file, book } in &shelves() {
        let own = area(&book.area).authority_codes;
        for record in &book.records {
            let place = record.place.as_ref().and_then(|place| place.location.authority).expect("an authority");
            assert_eq!(own.contains(&place.to_string()), !book.nearby, "{file}: {}", record.id);
        }
    }
}

/// Every area has practices and pharmacies of its own, every one of them with a town, a place and a source that it names.
#[test]
fn every_record_can_be_found_and_traced() {
    let shelves = shelves();
    for id in ["halton", "shropshire", "south-tyneside", "telford-and-wrekin", "worcestershire"] {
        for kind in [Kind::Gp, Kind::Pharmacy] {
            let own =
                shelves.iter().find(|shelf| shelf.book.area == id && shelf.book.kind == kind && !shelf.book.nearby);
            assert!(own.is_some_and(|shelf| !shelf.book.records.is_empty()), "{id}, {kind:?}");
        }
    }
    for Shelf { file, book } in &shelves {
        for record in &book.records {
            let at = || format!("{file}: {}", record.id);
            assert!(record.town().is_some() && record.locations().all(|place| place.point.is_some()), "{}", at());
            let source = book.source(&record.provenance.source).unwrap_or_else(|| panic!("{}", at()));
            assert!(!source.lead, "{}: a record is no lead; only a branch may be", at());
            assert_eq!(source.licence, "OGL-UK-3.0", "{}", at());
        }
    }
}

/// Whitchurch has no practice of its own: it is there as a branch of Ellesmere's, and as a lead.
#[test]
fn whitchurch_is_there_as_a_lead() {
    let shelves = shelves();
    let gps = shelves.iter().filter(|shelf| shelf.book.kind == Kind::Gp);
    let mut branches = BTreeSet::new();
    for Shelf { book, .. } in gps {
        for record in &book.records {
            // The one practice with this post town is over the border, in Hanmer.
            let main = record.place.as_ref().map(|place| &place.location).expect("a place");
            let english = main.authority.is_some_and(|authority| authority.as_str().starts_with('E'));
            assert!(!english || main.town.as_deref() != Some("Whitchurch"), "{}", record.id);
            for branch in record.branches.iter().filter(|one| one.place.location.town.as_deref() == Some("Whitchurch"))
            {
                let source = branch.source.as_deref().and_then(|id| book.source(id)).expect("its own source");
                assert!(source.lead && String::from(source.as_at).starts_with("2019"), "{}", branch.id);
                assert_eq!(branch.phone, None, "no number of 2019");
                branches.insert(branch.id.as_str());
            }
        }
    }
    assert!(branches.contains("m82025002"), "{branches:?}");
}

/// Hebburn (NE31) looks over the river: the nearest service in a straight line is North Tyneside's. Whose people a
/// service serves is said by authority, so South Tyneside's own is found whatever lies nearer.
#[test]
fn ne31_is_served_by_its_own_council() {
    let code = |text: &str| Authority::read(text).expect("a code");
    let (south, north) = (code("E08000023"), code("E08000022"));
    for id in ["halton", "shropshire", "south-tyneside", "telford-and-wrekin", "worcestershire"] {
        for (record, _) in area(id).records() {
            assert_eq!(record.is_for_people_of(south), id == "south-tyneside", "{}", record.id);
            assert!(!record.is_for_people_of(north), "{}", record.id);
        }
    }
    // A practice asks nobody's council here.
    let shelves = shelves();
    let gp = shelves.iter().find(|shelf| shelf.book.kind == Kind::Gp).expect("practices");
    assert!(gp.book.records.iter().all(|record| record.is_for_people_of(north)));
}

/// Drug and alcohol services are written by hand. No import makes one.
#[test]
fn no_drug_and_alcohol_service_was_imported() {
    for Shelf { file, book } in &shelves() {
        assert_ne!(book.kind, Kind::DrugAndAlcohol, "{file}");
        for record in &book.records {
            assert!(!["y05376", "y06655", "y01663", "y06061"].contains(&record.id.as_str()), "{file}: {}", record.id);
        }
    }
}
