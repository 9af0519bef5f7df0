//! Whether the same sources give the same site, byte for byte, on a machine that keeps them somewhere else: a copy in
//! another folder, built from nothing, beside `dist/`.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::digest;
use crate::places;
use crate::process;
use crate::site;

/// What is made from the sources, and git's own folder. The copy makes its own, and keeps them for the next time.
const MADE: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// How many files an error names.
const NAMED: usize = 8;

/// Builds a copy of the sources in the person's cache and compares the two sites.
pub fn builds_the_same() -> Result<(), String> {
    let copy = folder()?;
    println!("A copy is built in {}.", copy.display());
    renew(&places::root(), &copy).map_err(|error| format!("{} cannot be written: {error}.", copy.display()))?;
    let mut build = process::cargo();
    build.current_dir(&copy).env_remove("CARGO_TARGET_DIR");
    // For the same day, or a build that midnight comes between would count each fact's age anew.
    if let Some(moment) = site::built_at() {
        build.env(site::MOMENT, moment.to_string());
    }
    process::shown(build.args(["run", "--quiet", "--package", "xtask", "--", "build"]))?;
    compare(&places::dist(), &copy.join("dist"))
}

/// A folder for each checkout, so that two of them do not build over each other.
fn folder() -> Result<PathBuf, String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(places::root().to_string_lossy().as_bytes());
    Ok(places::cache()?.join("again").join(format!("{:016x}", hasher.finish())))
}

/// Makes `copy` what `root` is now, but for what either has built.
fn renew(root: &Path, copy: &Path) -> io::Result<()> {
    fs::create_dir_all(copy)?;
    for entry in sources_in(copy)? {
        if entry.is_dir() { fs::remove_dir_all(entry)? } else { fs::remove_file(entry)? }
    }
    sources_in(root)?.iter().try_for_each(|entry| copy_into(entry, copy))
}

fn sources_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.file_name().is_some_and(|name| !MADE.iter().any(|made| name == *made)));
    Ok(paths)
}

fn copy_into(from: &Path, folder: &Path) -> io::Result<()> {
    let to = folder.join(from.file_name().unwrap_or_default());
    if !from.is_dir() {
        return fs::copy(from, to).map(drop);
    }
    fs::create_dir_all(&to)?;
    fs::read_dir(from)?.try_for_each(|entry| copy_into(&entry?.path(), &to))
}

/// The error names the files that differ, or are in one of the two only.
fn compare(one: &Path, other: &Path) -> Result<(), String> {
    let (ours, theirs) = (names_under(one)?, names_under(other)?);
    let differs = |name: &&PathBuf| match (fs::read(one.join(name)), fs::read(other.join(name))) {
        (Ok(ours), Ok(theirs)) => ours != theirs,
        _ => true,
    };
    let different: Vec<String> =
        ours.union(&theirs).filter(differs).map(|name| format!("    {}", name.display())).collect();
    if different.is_empty() {
        println!("{} files, the same bytes in both folders.", ours.len());
        return Ok(());
    }
    Err(format!(
        "Built again in another folder, {} of {} files of the site differ:\n{}",
        different.len(),
        ours.union(&theirs).count(),
        different[..different.len().min(NAMED)].join("\n")
    ))
}

fn names_under(folder: &Path) -> Result<BTreeSet<PathBuf>, String> {
    let files = digest::files_under(folder)?;
    Ok(files.iter().filter_map(|file| Some(file.strip_prefix(folder).ok()?.to_path_buf())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    #[test]
    fn the_copy_has_all_sources_and_nothing_old() {
        let root = TestFolder::with(&[("src/a.rs", "one"), (".cargo/config.toml", "x"), ("dist/a.html", "built")]);
        let copy = TestFolder::with(&[("src/old.rs", "old"), ("gone.toml", "old"), ("target/x", "built here")]);
        renew(&root, &copy).unwrap();
        let found: Vec<_> = ["src/a.rs", ".cargo/config.toml", "target/x", "dist/a.html", "src/old.rs", "gone.toml"]
            .map(|name| copy.join(name).exists())
            .into();
        assert_eq!(found, [true, true, true, false, false, false]);
    }

    #[test]
    fn a_site_that_differs_is_named() {
        let one = TestFolder::with(&[("index.html", "<p>"), ("a/app.js", "1")]);
        let other = TestFolder::with(&[("index.html", "<p>"), ("a/app.js", "1")]);
        assert_eq!(compare(&one, &other), Ok(()));
        fs::write(other.join("a/app.js"), "2").unwrap();
        fs::write(other.join("more.html"), "").unwrap();
        let problem = compare(&one, &other).unwrap_err();
        assert!(problem.contains("2 of 3 files") && problem.contains("app.js\n") && problem.ends_with("more.html"));
    }
}
