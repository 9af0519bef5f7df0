//! The program of the policy that a school makes for itself.

use waymark::islands;

fn main() {
    islands::start(&[("policy", islands::policy::take_over)]);
}
