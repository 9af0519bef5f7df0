//! `cargo xtask test`: the set-up, the parts one after another, and one table at the end.

use std::time::Instant;

use crate::parts::{Chosen, Part};
use crate::progress::heading;
use crate::run_part;
use crate::server::Server;
use crate::setup::{Need, Setup};

/// How a part went.
#[derive(Clone, Debug, PartialEq)]
enum Ending {
    Passed,
    Failed(String),
    NotRun(Part),
}

/// A line of the table.
struct Row {
    part: Part,
    ending: Ending,
    seconds: f64,
}

/// Runs the parts; goes on after a failure, but not with what looks at the result of the part that failed. True when
/// all of them passed.
pub fn run(parts: &[Chosen]) -> bool {
    let mut setup = Setup::default();
    let mut needs: Vec<Need> = parts.iter().flat_map(|chosen| chosen.part.needs()).copied().collect();
    needs.sort_unstable();
    needs.dedup();
    for need in needs {
        // What could not be had fails the parts that need it, with its reason, when their turn comes.
        let _ = setup.ready(&[need]);
    }

    let mut server: Option<Server> = None;
    let mut rows: Vec<Row> = Vec::new();
    for chosen in parts {
        heading(chosen.part.name());
        let start = Instant::now();
        let ending = match spoiled(chosen.part, &rows) {
            Some(first) => Ending::NotRun(first),
            None => {
                let ready = setup.ready(chosen.part.needs());
                ready
                    .and_then(|()| run_part::run(*chosen, &mut server))
                    .map_or_else(Ending::Failed, |()| Ending::Passed)
            }
        };
        match &ending {
            Ending::Passed => {}
            Ending::Failed(reason) => println!("{}: {reason}", chosen.part.name()),
            Ending::NotRun(first) => println!("Not run, because it looks at what `{}` makes.", first.name()),
        }
        rows.push(Row { part: chosen.part, ending, seconds: start.elapsed().as_secs_f64() });
    }
    println!("\n{}{}", failures(&rows), table(&rows));
    rows.iter().all(|row| row.ending == Ending::Passed)
}

/// The part that this one looks at, when that did not pass.
fn spoiled(part: Part, rows: &[Row]) -> Option<Part> {
    let first = part.after()?;
    let row = rows.iter().find(|row| row.part == first)?;
    (row.ending != Ending::Passed).then_some(first)
}

fn table(rows: &[Row]) -> String {
    let mut lines = vec![format!("{:<14} {:<10} {:>8}", "part", "result", "seconds")];
    for row in rows {
        let result = match row.ending {
            Ending::Passed => "passed",
            Ending::Failed(_) => "failed",
            Ending::NotRun(_) => "not run",
        };
        lines.push(format!("{:<14} {:<10} {:>8.1}", row.part.name(), result, row.seconds));
    }
    let count = |wanted: fn(&Ending) -> bool| rows.iter().filter(|row| wanted(&row.ending)).count();
    let passed = count(|ending| matches!(ending, Ending::Passed));
    let failed = count(|ending| matches!(ending, Ending::Failed(_)));
    lines.push(format!("\n{passed} passed, {failed} failed"));
    lines.join("\n")
}

/// Each failure once more, for whoever does not scroll back, and how to run only those.
fn failures(rows: &[Row]) -> String {
    let mut names = String::new();
    let mut text = String::new();
    for row in rows {
        if let Ending::Failed(reason) = &row.ending {
            names += &format!(" {}", row.part.name());
            text += &format!("{}: {reason}\n", row.part.name());
        }
    }
    if text.is_empty() { text } else { format!("{text}Again only these: cargo xtask test{names}\n\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        vec![
            Row { part: Part::Fmt, ending: Ending::Passed, seconds: 1.24 },
            Row { part: Part::Build, ending: Ending::Failed("too big".into()), seconds: 61.0 },
            Row { part: Part::Axe, ending: Ending::NotRun(Part::Build), seconds: 0.0 },
        ]
    }

    #[test]
    fn the_table_ends_with_the_count_alone_on_its_line() {
        let expected = "\
part           result      seconds
fmt            passed          1.2
build          failed         61.0
axe            not run         0.0

1 passed, 1 failed";
        assert_eq!(table(&rows()), expected);
    }

    #[test]
    fn failures_are_told_once_more() {
        assert_eq!(failures(&rows()), "build: too big\nAgain only these: cargo xtask test build\n\n");
        assert_eq!(failures(&rows()[..1]), "");
    }

    #[test]
    fn a_part_is_spoiled_by_the_one_it_looks_at() {
        assert_eq!(spoiled(Part::Axe, &rows()), Some(Part::Build));
        assert_eq!(spoiled(Part::Native, &rows()), None);
        assert_eq!(spoiled(Part::Axe, &rows()[..1]), None);
    }
}
