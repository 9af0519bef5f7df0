//! Finding pages of guidance by what is typed: an index that is made when the site is, and the search in it.
//!
//! This crate knows nothing of the browser, of Leptos, of files or of the clock, and it never panics. No language is written
//! in it: which words belong together ("drinks", "drinking") is told by whoever makes the index, and the browser needs no
//! rules of grammar.
//!
//! | file | what it holds |
//! |---|---|
//! | `page` | what is found: a page, its headings |
//! | `make` | from texts to the index |
//! | `file` | the index as bytes, and back |
//! | `find` | what is typed, and which pages answer it |
//! | `nearly` | words that are spelled nearly so |

#![warn(missing_docs)]

mod file;
mod find;
mod index;
mod make;
mod nearly;
mod page;

pub use directory::{Damaged, search::words};
pub use find::{Found, Hit};
pub use index::Index;
pub use make::{Text, make};
pub use page::{Heading, Page};
