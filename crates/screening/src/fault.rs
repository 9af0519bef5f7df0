//! What can be wrong with an instrument's data, and how it is said.

use core::fmt;

/// What is wrong with an instrument's data, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The way to the place in the file.
    pub path: Vec<Part>,
    /// What is wrong. A type and not a sentence, so that the browser's program, which only needs to know that
    /// something is, carries no sentences.
    pub wrong: Wrong,
}

/// One part of the way to a place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A key of a table.
    Key(&'static str),
    /// A place in a list, from 0.
    At(usize),
}

/// What can be wrong with an instrument's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// There is no form at all.
    NoForm,
    /// A name that cannot be one in an address or a page.
    Name(String),
    /// The name is there twice.
    Twice(String),
    /// A question or an option has no words.
    NoWords,
    /// A brace in a wording begins the name of an item, and no brace ends it.
    NeverClosed,
    /// Both a scale and options of its own.
    ScaleAndOptions,
    /// Something is named that does not exist.
    Unknown(String),
    /// Fewer than two options.
    TooFewOptions,
    /// The first option does not score 0. A skipped item counts nothing, so it must have such an answer.
    FirstScores(u8),
    /// Points do not rise from option to option.
    NotRising(u8),
    /// A range ends before it begins.
    Backwards,
    /// A form or a rule names no item.
    NoItem,
    /// A rule leaves out an item that comes before one it looks at.
    LooksAhead,
    /// No band holds this total.
    Gap(u16),
    /// This total is in two bands.
    Overlap(u16),
    /// Bands do not go from the mildest to the most serious.
    BandOrder,
    /// The bands do not end at the greatest total.
    BandEnd {
        /// Where they end; none if there are none.
        end: Option<u16>,
        /// The greatest total.
        max: u16,
    },
    /// The longer form does not begin with the short one's items and go on.
    NotLonger(String),
    /// A total that no answers can have.
    TooHigh(u16),
    /// An option of an item that stands for the week has no range.
    NoRange(String),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::NoForm => f.write_str("there is no form; add at least one"),
            Wrong::Name(name) => write!(f, "{name:?} is no name: small letters, digits and dashes, a letter first"),
            Wrong::Twice(name) => write!(f, "{name:?} is there twice"),
            Wrong::NoWords => f.write_str("there are no words here"),
            Wrong::NeverClosed => f.write_str("a { is never closed with }"),
            Wrong::ScaleAndOptions => f.write_str("an item has a scale or its own options, not both"),
            Wrong::Unknown(name) => write!(f, "there is no {name:?}"),
            Wrong::TooFewOptions => f.write_str("a question needs at least two options"),
            Wrong::FirstScores(points) => write!(f, "the first option scores {points}; it has to score 0"),
            Wrong::NotRising(points) => write!(f, "{points} points do not come after those of the option before"),
            Wrong::Backwards => f.write_str("the range ends before it begins"),
            Wrong::NoItem => f.write_str("no item is named here"),
            Wrong::LooksAhead => f.write_str("a rule can only leave out items that come after those it looks at"),
            Wrong::Gap(total) => write!(f, "there is a gap: no band holds {total}"),
            Wrong::Overlap(total) => write!(f, "{total} is in two bands"),
            Wrong::BandOrder => f.write_str("bands go from the mildest to the most serious"),
            Wrong::BandEnd { end: Some(end), max } => {
                write!(f, "the bands end at {end}, but the greatest total is {max}")
            }
            Wrong::BandEnd { end: None, max } => write!(f, "there is no band; the greatest total is {max}"),
            Wrong::NotLonger(form) => write!(f, "{form:?} has to begin with this form's items and go on"),
            Wrong::TooHigh(total) => write!(f, "no answers add up to {total}"),
            Wrong::NoRange(item) => write!(f, "every option of {item:?} needs its range"),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Key(key) => f.write_str(key),
            Part::At(place) => write!(f, "{place}"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path: Vec<String> = self.path.iter().map(Part::to_string).collect();
        write!(f, "{}: {}", path.join("."), self.wrong)
    }
}

impl std::error::Error for Fault {}
