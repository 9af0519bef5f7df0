//! Questionnaires, their scoring, and where a result may safely lead.
//!
//! This crate knows nothing of the browser, of Leptos, of files or of the clock, and it never panics:
//! bad data becomes a [`Fault`], an unfinished form an [`Incomplete`].
//!
//! | module | what it holds |
//! |---|---|
//! | [`instrument`] | an instrument as data: items, options, points, forms, bands, rules |
//! | [`band`] | how a total is read: bands, their words, their ranges |
//! | [`check`], [`fault`] | what makes such data sound; every way it can be wrong |
//! | [`answers`] | what a person has answered so far |
//! | [`form`] | which items are asked next, and the score of a finished form |
//! | [`week`] | the range of units a week that two answers stand for |
//! | [`assessment`] | a finished check: score, week, flags; short form and full form together |
//! | [`norm`] | how other people answered, and for whom that may be shown |
//! | [`advice`] | the one place that decides what a person is told to do next |
//! | [`record`] | everything that a finished check says, as plain data to carry away |
//! | [`kept`] | a finished check as it is kept on a device, and what it says when it is opened again |
//! | [`fhir`] | instruments and results in the format of health records |
//! | [`path`] | questions without a score, and the pieces of advice that their answers show |

#![warn(missing_docs)]

pub mod advice;
pub mod answers;
pub mod assessment;
pub mod band;
pub mod check;
pub mod fault;
pub mod fhir;
pub mod form;
pub mod instrument;
mod json;
pub mod kept;
pub mod norm;
pub mod path;
pub mod record;
pub mod week;

pub use advice::{Advice, Route, Step, Who, WithdrawalSign};
pub use answers::{Answers, NoSuchAnswer};
pub use assessment::{Assessment, Screen};
pub use fault::Fault;
pub use form::{Incomplete, Score};
pub use instrument::{About, Band, Choice, Flag, Form, Instrument, Item, Reading};
pub use kept::Kept;
pub use path::Path;
pub use record::Record;
pub use week::WeekUnits;
