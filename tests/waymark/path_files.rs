//! The files of questions without a score: how they are read, and every way they can be wrong.

use content::{Fault, PathPage};
use screening::path::Kind;
use serde::Deserialize;

use crate::{
    cases, given,
    sound::{self, Edit},
};

const SOUND: &str = "tests/suite/path/sound.md";
const FILE: &str = "content/en/check/sound.md";

/// Reads the sound content with this text as one more file of questions and advice.
fn load(name: &str, file: &str, text: &str) -> Result<PathPage, Vec<Fault>> {
    let ours =
        |site: content::Site| site.paths.into_iter().find(|found| file.ends_with(&format!("/{}.md", found.page.name)));
    let loaded = sound::load(name, file, text, sound::day());
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

#[test]
fn faults_of_paths() {
    let Edits { case } = cases::read("path/faults.toml");
    sound::all_refused("path/faults.toml", &case, FILE, |_| given::text_of(SOUND));
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
