//! Words that the site does not use of people (product standard S10), checked in every text.

use crate::file::{Report, Source};

/// Words, and what to write instead.
const NOT_USED: &[(&str, &str)] = &[
    ("addict", "a person who uses drugs"),
    ("addicts", "people who use drugs"),
    ("alcoholic", "a person who is dependent on alcohol"),
    ("alcoholics", "people who are dependent on alcohol"),
    ("abuse", "use, or harm"),
    ("abuser", "a person who uses"),
    ("junkie", "a person who uses drugs"),
    ("drunks", "people who have had too much"),
    ("suffering from", "living with"),
    ("denial", "not ready to talk"),
    ("well done", "no praise for a score"),
    ("good news", "no praise for a score"),
];

/// Names that hold such a word and are not ours to change.
const NAMES: &[&str] = &["alcoholics anonymous", "alcoholics-anonymous", "domestic abuse", "child abuse", "sexual abuse"];

/// Notes each word that the site does not use.
pub(crate) fn check(report: &mut Report<'_>, source: &Source, text: &str) {
    let mut lower = text.to_lowercase();
    for name in NAMES {
        lower = lower.replace(name, "");
    }
    for (word, instead) in NOT_USED {
        if holds(&lower, word) {
            let line = source.text.lines().position(|line| holds(&line.to_lowercase(), word)).map_or(1, |n| n + 1);
            report.faults.push(source.fault(line, format!("{word:?} is not a word of this site; write: {instead}")));
        }
    }
    if text.contains('!') {
        report.faults.push(source.fault(source.line_of("!"), "no exclamation marks"));
    }
}

/// Does the text hold these words, whole?
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn words_count_only_whole() {
        assert!(holds("an addict said", "addict"));
        assert!(!holds("addiction", "addict"));
        assert!(!holds("non-alcoholics", "alcoholic"));
    }
}
