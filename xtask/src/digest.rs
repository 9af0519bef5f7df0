//! Whether the built site still is what these sources give: one number for what goes in, one for what came out.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What the site is not made of, at the top of the repository. Everything else counts: a folder that is new one day and
/// missing in a list of sources would be a site that does not change.
const NOT_SOURCES: [&str; 7] = ["dist", "docs", "node_modules", "target", "tests", "webdriver.json", "xtask"];

/// A number for the names and contents of all sources under `root`, and for `compiler` (its name and version).
pub fn of_sources(root: &Path, compiler: &str) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(compiler.as_bytes());
    for place in entries_of(root)?.into_iter().filter(|path| is_source(path)) {
        for file in files_under(&place)? {
            let bytes = fs::read(&file).map_err(|error| unreadable(&file, &error))?;
            write_name(&mut hasher, root, &file);
            hasher.write_usize(bytes.len());
            hasher.write(&bytes);
        }
    }
    Ok(hasher.finish())
}

/// A number for the names, sizes and times of the files in `dist`, to see that nobody else has built over them.
/// None when there is no site.
pub fn of_site(dist: &Path) -> Result<Option<u64>, String> {
    let files = files_under(dist)?;
    if files.is_empty() {
        return Ok(None);
    }
    let mut hasher = DefaultHasher::new();
    for file in files {
        let about = fs::metadata(&file).map_err(|error| unreadable(&file, &error))?;
        let time = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        write_name(&mut hasher, dist, &file);
        hasher.write_u64(about.len());
        hasher.write_u128(time.as_nanos());
    }
    Ok(Some(hasher.finish()))
}

fn is_source(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_for_people = name.ends_with(".md") || name == "LICENSE" || name == "NOTICE";
    let counts = !is_working_file(path) || name == ".cargo";
    counts && !is_for_people && !NOT_SOURCES.contains(&name.as_ref())
}

/// A file, or all files under a folder in the order of their names.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>, String> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut files = Vec::new();
    for inside in entries_of(path)? {
        if !is_working_file(&inside) {
            files.extend(files_under(&inside)?);
        }
    }
    Ok(files)
}

/// What is in a folder, in the order of the names; nothing when it is not there.
fn entries_of(folder: &Path) -> Result<Vec<PathBuf>, String> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| unreadable(folder, &error))?;
    paths.sort();
    Ok(paths)
}

/// Names that begin with a dot are the workings of editors and of Trunk, but for the one that the web gave a meaning.
fn is_working_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') && name != ".well-known"
}

fn write_name(hasher: &mut DefaultHasher, base: &Path, file: &Path) {
    let name = file.strip_prefix(base).unwrap_or(file).to_string_lossy();
    hasher.write_usize(name.len());
    hasher.write(name.as_bytes());
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be read: {error}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    #[test]
    fn sources_count_by_name_and_content() {
        let root = TestFolder::with(&[("src/a.rs", "one"), ("content/b.md", "two"), ("target/x", "built")]);
        let first = of_sources(&root, "rustc 1").unwrap();
        assert_eq!(of_sources(&root, "rustc 1").unwrap(), first);
        assert_ne!(of_sources(&root, "rustc 2").unwrap(), first);

        fs::write(root.join("target/x"), "built again").unwrap();
        fs::write(root.join("src/.a.rs.swp"), "an editor's file").unwrap();
        fs::write(root.join("src/a.rs"), "one").unwrap();
        assert_eq!(of_sources(&root, "rustc 1").unwrap(), first, "nothing that the site is made of has changed");

        for not_a_source in ["README.md", "tests/suite.rs", ".git/HEAD"] {
            let path = root.join(not_a_source);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        assert_eq!(of_sources(&root, "rustc 1").unwrap(), first);

        fs::create_dir_all(root.join("public/.well-known")).unwrap();
        fs::write(root.join("public/.well-known/security.txt"), "x").unwrap();
        assert_ne!(of_sources(&root, "rustc 1").unwrap(), first, "a file of the site has come");
        fs::remove_dir_all(root.join("public")).unwrap();

        fs::rename(root.join("src/a.rs"), root.join("src/c.rs")).unwrap();
        assert_ne!(of_sources(&root, "rustc 1").unwrap(), first, "a name has changed");
        fs::rename(root.join("src/c.rs"), root.join("src/a.rs")).unwrap();
        fs::write(root.join("content/b.md"), "owt").unwrap();
        assert_ne!(of_sources(&root, "rustc 1").unwrap(), first, "a word has changed");
    }

    #[test]
    fn a_site_that_was_touched_or_is_not_there_is_noticed() {
        let dist = TestFolder::with(&[("index.html", "<p>"), ("check/index.html", "<p>")]);
        let first = of_site(&dist).unwrap();
        assert!(first.is_some());
        assert_eq!(of_site(&dist).unwrap(), first);
        fs::remove_file(dist.join("check/index.html")).unwrap();
        assert_ne!(of_site(&dist).unwrap(), first);
        fs::remove_dir_all(&*dist).unwrap();
        assert_eq!(of_site(&dist).unwrap(), None);
    }
}
