//! The search in all guidance, over the project's own pages: `tests/suite/search/`.

use std::sync::OnceLock;

use page_search::Index;
use serde::Deserialize;
use waymark::islands::search::hits;

use crate::given;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    typed: String,
    page: String,
    within: usize,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| publish::search::index(&given::load()))
}

fn cases() -> Vec<Case> {
    toml::from_str::<Cases>(&given::text_of("tests/suite/search/guidance.toml")).expect("cases").case
}

/// The addresses of what is found, the best first.
fn found(typed: &str, most: usize) -> Vec<&'static str> {
    let found = index().find(typed, most);
    found.hits.iter().map(|hit| index().pages()[hit.page].path.as_str()).collect()
}

#[test]
fn what_people_type_finds_its_page() {
    let cases = cases();
    assert!(cases.len() > 40);
    let missed: Vec<String> = cases
        .iter()
        .filter_map(|Case { typed, page, within }| {
            let found = found(typed, 12);
            let place = found.iter().position(|path| path == page);
            let missed = place.is_none_or(|place| place >= *within);
            let taken = index().find(typed, 1).taken_for;
            missed.then(|| format!("{typed:?}: {page} at {place:?}, not within {within}: {found:?} {taken:?}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// A page is found by its own title, whole, whatever else has its words.
#[test]
fn every_page_is_found_by_its_title() {
    for page in index().pages() {
        let found = found(&page.title, 5);
        assert!(found.contains(&page.path.as_str()), "{:?} finds {found:?}", page.title);
    }
}

/// Every page of guidance is there, but for those that answer nothing.
#[test]
fn every_page_is_there() {
    let paths: Vec<&str> = index().pages().iter().map(|page| page.path.as_str()).collect();
    for prose in &given::site().prose {
        let path = format!("/{}/", prose.name);
        let left_out = ["/not-found/", "/plain-icon/"].contains(&path.as_str());
        assert_eq!(paths.contains(&path.as_str()), !left_out, "{path}");
    }
    for path in &given::site().paths {
        assert!(paths.contains(&format!("/check/{}/", path.page.name).as_str()), "{}", path.page.name);
    }
}

/// Nine in ten words with one slip in them still find a page of the word that was meant.
#[test]
fn slips_are_forgiven() {
    let index = index();
    let words: Vec<&str> =
        index.words().filter(|word| word.len() >= 5 && word.bytes().all(|b| b.is_ascii_lowercase())).collect();
    let mut tried = 0;
    let mut met = 0;
    for word in words.iter().step_by(5) {
        let meant = found(word, 1000);
        for slipped in [swapped(word), left_out(word), doubled(word)].into_iter().flatten() {
            // Another word, or the beginning of one.
            if words.iter().any(|known| known.starts_with(&slipped)) {
                continue;
            }
            tried += 1;
            met += usize::from(found(&slipped, 12).iter().any(|path| meant.contains(path)));
        }
    }
    assert!(tried > 1000, "{tried}");
    assert!(met * 100 >= tried * 95, "{met} of {tried}");
}

/// The two letters in the middle the wrong way round.
fn swapped(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    letters.swap(middle, middle - 1);
    Some(letters.into_iter().collect::<String>()).filter(|slipped| slipped != word)
}

/// The letter before the last left out.
fn left_out(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.remove(letters.len() - 2);
    Some(letters.into_iter().collect())
}

/// The second letter twice.
fn doubled(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.insert(1, *letters.get(1)?);
    Some(letters.into_iter().collect())
}

#[test]
fn the_file_gives_the_same_index() {
    let bytes = index().write();
    assert_eq!(&Index::read(&bytes).expect("the index"), index());
    for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert!(Index::read(&bytes[..cut]).is_err(), "{cut}");
    }
}

/// No link in what is found may say what was typed, and every link leads to a page or a place in it.
#[test]
fn what_is_shown_links_to_pages_and_says_what_was_taken_for_what() {
    let words = given::site().words;
    let of_naloxone = index().find("naloxene", 3);
    let html = hits::list(index(), &of_naloxone);
    assert!(html.contains("href=\"/emergency/overdose/"), "{html}");
    assert!(!html.contains("naloxene"));
    let said = hits::said(words, "naloxene", &of_naloxone);
    assert!(said.contains("“naloxene”") && said.contains("“naloxone”"), "{said}");
    assert_eq!(hits::said(words, " ", &index().find(" ", 3)), "");
    assert_eq!(hits::said(words, "qqqqqq", &index().find("qqqqqq", 3)), words.get("search.nothing"));
    let some = index().find("ketamine qqqqqq", 3);
    assert!(some.only_some && hits::said(words, "ketamine qqqqqq", &some).contains(words.get("search.some")));
}

/// Words that we do not write are only typed: they are on no page, and nothing shows them.
#[test]
fn words_to_be_found_by_are_not_shown() {
    let shown: Vec<String> =
        index().pages().iter().map(|page| [page.title.as_str(), &page.summary].concat().to_lowercase()).collect();
    assert!(shown.iter().all(|text| !text.contains("alcoholic") && !text.contains("addict")));
    assert!(!found("addict", 3).is_empty());
}
