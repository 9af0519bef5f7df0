//! Questionnaires, their scoring, and where a result may safely lead.
//!
//! This crate knows nothing of the browser, of Leptos, of files or of the clock, and it never panics:
//! bad data becomes a [`Fault`], an unfinished form an [`Incomplete`].
//!
//! | module | what it holds |
//! |---|---|
//! | [`instrument`] | an instrument as data: items, options, points, forms, bands, rules |
//! | [`check`], [`fault`] | what makes such data sound; every way it can be wrong |
//! | [`answers`] | what a person has answered so far |
//! | [`form`] | which items are asked next, and the score of a finished form |
//! | [`week`] | the range of units a week that two answers stand for |
//! | [`assessment`] | a finished check: score, week, flags; short form and full form together |
//! | [`advice`] | the one place that decides what a person is told to do next |

#![warn(missing_docs)]

pub mod advice;
pub mod answers;
pub mod assessment;
pub mod check;
pub mod fault;
pub mod form;
pub mod instrument;
pub mod week;

pub use advice::{Advice, Route, Step, WithdrawalSign};
pub use answers::{Answers, NoSuchAnswer};
pub use assessment::{Assessment, Screen};
pub use fault::Fault;
pub use form::{Incomplete, Score};
pub use instrument::{Band, Choice, Flag, Form, Instrument, Item};
pub use week::WeekUnits;
