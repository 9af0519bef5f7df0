//! The site's address, from which every address of ours in FHIR is made.

use std::{fs, path::Path};

use content::Date;

use crate::given;

const SOUND: &str = "tests/suite/content/sound";

/// What is wrong with the sound content under another `content/site.toml`; without a text there is no such file.
fn faults(name: &str, text: Option<&str>) -> Vec<String> {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site").join(name);
    let _ = fs::remove_dir_all(&copy);
    for file in given::files(SOUND) {
        let inside = file.strip_prefix(SOUND).unwrap_or_default().trim_start_matches('/').to_owned();
        let text = match (inside.as_str(), text) {
            ("content/site.toml", None) => continue,
            ("content/site.toml", Some(text)) => text.to_owned(),
            _ => given::text_of(&file),
        };
        let path = copy.join(&inside);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the copy");
        fs::write(path, text).expect("a copy");
    }
    let loaded = content::load(&copy, Date::read("2026-07-01").expect("a date"));
    fs::remove_dir_all(&copy).expect("the copy goes");
    loaded.site.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn the_address_is_checked_with_file_and_line() {
    let sound = "# Ours.\naddress = \"https://sound.example\"\npublisher = \"Sound\"\nmistakes-to = \"m@sound.example\"\n\
                 security-contact = \"mailto:s@sound.example\"\n";
    assert_eq!(faults("sound", Some(sound)), Vec::<String>::new());
    for (name, find, put, expected) in [
        ("plain", "https:", "http:", "content/site.toml:2: the address begins with https://"),
        ("slash", ".example", ".example/", "content/site.toml:2: the address has no slash at its end"),
        ("path", ".example", ".example/Way", "content/site.toml:2: a path after the name is made of small letters"),
        ("nobody", "Sound", " ", "content/site.toml:3: say who publishes the site"),
        ("other", "publisher", "owner", "content/site.toml:3: unknown field `owner`"),
        ("letters", "m@sound", "nobody", "content/site.toml:4: people write here about mistakes"),
        ("kind", "mailto:", "", "content/site.toml:5: faults in the site's safety are told here"),
    ] {
        let found = faults(name, Some(&sound.replace(find, put)));
        assert!(found.iter().any(|fault| fault.starts_with(expected)), "{name}: {found:?}");
    }
    assert!(faults("none", None).iter().any(|fault| fault.starts_with("content/site.toml:1: cannot be read")));
}
