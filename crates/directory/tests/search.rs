//! Finding entries by what is typed, against a search by looking at every entry.

use directory::search::{Field, Found, Index, SHORTEST_WITH_SLIP, words};
use proptest::prelude::*;

const NAMES: [(&str, &str, &str); 9] = [
    ("Boots", "Shrewsbury", ""),
    ("Boots", "Widnes", ""),
    ("St. Peter's Surgery", "Shrewsbury", ""),
    ("Churchmere Medical Group", "Ellesmere", ""),
    ("Cranstoun Worcestershire", "Worcester", "Swanswell"),
    ("Change Grow Live", "Widnes", "CRI"),
    ("With You", "Shrewsbury", "Addaction"),
    ("Café Recovery & Co", "Ludlow", ""),
    ("The Caxton Surgery", "Oswestry", ""),
];

fn index() -> Index {
    Index::new(NAMES.iter().enumerate().flat_map(|(entry, (name, town, former))| {
        let entry = entry as u32;
        [(entry, Field::Name, *name), (entry, Field::Town, *town), (entry, Field::FormerName, *former)]
    }))
}

fn names(found: &Found) -> Vec<(&'static str, &'static str)> {
    found.hits.iter().map(|hit| (NAMES[hit.entry as usize].0, NAMES[hit.entry as usize].1)).collect()
}

fn find(typed: &str) -> Found {
    index().find(typed, 20)
}

#[test]
fn words_are_compared_without_accents_and_apostrophes() {
    for (text, expected) in [
        ("St. Peter's  Surgery", &["st", "peters", "surgery"][..]),
        ("Café & Co", &["cafe", "and", "co"]),
        ("CM.2/SY1-2AQ", &["cm2", "sy1", "2aq"]),
        ("Ŵyn Ŷ", &["wyn", "y"]),
        ("  ’ ", &[]),
    ] {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn a_name_and_a_town_find_one_of_many_of_that_name() {
    assert_eq!(names(&find("boots")).len(), 2);
    assert_eq!(names(&find("boots wid")), [("Boots", "Widnes")]);
    assert_eq!(names(&find("WIDNES Boots")), [("Boots", "Widnes")]);
    assert!(find("boots ludlow").hits.is_empty());
}

#[test]
fn a_former_name_finds_todays_service_and_says_so() {
    for (typed, name) in [("swanswell", "Cranstoun Worcestershire"), ("CRI", "Change Grow Live"), ("addac", "With You")]
    {
        let found = find(typed);
        assert_eq!(names(&found)[0].0, name, "{typed}");
        assert!(found.hits[0].by_former_name && !found.despite_slip, "{typed}");
    }
    assert!(!find("cranstoun").hits[0].by_former_name);
}

#[test]
fn a_slip_is_forgiven_only_when_nothing_fits() {
    for typed in ["shrewsbruy", "shrwsbury", "shrewwsbury", "shrewsburi", "shrewsbry"] {
        let found = find(typed);
        assert_eq!(found.all, 3, "{typed}");
        assert!(found.despite_slip, "{typed}");
    }
    assert!(!find("shrewsbur").despite_slip);
    // In a short word a slip would find too much.
    assert!(find("cro").hits.is_empty());
    // Three letters are a word of four in which one is missing, and nothing else.
    for typed in ["row", "gow", "grw"] {
        assert_eq!(names(&find(typed)), [("Change Grow Live", "Widnes")], "{typed}");
    }
    for typed in ["gra", "rwo", "wdn"] {
        assert_eq!(find(typed).all, 0, "{typed}");
    }
    // "Grow" with two letters the wrong way round, or "Gro" of "Group" with one too many.
    assert_eq!(names(&find("grwo")), [("Churchmere Medical Group", "Ellesmere"), ("Change Grow Live", "Widnes")]);
    // The other words of what is typed still have to fit.
    assert_eq!(names(&find("surgrey oswestry")), [("The Caxton Surgery", "Oswestry")]);
}

#[test]
fn a_whole_word_of_the_name_comes_first() {
    let index = Index::new(
        [
            (0, Field::Address, "Park Road"),
            (1, Field::Name, "Parkside"),
            (2, Field::Name, "Park"),
            (3, Field::Town, "Park"),
        ]
        .into_iter(),
    );
    let order: Vec<u32> = index.find("park", 9).hits.iter().map(|hit| hit.entry).collect();
    assert_eq!(order, [2, 1, 3, 0]);
    assert_eq!(index.find("park", 2).hits.len(), 2);
    assert_eq!(index.find("park", 2).all, 4, "how many there are is known all the same");
}

#[test]
fn nothing_typed_finds_nothing() {
    for typed in ["", "   ", "-", "’’"] {
        assert_eq!(find(typed), Found::default());
    }
    assert_eq!(Index::default().find("boots", 5), Found::default());
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-e]{1,6}", 1..4).prop_map(|words| words.join(" "))
}

/// Does every word typed begin a word of the text? Looked at entry by entry.
fn fits(typed: &str, text: &str) -> bool {
    let text = words(text);
    words(typed).iter().all(|typed| text.iter().any(|word| word.starts_with(typed.as_str())))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// The same entries as by looking at each, whatever is typed.
    #[test]
    fn the_index_finds_what_looking_at_each_entry_finds(texts in proptest::collection::vec(text(), 1..20), typed in text()) {
        let index = Index::new(texts.iter().enumerate().map(|(entry, text)| (entry as u32, Field::Name, text.as_str())));
        let found = index.find(&typed, 100);
        let mut by_index: Vec<u32> = found.hits.iter().map(|hit| hit.entry).collect();
        by_index.sort_unstable();
        let each: Vec<u32> = (0..).zip(&texts).filter(|(_, text)| fits(&typed, text)).map(|(entry, _)| entry).collect();
        if each.is_empty() {
            prop_assert!(by_index.is_empty() || found.despite_slip);
        } else {
            prop_assert_eq!(by_index, each);
            prop_assert!(!found.despite_slip);
        }
        prop_assert_eq!(found.all, found.hits.len());
    }

    /// One slip in a word of four letters or more never hides an entry: it is found, or others fit exactly.
    #[test]
    fn one_slip_never_hides_an_entry(word in "[a-z]{4,12}", at in 0..12_usize, letter in "[a-z]", kind in 0..4_u8, more in "[a-z]{0,3}") {
        let mut typed: Vec<char> = word.chars().collect();
        let at = at % typed.len();
        let letter = letter.chars().next().unwrap_or('x');
        match kind {
            0 => typed[at] = letter,
            1 => drop(typed.remove(at)),
            2 => typed.insert(at, letter),
            _ => if at + 1 < typed.len() { typed.swap(at, at + 1) },
        }
        // Three letters are all of a word of four but for one.
        prop_assume!(typed.len() >= SHORTEST_WITH_SLIP || more.is_empty());
        let index = Index::new([(0, Field::Name, format!("{word}{more}").as_str())].into_iter());
        let typed: String = typed.into_iter().collect();
        prop_assert_eq!(index.find(&typed, 5).all, 1, "{} for {}{}", typed, word, more);
    }

    /// The best few are the first of all.
    #[test]
    fn fewer_are_the_first_of_more(texts in proptest::collection::vec(text(), 1..30), typed in text(), most in 0..8_usize) {
        let fields = [Field::Address, Field::Name, Field::Town];
        let index = Index::new(texts.iter().enumerate().map(|(entry, text)| (entry as u32, fields[entry % 3], text.as_str())));
        let (few, all) = (index.find(&typed, most), index.find(&typed, 100));
        prop_assert_eq!(&few.hits[..], &all.hits[..most.min(all.all)]);
        prop_assert_eq!((few.all, few.despite_slip), (all.all, all.despite_slip));
        let order: Vec<_> = all.hits.iter().map(|hit| (core::cmp::Reverse(hit.score), hit.entry)).collect();
        prop_assert!(order.is_sorted());
    }

    /// Whatever is indexed and typed: an answer.
    #[test]
    fn any_text_is_searched(texts in proptest::collection::vec("\\PC{0,30}", 0..6), typed in "\\PC{0,40}") {
        let index = Index::new(texts.iter().enumerate().map(|(entry, text)| (entry as u32, Field::Address, text.as_str())));
        prop_assert!(index.find(&typed, 10).hits.len() <= 10);
    }
}
