//! The program in the browser: finds the islands on the page and takes them over.

fn main() {
    waymark::islands::start();
}
