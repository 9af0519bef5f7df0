//! The program of the search in all guidance.

use waymark::islands;

fn main() {
    islands::start(&[("search", islands::search::take_over)]);
}
