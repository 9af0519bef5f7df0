//! What is printed while things are made ready: one line a step, with the time it took.

use std::time::Instant;

/// Does one step of the set-up and prints its line. What the step returns is said on the line: "already here".
pub fn step(name: &str, work: impl FnOnce() -> Result<&'static str, String>) -> Result<(), String> {
    let start = Instant::now();
    let outcome = work();
    let said = outcome.as_ref().map_or("failed", |said| said);
    println!("{}", line(name, said, start));
    outcome.map(|_| ())
}

/// Says beforehand that a step takes long.
pub fn patience(name: &str, words: &str) {
    println!("{name:<26} {words} ...");
}

/// The heading above the output of a part.
pub fn heading(name: &str) {
    println!("\n==== {name} ====");
}

fn line(name: &str, said: &str, start: Instant) -> String {
    format!("{name:<26} {said:<22} {:>7.1} s", start.elapsed().as_secs_f64())
}
