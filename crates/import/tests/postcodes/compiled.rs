//! The compact file says what its rows say.

use directory::{Authority, Missing, Point, Postcode, Postcodes};
use import::postcodes::{FILE, Row, STEP, Unfit, compile, made, write};
use proptest::prelude::*;

use crate::row;

fn open(bytes: &[u8]) -> Postcodes {
    Postcodes::open(bytes.to_vec()).expect("what was just written")
}

/// Rows as they come, with big gaps and small, runs of authorities and changes of it, points near and far.
fn any_rows() -> impl Strategy<Value = Vec<Row>> {
    let outcode = prop_oneof!["SY[1-9]", "B4[0-9]", "W1A", "L2"];
    let one = (outcode, 0..10_u8, 0..400_u16, 0..4_u32, any::<(u32, u32)>(), 0..40_u8);
    proptest::collection::vec(one, 1..300).prop_map(|rows| {
        rows.into_iter()
            .map(|(outcode, digit, unit, authority, (east, north), far)| {
                let part = Postcode::read(&format!("{outcode} {digit}AA")).expect("a postcode").sector();
                let (width, height) = if far == 0 { (600_000, 600_000) } else { (9_000, 9_000) };
                Row {
                    postcode: part.postcode(unit).expect("a unit"),
                    point: Point::new(east % width, north % height).expect("a point"),
                    authority: Authority::read(&format!("E0600000{}", authority / 3)).expect("a code"),
                    live: true,
                }
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every row is found, within half a square of its point and with its own authority; no other postcode is.
    #[test]
    fn what_is_written_is_read(mut rows in any_rows(), step in 20_u8..=255) {
        rows.sort();
        rows.dedup_by_key(|row| row.postcode);
        let compiled = compile(rows.clone(), step).expect("room");
        prop_assert_eq!(compiled.postcodes, rows.len());
        let postcodes = open(&compiled.bytes);
        let worst = f64::from(step) * 0.5_f64.sqrt() + 1.0;
        let mut read = Vec::new();
        for outcode in postcodes.outcodes() {
            for sector in (0..10).filter_map(|digit| outcode.sector(digit)) {
                let Ok(each) = postcodes.each(sector) else { continue };
                read.extend(each.map(|one| one.expect("sound bytes")));
            }
        }
        prop_assert_eq!(read.len(), rows.len());
        for (row, (postcode, found)) in rows.iter().zip(read) {
            prop_assert_eq!((postcode, found.authority), (row.postcode, row.authority));
            prop_assert!(f64::from(found.point.metres_to(row.point)) <= worst, "{} {:?}", postcode, found.point);
            prop_assert_eq!(postcodes.find(row.postcode), Ok(found));
        }
        for unit in [0, 1, 399] {
            let postcode = rows[0].postcode.sector().postcode(unit).expect("a unit");
            let is_there = rows.iter().any(|row| row.postcode == postcode);
            prop_assert_eq!(postcodes.find(postcode).err(), (!is_there).then_some(Missing::Unit));
        }
        let point = rows[rows.len() / 2].point;
        let least = rows.iter().filter_map(|row| postcodes.find(row.postcode).ok()).map(|found| found.point.metres_to(point)).min();
        let (_, nearest) = postcodes.nearest(point).expect("sound bytes").expect("a postcode");
        prop_assert_eq!(Some(nearest.point.metres_to(point)), least);
    }

    /// The order in which rows come does not show, nor does a row that comes twice.
    #[test]
    fn the_same_rows_make_the_same_bytes(rows in any_rows(), turn in 0_usize..300) {
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        turned.push(rows[0]);
        let (one, other) = (compile(rows, STEP).expect("room"), compile(turned, STEP).expect("room"));
        prop_assert_eq!(one, other);
    }
}

/// Every shape of a sector: one postcode, the first and the last, all 400, every other one; one authority, a change at
/// each postcode, more authorities than a sector ever has.
#[test]
fn sectors_of_every_shape() {
    let sector = Postcode::read("SY1 2AQ").expect("a postcode").sector();
    let shapes: [Vec<u16>; 5] = [vec![0], vec![399], vec![0, 399], (0..400).collect(), (0..400).step_by(2).collect()];
    for units in shapes {
        for authorities in [1, 2, 3, 300] {
            let rows: Vec<Row> = units
                .iter()
                .map(|unit| Row {
                    postcode: sector.postcode(*unit).expect("a unit"),
                    point: Point::new(349_000 + u32::from(*unit) * 3, 312_000 + u32::from(*unit % 7) * 900)
                        .expect("a point"),
                    authority: Authority::read(&format!("E06000{:03}", unit % authorities)).expect("a code"),
                    live: true,
                })
                .collect();
            let postcodes = open(&compile(rows.clone(), STEP).expect("room").bytes);
            for row in &rows {
                let found = postcodes.find(row.postcode).expect("a postcode");
                assert_eq!(found.authority, row.authority, "{}", row.postcode);
                assert!(found.point.metres_to(row.point) <= 23, "{}", row.postcode);
            }
            let missing = (0..400).filter(|unit| !units.contains(unit)).filter_map(|unit| sector.postcode(unit));
            missing.for_each(|postcode| assert_eq!(postcodes.find(postcode), Err(Missing::Unit), "{postcode}"));
        }
    }
}

/// The grid's far corners, and an outcode that reaches as far as it can; what has no room is refused.
#[test]
fn as_far_as_the_grid_reaches() {
    let fits = vec![
        row("SY1 1AA", 0, 1, "E06000051"),
        row("SY1 1AB", 699_999, 1_000_000, "S12000027"),
        row("SY1 9ZZ", 3, 1_000_000, "W06000023"),
        row("SY2 9ZZ", 699_999, 1_299_999, "W06000023"),
    ];
    let postcodes = open(&compile(fits.clone(), STEP).expect("room").bytes);
    for row in &fits {
        assert!(
            postcodes.find(row.postcode).is_ok_and(|found| found.point.metres_to(row.point) <= 23),
            "{}",
            row.postcode
        );
    }
    let wide = vec![row("SY1 1AA", 0, 1, "E06000051"), row("SY1 1AB", 0, 1_299_999, "E06000051")];
    assert_eq!(compile(wide.clone(), STEP).err(), Some(Unfit::Outcode(wide[0].postcode.outcode())));
    assert_eq!(compile(wide, 40).err(), None);
    let edge = vec![row("SY1 1AA", 699_999, 1, "E06000051")];
    assert_eq!(compile(edge.clone(), 255).err(), Some(Unfit::Outcode(edge[0].postcode.outcode())));
    assert_eq!(compile(edge, 19).err(), Some(Unfit::Step));
}

/// Postcodes that are not in use are left out and counted; one that comes twice with other facts is kept once and named.
#[test]
fn what_is_left_out_is_told() {
    let not_live = Row { live: false, ..row("SY1 2AB", 349_000, 312_000, "E06000051") };
    let rows = vec![
        row("SY1 2AQ", 349_362, 312_843, "E06000051"),
        not_live,
        row("SY1 2AQ", 349_362, 312_843, "E06000020"),
        row("SY1 2AQ", 349_362, 312_843, "E06000051"),
    ];
    let compiled = compile(rows, STEP).expect("room");
    let postcode = Postcode::read("SY1 2AQ").expect("a postcode");
    assert_eq!((compiled.postcodes, compiled.not_live, compiled.clashes), (1, 1, vec![postcode]));
    let found = open(&compiled.bytes).find(postcode).expect("a postcode");
    assert_eq!(found.authority.as_str(), "E06000020", "the lesser of the two, always");
}

#[test]
fn no_rows_make_a_file_too() {
    let compiled = compile(Vec::new(), STEP).expect("room");
    assert_eq!(open(&compiled.bytes).outcodes().count(), 0);
}

/// Written twice, nothing changes; what a person wrote about the sources stays.
#[test]
fn writing_twice_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = folder.path().join("areas.toml");
    let compiled = compile(vec![row("SY1 2AQ", 349_362, 312_843, "E06000051")], STEP).expect("room");
    assert!(write(folder.path(), &compiled).is_err(), "nothing is said of the sources");
    std::fs::write(&table, "# By hand.\nas-at = \"2025-05\"\n\n").expect("a folder");
    assert_eq!(write(folder.path(), &compiled).ok(), Some(true));
    assert_eq!(write(folder.path(), &compiled).ok(), Some(false));
    let more = compile(vec![row("SY1 2AB", 349_362, 312_843, "E06000051")], STEP).expect("room");
    assert_eq!(write(folder.path(), &more).ok(), Some(true));
    assert_eq!(std::fs::read(folder.path().join(FILE)).ok(), Some(more.bytes.clone()));
    let text = std::fs::read_to_string(&table).expect("the table");
    assert_eq!(text, format!("# By hand.\nas-at = \"2025-05\"\n\n{}", made(&more)));
    assert!(text.parse::<toml::Table>().is_ok_and(|table| table["made"]["postcodes"].as_integer() == Some(1)));
}
