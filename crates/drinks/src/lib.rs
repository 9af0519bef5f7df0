//! Drinks and UK units, in whole numbers.
//!
//! This crate knows nothing of the browser, of Leptos, of files or of the clock, and it never panics.
//! Everything is an integer: 330 ml at 5 % is exactly 1.65 units, which a binary fraction stores just below
//! 1.65 and then prints as 1.6.

#![warn(missing_docs)]

mod drink;
mod units;

pub use drink::{Abv, Drink, Problem, Volume};
pub use units::Units;
