//! How each part of `cargo xtask test` runs. What it needs is installed by then.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread::available_parallelism;

use crate::again;
use crate::chromium;
use crate::hosting;
use crate::node::{SCRIPTS, node};
use crate::parts::{Chosen, Part};
use crate::places;
use crate::process::{cargo, shown};
use crate::rust::WASM;
use crate::server::Server;
use crate::site;
use crate::tools;

/// The wasm tests: this file, in a headless browser.
const WASM_TESTS: &str = "tests/wasm.rs";
/// The accessibility scan: one of the browser tests, with a row of its own.
const AXE: &str = "axe.test.mjs";

/// Runs one part. `server` starts at the first part that needs it and stays.
pub fn run(chosen: Chosen, server: &mut Option<Server>) -> Result<(), String> {
    match chosen.part {
        Part::Fmt => shown(cargo().args(["fmt", "--all", "--", "--check"])),
        Part::Deny => deny(),
        Part::Clippy => shown(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
        Part::ClippyWasm => clippy_wasm(),
        Part::Native => shown(cargo().args(["test", "--workspace"])),
        Part::Wasm => wasm(),
        Part::Build if !chosen.asked && site::is_current()? => {
            println!("Nothing has changed since the last build.");
            Ok(())
        }
        // A check that is asked for runs: facts go out of date while no file changes.
        Part::Build => site::build(),
        Part::Html => html(),
        Part::Links => links(),
        Part::Hosting => hosting::test(),
        Part::Browser => browser(journeys()?, server),
        Part::Again => again::builds_the_same(),
        Part::Axe => browser(vec![places::root().join(SCRIPTS).join(AXE)], server),
    }
}

/// Without a network: the list of known faults is asked for by hand (`deny.toml`).
fn deny() -> Result<(), String> {
    let mut command = Command::new(tools::program(&tools::cargo_deny(), "cargo-deny")?);
    command.current_dir(places::root()).args(["--offline", "--locked", "check", "bans", "licenses", "sources"]);
    shown(&mut command)
}

fn clippy_wasm() -> Result<(), String> {
    let mut command = cargo();
    command.args(["clippy", "--package", "waymark", "--lib", "--bins", "--target", WASM]);
    if places::root().join(WASM_TESTS).is_file() {
        command.args(["--test", "wasm"]);
    }
    shown(command.args(["--", "-D", "warnings"]))
}

fn wasm() -> Result<(), String> {
    let mut command = cargo();
    command.args(["test", "--package", "waymark", "--target", WASM, "--test", "wasm"]);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::test_runner()?);
    // Should a test not say where it runs, it runs in the browser and not in Node.
    command.env("WASM_BINDGEN_USE_BROWSER", "1");
    command.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60").env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver()?);
    // The runner takes the first driver that the environment names; it has to be Chromium's.
    for other in ["GECKODRIVER", "SAFARIDRIVER", "GECKODRIVER_REMOTE", "SAFARIDRIVER_REMOTE", "CHROMEDRIVER_REMOTE"] {
        command.env_remove(other);
    }
    if let Some(driver) = chromium::driver()? {
        command.env("CHROMEDRIVER", driver);
    }
    shown(&mut command)
}

/// `webdriver.json`, or a copy of it that also names the browser which the person chose.
fn webdriver() -> Result<PathBuf, String> {
    let path = places::root().join("webdriver.json");
    let Some(browser) = chromium::browser()?.filter(|_| chromium::is_chosen()) else {
        return Ok(path);
    };
    let text = fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    let copy = places::target().join("webdriver.json");
    let written = fs::write(&copy, with_browser(&text, &browser.to_string_lossy()));
    written.map_err(|error| format!("{} cannot be written: {error}.", copy.display()))?;
    Ok(copy)
}

fn with_browser(webdriver: &str, browser: &str) -> String {
    let escaped = browser.replace('\\', "\\\\").replace('"', "\\\"");
    webdriver.replacen("\"args\":", &format!("\"binary\": \"{escaped}\", \"args\":"), 1)
}

fn html() -> Result<(), String> {
    let program = places::node_modules().join("html-validate/bin/html-validate.mjs");
    let mut command = Command::new("node");
    shown(command.current_dir(places::root()).arg(program).arg("dist/**/*.html"))
}

fn links() -> Result<(), String> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--profile", "native", "--package", "publish", "--", "check-links", "dist"]);
    shown(&mut command)
}

fn browser(files: Vec<PathBuf>, server: &mut Option<Server>) -> Result<(), String> {
    let server = match server {
        Some(server) => server,
        None => server.insert(Server::start_anywhere(&places::dist())?),
    };
    // Each file drives a Chromium of its own, and a starved one misses its deadlines: two at once from four cores on.
    let roomy = available_parallelism().is_ok_and(|cores| cores.get() >= 4);
    let at_once = if roomy { 2 } else { 1 };
    let mut command = node(server)?;
    command.args(["--test", "--test-reporter=spec"]);
    shown(command.arg(format!("--test-concurrency={at_once}")).args(files))
}

/// All `*.test.mjs`, but for the accessibility scan.
fn journeys() -> Result<Vec<PathBuf>, String> {
    let folder = places::root().join(SCRIPTS);
    let entries = fs::read_dir(&folder).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| is_journey(&file.file_name().unwrap_or_default().to_string_lossy()));
    files.sort();
    if files.is_empty() { Err(format!("There is no journey in {}.", folder.display())) } else { Ok(files) }
}

fn is_journey(name: &str) -> bool {
    name.ends_with(".test.mjs") && name != AXE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accessibility_scan_is_not_a_journey() {
        assert!(is_journey("audit.test.mjs"));
        assert!(!is_journey("axe.test.mjs"));
        assert!(!is_journey("bench.mjs"));
    }

    #[test]
    fn a_chosen_browser_is_named_to_the_driver() {
        let webdriver = include_str!("../../webdriver.json");
        let named = with_browser(webdriver, r"C:\Chromium\chrome.exe");
        assert!(named.contains(r#""binary": "C:\\Chromium\\chrome.exe", "args":"#), "{named}");
    }
}
