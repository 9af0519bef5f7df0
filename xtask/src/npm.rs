//! The packages of `package-lock.json`, installed without running anybody's scripts.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::process::Command;

use crate::places;
use crate::process;
use crate::progress::{patience, step};

/// The oldest Node that this project is tested with.
const OLDEST_NODE: u32 = 20;

/// Installs them unless the stamp in `node_modules` says that these very packages are there.
pub fn packages() -> Result<(), String> {
    step("npm packages", || {
        node()?;
        let stamp = places::node_modules().join(".waymark-stamp");
        let wanted = wanted()?;
        if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
            return Ok("already here");
        }
        patience("npm packages", "are downloaded when package-lock.json has changed, which takes up to a minute");
        // Written only at the end: an interrupted install must not look finished.
        let _ = fs::remove_file(&stamp);
        install()?;
        fs::write(&stamp, wanted).map_err(|error| format!("{} cannot be written: {error}.", stamp.display()))?;
        Ok("installed")
    })
}

fn install() -> Result<(), String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(npm);
    command.current_dir(places::root()).args(["ci", "--ignore-scripts", "--no-progress"]);
    // Without a network npm would wait 70 seconds before it says so.
    command.args(["--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=8000"]);
    process::quiet(&mut command).map_err(|words| {
        let verb = if process::lacks_network(&words) { "downloaded" } else { "installed" };
        format!("The npm packages of package-lock.json are not installed and could not be {verb}:\n{words}")
    })
}

fn node() -> Result<(), String> {
    let version = process::output(Command::new("node").arg("--version"))
        .ok_or(format!("Node {OLDEST_NODE} or newer is needed, and `node` was not found."))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(format!("Node {OLDEST_NODE} or newer is needed; this is {version}.")),
    }
}

/// What the stamp has to say: some packages hold programs for one system only, so the system counts too.
fn wanted() -> Result<String, String> {
    let mut hasher = DefaultHasher::new();
    for name in ["package.json", "package-lock.json"] {
        let path = places::root().join(name);
        let bytes = fs::read(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
        hasher.write(&bytes);
    }
    Ok(format!("{:016x} {}-{}\n", hasher.finish(), std::env::consts::OS, std::env::consts::ARCH))
}
