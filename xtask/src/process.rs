//! Running other programs.
//!
//! Children stay in our own process group and never read the keyboard, so Ctrl-C in a terminal reaches all of them
//! at once and none of them can wait for an answer.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::places;

/// How much of a failed program's output is shown: npm says first what is wrong, and cargo last.
const FIRST_LINES: usize = 8;
const LAST_LINES: usize = 16;

/// `cargo`, the one that runs us, started in the repository.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(places::root());
    command
}

/// Runs it with its output on the screen. The error is a sentence.
pub fn shown(command: &mut Command) -> Result<(), String> {
    let line = line_of(command);
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({}).", ended(status))) }
}

/// Runs it in silence. The error is the beginning and the end of what it printed.
pub fn quiet(command: &mut Command) -> Result<(), String> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let line = line_of(command);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("waymark-{}-{number}.log", std::process::id()));
    // One file for both streams keeps their lines in order.
    let log = File::create(&path).and_then(|out| Ok((out.try_clone()?, out)));
    let (out, errors) = log.map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    let status = command.stdin(Stdio::null()).stdout(out).stderr(errors).status();
    let printed = fs::read(&path).unwrap_or_default();
    let _ = fs::remove_file(&path);
    let status = status.map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{}`{line}` failed ({}).", ends_of(&String::from_utf8_lossy(&printed)), ended(status)))
}

/// What it prints on its standard output, when it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// True when a program's last words say that it could not reach the network.
pub fn lacks_network(words: &str) -> bool {
    const SIGNS: [&str; 12] = [
        "could not resolve host",
        "couldn't resolve host",
        "could not resolve proxy",
        "failed to lookup address",
        "dns error",
        "temporary failure resolving",
        "network is unreachable",
        "failed to connect",
        "could not connect to server",
        "connection refused",
        "enotfound",
        "eai_again",
    ];
    let words = words.to_lowercase();
    SIGNS.iter().any(|sign| words.contains(sign))
}

fn line_of(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let mut words = vec![program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => format!("`{program}` was not found."),
        _ => format!("`{program}` could not be started: {error}."),
    }
}

fn ended(status: ExitStatus) -> String {
    status.code().map_or_else(|| "stopped by a signal".to_string(), |code| format!("exit status {code}"))
}

fn ends_of(printed: &str) -> String {
    let lines: Vec<&str> = printed.lines().filter(|line| !line.trim().is_empty()).collect();
    let shown = |lines: &[&str]| -> String { lines.iter().map(|line| format!("    {line}\n")).collect() };
    match lines.len().checked_sub(FIRST_LINES + LAST_LINES) {
        None | Some(0) => shown(&lines),
        Some(hidden) => {
            let (first, last) = (&lines[..FIRST_LINES], &lines[FIRST_LINES + hidden..]);
            format!("{}    [{hidden} lines not shown]\n{}", shown(first), shown(last))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_a_sentence() {
        let problem = quiet(&mut Command::new("waymark-no-such-program")).unwrap_err();
        assert_eq!(problem, "`waymark-no-such-program` was not found.");
    }

    #[test]
    fn a_failure_shows_the_end_of_the_output() {
        let problem = quiet(cargo().arg("no-such-subcommand")).unwrap_err();
        assert!(problem.contains("no such command"), "{problem}");
        assert!(problem.ends_with("`cargo no-such-subcommand` failed (exit status 101)."), "{problem}");
    }

    #[test]
    fn of_a_long_output_both_ends_are_shown() {
        let printed: String = (1..=100).map(|number| format!("line {number}\n\n")).collect();
        let shown = ends_of(&printed);
        assert_eq!(shown.lines().count(), FIRST_LINES + 1 + LAST_LINES);
        assert!(shown.contains("    line 8\n    [76 lines not shown]\n    line 85\n"), "{shown}");
        assert!(shown.ends_with("    line 100\n"));
        assert_eq!(ends_of("one\ntwo\n"), "    one\n    two\n");
    }

    #[test]
    fn a_missing_network_is_recognised() {
        assert!(lacks_network("npm error code EAI_AGAIN"));
        assert!(lacks_network("  [6] Could not resolve hostname (Could not resolve host: index.crates.io)"));
        assert!(!lacks_network("error: failed to select a version for the requirement `x = \"^1\"`"));
    }
}
