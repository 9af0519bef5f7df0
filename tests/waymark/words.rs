//! Every key that the program uses has words, and every word is used.
//!
//! Keys stand in the source as they are (`"check.back"`), or as a pattern of which one part comes from a name:
//! `format!("home.{name}-title")`, `["footer.", name].concat()`.

use std::collections::BTreeSet;

use waymark::words::Words;

use crate::given;

/// The source files that use words.
fn sources() -> Vec<(String, String)> {
    let files = given::files("src").into_iter().filter(|file| file.ends_with(".rs"));
    files.map(|file| (file.clone(), given::text_of(&file))).collect()
}

/// The texts in quotes of a Rust file, comments left out.
fn literals(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('"') {
            let Some((literal, after)) = after.split_once('"') else { break };
            found.push(literal);
            rest = after;
        }
    }
    found
}

/// The parts of `["count.", field, ".", wrong.id()].concat()`, as a pattern: `count.*.*`.
fn concatenations(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("].concat()") {
        let Some(open) = source[..at].rfind('[') else { continue };
        let parts =
            source[open + 1..at].split(", ").map(|part| part.strip_prefix('"').and_then(|part| part.strip_suffix('"')));
        found.push(parts.map(|part| part.unwrap_or("*")).collect());
    }
    found
}

/// `home.{name}-title` as a pattern: `home.*-title`.
fn pattern(literal: &str) -> String {
    let mut pattern = String::new();
    let mut rest = literal;
    while let Some((before, after)) = rest.split_once('{') {
        pattern.push_str(before);
        pattern.push('*');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    pattern + rest
}

/// Does a key fit a pattern? A star stands for one or more letters, digits or dashes, and never for a dot.
fn fits(key: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => key == pattern,
        Some((before, after)) => key.strip_prefix(before).is_some_and(|rest| {
            let name = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(rest.len());
            (1..=name).any(|end| fits(&rest[end..], after))
        }),
    }
}

/// Looks like a key of one of the tables: `check.back`, `checks.*-title`.
fn is_key(text: &str, tables: &BTreeSet<&str>) -> bool {
    let shape =
        text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-.*".contains(letter));
    shape && text.split_once('.').is_some_and(|(table, rest)| tables.contains(table) && !rest.is_empty())
}

/// The patterns and keys used in the source, with the file that uses them.
fn used(keys: &BTreeSet<String>) -> Vec<(String, String)> {
    let tables: BTreeSet<&str> = keys.iter().filter_map(|key| key.split_once('.')).map(|(table, _)| table).collect();
    let mut used = Vec::new();
    for (file, text) in sources() {
        let parts = literals(&text).into_iter().map(pattern).chain(concatenations(&text));
        used.extend(parts.filter(|part| is_key(part, &tables)).map(|part| (file.clone(), part)));
    }
    used
}

/// A key that ends in `.one` or `.other` is used by the key without it.
fn plain(key: &str) -> &str {
    key.strip_suffix(".one").or_else(|| key.strip_suffix(".other")).unwrap_or(key)
}

fn keys() -> BTreeSet<String> {
    given::content().strings.keys().cloned().collect()
}

#[test]
fn every_key_used_has_words() {
    let keys = keys();
    let missing: Vec<String> = used(&keys)
        .into_iter()
        .filter(|(_, used)| !keys.iter().any(|key| fits(key, used) || fits(plain(key), used)))
        .map(|(file, used)| format!("{used} in {file}"))
        .collect();
    assert!(missing.is_empty(), "without words in content/en/strings.toml: {missing:#?}");
}

#[test]
fn every_word_is_used() {
    let keys = keys();
    let used = used(&keys);
    let dead: Vec<&String> =
        keys.iter().filter(|key| !used.iter().any(|(_, used)| fits(key, used) || fits(plain(key), used))).collect();
    assert!(dead.is_empty(), "in content/en/strings.toml, but nothing uses them: {dead:#?}");
}

#[test]
fn a_word_that_depends_on_a_number_has_both_forms() {
    let keys = keys();
    for key in keys.iter().filter(|key| plain(key) != key.as_str()) {
        for form in [".one", ".other"] {
            let other = [plain(key), form].concat();
            assert!(keys.contains(&other), "{other} is missing beside {key}");
        }
    }
}

/// A `{name}` in a text that no file fills in would be left out without a sign.
#[test]
fn every_gap_in_a_text_is_filled_where_the_text_is_used() {
    let strings = &given::content().strings;
    let keys = keys();
    let used = used(&keys);
    let sources = sources();
    for (key, text) in strings.iter().filter(|(key, _)| !key.ends_with("-md")) {
        for gap in text.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(gap, _)| gap) {
            // `{n}` is what `count` fills in, and `{link}` is the boot script's.
            let by_count = gap == "n" && plain(key) != key;
            let by_boot = gap == "link" && given::text_of("boot/app.js").contains("{link}")
                || key.starts_with("device.carry-")
                    && given::text_of("boot/carry.js").contains(&format!(" {gap}: found."))
                || key.starts_with("pin.")
                    && given::text_of("boot/pin.js").contains(&format!(".replace(\"{{{gap}}}\", "));
            let here = used.iter().filter(|(_, used)| fits(key, used) || fits(plain(key), used)).any(|(file, _)| {
                let text = sources.iter().find(|(name, _)| name == file).map(|(_, text)| text.as_str());
                text.is_some_and(|text| text.contains(&format!("(\"{gap}\", ")))
            });
            assert!(by_count || by_boot || here, "{key}: nobody fills in {{{gap}}}");
        }
    }
}

#[test]
fn words_are_found_filled_and_counted() {
    let pair = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    let words = Words::keep(vec![
        pair("a.n.one", "{n} point"),
        pair("a.n.other", "{n} points"),
        pair("a.title", "{who} and {who}, not {nobody}."),
        pair("b.c", "Plain"),
    ]);
    assert_eq!(words.get("b.c"), "Plain");
    assert_eq!(words.get("b.d"), "b.d", "an unknown key shows itself");
    assert_eq!(
        words.fill("a.title", &[("who", "{you}")]),
        "{you} and {you}, not .",
        "what is filled in is not filled again"
    );
    assert_eq!((words.count("a.n", 1), words.count("a.n", 0)), ("1 point".into(), "0 points".into()));
    assert_eq!(words.only(&["b"]), vec![pair("b.c", "Plain")]);
}

/// Invariant 7: no sentence is written in the program. A text in quotes with two plain words in it is one, and so is
/// a single word that begins with a capital; classes, keys and drawings are neither.
#[test]
fn no_sentence_is_written_in_the_program() {
    // What HTML itself asks for, and the name of a key on the keyboard.
    let known =
        ["width=device-width, initial-scale=1, viewport-fit=cover", "light dark", "noreferrer nofollow", "Enter"];
    let plain = |word: &&str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    let mut found = Vec::new();
    for (file, text) in sources() {
        // A failure's reason is for the console and for nobody else.
        let lines = text.lines().filter(|line| !line.contains("Failure::new("));
        let text: String = lines.map(|line| [line, "\n"].concat()).collect();
        for literal in literals(&text).into_iter().filter(|literal| !known.contains(literal)) {
            let words = literal.split([' ', ',', '.', ':', '?']).filter(plain).count();
            let name = plain(&literal) && literal.starts_with(|letter: char| letter.is_ascii_uppercase());
            if words > 1 && literal.contains(' ') || name {
                found.push(format!("{file}: {literal:?}"));
            }
        }
    }
    assert!(found.is_empty(), "move these to content/en/strings.toml: {found:#?}");
}

/// Words are found by halving, so they have to come in order, natively and in every page's props.
#[test]
fn every_word_of_the_site_is_found() {
    for (key, text) in &given::content().strings {
        assert_eq!(given::site().words.get(key), text, "{key}");
    }
}

#[test]
fn patterns_fit_names_and_nothing_more() {
    assert!(fits("home.check-title", "home.*-title"));
    assert!(fits("count.ml.missing", "count.*.*"));
    assert!(!fits("count.ml.a.b", "count.*.*"));
    assert!(!fits("home.-title", "home.*-title"));
    assert!(!fits("home.check-text", "home.*-title"));
    assert_eq!(pattern("home.{name}-title"), "home.*-title");
}
