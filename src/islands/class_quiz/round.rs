//! A round of statements with the hands of a class. In memory only.

use super::hands::Hands;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What so many of 100 do, as HTML from the page: "do **not** vape now".
    pub words: String,
    /// The number as the page has it: "91", "about 85".
    pub number: String,
    /// Of whom, where and when: "age 11 to 15, England, 2023".
    pub group: String,
}

impl Statement {
    /// The number to draw; none if there is none, or if it is more than all.
    pub fn value(&self) -> Option<u8> {
        let from = self.number.find(|letter: char| letter.is_ascii_digit())?;
        let digits = self.number.get(from..)?;
        let to = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        digits.get(..to)?.parse().ok().filter(|value| *value <= MOST)
    }
}

/// Numbers are out of 100.
const MOST: u8 = 100;

/// The statements for one age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ages {
    /// The heading above them: "Ages 9 to 11".
    pub name: String,
    /// What is under it.
    pub statements: Vec<Statement>,
}

/// Statements one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    statements: Vec<Statement>,
    /// The hands for each whose number was shown.
    shown: Vec<Option<Hands>>,
    at: usize,
}

impl Round {
    /// The statements for an age, then those for each younger one, which fit older pupils too. What is for older pupils is
    /// never among them. None if there is no such age.
    pub fn new(ages: &[Ages], chosen: usize) -> Option<Round> {
        let fit = ages.get(..=chosen)?;
        let statements: Vec<Statement> = fit.iter().rev().flat_map(|ages| ages.statements.clone()).collect();
        let shown = vec![None; statements.len()];
        (!statements.is_empty()).then_some(Round { statements, shown, at: 0 })
    }

    /// The statement of now.
    pub fn statement(&self) -> Option<&Statement> {
        self.statements.get(self.at)
    }

    /// Its place from 1, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.at + 1, self.statements.len())
    }

    /// The hands that went up for it, once its number is shown.
    pub fn shown(&self) -> Option<Hands> {
        self.shown.get(self.at).copied().flatten()
    }

    /// Shows its number, beside the hands if they were counted.
    pub fn show(&mut self, hands: Hands) {
        if let Some(shown) = self.shown.get_mut(self.at) {
            *shown = Some(hands);
        }
    }

    /// On to the next. False if this is the last.
    pub fn go_on(&mut self) -> bool {
        let there = self.at + 1 < self.statements.len();
        self.at += usize::from(there);
        there
    }

    /// Back to the one before. False if this is the first.
    pub fn go_back(&mut self) -> bool {
        let there = self.at > 0;
        self.at -= usize::from(there);
        there
    }
}
