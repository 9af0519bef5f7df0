//! What the search finds of the project's own records: every beginning of a word, and words with one letter amiss.

use std::{fs, path::Path};

use directory::{
    Postcode, Postcodes,
    find::{Asked, Finder},
    listing::{Listing, Listings},
    search::{SHORTEST_WITH_SLIP, words},
};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn finder(change: impl FnOnce(&mut Listings)) -> Finder {
    let books: Vec<_> = records::load(root()).expect("the books").into_iter().map(|shelf| shelf.book).collect();
    let mut listings =
        records::listings(records::Searched { areas: &[], books: &books, lines: &[], holidays: &[], outlines: &[] });
    change(&mut listings);
    let postcodes = fs::read(root().join("data/postcodes/areas.bin")).expect("the postcodes");
    Finder::new(listings, Postcodes::open(postcodes).expect("postcodes"))
}

fn texts(entry: &Listing) -> [&str; 4] {
    [&entry.name, &entry.branch_of, &entry.town, &entry.address]
}

/// Is the entry found, among however many others?
fn finds(finder: &Finder, typed: &str, entry: usize) -> bool {
    let all = finder.index().find(typed, finder.listings().entries.len());
    all.hits.iter().any(|hit| hit.entry as usize == entry)
}

#[test]
fn every_beginning_of_a_word_finds_its_entry() {
    let finder = finder(|_| {});
    let mut looked = 0;
    for (place, entry) in finder.listings().entries.iter().enumerate().step_by(7) {
        for word in texts(entry).into_iter().flat_map(words) {
            for (end, letter) in word.char_indices() {
                let typed = &word[..end + letter.len_utf8()];
                assert!(finds(&finder, typed, place), "{typed} for {word} of {}", entry.name);
                looked += 1;
            }
        }
    }
    assert!(looked > 2_000, "{looked}");
}

/// Random numbers, the same in every run.
struct Random(u32);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        // An xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end
    }

    fn letter(&mut self) -> u8 {
        b'a' + u8::try_from(self.below(26)).expect("a letter")
    }
}

/// Makes a slip in a word, at a place, with a letter.
type Slip = fn(&mut Vec<u8>, usize, u8);

/// The four kinds of slip.
const SLIPS: [(&str, Slip); 4] = [
    ("a letter that is wrong", |word, at, letter| word[at] = letter),
    ("one that is missing", |word, at, _| {
        word.remove(at);
    }),
    ("one too many", |word, at, letter| word.insert(at, letter)),
    ("two the wrong way round", |word, at, _| {
        if at + 1 < word.len() {
            word.swap(at, at + 1);
        }
    }),
];

/// A slip is forgiven only when nothing fits exactly, so one that happens to begin another word hides its entry.
#[test]
fn of_words_with_one_letter_amiss_19_in_20_find_their_entry() {
    let finder = finder(|_| {});
    let mut random = Random(20_261_121);
    for (kind, slip) in SLIPS {
        let (mut found, mut all) = (0, 0);
        for (place, entry) in finder.listings().entries.iter().enumerate().step_by(5) {
            let long = |word: &String| word.len() >= SHORTEST_WITH_SLIP && word.bytes().all(|b| b.is_ascii_lowercase());
            let there: Vec<String> = texts(entry).into_iter().flat_map(words).filter(long).collect();
            if there.is_empty() {
                continue;
            }
            let word = &there[random.below(there.len())];
            for at in 0..word.len() {
                let mut typed = word.clone().into_bytes();
                slip(&mut typed, at, random.letter());
                if typed == word.as_bytes() {
                    continue;
                }
                let typed = String::from_utf8(typed).expect("letters");
                all += 1;
                found += usize::from(finds(&finder, &typed, place));
            }
        }
        println!("{kind}: {found} of {all}");
        assert!(all > 500 && found * 100 >= all * 95, "{kind}: {found} of {all}");
    }
}

/// A branch in another town that is entered under the wrong one does not draw the town to it.
#[test]
fn one_entry_far_off_does_not_move_a_town() {
    let at = |finder: &Finder| match finder.find("Shrewsbury", None).asked {
        Asked::Place(place) => place.point,
        other => panic!("{other:?}"),
    };
    let before = at(&finder(|_| {}));
    let after = at(&finder(|listings| {
        let far = |entry: &&mut Listing| entry.town == "South Shields" && entry.point.is_some();
        let far = listings.entries.iter_mut().find(far).expect("a place in South Shields");
        far.town = "Shrewsbury".to_owned();
    }));
    assert!(before.metres_to(after) < 300, "{} m", before.metres_to(after));
    let middle = Postcode::read("SY1 1HS").expect("a postcode");
    let middle = finder(|_| {}).postcodes().find(middle).map(|found| found.point);
    assert!(middle.is_ok_and(|middle| middle.metres_to(before) < 2_500), "the middle of Shrewsbury");
}
