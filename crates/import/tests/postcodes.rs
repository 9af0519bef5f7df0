//! Importing postcodes: files of every layout, sound and damaged, and the compact file that is made of them.

use std::{
    env, fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
};

use directory::{Authority, Point, Postcode};
use import::postcodes::{Refused, Rejected, Row, Rows};

#[path = "postcodes/areas.rs"]
mod areas;
#[path = "postcodes/compiled.rs"]
mod compiled;
#[path = "postcodes/files.rs"]
mod files;

/// All that a file gives, which is opened from its bytes.
fn rows(bytes: &[u8]) -> Result<Vec<Result<Row, Rejected>>, Refused> {
    Rows::read(Cursor::new(bytes.to_vec())).map(Iterator::collect)
}

fn row(postcode: &str, easting: u32, northing: u32, authority: &str) -> Row {
    Row {
        postcode: Postcode::read(postcode).expect("a postcode"),
        point: Point::new(easting, northing).expect("a point"),
        authority: Authority::read(authority).expect("a code"),
        live: true,
    }
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// A zip of files, by their names.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("memory");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A file of the sources; none, and said so, if it is not known where they are.
fn source(name: &str) -> Option<PathBuf> {
    let folder = env::var_os("WAYMARK_SOURCES");
    if folder.is_none() {
        eprintln!("skipped: WAYMARK_SOURCES does not name the folder with {name}");
    }
    folder.map(|folder| Path::new(&folder).join(name))
}

/// The local authorities of the areas that the site is for.
fn authorities() -> Vec<Authority> {
    let mut codes = Vec::new();
    for area in fs::read_dir(root().join("areas")).expect("the areas") {
        let text = fs::read_to_string(area.expect("an area").path().join("area.toml")).expect("an area's file");
        let table: toml::Table = text.parse().expect("TOML");
        let listed = table["authority-codes"].as_array().expect("a list").iter();
        codes.extend(listed.map(|code| Authority::read(code.as_str().expect("text")).expect("a code")));
    }
    codes.sort();
    codes
}
