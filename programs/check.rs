//! The program of a check: questions, result, what can be taken along.

use waymark::islands;

fn main() {
    islands::start(&[("check", islands::check::take_over)]);
}
