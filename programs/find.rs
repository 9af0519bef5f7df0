//! The program of the search for help.

use waymark::islands;

fn main() {
    islands::start(&[("find", islands::find::take_over)]);
}
