//! Each layout, what is wrong with a row, and which files are refused.

use std::io::Write;

use import::postcodes::{Reason, Refused, Rejected, Rows, gather};
use proptest::prelude::*;

use crate::{gzipped, row, rows, zipped};

const GRID: &str = "postcode,easting,northing,lad_code\n";
const DEGREES: &str = "postcode,latitude,longitude,lad_code,status\n";

/// The rejected rows of a file, as line and reason.
fn rejected(bytes: &[u8]) -> Vec<(u64, Reason)> {
    let rows = rows(bytes).expect("a file that is known");
    rows.into_iter().filter_map(|row| row.err().map(|rejected| (rejected.line, rejected.reason))).collect()
}

#[test]
fn grid_references_plain_and_gzipped() {
    let file = format!("{GRID}SY12AQ,349362,312843,E06000051\nNE331TL,436030,567720,E08000023\n");
    let expected = [row("SY1 2AQ", 349_362, 312_843, "E06000051"), row("NE33 1TL", 436_030, 567_720, "E08000023")];
    for bytes in [file.clone().into_bytes(), gzipped(file.as_bytes())] {
        assert_eq!(rows(&bytes).expect("a file").into_iter().collect::<Result<Vec<_>, _>>(), Ok(expected.to_vec()));
    }
}

/// Degrees are turned into grid references, to within some metres; what is not in use says so.
#[test]
fn degrees_become_grid_references() {
    // Ordnance Survey's test point at Droitwich: 389544.190, 261912.153.
    let file =
        format!("{DEGREES}WR9 8AA,52.25529,-2.15459,E07000238,live\nWR9 8AB,52.25529,-2.15459,E07000238,not-live\n");
    let rows: Vec<_> = rows(file.as_bytes()).expect("a file").into_iter().map(|row| row.expect("a row")).collect();
    let exact = row("WR9 8AA", 389_544, 261_912, "E07000238");
    assert!(rows[0].point.metres_to(exact.point) < 4, "{:?}", rows[0].point);
    assert_eq!((rows[0].postcode, rows[0].authority, rows[0].live), (exact.postcode, exact.authority, true));
    assert!(!rows[1].live);
}

/// The zip that Ordnance Survey publishes: files of postcode areas without a header, lines that end as on Windows,
/// postcodes of seven characters, other files beside.
#[test]
fn code_point_open() {
    let sy = "\"SY1 2AQ\",10,349362,312843,\"E92000001\",\"\",\"\",\"\",\"E06000051\",\"E05009281\"\r\n\
              \"SY991AA\",90,0,0,\"E92000001\",\"\",\"\",\"\",\"\",\"\"\r\n";
    let b = "\"B1  1AA\",10,406000,286000,\"E92000001\",\"\",\"\",\"\",\"E08000025\",\"E05011118\"\r\n";
    let zip = zipped(&[
        ("Doc/Code-Point_Open_Column_Headers.csv", b"PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\r\n"),
        ("Doc/licence.txt", b"Open Government Licence"),
        ("Data/CSV/sy.csv", sy.as_bytes()),
        ("Data/CSV/b.csv", b.as_bytes()),
        ("Data/CSV/empty.csv", b""),
    ]);
    let found = rows(&zip).expect("a zip that is known");
    let no_position = Rejected {
        file: "Data/CSV/sy.csv".to_owned(),
        line: 2,
        reason: Reason::NoPosition,
        raw: "\"SY991AA\",90,0,0,\"E92000001\",\"\",\"\",\"\",\"\",\"\"".to_owned(),
    };
    assert_eq!(
        no_position.to_string().split(": ").take(2).collect::<Vec<_>>(),
        ["Data/CSV/sy.csv line 2", "the source gives no position"]
    );
    let expected = [
        Ok(row("B1 1AA", 406_000, 286_000, "E08000025")),
        Ok(row("SY1 2AQ", 349_362, 312_843, "E06000051")),
        Err(no_position),
    ];
    assert_eq!(found, expected, "in the order of the files' names");
    // One of the files alone is known by its shape, too.
    assert_eq!(rows(b.as_bytes()).map(|rows| rows.len()), Ok(1));
}

/// A row that is wrong is rejected with its line, the reason and the line itself; the rows after it are read.
#[test]
fn what_is_wrong_with_a_row() {
    let cases: [(&str, Reason); 14] = [
        ("SY12AQ,349362,312843", Reason::Columns { expected: 4, found: 3 }),
        ("SY12AQ,349362,312843,E06000051,", Reason::Columns { expected: 4, found: 5 }),
        ("\"SY1, 2AQ\",349362,312843,E06000051", Reason::Columns { expected: 4, found: 5 }),
        (",349362,312843,E06000051", Reason::Postcode(Some(directory::PostcodeFault::Empty))),
        ("SY1,349362,312843,E06000051", Reason::Postcode(Some(directory::PostcodeFault::NotAPostcode))),
        ("SY12AK,349362,312843,E06000051", Reason::Postcode(Some(directory::PostcodeFault::LastLetters))),
        ("SYI2AQ,349362,312843,E06000051", Reason::Postcode(None)),
        ("sy12aq,349362,312843,E06000051", Reason::Postcode(None)),
        ("SY12AQ,,312843,E06000051", Reason::Number("easting")),
        ("SY12AQ,349362,-1,E06000051", Reason::Number("northing")),
        ("SY12AQ,0,0,E06000051", Reason::NoPosition),
        ("SY12AQ,700000,312843,E06000051", Reason::OffGrid),
        ("SY12AQ,349362,312843,", Reason::Authority),
        ("SY12AQ,349362,312843,Shropshire", Reason::Authority),
    ];
    for (line, reason) in cases {
        let found = rows(format!("{GRID}{line}\r\n\r\nSY12AQ,349362,312843,E06000051").as_bytes()).expect("a file");
        let wrong = Rejected { file: String::new(), line: 2, reason, raw: line.to_owned() };
        assert_eq!(found, [Err(wrong), Ok(row("SY1 2AQ", 349_362, 312_843, "E06000051"))], "{line}");
    }
    let degrees = format!(
        "{DEGREES}SY1 2AQ,52.7.1,-2.7,E06000051,live\nSY1 2AQ,52.7,2°W,E06000051,live\nSY1 2AQ,-2.7,52.7,E06000051,live\n\
         SY1 2AQ,NaN,inf,E06000051,live\nSY1 2AQ,52.7,-2.7,E06000051,alive\n"
    );
    let expected =
        [Reason::Number("latitude"), Reason::Number("longitude"), Reason::OffGrid, Reason::OffGrid, Reason::Status];
    assert_eq!(rejected(degrees.as_bytes()), (2..).zip(expected).collect::<Vec<_>>());
}

/// Damage that breaks lines: what is not text, a line without end, a quotation mark that is never closed.
#[test]
fn damage_costs_its_own_line_only() {
    let long = "x".repeat(1 << 20);
    let mut file = format!("{GRID}\"SY12AQ,349362,312843,E06000051\n{long}\n").into_bytes();
    file.extend(b"SY1\xff2AQ,349362,312843,E06000051\nSY12AQ,349362,312843,E06000051\n");
    file.extend(long.bytes());
    let found = rows(&file).expect("a file");
    let lines: Vec<_> =
        found.iter().map(|row| row.as_ref().map_err(|wrong| (wrong.line, wrong.raw.len())).map(|_| ())).collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[3], Ok(()), "the sound row after them");
    let wrong: Vec<_> = rejected(&file);
    assert!(matches!(wrong[0], (2, Reason::Postcode(Some(_)))), "{:?}", wrong[0]);
    assert_eq!(wrong[1..], [(3, Reason::TooLong), (4, Reason::NotText), (6, Reason::TooLong)]);
    let raw = |place: usize| found[place].as_ref().map_err(|wrong| wrong.raw.chars().count());
    assert_eq!((raw(1), raw(4)), (Err(Rejected::RAW), Err(Rejected::RAW)), "only the beginning is kept");
}

/// A file that breaks off is not taken for a short one.
#[test]
fn a_file_that_breaks_off() {
    let body: String = (0..5_000).map(|n| format!("SY12AQ,{},312843,E06000051\n", 300_000 + n * 7)).collect();
    let whole = gzipped(format!("{GRID}{body}").as_bytes());
    let cut = &whole[..whole.len() / 2];
    let found = rows(cut).expect("its header can be read");
    let (last, before) = found.split_last().expect("rows");
    assert!(before.iter().all(Result::is_ok) && before.len() > 100, "{} rows", before.len());
    assert!(last.as_ref().is_err_and(|last| last.reason.is_end()), "{last:?}");
    let gathered = gather(Rows::read(std::io::Cursor::new(cut.to_vec())).expect("a file"), &[], |_| {});
    assert!(gathered.is_err_and(|rejected| rejected.reason.is_end()));
    // In a zip, the file whose checksum is wrong is left out, and said.
    let zip = zipped(&[
        ("Data/CSV/sy.csv", b"\"SY1 2AQ\",10,349362,312843,\"\",\"\",\"\",\"\",\"E06000051\",\"\"\r\n"),
        ("Data/CSV/tf.csv", body.as_bytes()),
    ]);
    let mut damaged = zip.clone();
    let at = zip.windows(15).position(|name| name == b"Data/CSV/tf.csv").expect("the file") + 40;
    damaged[at] ^= 0x10;
    let found = rows(&damaged).expect("a zip");
    assert!(found[0].is_ok() && found.len() == 2, "{found:?}");
    assert!(
        matches!(&found[1], Err(Rejected { file, reason: Reason::BrokenOff(_), .. }) if file.as_str() == "Data/CSV/tf.csv")
    );
}

/// A file in a zip that grows beyond all measure is not unpacked to its end.
#[test]
fn a_file_that_grows_too_large() {
    let sound = b"\"SY1 2AQ\",10,349362,312843,\"\",\"\",\"\",\"\",\"E06000051\",\"\"\r\n";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in [("Data/CSV/a.csv", sound.to_vec()), ("Data/CSV/b.csv", vec![b'\n'; (64 << 20) + 1])] {
        zip.start_file(name, stored).expect("memory");
        zip.write_all(&bytes).expect("memory");
    }
    let found = rows(&zip.finish().expect("memory").into_inner()).expect("a zip");
    assert!(found[0].is_ok());
    assert!(
        matches!(&found[1..], [Err(Rejected { reason: Reason::BrokenOff(why), .. })] if why.contains("64 MB")),
        "{found:?}"
    );
}

/// Another file is refused at its beginning, with what was expected and what was found.
#[test]
fn a_wrong_file_is_refused() {
    let wrong: [&[u8]; 12] = [
        b"",
        b"\n",
        b"<!doctype html>",
        b"ods_code,name,address\nA81001,x,y\n",
        b"postcode,lat,long,lad_code,status\n",
        b"postcode;easting;northing;lad_code\n",
        b"easting,northing,postcode,lad_code\n",
        b"SY12AQ,349362,312843,E06000051\n",
        b"PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n",
        b"\"SY1 2AQ\",10,349362,312843,\"\",\"\",\"\",\"\",\"E06000051\"\n",
        b"a,1,2,3,4,5,6,7,8,9\n",
        b"\x89PNG\r\n",
    ];
    for file in wrong {
        let refused = rows(file).err();
        assert!(matches!(refused, Some(Refused::Unknown(_))), "{:?}: {refused:?}", String::from_utf8_lossy(file));
    }
    let zips = [
        zipped(&[]),
        zipped(&[("codepo_gb.csv", b"\"SY1 2AQ\",10,349362,312843,\"\",\"\",\"\",\"\",\"E06000051\",\"\"\r\n")]),
        zipped(&[("Data/CSV/sy.csv", b"postcode,easting,northing,lad_code\n")]),
        zipped(&[("xl/worksheets/sheet1.xml", b"<x/>")]),
    ];
    for zip in zips {
        let refused = rows(&zip).err();
        assert!(matches!(refused, Some(Refused::Unknown(_) | Refused::Unreadable(_))), "{refused:?}");
    }
    assert!(matches!(rows(b"PK\x03\x04 and no zip after it").err(), Some(Refused::Unreadable(_))));
    assert!(matches!(rows(b"\x1f\x8b and no gzip after it").err(), Some(Refused::Unreadable(_))));
    assert!(Rows::open(std::path::Path::new("nowhere.csv")).is_err());
    let said = rows(b"ods_code,name,address\n").err().map(|refused| refused.to_string()).expect("refused");
    for words in ["ods_code,name,address", "postcode,easting,northing,lad_code", "Code-Point Open", "10 columns"] {
        assert!(said.contains(words), "{said}");
    }
}

/// A header with the mark that some programs put before a file's text is a header.
#[test]
fn a_mark_before_the_text() {
    let file = format!("\u{feff}{GRID}SY12AQ,349362,312843,E06000051");
    assert_eq!(rows(file.as_bytes()), Ok(vec![Ok(row("SY1 2AQ", 349_362, 312_843, "E06000051"))]));
}

/// Only outcodes with a postcode in use in one of the authorities are kept, with all of their rows.
#[test]
fn outcodes_that_touch_the_areas() {
    let file = format!(
        "{DEGREES}SR6 7AA,54.95,-1.37,E08000023,live\nSR6 0AA,54.91,-1.38,E08000024,live\nNE8 1AA,54.96,-1.6,E08000037,live\n\
         NE8 1AB,54.96,-1.6,E08000023,not-live\nGL11 1AA,oops,-2.3,E07000080,live\n"
    );
    let rows = || Rows::read(std::io::Cursor::new(file.clone().into_bytes())).expect("a file");
    let mut reasons = Vec::new();
    let south_tyneside = [directory::Authority::read("E08000023").expect("a code")];
    let gathered = gather(rows(), &south_tyneside, |rejected| reasons.push(rejected.line)).expect("all of it");
    let kept: Vec<String> = gathered.rows.iter().map(|row| row.postcode.to_string()).collect();
    assert_eq!(kept, ["SR6 7AA", "SR6 0AA"]);
    assert_eq!((gathered.read, gathered.rejected, reasons), (5, 1, vec![6]));
    assert_eq!(gather(rows(), &[], |_| {}).map(|all| all.rows.len()), Ok(4), "all, if none is named");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any bytes end, and after a header every line that is not empty is a row or is rejected.
    #[test]
    fn any_file_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = rows(&bytes);
        let _ = rows(&[b"PK\x03\x04".as_slice(), &bytes].concat());
        let _ = rows(&[b"\x1f\x8b\x08".as_slice(), &bytes].concat());
        let found = rows(&[GRID.as_bytes(), &bytes].concat()).expect("a file with a header");
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !matches!(line, [] | [b'\r']));
        prop_assert_eq!(found.len(), lines.count());
    }

    #[test]
    fn any_text_is_a_row_or_rejected(text in "([A-Z0-9 ]{0,8},){0,5}[\\PC\n]{0,40}") {
        for header in [GRID, DEGREES] {
            let _ = rows(format!("{header}{text}").as_bytes()).expect("a file with a header");
        }
    }
}
