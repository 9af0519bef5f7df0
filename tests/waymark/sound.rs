//! The sound content in `tests/suite/content/sound`, and what becomes of it when one file of it is another.

use std::{collections::BTreeMap, fs, path::Path};

use content::{Date, Fault};
use serde::Deserialize;

use crate::given;

/// Where it is.
pub const FOLDER: &str = "tests/suite/content/sound";

/// One place of a file put otherwise, and how that has to be refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// What is tried.
    pub name: String,
    /// The file, if it is not the suite's own.
    pub file: Option<String>,
    /// What stands in it once.
    pub find: String,
    /// What stands there instead.
    pub put: String,
    /// The line that has to be named.
    pub line: usize,
    /// Words of the reason.
    pub reason: String,
}

/// The day on which the sound content is read.
pub fn day() -> Date {
    Date::read("2026-07-01").expect("a date")
}

/// Loads the sound content with this text as one of its files, an old one or a new one.
pub fn load(name: &str, file: &str, text: &str, day: Date) -> content::Loaded {
    let folder: String = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    // Two runs at once do not take away each other's copies.
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sound").join(format!("{folder}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&copy);
    let inside = |sound: &str| sound.strip_prefix(FOLDER).unwrap_or_default().trim_start_matches('/').to_owned();
    let mut files: BTreeMap<String, String> =
        given::files(FOLDER).iter().map(|sound| (inside(sound), given::text_of(sound))).collect();
    if !file.is_empty() {
        files.insert(file.to_owned(), text.to_owned());
    }
    for (file, text) in files {
        let path = copy.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the copy");
        fs::write(&path, text).expect("a copy");
    }
    let loaded = content::load(&copy, day);
    fs::remove_dir_all(&copy).expect("the copy goes");
    loaded
}

/// What is wrong with it.
pub fn faults(loaded: content::Loaded) -> Vec<Fault> {
    loaded.site.err().unwrap_or_default()
}

/// Fails unless each edit of its file is refused, with its place and reason. `text_of` gives a file before the edit.
pub fn all_refused(suite: &str, edits: &[Edit], file: &str, text_of: impl Fn(&str) -> String) {
    let wrong: Vec<String> = edits
        .iter()
        .filter_map(|edit| {
            let file = edit.file.as_deref().unwrap_or(file);
            refused(edit, file, &text_of(file)).err()
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases of {suite}:\n{}", wrong.len(), edits.len(), wrong.join("\n"));
}

fn refused(edit: &Edit, file: &str, text: &str) -> Result<(), String> {
    let Edit { name, find, put, line, reason, .. } = edit;
    if text.matches(find).count() != 1 {
        return Err(format!("{name}: {find:?} is not once in {file}"));
    }
    let found = faults(load(name, file, &text.replace(find, put), day()));
    if found.iter().any(|fault| fault.file == file && fault.line == *line && fault.reason.contains(reason)) {
        return Ok(());
    }
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    Err(format!("{name}: expected {file}:{line}: …{reason}…\n    found {found:#?}"))
}
