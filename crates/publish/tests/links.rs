//! Links lead somewhere, and to every page leads one.

use std::{fs, path::PathBuf};

use publish::{base::Base, links};

/// A site of these pages, each with the text of its body, checked.
fn checked(name: &str, pages: &[(&str, &str)]) -> Result<usize, String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (path, body) in pages {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
        fs::write(file, body).expect("writable");
    }
    links::check(&folder, &Base::of("https://waymark.example"))
}

const HOME: (&str, &str) = ("index.html", "<a href=\"/about/\">About</a>");

#[test]
fn a_page_that_others_lead_to_is_sound() {
    let about = ("about/index.html", "<h2 id=\"who\">Who</h2><a href=\"/\">Home</a><a href=\"#who\">Who</a>");
    assert_eq!(checked("sound", &[HOME, about]), Ok(3));
}

#[test]
fn a_page_that_nobody_leads_to_is_named() {
    let alone = ("drugs/gas/index.html", "<a href=\"/drugs/gas/\">Itself</a><a href=\"#top\">Up</a><p id=\"top\">");
    let found = checked("alone", &[HOME, ("about/index.html", ""), alone]).expect_err("nobody leads to it");
    assert!(found.contains("/drugs/gas/index.html: no page leads to this one"), "{found}");
    assert_eq!(found.lines().count(), 1, "{found}");
}

#[test]
fn where_people_begin_needs_no_link() {
    let start = ("start/index.html", "");
    assert_eq!(checked("beginnings", &[("index.html", ""), ("404.html", ""), start]), Ok(0));
}

#[test]
fn a_link_to_nowhere_is_named() {
    let found = checked("nowhere", &[HOME]).expect_err("there is no page");
    assert!(found.contains("there is no /about/index.html"), "{found}");
    let found = checked("place", &[("index.html", "<a href=\"#who\">Who</a>")]).expect_err("there is no place");
    assert!(found.contains("there is no place \"who\""), "{found}");
}
