//! What can be wrong with a path's data, and how it is said.

use core::fmt;

use crate::fault::Part;

/// What is wrong with a path, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The way to the place in the data; a piece of advice is `piece` and its place.
    pub path: Vec<Part>,
    /// What is wrong. A type and not a sentence, for the reason that an instrument's is one.
    pub wrong: Wrong,
}

/// What can be wrong with a path's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// There is no question.
    NoQuestion,
    /// More questions than anyone should be asked.
    TooManyQuestions,
    /// More pieces than can be told apart.
    TooManyPieces,
    /// A name that cannot be one in an address or a page.
    Name(String),
    /// The name is there twice.
    Twice(String),
    /// Fewer than two options.
    TooFewOptions,
    /// More options than can be told apart.
    TooManyOptions,
    /// Something is named that does not exist.
    Unknown(String),
    /// An answer leads to its own question or to an earlier one.
    NotForward(String),
    /// An option excludes others where only one can be chosen anyway.
    AloneOfOne,
    /// No way through the questions comes to this one.
    NeverAsked(String),
    /// No answer shows this piece.
    NeverShown(String),
    /// Someone can come to the end with this answer and be shown nothing at all.
    ShowsNothing,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::NoQuestion => f.write_str("there is no question; add [[question]]"),
            Wrong::TooManyQuestions => f.write_str("there are at most 20 questions"),
            Wrong::TooManyPieces => f.write_str("there are at most 64 pieces of advice"),
            Wrong::Name(name) => {
                write!(f, "{name:?} is no name: small letters, digits and dashes, a letter first, and not \"end\"")
            }
            Wrong::Twice(name) => write!(f, "{name:?} is there twice"),
            Wrong::TooFewOptions => f.write_str("a question needs at least two options"),
            Wrong::TooManyOptions => f.write_str("a question has at most 32 options"),
            Wrong::Unknown(name) => write!(f, "there is no {name:?}"),
            Wrong::NotForward(name) => {
                write!(f, "{name:?} is not a later question; `then` leads to a later one, or to \"end\"")
            }
            Wrong::AloneOfOne => f.write_str("`alone` is for a question with `many = true`; here one answer is chosen"),
            Wrong::NeverAsked(name) => write!(f, "no answers lead to the question {name:?}"),
            Wrong::NeverShown(name) => {
                write!(f, "nothing shows {name:?}; name it in `show` of an answer that can be given, or in `always`")
            }
            Wrong::ShowsNothing => {
                f.write_str("someone can end here and be shown nothing; show a piece, or name one in `always`")
            }
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
