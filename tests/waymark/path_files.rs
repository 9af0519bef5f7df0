//! The files of questions without a score: how they are read, and every way they can be wrong.

use std::{fs, path::Path as Folder};

use content::{Date, Fault, PathPage};
use screening::path::Kind;
use serde::Deserialize;

use crate::{cases, given};

const SOUND: &str = "tests/suite/path/sound.md";
const FILE: &str = "content/en/check/sound.md";

/// Reads the sound content of `tests/suite/content` with this text as one more file of questions and advice.
fn load(name: &str, file: &str, text: &str) -> Result<PathPage, Vec<Fault>> {
    let folder: String = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let copy = Folder::new(env!("CARGO_TARGET_TMPDIR")).join("path").join(folder);
    let _ = fs::remove_dir_all(&copy);
    let around = "tests/suite/content/sound";
    let mut files: Vec<(String, String)> = given::files(around)
        .iter()
        .map(|file| {
            (file.strip_prefix(around).unwrap_or_default().trim_start_matches('/').into(), given::text_of(file))
        })
        .collect();
    files.push((file.into(), text.to_owned()));
    for (file, text) in files {
        let path = copy.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the copy");
        fs::write(&path, text).expect("a copy");
    }
    let loaded = content::load(&copy, Date::read("2026-07-01").expect("a date"));
    fs::remove_dir_all(&copy).expect("the copy goes");
    let ours =
        |site: content::Site| site.paths.into_iter().find(|found| file.ends_with(&format!("/{}.md", found.page.name)));
    loaded.site.map(|site| ours(site).expect("the file that was written"))
}

/// The sound file, read.
pub fn sound(name: &str) -> PathPage {
    load(name, FILE, &given::text_of(SOUND)).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edits {
    case: Vec<Edit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    name: String,
    /// What the file is called; `sound.md` if nothing is said.
    file: Option<String>,
    find: String,
    put: String,
    line: usize,
    reason: String,
}

#[test]
fn faults_of_paths() {
    let text = given::text_of(SOUND);
    let Edits { case } = cases::read("path/faults.toml");
    let mut wrong = Vec::new();
    for Edit { name, file, find, put, line, reason } in &case {
        let file = file.as_deref().unwrap_or(FILE);
        assert_eq!(text.matches(find).count(), 1, "{name}: {find:?} is not once in {SOUND}");
        let found = load(name, file, &text.replace(find, put)).err().unwrap_or_default();
        if !found.iter().any(|fault| fault.file == *file && fault.line == *line && fault.reason.contains(reason)) {
            let found: Vec<String> = found.iter().map(ToString::to_string).collect();
            wrong.push(format!("{name}: expected {file}:{line}: …{reason}…\n    found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), case.len(), wrong.join("\n"));
}

#[test]
fn the_words_of_a_file_are_apart_from_what_leads_where() {
    let found = sound("words");
    assert_eq!(found.page.html.trim(), "<p>Words to read first, <a href=\"/find/\">with a link</a>.</p>");
    let who = &found.questions[3];
    assert_eq!((who.text.as_str(), who.hint.as_deref()), ("Who is with you?", None));
    assert_eq!(who.labels, ["A friend", "A child", "I am hurt", "Nobody"]);
    assert_eq!(found.questions[0].hint.as_deref(), Some("We ask this first."));
    let ill = found.path.data().piece.iter().position(|piece| piece.id == "ill").expect("a piece");
    assert_eq!(found.pieces[ill].heading, "If you feel ill");
    assert_eq!(found.pieces[ill].html.trim(), "<p>Call <a class=\"app-tel\" href=\"tel:111\">111</a>.</p>");
    assert_eq!(found.path.data().piece[ill].kind, Kind::Urgent);
}

/// Every address has its file, and every file its address.
#[test]
fn files_and_addresses_are_the_same() {
    let mut files: Vec<&str> = given::site().paths.iter().map(|found| found.page.name.as_str()).collect();
    let mut addresses = waymark::routes::PATHS.to_vec();
    files.sort_unstable();
    addresses.sort_unstable();
    assert_eq!(files, addresses);
}
