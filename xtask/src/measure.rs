//! `bench` and `gallery`: a script that looks at the built site in Chromium and asserts nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::find_bench;
use crate::node::{SCRIPTS, node};
use crate::places;
use crate::process;
use crate::server::Server;
use crate::setup::{Need, Setup};
use crate::site;

/// Measures the site, then the search, and prints their tables; or the search alone.
pub fn bench(arguments: &[String]) -> Result<(), String> {
    let asked = find_bench::asked(arguments)?;
    if !asked.only {
        script("bench.mjs", |command| command)?;
    }
    Setup::default().ready(&[Need::WasmTarget, Need::Crates, Need::Npm, Need::WasmBindgen, Need::Chromium])?;
    let folder = find_bench::make(asked.sources.as_deref())?;
    // Of the site it looks at what is there: the search itself can be measured without a build of minutes.
    let server = Server::start_anywhere(&places::dist())?;
    let mut command = node(&server)?;
    command.arg(places::root().join(SCRIPTS).join("bench-find.mjs")).arg(folder);
    process::shown(&mut command)
}

/// Photographs every page and state into `folder`, and says where the sheet is.
pub fn gallery(folder: Option<&Path>) -> Result<(), String> {
    let folder = match folder {
        Some(folder) => outside_repository(folder)?,
        None => std::env::temp_dir().join("waymark-gallery"),
    };
    std::fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    script("gallery.mjs", |command| command.arg(&folder))?;
    println!("{}", folder.join("index.html").display());
    Ok(())
}

fn script(name: &str, arguments: impl FnOnce(&mut Command) -> &mut Command) -> Result<(), String> {
    Setup::default().ready(&[Need::Npm, Need::Chromium])?;
    site::build_if_changed()?;
    let server = Server::start_anywhere(&places::dist())?;
    let mut command = node(&server)?;
    command.arg(places::root().join(SCRIPTS).join(name));
    process::shown(arguments(&mut command))
}

/// Hundreds of pictures must not end up in a commit.
fn outside_repository(folder: &Path) -> Result<PathBuf, String> {
    let asked = std::path::absolute(folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
    // The folder itself may not be there yet; the nearest one above it that is tells where it would be.
    let there = asked.ancestors().find_map(|path| path.canonicalize().ok()).unwrap_or_else(|| asked.clone());
    let root = places::root().canonicalize().unwrap_or_else(|_| places::root());
    if there.starts_with(root) {
        return Err(format!("The gallery has to be outside the repository, and {} is inside.", asked.display()));
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gallery_stays_outside_the_repository() {
        assert!(outside_repository(&places::root().join("dist/new/gallery")).is_err());
        assert!(outside_repository(&places::root()).is_err());
        let elsewhere = std::env::temp_dir().join("waymark-gallery-not-there-yet");
        assert_eq!(outside_repository(&elsewhere), Ok(elsewhere));
    }
}
