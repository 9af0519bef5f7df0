use crate::page::Page;

/// Every word of every page, sorted, and where it stands.
///
/// Words of one family ("drink", "drinks", "drinking") share their pages: whoever types one of them means them all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    pub(crate) pages: Vec<Page>,
    /// Words that are on every page and say nothing: "the", "how".
    pub(crate) ignored: Vec<String>,
    /// All words, sorted, each with its family.
    pub(crate) words: Vec<(String, u16)>,
    /// For each family, the pages that have one of its words, in order, and how much the word matters there.
    pub(crate) families: Vec<Vec<Post>>,
}

/// A page that has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Post {
    /// The page, by its place.
    pub page: u16,
    /// How much the word matters there: from 1 for a word said once to [`MOST_WEIGHT`] for one of the title.
    pub weight: u8,
}

/// The greatest weight of a word in a page.
pub(crate) const MOST_WEIGHT: u8 = 15;

impl Index {
    /// The pages that can be found.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Every word that is on a page, in alphabetical order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    /// The places of the words that begin like this.
    pub(crate) fn beginning(&self, begin: &str) -> impl Iterator<Item = usize> {
        let first = self.words.partition_point(|(word, _)| word.as_str() < begin);
        let so = move |(_, (word, _)): &(usize, &(String, u16))| word.starts_with(begin);
        self.words.iter().enumerate().skip(first).take_while(so).map(|(place, _)| place)
    }

    /// The family of exactly this word.
    pub(crate) fn family_of(&self, word: &str) -> Option<u16> {
        let place = self.words.binary_search_by(|(known, _)| known.as_str().cmp(word)).ok()?;
        self.words.get(place).map(|(_, family)| *family)
    }
}
