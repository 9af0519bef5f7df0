//! The program of what a person kept on their device.

use waymark::islands;

fn main() {
    islands::start(&[("kept", islands::kept::take_over)]);
}
