use directory::search::{SHORTEST_WITH_SLIP, begins_but_for_one_slip};

/// The shortest word, in letters, in which two slips are forgiven: names of medicines are long, and spelled by ear.
const SHORTEST_WITH_TWO: usize = 7;

/// How near a word of the index is to what was typed; none if it is another word.
pub fn nearness(typed: &str, word: &str) -> Option<Nearness> {
    if typed.len() < SHORTEST_WITH_SLIP {
        return None;
    }
    // Who slips seldom does so in both of the first two letters, and most words are ruled out by a look at these.
    if !directory::search::may_begin_so(typed.as_bytes(), word.as_bytes()) {
        return None;
    }
    if begins_but_for_one_slip(typed.as_bytes(), word.as_bytes()) {
        return Some(if word.len() <= typed.len() + 1 { Nearness::OneSlip } else { Nearness::Beginning });
    }
    let long = typed.len() >= SHORTEST_WITH_TWO && typed.len().abs_diff(word.len()) <= 2;
    (long && strsim::osa_distance(typed, word) <= 2).then_some(Nearness::TwoSlips)
}

/// How near, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// All of the word, but for one slip.
    OneSlip,
    /// Its beginning, but for one slip.
    Beginning,
    /// All of the word, but for two slips.
    TwoSlips,
}
