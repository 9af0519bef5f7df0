//! The committed file of the areas: it is what its sources make, and every postcode of theirs is right.

use std::{collections::BTreeSet, fs};

use directory::{Missing, Postcodes};
use import::postcodes::{Gathered, Rows, STEP, compile, gather, made};

use crate::{authorities, root, source};

fn committed() -> (Vec<u8>, String) {
    let folder = root().join("data/postcodes");
    let table = fs::read_to_string(folder.join("areas.toml")).expect("the table");
    (fs::read(folder.join("areas.bin")).expect("the file"), table)
}

fn gathered(name: &str) -> Option<Gathered> {
    let rows = Rows::open(&source(name)?).unwrap_or_else(|refused| panic!("{name}: {refused}"));
    Some(gather(rows, &authorities(), |rejected| panic!("{name}: {rejected}")).expect("all of it"))
}

/// What is said of the file is true of it, and it can be made again from what it says alone: that its own points and
/// authorities, compiled, are the same bytes.
#[test]
fn the_committed_file_is_what_is_said_of_it() {
    let (bytes, table) = committed();
    let postcodes = Postcodes::open(bytes.clone()).expect("sound bytes");
    let sectors = postcodes.outcodes().flat_map(|outcode| (0..10).filter_map(move |digit| outcode.sector(digit)));
    let each = sectors.filter_map(|sector| postcodes.each(sector).ok()).flatten();
    let rows = each.map(|one| {
        let (postcode, found) = one.expect("sound bytes");
        import::postcodes::Row { postcode, point: found.point, authority: found.authority, live: true }
    });
    let again = compile(rows.collect(), STEP).expect("room");
    assert!(again.bytes == bytes, "the bytes are not what their own rows make");
    assert!(table.ends_with(&made(&again)), "areas.toml says otherwise:\n{}", made(&again));
    let table: toml::Table = table.parse().expect("TOML");
    for key in ["about", "as-at", "attribution", "read-from", "read-from-sha256", "source"] {
        assert!(table.contains_key(key), "{key} is not said");
    }
    for source in table["source"].as_array().expect("sources") {
        for key in ["name", "publisher", "version", "as-at", "licence", "used-for"] {
            assert!(source.get(key).is_some(), "{key} of {source} is not said");
        }
    }
    assert!(bytes.len() <= 160_000, "the aim is 160 KB");
    // Every area is in it.
    let known: BTreeSet<_> = again.authorities.into_iter().collect();
    authorities().iter().for_each(|authority| assert!(known.contains(authority), "{authority}"));
}

/// The committed bytes are made from the source, byte for byte; every postcode is found, whose it is, near enough.
#[test]
fn every_postcode_of_the_areas_from_grid_references() {
    let Some(gathered) = gathered("postcodes-england-wales-2025-05.csv.gz") else { return };
    assert_eq!((gathered.read, gathered.rows.len()), (1_581_313, 66_042));
    let (bytes, _) = committed();
    assert!(compile(gathered.rows.clone(), STEP).expect("room").bytes == bytes, "made again, the file is another");
    let postcodes = Postcodes::open(bytes).expect("sound bytes");
    let mut metres = Vec::new();
    for row in &gathered.rows {
        let found = postcodes.find(row.postcode).unwrap_or_else(|missing| panic!("{}: {missing:?}", row.postcode));
        assert_eq!(found.authority, row.authority, "{}", row.postcode);
        metres.push(found.point.metres_to(row.point));
    }
    metres.sort_unstable();
    let mean = metres.iter().map(|metres| f64::from(*metres)).sum::<f64>() / metres.len() as f64;
    assert!(mean < 15.0, "the mean error is {mean:.1} m");
    assert!(metres[metres.len() * 95 / 100] <= 20 && metres.last() <= Some(&23), "{:?}", metres.last());
}

/// The other source says the same, in degrees; and what is said of a postcode that is not in use.
#[test]
fn every_postcode_of_the_areas_from_degrees() {
    let Some(gathered) = gathered("postcodes-four-areas.csv") else { return };
    let postcodes = Postcodes::open(committed().0).expect("sound bytes");
    let (mut live, mut far, mut right, mut among, mut wrong, mut nowhere) = (0, 0, 0, 0, 0, 0);
    for row in &gathered.rows {
        if row.live {
            live += 1;
            let found = postcodes.find(row.postcode).unwrap_or_else(|missing| panic!("{}: {missing:?}", row.postcode));
            assert_eq!(found.authority, row.authority, "{}", row.postcode);
            // Half a square, and a metre or two for the degrees.
            far += usize::from(found.point.metres_to(row.point) > 25);
            continue;
        }
        assert!(postcodes.find(row.postcode).is_err(), "{} is not in use", row.postcode);
        match postcodes.around(row.postcode) {
            Ok(spread) if spread.authorities == [row.authority] => right += 1,
            Ok(spread) if spread.authorities.contains(&row.authority) => among += 1,
            Ok(_) => wrong += 1,
            Err(missing) => {
                assert_eq!(missing, Missing::Outcode, "{}", row.postcode);
                nowhere += 1;
            }
        }
    }
    assert_eq!(live, 66_042);
    // This file has other points for some, which its README does not explain. Ours says how many.
    assert_eq!(far, 868);
    // What the file's README says of postcodes out of use, or newer than the file.
    assert_eq!((right, among, wrong, nowhere), (9_322, 4_069, 146, 0));
}
