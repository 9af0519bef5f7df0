//! The program of pages of guidance: a quiz, a quiz for a class, a clock, a plan.

use waymark::islands;

fn main() {
    islands::start(&islands::guidance::ISLANDS);
}
