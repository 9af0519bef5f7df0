//! Words that the site does not use of people, checked in every text.
//!
//! People may call themselves what they wish; this is about what we call them. The list holds words and not meanings:
//! "an old drunk" gets through, and whoever reads a text before it is published has to see it.

use crate::file::{Report, Source};

/// Words, and what to write instead.
const NOT_USED: &[(&str, &str)] = &[
    ("addict", "a person who uses drugs"),
    ("addicts", "people who use drugs"),
    ("addicted", "dependent"),
    ("alcoholic", "a person who is dependent on alcohol"),
    ("alcoholics", "people who are dependent on alcohol"),
    ("abuse", "use, or harm"),
    ("abuser", "a person who uses, or who harms"),
    ("abusers", "people who use, or who harm"),
    ("junkie", "a person who uses drugs"),
    ("junkies", "people who use drugs"),
    ("clean", "of a person: not using drugs now; of a needle: new or sterile"),
    ("dirty", "of a person: using drugs; of a needle: used"),
    ("a drunk", "a person who has had too much"),
    ("the drunk", "the person who has had too much"),
    ("drunks", "people who have had too much"),
    ("suffer from", "live with, or have"),
    ("suffers from", "lives with, or has"),
    ("suffered from", "lived with, or had"),
    ("suffering from", "living with"),
    ("sufferer", "a person with"),
    ("sufferers", "people with"),
    ("denial", "not ready to talk"),
    ("well done", "no praise for a score"),
    ("good news", "no praise for a score"),
];

/// Names that hold such a word and are not ours to change, and what is no word about a person.
const ALLOWED: &[&str] = &[
    "alcoholics anonymous",
    "alcoholics-anonymous",
    "domestic abuse",
    "child abuse",
    "sexual abuse",
    "clean water",
    "clean air",
    "clean hands",
    "alcoholic drink",
];

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

/// Where a text first holds these words: whole, outside what is allowed, and even across the end of a line.
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
    for allowed in ALLOWED {
        tidy = tidy.replace(allowed, &"-".repeat(allowed.len()));
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
    fn water_may_be_clean_and_people_may_have_drunk() {
        assert_eq!(find("clean water, clean needles", "clean"), Some(13));
        assert_eq!(find("cleaner", "clean"), None);
        for (text, word) in
            [("when you have drunk", "a drunk"), ("alpha drunk", "a drunk"), ("the drunken", "the drunk")]
        {
            assert_eq!(find(text, word), None, "{text}");
        }
    }

    #[test]
    fn a_new_line_is_a_space() {
        assert_eq!(find("é, suffering\n  from it", "suffering from"), Some(4));
    }
}
