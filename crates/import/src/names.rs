//! Names as people write them. The registers have them in capitals.

mod words;

use words::{ABBREVIATIONS, CAPITALS, SMALL};

/// A name or a part of an address in the usual capitals: "BOOTS" is "Boots", "ST JOHN'S GP CTR." is "St John's GP Ctr.".
///
/// Words that are no words in capitals are taken for initials and stay so, as in "RHODES TC CHEMIST": no English word
/// lacks all vowels. What cannot be known is left plain: "MACKENZIE" is "Mackenzie", since "Macclesfield" has a small c.
pub fn titled(text: &str) -> String {
    let text = text.trim_end_matches([' ', ',', ';']);
    let text = saints(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut titled = String::with_capacity(text.len());
    for (place, word) in words.iter().enumerate() {
        if place > 0 {
            titled.push(' ');
        }
        // "of" is small between two words, but not after a number, a bracket or a comma: "7-8 The Square".
        let before = place.checked_sub(1).and_then(|before| words.get(before));
        let inside = before.is_some_and(|before| before.ends_with(|last: char| last.is_alphabetic() || last == '&'));
        let lower = word.to_lowercase();
        if inside && SMALL.contains(&lower.as_str()) {
            titled.push_str(&lower);
        } else {
            push_word(&mut titled, word);
        }
    }
    titled
}

/// "ST.HELENS" and "ST. HELENS" are one town, St Helens.
fn saints(text: &str) -> String {
    let mut without = String::with_capacity(text.len() + 1);
    for letter in text.chars() {
        let saint = letter == '.' && without.rsplit(|before: char| !before.is_alphabetic()).next().is_some_and(is_st);
        without.push(if saint { ' ' } else { letter });
    }
    without
}

fn is_st(word: &str) -> bool {
    word.eq_ignore_ascii_case("st")
}

/// A word by its runs of letters; what stands between them stays.
fn push_word(titled: &mut String, word: &str) {
    let mut run = String::new();
    let mut before = Before { letter: None, run: 0, runs: 0 };
    for letter in word.chars() {
        if letter.is_alphabetic() {
            run.push(letter);
            continue;
        }
        before.runs += usize::from(!run.is_empty());
        push_run(titled, &run, &before, Some(letter));
        before.run = if run.is_empty() { before.run } else { run.chars().count() };
        before.letter = Some(letter);
        run.clear();
        titled.push(letter);
    }
    before.runs += usize::from(!run.is_empty());
    push_run(titled, &run, &before, None);
}

/// What stands before a run of letters in its word.
struct Before {
    /// The character in front of it.
    letter: Option<char>,
    /// How many letters the run before it has.
    run: usize,
    /// Which run of its word it is, from 1.
    runs: usize,
}

fn push_run(titled: &mut String, run: &str, before: &Before, after: Option<char>) {
    let lower = run.to_lowercase();
    let small = match before.letter {
        // "O'Brien" and "D'Arcy", but "Cooke's" and "P'ship".
        Some('\'' | '’') => !(before.run == 1 && matches!(last_letter(titled), Some('O' | 'D')) && lower.len() > 2),
        // "Stockton-on-Tees".
        Some('-') => before.runs > 1 && after == Some('-') && SMALL.contains(&lower.as_str()),
        // "1st", "2nd", but "10A".
        Some(digit) if digit.is_ascii_digit() => matches!(lower.as_str(), "st" | "nd" | "rd" | "th"),
        _ => false,
    };
    if small {
        titled.push_str(&lower);
    } else if stays(&lower, before, after) {
        titled.push_str(&run.to_uppercase());
    } else {
        let mut letters = lower.chars();
        titled.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        let rest = letters.as_str();
        match rest.strip_prefix('c') {
            // "McKenzie", but not the abbreviation "Mc" alone.
            Some(name) if lower.starts_with("mc") && name.len() > 2 => {
                titled.push('c');
                titled.extend(name.chars().take(1).flat_map(char::to_uppercase));
                titled.extend(name.chars().skip(1));
            }
            _ => titled.push_str(rest),
        }
    }
}

/// Initials and the like, which keep their capitals.
fn stays(lower: &str, before: &Before, after: Option<char>) -> bool {
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    // "A.B.C.", and "A & E".
    let alone = lower.chars().count() == 1;
    let initials = !lower.contains(vowel) && !ABBREVIATIONS.contains(&lower);
    let part_of_name = matches!(before.letter, Some('\'' | '’')) || matches!(after, Some('\'' | '’')) && !alone;
    alone || CAPITALS.contains(&lower) || (initials && !part_of_name)
}

fn last_letter(titled: &str) -> Option<char> {
    titled.chars().rev().find(|letter| letter.is_alphabetic())
}
