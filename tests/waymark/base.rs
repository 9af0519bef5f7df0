//! A site under a path of its host: every address in every page, and in what programs read, is under it.

use publish::base::Base;

use crate::{given, html};

const PATH: &str = "/health/waymark";

fn base() -> Base {
    Base::of(&format!("https://example.org{PATH}"))
}

#[test]
fn every_address_of_every_page_is_under_the_path() {
    let base = base();
    let mut count = 0;
    for page in given::pages() {
        let parsed = html::parse(&base.html(&page.html));
        for part in html::all(&parsed, "*") {
            // Whatever the attribute is called: a new one that holds an address must not be forgotten.
            for (name, value) in part.value().attrs().filter(|(_, value)| value.starts_with('/')) {
                count += 1;
                assert!(value.starts_with(&format!("{PATH}/")), "{}: {name}={value:?}", page.path);
            }
        }
    }
    assert!(count > 5_000, "{count}");
}

#[test]
fn every_address_that_programs_read_is_under_the_path() {
    let base = base();
    let mut count = 0;
    for (page, json) in waymark::pages::data(given::site()) {
        let there = base.json(&json);
        for sign in ["\"/", "=\\\"/"] {
            for (at, _) in there.match_indices(sign) {
                // In a text a quote has a backslash before it.
                if sign == "\"/" && there[..at].ends_with('\\') {
                    continue;
                }
                count += 1;
                let rest = &there[at + sign.len() - 1..];
                assert!(rest.starts_with(&format!("{PATH}/")), "{page}: {}", rest.chars().take(60).collect::<String>());
            }
        }
        assert_eq!(there.replace(PATH, ""), json, "{page}: and nothing else is changed");
    }
    assert!(count > 20, "{count}");
}
