//! Finding entries by what is typed: every word typed has to begin a word of the entry. Only when nothing does is one
//! slip in each word forgiven.
//!
//! The index knows nothing of what it indexes. It is built when the data has arrived, which for an area takes less time
//! than fetching it would.

mod fold;
mod near;

pub use fold::words;
pub use near::{begins_but_for_one_slip, may_begin_so};

/// The shortest word, in letters, in which a slip is forgiven: in shorter ones too many others are one slip away. One letter
/// less may be typed if that letter is what is missing.
pub const SHORTEST_WITH_SLIP: usize = 4;

/// The most words of what is typed that are looked at.
const MOST_WORDS: usize = 8;

/// What a word of an entry is part of. The order is that of results, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its address.
    Address,
    /// Who runs it.
    Organization,
    /// A name that it had before.
    FormerName,
    /// Its town.
    Town,
    /// Its name.
    Name,
}

/// Puts texts in order, each with the place of its entry and what it is.
pub(crate) fn sort_texts(all: &mut [(String, u32, Field)]) {
    all.sort_unstable();
}

/// An entry that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Which entry, by its place.
    pub entry: u32,
    /// How well it fits: more is better.
    pub score: u16,
    /// Did a name that it had before make the match? Then that has to be said.
    pub by_former_name: bool,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The best first; entries that fit equally well stay in their order.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub all: usize,
    /// Was a slip forgiven?
    pub despite_slip: bool,
}

/// Every word of every entry, sorted.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// All words, one after the other.
    letters: Vec<u8>,
    /// Where each word begins; one more at the end.
    starts: Vec<u32>,
    /// Which entries have the word, and in which field.
    posts: Vec<(u32, Field)>,
    /// Where each word's entries begin; one more at the end.
    post_starts: Vec<u32>,
    entries: usize,
}

impl Index {
    /// An index of texts, each with the place of its entry and what it is.
    pub fn new<'t>(texts: impl Iterator<Item = (u32, Field, &'t str)>) -> Index {
        let mut all: Vec<(String, u32, Field)> = Vec::new();
        let mut entries = 0;
        for (entry, field, text) in texts {
            entries = entries.max(entry as usize + 1);
            all.extend(words(text).into_iter().map(|word| (word, entry, field)));
        }
        sort_texts(&mut all);
        all.dedup();
        let mut index = Index { entries, ..Index::default() };
        let mut last = "";
        for (word, entry, field) in &all {
            if index.starts.is_empty() || word != last {
                index.starts.push(index.letters.len() as u32);
                index.post_starts.push(index.posts.len() as u32);
                index.letters.extend_from_slice(word.as_bytes());
                last = word;
            }
            index.posts.push((*entry, *field));
        }
        index.starts.push(index.letters.len() as u32);
        index.post_starts.push(index.posts.len() as u32);
        index
    }

    /// The best `most` entries for what is typed; nothing for nothing.
    pub fn find(&self, typed: &str, most: usize) -> Found {
        let mut typed = words(typed);
        typed.truncate(MOST_WORDS);
        if typed.is_empty() {
            return Found::default();
        }
        let mut state = self.search(&typed, &|word| self.beginning(word));
        let despite_slip = !state.iter().any(|state| usize::from(state.words) == typed.len());
        if despite_slip {
            state = self.search(&typed, &|word| self.nearly(word));
        }
        let found = best(&state, typed.len(), most);
        Found { despite_slip: despite_slip && found.all > 0, ..found }
    }

    /// How far every entry comes, when every word typed has to be one of those that `candidates` gives for it.
    fn search(&self, typed: &[String], candidates: &dyn Fn(&[u8]) -> Vec<Candidate>) -> Vec<State> {
        // How many of the words each entry has so far, and how well; the best of each word counts.
        let mut state = vec![State::default(); self.entries];
        for (turn, word) in typed.iter().enumerate() {
            for Candidate { word: place, whole } in candidates(word.as_bytes()) {
                for (entry, field) in self.posts_of(place) {
                    let Some(state) = state.get_mut(*entry as usize) else { continue };
                    if usize::from(state.words) < turn {
                        continue;
                    }
                    let score = 2 * (*field as u16 + 1) + u16::from(whole);
                    let former = *field == Field::FormerName;
                    if usize::from(state.words) == turn {
                        state.words += 1;
                        state.before = state.score;
                        state.score += score;
                        state.former |= former;
                        state.only_former = former;
                    } else if state.before + score > state.score {
                        state.score = state.before + score;
                        state.former = state.former && !state.only_former || former;
                        state.only_former = former;
                    }
                }
            }
        }
        state
    }

    /// The words that begin like this.
    fn beginning(&self, typed: &[u8]) -> Vec<Candidate> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.word(middle) < typed { low = middle + 1 } else { high = middle }
        }
        let begins = |place: &usize| self.word(*place).starts_with(typed);
        let candidate = |place| Candidate { word: place, whole: self.word(place).len() == typed.len() };
        (low..self.len()).take_while(begins).map(candidate).collect()
    }

    /// The words that begin like this but for one slip, as far as slips are forgiven in a word of this length.
    fn nearly(&self, typed: &[u8]) -> Vec<Candidate> {
        let forgives = match typed.len() {
            SHORTEST_WITH_SLIP.. => near::begins_but_for_one_slip,
            length if length + 1 == SHORTEST_WITH_SLIP => near::is_but_for_one_missing,
            _ => return self.beginning(typed),
        };
        let near = |place: &usize| {
            let word = self.word(*place);
            near::may_begin_so(typed, word) && forgives(typed, word)
        };
        let whole = |place: usize| self.word(place).len().abs_diff(typed.len()) <= 1;
        (0..self.len()).filter(near).map(|place| Candidate { word: place, whole: whole(place) }).collect()
    }

    fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn word(&self, place: usize) -> &[u8] {
        slice(&self.starts, &self.letters, place)
    }

    fn posts_of(&self, place: usize) -> &[(u32, Field)] {
        slice(&self.post_starts, &self.posts, place)
    }
}

/// A word of the index that fits a word typed.
struct Candidate {
    word: usize,
    /// All of it, and not only its beginning.
    whole: bool,
}

/// How far an entry has come.
#[derive(Clone, Copy, Default)]
struct State {
    /// How many of the words typed it has.
    words: u8,
    score: u16,
    /// The score before the word that is looked at.
    before: u16,
    /// Did a former name give any of it?
    former: bool,
    /// Did it give the word that is looked at?
    only_former: bool,
}

/// More than any score: the greatest is that of eight whole words of a name.
const SCORES: usize = 2 * (Field::Name as usize + 1) * MOST_WORDS + MOST_WORDS + 1;

/// The best entries that have all words. Scores are few and small, so entries are not sorted: how many have each score says
/// where the first of them stands.
fn best(state: &[State], words: usize, most: usize) -> Found {
    let fits = || state.iter().zip(0..).filter(|(state, _)| usize::from(state.words) == words);
    // How many have each score; then where the next one with it stands.
    let mut places = [0_usize; SCORES];
    for (state, _) in fits() {
        if let Some(count) = places.get_mut(usize::from(state.score)) {
            *count += 1;
        }
    }
    let mut all = 0;
    for place in places.iter_mut().rev() {
        (*place, all) = (all, all + *place);
    }
    let none = Hit { entry: 0, score: 0, by_former_name: false };
    let mut hits = vec![none; most.min(all)];
    let mut left = hits.len();
    for (state, entry) in fits() {
        if left == 0 {
            break;
        }
        let Some(place) = places.get_mut(usize::from(state.score)) else { continue };
        if let Some(hit) = hits.get_mut(*place) {
            *hit = Hit { entry, score: state.score, by_former_name: state.former };
            left -= 1;
        }
        *place += 1;
    }
    Found { hits, all, despite_slip: false }
}

fn slice<'a, T>(starts: &[u32], all: &'a [T], place: usize) -> &'a [T] {
    match (starts.get(place), starts.get(place + 1)) {
        (Some(from), Some(to)) => all.get(*from as usize..*to as usize).unwrap_or_default(),
        _ => &[],
    }
}
