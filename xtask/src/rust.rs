//! The parts of the Rust toolchain that a minimal rustup leaves out, and the crates that the site is made of.

use std::path::Path;
use std::process::Command;

use crate::process;
use crate::progress::step;

/// The one target that the site's programs are compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A rustup component, known to be there when its cargo subcommand answers.
pub fn component(name: &'static str, subcommand: &str) -> Result<(), String> {
    step(name, || {
        if process::output(process::cargo().args([subcommand, "--version"])).is_some() {
            return Ok("already here");
        }
        rustup(&["component", "add", name], name)?;
        Ok("installed")
    })
}

/// The standard library for wasm.
pub fn wasm_target() -> Result<(), String> {
    step("wasm target", || {
        let asked = process::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
        if asked.is_some_and(|folder| Path::new(&folder).is_dir()) {
            return Ok("already here");
        }
        rustup(&["target", "add", WASM], &format!("the Rust target {WASM}"))?;
        Ok("installed")
    })
}

/// The source of every crate in `Cargo.lock`. Trunk builds offline, so they have to be here before it starts.
pub fn crates() -> Result<(), String> {
    step("crates of Cargo.lock", || match process::quiet(process::cargo().arg("fetch")) {
        Ok(()) => Ok("here"),
        Err(words) if process::lacks_network(&words) => {
            Err(format!("The crates of Cargo.lock are not all here and could not be downloaded:\n{words}"))
        }
        Err(words) => Err(format!("The crates of Cargo.lock could not be made ready:\n{words}")),
    })
}

fn rustup(arguments: &[&str], what: &str) -> Result<(), String> {
    process::quiet(Command::new("rustup").args(arguments)).map_err(|words| {
        let verb = if process::lacks_network(&words) { "downloaded" } else { "installed" };
        format!("{what} is not installed and could not be {verb} (`rustup {}`):\n{words}", arguments.join(" "))
    })
}
