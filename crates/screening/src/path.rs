//! A path: a few plain questions, and the pieces of advice that the answers show. There is no score.
//!
//! What is asked and said is words, and words stay in the page: a path knows only which answer shows which piece
//! and which question follows. `content/<language>/check/<name>.md` holds both.
//!
//! A [`Path`] can only be made through its checks ([`check`]), so code that holds one may rely on it: every name names
//! something, and every answer leads forward. The browser's program is handed its [`Steps`], which are numbers only.
//!
//! | module | what it holds |
//! |---|---|
//! | [`check`] | what makes a path sound |
//! | [`fault`] | every way it can be wrong |
//! | [`steps`] | a path as numbers: which questions are asked under the answers so far, which pieces are shown |

pub mod check;
pub mod fault;
pub mod steps;

pub use fault::{Fault, Wrong};
pub use steps::{Chosen, NoSuchOption, Pieces, Steps, Unfinished};

/// The name in `then` that leads to the advice at once.
pub const END: &str = "end";

/// The most options that a question may have: [`Chosen`] keeps one bit for each.
pub const MOST_OPTIONS: usize = 32;

/// The most pieces that a path may have: [`Pieces`] keeps one bit for each.
pub const MOST_PIECES: usize = 64;

/// The most questions that a path may have.
pub const MOST_QUESTIONS: usize = 20;

/// A checked path.
#[derive(Debug, Clone, PartialEq)]
pub struct Path(Draft);

/// A path before its checks.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The questions, in the order of the page.
    pub question: Vec<Question>,
    /// The pieces of advice, in the order of the file.
    pub piece: Vec<Piece>,
    /// Names of the pieces that are shown whatever is answered.
    pub always: Vec<String>,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Unique in the path, and the name of its radio buttons or checkboxes: `safe`.
    pub id: String,
    /// May several options be chosen?
    pub many: bool,
    /// The options, in the order of the page.
    pub option: Vec<Choice>,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Names of the pieces that it shows.
    pub show: Vec<String>,
    /// The later question that it leads to, or [`END`]; none for the next question.
    pub then: Option<String>,
    /// Does it exclude the other options ("None of these")?
    pub alone: bool,
}

/// One piece of advice.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Unique in the path, and its place in the page: `not-safe`.
    pub id: String,
    /// What kind of advice it is.
    pub kind: Kind,
}

/// The kinds of advice, which decide its place, its look, and what it may stand beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Call 999.
    Emergency,
    /// Get help today.
    Urgent,
    /// Do not stop suddenly. Never shown together with [`Kind::CuttingDown`].
    NeverStop,
    /// Tips on using less.
    CuttingDown,
    /// Everything else.
    Ordinary,
}

impl Kind {
    /// Where this kind stands among the others: the most pressing first.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Kind::Emergency => 0,
            Kind::Urgent | Kind::NeverStop => 1,
            Kind::CuttingDown | Kind::Ordinary => 2,
        }
    }
}

impl Path {
    /// The checked data.
    pub fn data(&self) -> &Draft {
        &self.0
    }

    /// The places of the pieces, in the order in which they are shown: the most pressing first, else as in the file.
    pub fn order(&self) -> Vec<usize> {
        let mut places: Vec<(u8, usize)> =
            self.0.piece.iter().enumerate().map(|(place, piece)| (piece.kind.rank(), place)).collect();
        places.sort_unstable();
        places.into_iter().map(|(_, place)| place).collect()
    }

    /// The path as numbers. Pieces are numbered in the order in which they are shown, from 0.
    pub fn steps(&self) -> Steps {
        let data = &self.0;
        let ordered: Vec<&Piece> = self.order().into_iter().filter_map(|place| data.piece.get(place)).collect();
        let bits = |fits: &dyn Fn(&Piece) -> bool| {
            let places = ordered.iter().enumerate().filter(|(_, piece)| fits(piece));
            places.fold(0_u64, |bits, (place, _)| bits | 1 << (place % MOST_PIECES))
        };
        let named = |names: &[String]| bits(&|piece| names.contains(&piece.id));
        let leads = |place: usize, choice: &Choice| data.leads(place, choice).unwrap_or(data.question.len());
        let options = |(place, question): (usize, &Question)| {
            let option = |choice: &Choice| (named(&choice.show), leads(place, choice) as u8);
            question.option.iter().map(option).collect()
        };
        Steps {
            pieces: ordered.len() as u8,
            always: named(&data.always),
            never_stop: bits(&|piece| piece.kind == Kind::NeverStop),
            cutting_down: bits(&|piece| piece.kind == Kind::CuttingDown),
            options: data.question.iter().enumerate().map(options).collect(),
        }
    }
}

impl Draft {
    /// The place of the question that an option of the question at `place` leads to; the number of questions for the
    /// end. None if it names no question.
    pub(crate) fn leads(&self, place: usize, choice: &Choice) -> Option<usize> {
        match choice.then.as_deref() {
            None => Some(place + 1),
            Some(END) => Some(self.question.len()),
            Some(id) => self.question.iter().position(|question| question.id == id),
        }
    }
}

impl TryFrom<Draft> for Path {
    type Error = Fault;

    fn try_from(draft: Draft) -> Result<Self, Fault> {
        check::sound(&draft)?;
        Ok(Path(draft))
    }
}
