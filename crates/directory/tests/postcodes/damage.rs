//! Bytes that are not what was written: an error or a value, never a panic, a hang or much memory.

use directory::{Point, Postcode, Postcodes, ShardFault};
use proptest::prelude::*;

use crate::bytes;

/// Everything that can be asked, of whatever the bytes are. All of it ends.
fn ask_all(bytes: Vec<u8>) {
    let Ok(postcodes) = Postcodes::open(bytes) else { return };
    for outcode in postcodes.outcodes().take(8) {
        if let Ok(spread) = postcodes.outcode(outcode) {
            assert!(spread.postcodes <= 4_000 && spread.authorities.len() <= 4_000);
        }
        for sector in (0..=10).filter_map(|digit| outcode.sector(digit)) {
            let _ = postcodes.sector(sector);
            assert!(postcodes.each(sector).map_or(0, Iterator::count) <= 400);
            for postcode in [0, 57, 399].into_iter().filter_map(|unit| sector.postcode(unit)) {
                let _ = (postcodes.find(postcode), postcodes.around(postcode));
            }
        }
    }
    let _ = Point::new(349_362, 312_843).map(|point| postcodes.nearest(point));
}

/// A file of some outcodes, cut out of the committed one: as real, and small enough to damage at every place.
fn of(outcodes: &[&str]) -> Vec<u8> {
    let (whole, list) = (bytes(), 7 + 33 * 9 + 2);
    let entry = |place: usize| &whole[list + place * 10..][..10];
    let start = |place: usize| u32::from_le_bytes(entry(place)[6..].try_into().expect("four bytes")) as usize;
    let (mut lists, mut blocks) = (whole[..list].to_vec(), Vec::new());
    lists[list - 2] = outcodes.len() as u8;
    for place in (0..104_usize).filter(|place| outcodes.iter().any(|name| entry(*place).starts_with(name.as_bytes()))) {
        lists.extend(&entry(place)[..6]);
        lists.extend((blocks.len() as u32).to_le_bytes());
        blocks.extend(&whole[list + 105 * 10..][start(place)..start(place + 1)]);
    }
    [lists, blocks].concat()
}

#[test]
fn other_files_are_not_postcodes() {
    for other in ["", "WPC", "WPC1", "WPC2 \u{1}\0\0\0", "PK\u{3}\u{4}", "<!doctype html>"] {
        assert_eq!(Postcodes::open(other.as_bytes().to_vec()).err(), Some(ShardFault::NotPostcodes), "{other:?}");
    }
}

/// Whatever the step, an empty file is a file; a step of nothing is damage.
#[test]
fn an_empty_file_has_no_postcode() {
    let empty = |step| Postcodes::open([b"WPC1".as_slice(), &[step, 0, 0, 0, 0]].concat());
    let postcodes = empty(32).expect("a file");
    let postcode = Postcode::read("SY1 2AQ").expect("a postcode");
    assert_eq!(postcodes.find(postcode), Err(directory::Missing::Outcode));
    assert_eq!(postcodes.nearest(Point::new(1, 1).expect("a point")), Ok(None));
    assert_eq!(empty(0).err(), Some(ShardFault::Damaged));
}

/// What is cut out of the file says of its outcodes what the file says.
#[test]
fn a_part_of_the_file_is_a_file() {
    let (small, whole) = (of(&["L24 ", "LD7 ", "WR7 "]), Postcodes::open(bytes()).expect("sound bytes"));
    let small = Postcodes::open(small).expect("sound bytes");
    assert_eq!(small.outcodes().map(|outcode| outcode.to_string()).collect::<Vec<_>>(), ["L24", "LD7", "WR7"]);
    for outcode in small.outcodes() {
        assert_eq!(small.outcode(outcode), whole.outcode(outcode));
    }
}

/// A file cut off anywhere: in its lists it does not open, after them what is left is still right.
#[test]
fn a_file_that_was_cut_off() {
    let small = of(&["L24 ", "LD7 ", "WR7 "]);
    let all = Postcodes::open(small.clone()).expect("sound bytes");
    let lists = 7 + 33 * 9 + 2 + 3 * 10;
    for len in 0..small.len() {
        let cut = Postcodes::open(small[..len].to_vec());
        assert!(cut.is_err() || len >= lists, "{len} bytes");
        let Ok(cut) = cut else { continue };
        for outcode in all.outcodes() {
            let cut = cut.outcode(outcode);
            assert!(cut.is_err() || cut == all.outcode(outcode), "{outcode} of {len} bytes");
        }
    }
}

/// Outcodes are looked for by halves, so a list out of order is damage; and so is a name that is none.
#[test]
fn a_list_out_of_order() {
    for wrong in [["LD7 ", "L24 ", "WR7 "], ["L24 ", "L24 ", "WR7 "], ["L24 ", "LD\n ", "WR7 "]] {
        let mut bytes = of(&["L24 ", "LD7 ", "WR7 "]);
        for (place, name) in wrong.into_iter().enumerate() {
            bytes[7 + 33 * 9 + 2 + place * 10..][..4].copy_from_slice(name.as_bytes());
        }
        assert_eq!(Postcodes::open(bytes).err(), Some(ShardFault::Damaged), "{wrong:?}");
    }
}

/// A sector that ends a byte too early is damage, whatever its last bits would be.
#[test]
fn a_sector_that_was_cut_off() {
    for name in ["L24 ", "LD7 ", "WR7 ", "SY1 ", "NE33"] {
        let mut bytes = of(&[name]);
        let block = 7 + 33 * 9 + 2 + 10;
        let outcode = Postcodes::open(bytes.clone()).expect("sound bytes").outcodes().next().expect("one");
        let digits: Vec<u8> =
            (0..10).filter(|digit| bytes[block - 6 + usize::from(digit / 8)] >> (digit % 8) & 1 == 1).collect();
        let length = block + 5 + 2 * (digits.len() - 1);
        assert_ne!(bytes[length], 0, "{name}: take another, whose length is easy to lessen");
        bytes[length] -= 1;
        let last = digits.last().and_then(|digit| outcode.sector(*digit)).expect("a sector");
        let cut = Postcodes::open(bytes).expect("sound lists");
        assert_eq!(cut.sector(last), Err(directory::Missing::Damaged), "{last}");
    }
}

/// One byte after the other made another: every question still ends.
#[test]
fn a_file_with_a_wrong_byte() {
    let small = of(&["L24 ", "LD7 ", "WR7 "]);
    for at in 0..small.len() {
        let mut bytes = small.clone();
        // One of these in turn; over the file each is met in every kind of place.
        bytes[at] = [0, 0xff, small[at] ^ 1, small[at] ^ 0x80, small[at].wrapping_add(1)][at % 5];
        ask_all(bytes);
    }
}

/// A file of one outcode whose block is as long as it may be and says the most that it can.
#[test]
fn the_greatest_numbers() {
    for filling in [0x00, 0x55, 0xaa, 0xff] {
        let mut bytes =
            [b"WPC1".as_slice(), &[0xff, 1, 0], b"E06000051", &[1, 0], b"SY1 ", &[0xff, 3, 0, 0, 0, 0]].concat();
        bytes.resize(bytes.len() + 660_000, filling);
        ask_all(bytes);
    }
    let lists = [b"WPC1".as_slice(), &[32, 0xff, 0xff], &[b'E'; 600_000]].concat();
    assert_eq!(Postcodes::open(lists).err(), Some(ShardFault::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        ask_all(bytes.clone());
        ask_all([b"WPC1".as_slice(), &bytes].concat());
        // With sound lists before them.
        let lists = [b"WPC1".as_slice(), &[32, 2, 0], b"E06000051E08000023", &[1, 0], b"SY1 ", &[0x07, 0, 0, 0, 0, 0]].concat();
        ask_all([lists, bytes].concat());
    }

    #[test]
    fn any_damage_is_survived(damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40), cut in 300_usize..3_000) {
        let mut bytes = of(&["L24 ", "LD7 ", "WR7 "]);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut);
        ask_all(bytes);
    }
}
