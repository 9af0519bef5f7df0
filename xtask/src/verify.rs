//! `cargo xtask verify`: whether a live site is what was built. A script in Node does it, because Node speaks HTTPS and
//! unpacks brotli, and this crate does neither.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::places;

/// Where the script and its tests are.
pub const SCRIPTS: &str = "xtask/verify";

/// Compares the site at `address` with `folder`, or with `dist/`: with what was built here, and not with what the host says
/// of itself. The script says everything that there is to say.
pub fn run(address: &str, folder: Option<&Path>) -> ExitCode {
    let dist = places::dist();
    match script(address, folder.unwrap_or(&dist)).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(_) => {
            eprintln!("`verify` needs Node 20 or newer, and `node` could not be started.");
            ExitCode::FAILURE
        }
    }
}

/// The script, to be run.
pub fn script(address: &str, folder: &Path) -> Command {
    let path: PathBuf = places::root().join(SCRIPTS).join("verify.mjs");
    let mut command = Command::new("node");
    command.arg(path).arg(address).arg("--folder").arg(folder);
    command
}
