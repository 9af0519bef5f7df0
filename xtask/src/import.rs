//! `import` and `export`: the directory's data, by the program of `crates/import`.
//!
//! It is a program of its own, so that xtask stays quick to compile for everyone who never imports anything.

use std::path::{Path, PathBuf};

use crate::process;

/// The options whose value is a file that was named from where the person is.
const FILES: [&str; 4] = ["--postcodes", "--branches", "--report", "--to"];

/// Runs it in the repository with these words, `import` or `export` first.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let here = std::env::current_dir().map_err(|error| format!("This folder cannot be read: {error}."))?;
    let mut command = process::cargo();
    // Optimised, because a register has thousands of rows and a file of postcodes more than a million.
    command.args(["run", "--quiet", "--profile", "native", "--package", "import", "--"]);
    process::shown(command.args(from_here(arguments, &here)))
}

/// The words, with files as the person meant them: the importer runs in another folder.
fn from_here(arguments: &[String], here: &Path) -> Vec<PathBuf> {
    let before = std::iter::once("").chain(arguments.iter().map(String::as_str));
    let words = arguments.iter().zip(before);
    words
        .map(|(word, before)| {
            let file = here.join(word);
            // `import` and `ods` may be folders too where the person is, but nobody means them.
            let named = file.is_file() || (word.contains('/') && file.is_dir());
            if FILES.contains(&before) || (!word.starts_with('-') && named) { file } else { word.into() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    #[test]
    fn files_are_named_from_where_the_person_is() {
        let here = places::root().join("xtask");
        let words = ["import", "ods", "epraccur", "Cargo.toml", "--postcodes", "p.csv", "--as-at", "2026-02-03"];
        let words: Vec<String> = words.into_iter().map(String::from).collect();
        let mut expected: Vec<PathBuf> = words.iter().map(PathBuf::from).collect();
        expected[3] = here.join("Cargo.toml");
        expected[5] = here.join("p.csv");
        assert_eq!(from_here(&words, &here), expected);
    }
}
