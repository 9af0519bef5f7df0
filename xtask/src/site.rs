//! The release build of the site, and whether it is needed.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use crate::digest;
use crate::places;
use crate::process;
use crate::progress::{patience, step};
use crate::rust::WASM;
use crate::setup::{Need, Setup};
use crate::tools;

/// The moment that a build takes for now, in seconds since 1970, so that the same sources give the same site on another
/// day too: pages say how old facts are. The name is the one that reproducible builds agreed on.
pub const MOMENT: &str = "SOURCE_DATE_EPOCH";

const BUILT: &str = "built ";

/// Builds the site unless `dist/` already is what the sources give. When it is, nothing needs to be installed either.
pub fn build_if_changed() -> Result<(), String> {
    let start = Instant::now();
    if is_current()? {
        return step("site", || Ok("nothing has changed"));
    }
    Setup::default().ready(Need::TO_BUILD)?;
    let _alone = alone()?;
    if is_current()? {
        return step("site", || Ok("was built meanwhile"));
    }
    build_alone()?;
    println!("The site is in {} ({:.0} s).", places::dist().display(), start.elapsed().as_secs_f64());
    Ok(())
}

/// Builds the site whatever is there. What [`Need::TO_BUILD`] names must be installed.
pub fn build() -> Result<(), String> {
    let _alone = alone()?;
    build_alone()
}

/// Held while a build is under way: two at once, from two terminals, would write into each other's pages. Let go when it
/// is dropped, and by the system when we are stopped.
fn alone() -> Result<File, String> {
    let path = places::target().join("waymark-site.lock");
    let problem = |error: std::io::Error| format!("{} cannot be locked: {error}.", path.display());
    fs::create_dir_all(places::target()).map_err(problem)?;
    let lock = File::create(&path).map_err(problem)?;
    match lock.try_lock() {
        Ok(()) => return Ok(lock),
        Err(TryLockError::WouldBlock) => patience("site", "waits for another build to end"),
        Err(TryLockError::Error(error)) => return Err(problem(error)),
    }
    lock.lock().map_err(problem)?;
    Ok(lock)
}

fn build_alone() -> Result<(), String> {
    // The sources as they are now: what is saved while Trunk works has to lead to another build.
    let sources = digest::of_sources(&places::root(), &compiler())?;
    let _ = fs::remove_file(stamp());
    let compiled_before = places::target().join(WASM).join("release").is_dir();
    patience(
        "site",
        if compiled_before {
            "is built, which takes a minute or two"
        } else {
            "is built; the first time, with everything to compile, takes 5 to 10 minutes"
        },
    );
    let moment = moment()?.unwrap_or_else(now);
    process::shown(trunk()?.env(MOMENT, moment.to_string()))?;
    let site = digest::of_site(&places::dist())?.ok_or("Trunk ended well and left no site in dist/.")?;
    fs::write(stamp(), format!("{}{BUILT}{moment}\n", words(sources, site)))
        .map_err(|error| format!("{} cannot be written: {error}.", stamp().display()))
}

/// True when `dist/` is what the last build left, and the sources are what it was built from; also the day, if
/// [`MOMENT`] names one.
pub fn is_current() -> Result<bool, String> {
    let Ok(found) = fs::read_to_string(stamp()) else {
        return Ok(false);
    };
    let Some(site) = digest::of_site(&places::dist())? else {
        return Ok(false);
    };
    Ok(is_for_the_day_of(&found, moment()?)
        && found.starts_with(&words(digest::of_sources(&places::root(), &compiler())?, site)))
}

/// The moment that the site in `dist/` was built for, in seconds since 1970; none if no build of ours left it.
pub fn built_at() -> Option<u64> {
    moment_in(&fs::read_to_string(stamp()).ok()?)
}

/// True when a build with this stamp was for the day of `asked`, or for any day when none is asked for.
fn is_for_the_day_of(stamp: &str, asked: Option<u64>) -> bool {
    let day = |seconds: u64| seconds / 86_400;
    asked.is_none_or(|asked| moment_in(stamp).map(day) == Some(day(asked)))
}

fn moment_in(stamp: &str) -> Option<u64> {
    stamp.lines().find_map(|line| line.strip_prefix(BUILT))?.parse().ok()
}

/// The moment that the environment asks for. One that cannot be read is said to be so, and not taken for today.
fn moment() -> Result<Option<u64>, String> {
    let Ok(text) = env::var(MOMENT) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| format!("{MOMENT} is {text}, and not a number of seconds since 1970."))
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn trunk() -> Result<Command, String> {
    let mut command = Command::new("trunk");
    command.current_dir(places::root()).env("PATH", tools::search_path()?).args(["build", "--release"]);
    if let Some(flags) = without_machine_paths() {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
    // Trunk wants `true` where the convention is any value at all, and stops at `NO_COLOR=1`.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    } else {
        command.env_remove("NO_COLOR");
    }
    Ok(command)
}

/// Compiler flags that keep this machine's folders out of the program, so that the same sources give the same
/// bytes on every machine. None where a folder has a space in its name, which the variable cannot hold.
fn without_machine_paths() -> Option<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let flags = format!(
        "--remap-path-prefix={}=crates --remap-path-prefix={}=waymark",
        home.join("registry").join("src").display(),
        places::root().display()
    );
    (flags.matches(char::is_whitespace).count() == 1).then_some(flags)
}

fn stamp() -> PathBuf {
    places::target().join("waymark-site.stamp")
}

fn words(sources: u64, site: u64) -> String {
    format!("sources {sources:016x}\nsite {site:016x}\n")
}

fn compiler() -> String {
    process::output(Command::new("rustc").arg("-vV")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_for_the_day_that_is_asked_for() {
        const DAY: u64 = 86_400;
        let stamp = format!("{}{BUILT}{}\n", words(1, 2), 20_000 * DAY + 7);
        assert_eq!(moment_in(&stamp), Some(20_000 * DAY + 7));
        assert!(is_for_the_day_of(&stamp, None));
        assert!(is_for_the_day_of(&stamp, Some(20_001 * DAY - 1)));
        assert!(!is_for_the_day_of(&stamp, Some(20_001 * DAY)), "pages of another day count other ages");
        assert!(!is_for_the_day_of(&words(1, 2), Some(0)), "a stamp of before has no day");
    }
}
