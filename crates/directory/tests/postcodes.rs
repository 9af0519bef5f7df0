//! Postcodes as typed, points and distances, and the committed file of postcodes.

use std::{fs, path::Path};

use directory::Postcodes;
use serde::de::DeserializeOwned;

#[path = "postcodes/damage.rs"]
mod damage;
#[path = "postcodes/found.rs"]
mod found;
#[path = "postcodes/places.rs"]
mod places;
#[path = "postcodes/typed.rs"]
mod typed;

/// A file of cases.
fn cases<T: DeserializeOwned>(file: &str) -> T {
    let path = root().join("tests/suite/directory").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The bytes of the committed file.
fn bytes() -> Vec<u8> {
    fs::read(root().join("data/postcodes/areas.bin")).expect("the postcodes of the areas")
}

/// The committed file, opened.
fn postcodes() -> Postcodes {
    Postcodes::open(bytes()).expect("sound bytes")
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
