//! What the terms of the directory's closed lists are called, and languages.

use directory::{Access, Activity, Cost, Kind, Language, Referral, Term, Way, Who};

use crate::words::Words;

/// What a service is.
pub fn kind(words: Words, term: Kind) -> &'static str {
    words.get(&["kind.", term.id()].concat())
}

/// Something that a service has or does.
pub fn does(words: Words, term: Activity) -> &'static str {
    words.get(&["does.", term.id()].concat())
}

/// Something that a place has for people who need it.
pub fn access(words: Words, term: Access) -> &'static str {
    words.get(&["access.", term.id()].concat())
}

/// Someone whom a service is for.
pub fn who(words: Words, term: Who) -> &'static str {
    words.get(&["who.", term.id()].concat())
}

/// A way to go there.
pub fn how(words: Words, term: Referral) -> &'static str {
    words.get(&["how.", term.id()].concat())
}

/// A way in which help is given.
pub fn way(words: Words, term: Way) -> &'static str {
    words.get(&["ways.", term.id()].concat())
}

/// What it costs.
pub fn cost(words: Words, term: Cost) -> &'static str {
    words.get(&["cost.", term.id()].concat())
}

/// A language. One without a name shows its tag, which the people who speak it may know.
pub fn language(words: Words, language: Language) -> String {
    let (tag, key) = (language.to_string(), ["language.", &language.to_string()].concat());
    let name = words.get(&key);
    if name == key { tag } else { name.to_owned() }
}

/// A label inside a sentence: its first letter small, unless it is the beginning of letters such as "GP".
pub fn inside(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}
