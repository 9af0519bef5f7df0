//! The program of a path: questions without a score, and the pieces of advice that fit.

use waymark::islands;

fn main() {
    islands::start(&[("path", islands::path::take_over)]);
}
