use directory::{
    Damaged,
    bytes::{byte, list, number, put_list, put_number, put_text, reading, text},
};

use crate::{
    index::{Index, MOST_WEIGHT, Post},
    page::{Heading, Page},
};

/// What a file of an index begins with; another one for each change of its shape.
const MARK: u8 = 1;

impl Index {
    /// The index as a file.
    ///
    /// Words are sorted, so each is told by how many letters it shares with the one before and by the rest of it. Pages of
    /// a family are told by how far on they are, with the weight in the same number.
    pub fn write(&self) -> Vec<u8> {
        let mut out = vec![MARK];
        put_list(&mut out, &self.pages, |out, page| {
            put_text(out, &page.path);
            put_text(out, &page.title);
            put_text(out, &page.summary);
            put_list(out, &page.headings, |out, heading| {
                put_text(out, &heading.id);
                put_text(out, &heading.text);
            });
        });
        put_list(&mut out, &self.ignored, |out, word| put_text(out, word));
        let mut before = "";
        put_number(&mut out, self.words.len() as u32);
        for (word, _) in &self.words {
            let same = before.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
            put_number(&mut out, same as u32);
            put_text(&mut out, word.get(same..).unwrap_or_default());
            before = word;
        }
        // Families are numbered in the order in which their words come, nearly: apart from the words, the numbers pack well.
        for (_, family) in &self.words {
            put_number(&mut out, u32::from(*family));
        }
        put_list(&mut out, &self.families, |out, posts| {
            put_number(out, posts.len() as u32);
            let mut before = 0;
            for post in posts {
                let on = u32::from(post.page - before);
                put_number(out, on * (u32::from(MOST_WEIGHT) + 1) + u32::from(post.weight));
                before = post.page;
            }
        });
        out
    }

    /// Reads such a file.
    ///
    /// # Errors
    ///
    /// [`Damaged`] if it is not whole, of another shape, or names a family or a page that it does not have.
    pub fn read(bytes: &[u8]) -> Result<Index, Damaged> {
        let mut rest = bytes;
        let index = reading(&mut rest, index)?;
        if rest.is_empty() { Ok(index) } else { Err(Damaged) }
    }
}

fn index(bytes: &mut &[u8]) -> Option<Index> {
    if byte(bytes)? != MARK {
        return None;
    }
    let pages = list(bytes, page)?;
    let ignored = list(bytes, text)?;
    let mut words: Vec<(String, u16)> = Vec::new();
    for _ in 0..number(bytes)? {
        let same = usize::try_from(number(bytes)?).ok()?;
        let before = words.last().map(|(word, _)| word.as_str()).unwrap_or_default();
        let word = [before.get(..same)?, &text(bytes)?].concat();
        if !words.is_empty() && before >= word.as_str() {
            return None;
        }
        words.push((word, 0));
    }
    for (_, family) in &mut words {
        *family = u16::try_from(number(bytes)?).ok()?;
    }
    let families = list(bytes, |bytes| posts(bytes, pages.len()))?;
    let known = |(_, family): &(String, u16)| usize::from(*family) < families.len();
    let sorted = ignored.is_sorted();
    (sorted && words.iter().all(known)).then_some(Index { pages, ignored, words, families })
}

fn page(bytes: &mut &[u8]) -> Option<Page> {
    let (path, title, summary) = (text(bytes)?, text(bytes)?, text(bytes)?);
    let headings = list(bytes, |bytes| Some(Heading { id: text(bytes)?, text: text(bytes)? }))?;
    Some(Page { path, title, summary, headings })
}

fn posts(bytes: &mut &[u8], pages: usize) -> Option<Vec<Post>> {
    let mut before = 0;
    list(bytes, number).and_then(|told| {
        told.into_iter()
            .map(|told| {
                let steps = u32::from(MOST_WEIGHT) + 1;
                let page = u16::try_from(told / steps).ok()?.checked_add(before)?;
                before = page;
                (usize::from(page) < pages).then_some(Post { page, weight: (told % steps) as u8 })
            })
            .collect()
    })
}
