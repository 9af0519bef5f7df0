//! Case files: tables of named cases in `tests/suite/`.

use std::fs;

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
