//! The browser that the tests drive. On Debian as root it is installed; elsewhere we say what to install.

use std::env;
use std::path::PathBuf;

use crate::apt;
use crate::places;
use crate::progress::{patience, step};

/// Debian's packages for both; the second depends on exactly the first's version, so they go together.
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Makes sure that `find` finds it.
pub fn ready(name: &'static str, find: fn() -> Result<Option<PathBuf>, String>) -> Result<(), String> {
    step(name, || {
        if find()?.is_some() {
            return Ok("already here");
        }
        if !apt::may_install() {
            return Err(format!("{name} was not found. {}", advice()));
        }
        patience(name, "is installed with apt-get, which takes a minute or two");
        apt::install("Chromium", &PACKAGES)?;
        match find()? {
            Some(_) => Ok("installed"),
            None => Err(format!("{name} was installed by apt-get and still is not on PATH.")),
        }
    })
}

/// The browser: WAYMARK_CHROMIUM, or the first in the usual places.
pub fn browser() -> Result<Option<PathBuf>, String> {
    const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    const PLACES: [&str; 3] = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];
    let elsewhere = || PLACES.iter().map(PathBuf::from).find(|path| path.is_file());
    Ok(named_by("WAYMARK_CHROMIUM")?.or_else(|| NAMES.into_iter().find_map(places::on_path)).or_else(elsewhere))
}

/// Its driver: WAYMARK_CHROMEDRIVER, or `chromedriver` on PATH.
pub fn driver() -> Result<Option<PathBuf>, String> {
    Ok(named_by("WAYMARK_CHROMEDRIVER")?.or_else(|| places::on_path("chromedriver")))
}

/// True when the person chose the browser, so that the driver must not choose another.
pub fn is_chosen() -> bool {
    env::var_os("WAYMARK_CHROMIUM").is_some_and(|path| !path.is_empty())
}

fn named_by(variable: &str) -> Result<Option<PathBuf>, String> {
    let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from) else {
        return Ok(None);
    };
    if path.is_file() {
        return Ok(Some(path));
    }
    Err(format!("{variable} says {}, and there is no such file.", path.display()))
}

fn advice() -> String {
    let how = if cfg!(target_os = "macos") {
        "Install both with `brew install --cask chromium chromedriver`"
    } else if cfg!(windows) {
        "Install Google Chrome and the chromedriver of its version"
    } else {
        "Install Chromium and its driver (Debian: `sudo apt-get install chromium chromium-driver`; Fedora: \
         `sudo dnf install chromium chromedriver`; Arch: `sudo pacman -S chromium`)"
    };
    format!("{how}, or name them in WAYMARK_CHROMIUM and WAYMARK_CHROMEDRIVER. `--quick` does without.")
}
