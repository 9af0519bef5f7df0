//! The committed file: the traps by name, and what is asked of it.

use std::collections::BTreeSet;

use directory::{Authority, Found, Missing, Outcode, Point, Postcode, Postcodes, Spread, Typed};
use serde::Deserialize;

use crate::{cases, postcodes};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    trap: Vec<Trap>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trap {
    name: String,
    postcodes: Vec<(String, u32, u32, String)>,
}

/// How far a point may be from the source's: half the diagonal of a step of 32 m.
const WORST: u32 = 23;

fn read(text: &str) -> Postcode {
    Postcode::read(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

/// The traps of the areas' edges, and some addresses in them: authority and point of each postcode.
#[test]
fn postcodes_are_whose_they_are() {
    let (postcodes, traps) = (postcodes(), cases::<File>("postcodes-traps.toml").trap);
    for Trap { name, postcodes: listed } in &traps {
        for (text, easting, northing, authority) in listed {
            let found = postcodes.find(read(text)).unwrap_or_else(|missing| panic!("{name}: {text}: {missing:?}"));
            assert_eq!(found.authority.as_str(), authority, "{name}: {text}");
            let off = found.point.metres_to(Point::new(*easting, *northing).expect("a point"));
            assert!(off <= WORST, "{name}: {text} is {off} m off");
        }
    }
    let named: Vec<&str> = traps.iter().map(|trap| trap.name.as_str()).collect();
    for outcode in ["SR6", "L24", "GL20", "B47", "B48", "DY9", "SY8", "WV5", "CW3", "DY14", "LD7", "B45"] {
        assert!(named.iter().any(|name| name.split([' ', ',']).any(|word| word == outcode)), "no trap for {outcode}");
    }
}

/// An outcode of a trap touches every authority that its postcodes are in; that is why it is a trap.
#[test]
fn a_split_outcode_says_whom_it_touches() {
    let postcodes = postcodes();
    for trap in cases::<File>("postcodes-traps.toml").trap {
        let outcodes: BTreeSet<_> = trap.postcodes.iter().map(|listed| read(&listed.0).outcode()).collect();
        for outcode in outcodes {
            let spread = postcodes.outcode(outcode).expect("an outcode");
            let touched: BTreeSet<&str> = spread.authorities.iter().map(|authority| authority.as_str()).collect();
            assert_eq!(touched.len(), spread.authorities.len(), "{outcode}: each once");
            for listed in trap.postcodes.iter().filter(|listed| read(&listed.0).outcode() == outcode) {
                assert!(touched.contains(listed.3.as_str()), "{outcode} does not touch {}", listed.3);
            }
        }
    }
    let first = |outcode: &str| match Typed::read(outcode) {
        Ok(Typed::Outcode(outcode)) => postcodes.outcode(outcode).expect("an outcode").authorities[0].to_string(),
        other => panic!("{outcode}: {other:?}"),
    };
    // Most postcodes first: SR6 is Sunderland's, L24 Liverpool's, B47 Bromsgrove's.
    assert_eq!(["SR6", "L24", "B47"].map(first), ["E08000024", "E08000012", "E07000234"]);
}

/// The postcodes of an outcode.
fn all(postcodes: &Postcodes, outcode: Outcode) -> Vec<(Postcode, Found)> {
    let sectors = (0..10).filter_map(|digit| postcodes.each(outcode.sector(digit)?).ok());
    sectors.flatten().collect::<Result<_, _>>().expect("sound bytes")
}

/// A sector and an outcode are what their postcodes are together, and each postcode is found on its own.
#[test]
fn a_part_is_the_sum_of_its_postcodes() {
    let postcodes = postcodes();
    let mut total = 0;
    for outcode in postcodes.outcodes() {
        let all = all(&postcodes, outcode);
        check_spread(postcodes.outcode(outcode).expect("an outcode"), &all);
        for digit in 0..10 {
            let sector = outcode.sector(digit).expect("a digit");
            let its: Vec<_> = all.iter().filter(|(postcode, _)| postcode.sector() == sector).copied().collect();
            match postcodes.sector(sector) {
                Ok(spread) => check_spread(spread, &its),
                Err(missing) => assert_eq!((missing, its.len()), (Missing::Sector, 0), "{sector}"),
            }
        }
        for (postcode, found) in all.iter().step_by(37) {
            assert_eq!(postcodes.find(*postcode), Ok(*found), "{postcode}");
        }
        assert!(all.is_sorted_by_key(|(postcode, _)| *postcode), "{outcode}");
        total += all.len();
    }
    assert_eq!(total, 66_042);
}

fn check_spread(spread: Spread, all: &[(Postcode, Found)]) {
    let first = all[0].0;
    assert_eq!(spread.postcodes as usize, all.len(), "{first}");
    let mean = |coordinate: fn(Point) -> u32| {
        let sum: u64 = all.iter().map(|(_, found)| u64::from(coordinate(found.point))).sum();
        (sum / all.len() as u64) as u32
    };
    assert_eq!((spread.middle.easting(), spread.middle.northing()), (mean(Point::easting), mean(Point::northing)));
    let count = |authority: &Authority| all.iter().filter(|(_, found)| found.authority == *authority).count();
    let counts: Vec<usize> = spread.authorities.iter().map(count).collect();
    assert!(counts.is_sorted_by(|more, less| more >= less), "{first}: {counts:?}");
    assert_eq!(counts.iter().sum::<usize>(), all.len(), "{first}: every authority, and each once");
}

/// What is not there is said to be not there, and which part of it is.
#[test]
fn what_is_not_here_is_said() {
    let postcodes = postcodes();
    let find = |text: &str| postcodes.find(read(text));
    assert_eq!(find("SW1A 1AA"), Err(Missing::Outcode));
    assert_eq!(postcodes.around(read("SW1A 1AA")), Err(Missing::Outcode));
    // No sector SY1 8, no unit SY1 2ZZ.
    assert_eq!(find("SY1 8AA"), Err(Missing::Sector));
    assert_eq!(postcodes.around(read("SY1 8AA")), postcodes.outcode(read("SY1 8AA").outcode()));
    assert_eq!(find("SY1 2ZZ"), Err(Missing::Unit));
    assert_eq!(postcodes.around(read("SY1 2ZZ")), postcodes.sector(read("SY1 2AQ").sector()));
    // Before the first unit of a sector, and after its last.
    assert_eq!(find("B47 5AA"), Err(Missing::Unit));
    // The outcode before the first and the one after the last.
    assert_eq!(find("AB1 1AA"), Err(Missing::Outcode));
    assert_eq!(find("ZE1 1AA"), Err(Missing::Outcode));
}

/// Whose a place is, without a postcode: the nearest one's.
#[test]
fn the_nearest_postcode() {
    let postcodes = postcodes();
    for trap in cases::<File>("postcodes-traps.toml").trap {
        for (text, easting, northing, authority) in trap.postcodes {
            let point = Point::new(easting, northing).expect("a point");
            let (_, found) = postcodes.nearest(point).expect("sound bytes").expect("a postcode");
            // Another may be as near, on the boundary too; but none of these lies on one.
            assert!(found.point.metres_to(point) <= WORST, "{text}");
            assert_eq!(found.authority.as_str(), authority, "{text}");
        }
    }
    // From afar: Land's End is nearest to the south-west of the areas, and no postcode is near.
    let far = Point::new(134_000, 25_000).expect("a point");
    let (nearest, found) = postcodes.nearest(far).expect("sound bytes").expect("a postcode");
    let each = postcodes.outcodes().flat_map(|outcode| all(&postcodes, outcode));
    let least = each.map(|(_, found)| found.point.metres_to(far)).min();
    assert_eq!(Some(found.point.metres_to(far)), least, "{nearest}");
    assert!(found.point.metres_to(far) > 100_000);
}
