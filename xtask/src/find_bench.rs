//! `bench find`: what the search is measured with. The search as a program of its own, compiled as the site's programs
//! are, and the entries that it searches.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;
use crate::process;
use crate::progress::step;
use crate::rust::WASM;
use crate::tools;

/// The crate, and the program that writes the entries.
const PACKAGE: &str = "find-bench";
const DATA: &str = "find-data";

/// Where the registers are, for whoever does not say so each time.
const SOURCES: &str = "WAYMARK_SOURCES";

/// As for the site's programs (`index.html`).
const WASM_OPT: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-producers",
];

/// What was typed after `bench`.
#[derive(Debug, Default, PartialEq)]
pub struct Asked {
    /// Only the search.
    pub only: bool,
    /// The folder of the registers that all of England is read from.
    pub sources: Option<PathBuf>,
}

/// Reads it. A folder is named from where the person is.
pub fn asked(arguments: &[String]) -> Result<Asked, String> {
    let here = std::env::current_dir().map_err(|error| format!("This folder cannot be read: {error}."))?;
    let named = std::env::var_os(SOURCES).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let mut asked = Asked { only: false, sources: named };
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "find" => asked.only = true,
            "--sources" => {
                let folder = words.next().ok_or("`--sources` needs the folder of the registers.")?;
                asked.sources = Some(here.join(folder));
            }
            other => {
                return Err(format!("`cargo xtask bench` takes `find` and `--sources FOLDER`, not `{other}`."));
            }
        }
    }
    match &asked.sources {
        Some(folder) if !folder.is_dir() => Err(format!("{} is no folder.", folder.display())),
        _ => Ok(asked),
    }
}

/// Makes everything anew, and says where it is.
pub fn make(sources: Option<&Path>) -> Result<PathBuf, String> {
    let folder = places::target().join(PACKAGE);
    // What an earlier run with other sources left would be measured again.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    step("the search as a program", || program(&folder).map(|()| "made"))?;
    step("what is searched", || data(&folder, sources).map(|()| "made"))?;
    Ok(folder)
}

fn program(folder: &Path) -> Result<(), String> {
    let mut cargo = process::cargo();
    cargo.args(["build", "--quiet", "--release", "--target", WASM, "--package", PACKAGE, "--lib"]);
    process::shown(&mut cargo)?;
    let made = places::target().join(WASM).join("release").join("find_bench.wasm");
    let path = tools::search_path()?;
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.env("PATH", &path).args(["--target", "web", "--no-typescript", "--out-dir"]).arg(folder).arg(made);
    process::quiet(&mut bindgen)?;
    let bound = folder.join("find_bench_bg.wasm");
    let mut smaller = Command::new("wasm-opt");
    process::quiet(smaller.env("PATH", &path).args(WASM_OPT).arg(&bound).arg("-o").arg(&bound))
}

fn data(folder: &Path, sources: Option<&Path>) -> Result<(), String> {
    let mut cargo = process::cargo();
    // Optimised, because all of England's postcodes are read.
    cargo.args(["run", "--quiet", "--profile", "native", "--package", PACKAGE, "--bin", DATA, "--"]).arg(folder);
    process::shown(cargo.args(sources))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Asked, String> {
        asked(&line.split_whitespace().map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn sources_are_a_folder_that_is_there() {
        assert!(typed("find").unwrap().only);
        assert!(!typed("").unwrap().only);
        let root = places::root();
        let found = typed(&format!("find --sources {}", root.display())).unwrap();
        assert_eq!(found, Asked { only: true, sources: Some(root) });
        for wrong in ["--sources", "--sources no-such-folder", "search", "find --fast"] {
            assert!(typed(wrong).is_err(), "{wrong}");
        }
    }
}
