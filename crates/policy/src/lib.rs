//! A school's drug and alcohol policy: questions in, a complete draft out, as text and as a Word file.
//!
//! This crate knows nothing of the browser, of Leptos, of files or of the clock, and it never panics. Not a word of a policy
//! is written here: a [`Template`] comes from `content/en/schools/policy.toml`.
//!
//! | file | what it holds |
//! |---|---|
//! | `template` | the questions, the sections and what each rests on |
//! | `draft` | from answers to the words of each section |
//! | `text` | a draft as plain text |
//! | `word` | a draft as a Word file (Office Open XML) |
//! | `zip` | the archive that such a file is |

#![warn(missing_docs)]

mod draft;
mod template;
mod text;
mod word;
mod zip;

pub use draft::{Answers, Written};
pub use template::{Choice, Part, Question, Section, Source, Template};
pub use text::{Labels, text};
pub use word::word;
