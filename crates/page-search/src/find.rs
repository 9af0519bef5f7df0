use directory::search::words;

use crate::{index::Index, nearly::nearness, page::Heading};

/// The most words of what is typed that are looked at.
const MOST_WORDS: usize = 12;

/// How well a word of the index fits one that was typed, in quarters: it is that word or one of its family, begins so, or
/// is spelled nearly so.
const WHOLE: u32 = 4;
const BEGINS: u32 = 2;
const NEARLY: u32 = 2;

/// The most headings that are named of a page.
const MOST_HEADINGS: usize = 3;

/// A page that lacks words is shown if it fits at least so much worse than the best.
const LEAST: u32 = 4;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The best first.
    pub hits: Vec<Hit>,
    /// How many pages fit in all.
    pub all: usize,
    /// No page has every word; these have some of them.
    pub only_some: bool,
    /// Words that no page has, and the one that they were taken for: as typed, and as it is spelled.
    pub taken_for: Vec<(String, String)>,
}

/// A page that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which page, by its place.
    pub page: usize,
    /// Which of its headings have words that were typed, by their places.
    pub headings: Vec<usize>,
}

/// A word that was typed, and the families of words that it may mean, each with how well it fits.
struct Meant {
    families: Vec<(u16, u32)>,
}

/// How far a page has come.
#[derive(Clone, Copy, Default)]
struct State {
    words: u32,
    score: u32,
}

impl Index {
    /// The best `most` pages for what is typed; nothing for nothing.
    pub fn find(&self, typed: &str, most: usize) -> Found {
        let mut typed = words(typed);
        typed.retain(|word| self.ignored.binary_search(word).is_err());
        typed.truncate(MOST_WORDS);
        let mut found = Found::default();
        let last = typed.len().saturating_sub(1);
        let mut meant = Vec::new();
        for (place, word) in typed.iter().enumerate() {
            meant.push(self.meaning(word, place == last, &mut found.taken_for));
        }
        let states = self.states(&meant);
        // People type whole thoughts, and the page that they need may lack a word of theirs. So a missing word costs a page
        // much, but not its place in the list.
        let fits = |state: &State| state.score * state.words;
        let has_all = |state: &State| state.words as usize == typed.len();
        let mut best: Vec<(u32, usize, bool)> =
            states.iter().enumerate().map(|(page, state)| (fits(state), page, has_all(state))).collect();
        best.retain(|(fits, ..)| *fits > 0);
        let Some(least) = best.iter().map(|(fits, ..)| fits / LEAST).max() else { return Found::default() };
        best.retain(|(fits, _, has_all)| *has_all || *fits >= least);
        found.only_some = !best.iter().any(|(.., has_all)| *has_all);
        // A stable sort: pages that fit equally well stay in their order.
        best.sort_by_key(|(fits, ..)| core::cmp::Reverse(*fits));
        found.all = best.len();
        best.truncate(most);
        found.hits = best.into_iter().map(|(_, page, _)| Hit { page, headings: self.headings(page, &meant) }).collect();
        found
    }

    /// Which words of the index a word may mean. The last one may still be being typed, so its beginning is enough.
    fn meaning(&self, word: &str, last: bool, taken_for: &mut Vec<(String, String)>) -> Meant {
        let mut families: Vec<(u16, u32)> = Vec::new();
        let mut add = |family: u16, fits: u32| match families.iter_mut().find(|(known, _)| *known == family) {
            Some((_, best)) => *best = fits.max(*best),
            None => families.push((family, fits)),
        };
        if let Some(family) = self.family_of(word) {
            add(family, WHOLE);
        }
        let long_enough = word.len() >= if last { 2 } else { 3 };
        if long_enough {
            for (found, family) in self.beginning(word).filter_map(|place| self.words.get(place)) {
                // A beginning that is nearly all of the word fits better.
                add(*family, if found.len() <= word.len() + 2 { BEGINS + 1 } else { BEGINS });
            }
        }
        if families.is_empty() {
            let near = self.words.iter().filter_map(|(known, family)| Some((nearness(word, known)?, known, *family)));
            let near: Vec<_> = near.collect();
            if let Some((best, ..)) = near.iter().min_by_key(|(nearness, known, _)| (*nearness, known.len())) {
                for (_, known, family) in near.iter().filter(|(nearness, ..)| nearness == best) {
                    if families.iter().all(|(known, _)| known != family) {
                        families.push((*family, NEARLY));
                    }
                    if taken_for.iter().all(|(typed, _)| typed != word) {
                        taken_for.push((word.to_owned(), (*known).clone()));
                    }
                }
            }
        }
        Meant { families }
    }

    /// How far every page comes: for each word typed, the best of what it may mean there counts.
    fn states(&self, meant: &[Meant]) -> Vec<State> {
        let mut states = vec![State::default(); self.pages.len()];
        for Meant { families } in meant {
            let mut best = vec![0; self.pages.len()];
            for (family, fits) in families {
                let posts = self.families.get(usize::from(*family)).map(Vec::as_slice).unwrap_or_default();
                let rare = self.rarity(posts.len());
                for post in posts {
                    if let Some(best) = best.get_mut(usize::from(post.page)) {
                        *best = (u32::from(post.weight) * rare * fits).max(*best);
                    }
                }
            }
            for (state, best) in states.iter_mut().zip(best).filter(|(_, best)| *best > 0) {
                state.words += 1;
                state.score += best;
            }
        }
        states
    }

    /// What a word that is on so many pages tells: one that is on all of them next to nothing.
    fn rarity(&self, pages: usize) -> u32 {
        2 + (self.pages.len() / pages.max(1)).max(1).ilog2()
    }

    /// The headings of a page that have a word that was meant.
    fn headings(&self, page: usize, meant: &[Meant]) -> Vec<usize> {
        let headings = self.pages.get(page).map(|page| page.headings.as_slice()).unwrap_or_default();
        let is_meant = |family: u16| meant.iter().any(|meant| meant.families.iter().any(|(known, _)| *known == family));
        let fits =
            |heading: &Heading| words(&heading.text).iter().filter_map(|word| self.family_of(word)).any(is_meant);
        let fitting = headings.iter().enumerate().filter(|(_, heading)| fits(heading));
        fitting.map(|(place, _)| place).take(MOST_HEADINGS).collect()
    }
}
