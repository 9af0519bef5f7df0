//! What a page may not say in words of its own: numbers to call, shares of people, limits and laws are in
//! `content/numbers.toml`, each with its source and its dates, and a page names them.
//!
//! It knows such a statement by how it is written, so it finds "13 in 100" and not "about an eighth". What it cannot see
//! is left to whoever compares a page with its sources.

use std::ops::RangeInclusive;

use crate::{
    file::{Report, Source},
    numbers::{FactKind, Numbers},
};

/// How a sentence begins to say what the law is.
const LAWS: [&str; 11] = [
    "is a crime",
    "be a crime",
    "a crime to",
    "no crime",
    "years in prison",
    "it is illegal",
    "only lawful",
    "it is lawful",
    "an offence",
    "is a class ",
    "are class ",
];

/// What a share can be of: more is a year.
const WHOLES: RangeInclusive<u32> = 3..=1000;

/// What a number counts if it is no whole: "2 in 24 hours".
const TIMES: [&str; 6] = ["minutes", "hours", "days", "weeks", "months", "years"];

/// Fewer digits are no telephone number: a year, a sum.
const DIGITS: usize = 9;

/// Notes what a text says that has its home elsewhere. It begins at an offset of its file.
pub(crate) fn check(report: &mut Report<'_>, source: &Source, numbers: &Numbers, text: &str, begin: usize) {
    let mut note = |at: usize, what: &str| {
        report.faults.push(source.fault(source.line_at(begin + at), format!("here is {what}")));
    };
    for at in telephones(text) {
        note(at, "a telephone number; add it to content/numbers.toml and write {phone:its-id}");
    }
    for at in shares(text) {
        note(at, "a figure; add it to content/numbers.toml with its source and write {figure:its-id}");
    }
    let small = text.to_ascii_lowercase();
    for at in LAWS.iter().flat_map(|law| small.match_indices(law)).map(|(at, _)| at) {
        note(at, "what the law says; add the sentence to content/numbers.toml with its source and write {law:its-id}");
    }
    for limit in numbers.facts.iter().filter(|fact| fact.kind == FactKind::Limit) {
        for (at, _) in text.match_indices(&limit.text) {
            note(at, &format!("a limit; write {{limit:{}}} for {:?}", limit.id, limit.text));
        }
    }
}

/// Where numbers to call begin: a nought and at least eight digits more, or 116 and three.
fn telephones(text: &str) -> Vec<usize> {
    let (mut found, mut at) = (Vec::new(), 0);
    for run in text.split_inclusive(|letter: char| !(letter.is_ascii_digit() || letter == ' ')) {
        let number = run.trim_start();
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let short = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count() == 3;
        if (number.starts_with('0') && digits >= DIGITS) || number.strip_prefix("116 ").is_some_and(short) {
            found.push(at + run.len() - number.len());
        }
        at += run.len();
    }
    found
}

/// Where shares begin: "13 in 100", "9 out of 10", "67% fewer".
fn shares(text: &str) -> Vec<usize> {
    let words = words(text);
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_share = |from: &[(usize, &str)]| {
        let word = |place: usize| from.get(place).map_or("", |(_, word)| *word);
        let of = |place: usize| {
            word(place).parse().is_ok_and(|whole| WHOLES.contains(&whole)) && !TIMES.contains(&word(place + 1))
        };
        let counted = number(word(0)) && ((word(1) == "in" && of(2)) || (word(1) == "out" && word(2) == "of" && of(3)));
        let percent =
            word(0).strip_suffix('%').is_some_and(number) && ["of", "fewer", "less", "more"].contains(&word(1));
        counted || percent
    };
    (0..words.len()).filter(|place| is_share(&words[*place..])).map(|place| words[place].0).collect()
}

/// The words of a text with the places where they begin; signs around a word are no part of it.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    text.split_inclusive(char::is_whitespace)
        .map(|run| {
            let begin = at;
            at += run.len();
            (begin, run.trim_matches(|letter: char| letter != '%' && !letter.is_alphanumeric()))
        })
        .filter(|(_, word)| !word.is_empty())
        .collect()
}
