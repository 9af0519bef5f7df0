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
const NAMES: &[&str] =
    &["alcoholics anonymous", "alcoholics-anonymous", "domestic abuse", "child abuse", "sexual abuse"];

/// Notes each word that the site does not use.
pub(crate) fn check(report: &mut Report<'_>, source: &Source, text: &str) {
    for (word, instead) in NOT_USED {
        if find(text, word).is_some() {
            let line = find(&source.text, word).map_or(1, |offset| source.line_at(offset));
            report.faults.push(source.fault(line, format!("{word:?} is not a word of this site; write: {instead}")));
        }
    }
    if text.contains('!') {
        report.faults.push(source.fault(source.line_of("!"), "no exclamation marks"));
    }
}

/// Where a text first holds these words: whole, outside names, and even across the end of a line.
fn find(text: &str, words: &str) -> Option<usize> {
    // The text in small letters with single spaces, and for each of its bytes the place that it came from.
    let (mut tidy, mut places) = (String::new(), Vec::new());
    for (place, letter) in text.char_indices() {
        if !letter.is_whitespace() {
            tidy.push(letter.to_ascii_lowercase());
        } else if !tidy.ends_with(' ') {
            tidy.push(' ');
        }
        places.resize(tidy.len(), place);
    }
    for name in NAMES {
        tidy = tidy.replace(name, &"-".repeat(name.len()));
    }
    let whole = |(at, found): &(usize, &str)| {
        let before = tidy[..*at].chars().next_back();
        let after = tidy[at + found.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let at = tidy.match_indices(words).find(whole).map(|(at, _)| at)?;
    places.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn words_count_only_whole() {
        assert_eq!(find("an Addict said", "addict"), Some(3));
        assert_eq!(find("addiction", "addict"), None);
        assert_eq!(find("non-alcoholics", "alcoholic"), None);
    }

    #[test]
    fn names_do_not_count() {
        assert_eq!(find("Alcoholics Anonymous", "alcoholics"), None);
        assert_eq!(find("domestic abuse, not abuse", "abuse"), Some(20));
    }

    #[test]
    fn a_new_line_is_a_space() {
        assert_eq!(find("é, suffering\n  from it", "suffering from"), Some(4));
    }
}
