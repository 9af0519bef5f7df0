//! Case files: tables of named cases in `tests/suite/`.

use std::fs;

use screening::{Answers, Instrument, NoSuchAnswer};
use serde::de::DeserializeOwned;

use crate::given::root;

/// A case file as a type. A file that does not fit its type fails the test with the line.
pub fn read<T: DeserializeOwned>(file: &str) -> T {
    let path = root().join("tests/suite").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("tests/suite/{file} cannot be read: {error}"));
    toml::from_str(&text).unwrap_or_else(|error| panic!("tests/suite/{file}: {error}"))
}

/// Points of a form as a case file writes them: -1 stands for "not asked".
pub fn points(written: &[i16]) -> Vec<Option<u8>> {
    written.iter().map(|points| u8::try_from(*points).ok()).collect()
}

/// The answers of a case; none where it says that an item refuses one, and that item does.
pub fn answers(name: &str, instrument: &Instrument, written: &[i16], invalid_item: Option<usize>) -> Option<Answers> {
    let points = points(written);
    match (Answers::from_points(instrument, &points), invalid_item) {
        (Ok(answers), None) => Some(answers),
        (Err(NoSuchAnswer { item, given }), Some(invalid)) => {
            assert_eq!((item + 1, Some(given)), (invalid, points[item]), "{name}: another item was refused");
            None
        }
        (Ok(_), Some(item)) => panic!("{name}: item {item} was accepted"),
        (Err(error), None) => panic!("{name}: {error}"),
    }
}
