use super::Shown;
use crate::{Kind, listing::Listings};

/// As much of an answer as fits on a screen, and how much more there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cut {
    /// What is shown.
    pub shown: Vec<Shown>,
    /// How many more there are of which kind; of no kind for what was found by words.
    pub more: Vec<(Option<Kind>, usize)>,
}

/// At most `room(Some(kind))` of each kind of an answer that goes kind by kind, else `room(None)` in all.
pub fn cut(listings: &Listings, found: &[Shown], by_kind: bool, room: impl Fn(Option<Kind>) -> usize) -> Cut {
    let kind = |shown: &Shown| listings.entries.get(shown.entry as usize).filter(|_| by_kind).map(|entry| entry.kind);
    let mut cut = Cut::default();
    for of_kind in found.chunk_by(|a, b| kind(a) == kind(b)) {
        let kind = of_kind.first().and_then(kind);
        let shown = of_kind.len().min(room(kind));
        cut.shown.extend(of_kind.iter().take(shown));
        if shown < of_kind.len() {
            cut.more.push((kind, of_kind.len() - shown));
        }
    }
    cut
}
