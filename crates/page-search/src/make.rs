use std::collections::BTreeMap;

use directory::search::words;

use crate::{
    index::{Index, MOST_WEIGHT, Post},
    page::Page,
};

/// The words of a page that is to be found.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// What is shown of it; its title, summary and headings are searched too.
    pub page: Page,
    /// Every heading, also those that cannot be linked to.
    pub headings: String,
    /// All that it says.
    pub body: String,
    /// Words that people type for it and that it does not say, or not often.
    pub also: String,
    /// Does someone who looks for it have no time to look twice? Then it comes before others that fit as well.
    pub urgent: bool,
}

/// Makes the index. `family` gives the same for words that belong together; `ignored` are words that say nothing.
///
/// A page or a family past 65,535 is left out, which no site of people's making comes near.
pub fn make(texts: Vec<Text>, ignored: &[String], family: impl Fn(&str) -> String) -> Index {
    let mut ignored: Vec<String> = ignored.iter().flat_map(|word| words(word)).collect();
    ignored.sort_unstable();
    ignored.dedup();
    let mut index = Index { ignored, ..Index::default() };
    // How much each family matters on each page, and which words it has.
    let mut weights: BTreeMap<String, BTreeMap<u16, u32>> = BTreeMap::new();
    let mut forms: BTreeMap<String, String> = BTreeMap::new();
    for (text, place) in texts.into_iter().zip(0_u16..) {
        let mut said: BTreeMap<String, Said> = BTreeMap::new();
        let Text { page, headings, body, also, urgent } = text;
        let mut title = 0;
        let parts =
            [(TITLE, &page.title), (ALSO, &also), (SUMMARY, &page.summary), (HEADINGS, &headings), (BODY, &body)];
        for (part, words_of) in parts {
            let mut words = words(words_of);
            words.retain(|word| index.ignored.binary_search(word).is_err());
            if part == TITLE {
                title = words.len() as u32;
            }
            for word in words {
                let of = family(&word);
                said.entry(of.clone()).or_default().add(part);
                forms.insert(word, of);
            }
        }
        for (of, said) in said {
            weights.entry(of).or_default().insert(place, said.weight(title, urgent));
        }
        index.pages.push(page);
    }
    let places: BTreeMap<&String, u16> = weights.keys().zip(0..).collect();
    index.words = forms.into_iter().filter_map(|(word, of)| places.get(&of).map(|place| (word, *place))).collect();
    let post =
        |(page, weight): (&u16, &u32)| Post { page: *page, weight: (*weight).clamp(1, MOST_WEIGHT.into()) as u8 };
    index.families = weights.values().take(places.len()).map(|pages| pages.iter().map(post).collect()).collect();
    index
}

/// The parts of a page in which a word can stand.
const TITLE: usize = 0;
const ALSO: usize = 1;
const SUMMARY: usize = 2;
const HEADINGS: usize = 3;
const BODY: usize = 4;

/// Where on a page the words of a family stand, and how often.
#[derive(Default)]
struct Said([u32; 5]);

impl Said {
    fn add(&mut self, part: usize) {
        if let Some(count) = self.0.get_mut(part) {
            *count += 1;
        }
    }

    /// A page is about what its title says, the more so the fewer words the title has, and about what people type for it, the
    /// more so the more of that has the word; what its text says matters by how often it says it, less and less.
    fn weight(&self, title_words: u32, urgent: bool) -> u32 {
        let [title, also, summary, headings, body] = self.0;
        let once = |count: u32, weight: u32| if count > 0 { weight } else { 0 };
        let named = once(title, 4 + 6 / title_words.max(1)).max(once(also, 4 + also.min(4)));
        let named = if urgent { named * 3 / 2 } else { named };
        named + once(summary, 1) + once(headings, 1) + (body + 1).ilog2()
    }
}
