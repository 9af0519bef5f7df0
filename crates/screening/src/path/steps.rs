//! A path as numbers, and the way through it: which questions are asked under the answers so far, and which pieces of
//! advice are shown at the end.
//!
//! This is what travels to the browser. Reading and walking it takes 4.4 KB (brotli) of the program, with all that the
//! island does; with names in place of numbers and lists in place of bits it took 9.3 KB.

use core::fmt;

// miniserde for the same reason as in `instrument` (decision 5).
use miniserde::{Deserialize, Serialize};

use super::{MOST_OPTIONS, MOST_PIECES};

/// What leads where. [`Path::steps`](super::Path::steps) makes it; from a page it is held to leading forward ([`Steps::sound`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    /// How many pieces there are.
    pub pieces: u8,
    /// The pieces that are shown whatever is answered, one bit for each.
    pub always: u64,
    /// Those that warn not to stop suddenly.
    pub never_stop: u64,
    /// Those with tips on using less.
    pub cutting_down: u64,
    /// For each question its options: the pieces that an option shows, and the place of the question that it leads to,
    /// or the number of questions for the end.
    pub options: Vec<Vec<(u64, u8)>>,
}

/// Some of the pieces, numbered in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pieces(u64);

/// The options chosen for each question, by place from 0, one bit for each; no bit where nothing is chosen yet.
///
/// It stays in memory: there is deliberately no way to serialise it here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen(Vec<u32>);

/// Options that the question does not offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchOption {
    /// The place of the question, from 0.
    pub question: usize,
}

impl fmt::Display for NoSuchOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "question {} has no such option", self.question + 1)
    }
}

impl std::error::Error for NoSuchOption {}

/// A path that has no advice yet: a question asked has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unfinished {
    /// The place, from 0, of the first question asked that has no answer.
    pub question: usize,
}

impl fmt::Display for Unfinished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "question {} has no answer yet", self.question + 1)
    }
}

impl std::error::Error for Unfinished {}

impl Pieces {
    /// Is the piece with this number among them?
    pub fn has(self, piece: usize) -> bool {
        piece < MOST_PIECES && self.0 & (1 << piece) != 0
    }
}

impl Chosen {
    /// Nothing chosen.
    pub fn none() -> Self {
        Chosen::default()
    }

    /// Chooses these options, by place from 0, for a question, in place of what was chosen; no options take it back.
    /// An option that the question lacks changes nothing.
    pub fn choose(&mut self, steps: &Steps, question: usize, options: &[usize]) -> Result<(), NoSuchOption> {
        let offered = steps.options.get(question).map_or(0, Vec::len).min(MOST_OPTIONS);
        let mut bits = 0;
        for option in options {
            if *option >= offered {
                return Err(NoSuchOption { question });
            }
            bits |= 1 << option;
        }
        if self.0.len() <= question {
            self.0.resize(steps.options.len(), 0);
        }
        if let Some(place) = self.0.get_mut(question) {
            *place = bits;
        }
        Ok(())
    }

    /// Is an option chosen?
    pub fn has(&self, question: usize, option: usize) -> bool {
        option < MOST_OPTIONS && self.0.get(question).is_some_and(|bits| bits & (1 << option) != 0)
    }
}

impl Steps {
    /// Does every option lead forward? Only then does every way have an end.
    pub fn sound(&self) -> bool {
        let forward = |place: usize, leads: u8| place < usize::from(leads) && usize::from(leads) <= self.options.len();
        let mut questions = self.options.iter().enumerate();
        questions.all(|(place, options)| options.iter().all(|(_, leads)| forward(place, *leads)))
    }

    /// The places of the questions asked under these answers, in order, up to the first without an answer.
    pub fn asked(&self, chosen: &Chosen) -> Vec<usize> {
        self.walk(chosen).0
    }

    /// The pieces that these answers show.
    ///
    /// Whatever the file says, a warning not to stop suddenly never stands beside tips on using less.
    pub fn shown(&self, chosen: &Chosen) -> Result<Pieces, Unfinished> {
        let shown = self.walk(chosen).1?;
        let warned = shown & self.never_stop != 0;
        Ok(Pieces(if warned { shown & !self.cutting_down } else { shown }))
    }

    /// The most questions that are asked from the one at a place on, itself included.
    pub fn at_most(&self, from: usize) -> usize {
        // From the last question to the first, the longest way to the end.
        let mut longest: Vec<usize> = vec![0; self.options.len() + 1];
        for (place, options) in self.options.iter().enumerate().rev() {
            let mut most = 0;
            for (_, leads) in options {
                most = most.max(longest.get(usize::from(*leads)).copied().unwrap_or(0));
            }
            if let Some(here) = longest.get_mut(place) {
                *here = most + 1;
            }
        }
        longest.get(from).copied().unwrap_or(0)
    }

    /// The questions asked, and what the answers to them show.
    ///
    /// Answers to questions that are not asked count nothing, so a person who goes back and takes another way is not
    /// shown what belongs to the first. Of several options every one counts, also one that excludes the others, which
    /// a page without the program cannot hold anyone to: more advice is safer than less.
    fn walk(&self, chosen: &Chosen) -> (Vec<usize>, Result<u64, Unfinished>) {
        let (mut asked, mut shown, mut place) = (Vec::new(), self.always, 0);
        while let Some(options) = self.options.get(place) {
            asked.push(place);
            let mut next = 0;
            for (option, (shows, leads)) in options.iter().enumerate() {
                if chosen.has(place, option) {
                    shown |= shows;
                    // The furthest wins: who says that they are in danger is not asked on because of another answer.
                    next = next.max(usize::from(*leads));
                }
            }
            if next <= place {
                return (asked, Err(Unfinished { question: place }));
            }
            place = next;
        }
        (asked, Ok(shown))
    }
}
