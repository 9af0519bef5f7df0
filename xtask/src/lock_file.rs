//! Reads from `Cargo.lock` which version of a package the site is built with.

use std::fs;

use crate::places;

/// The version of `package` in the repository's `Cargo.lock`.
pub fn version_of(package: &str) -> Result<String, String> {
    let path = places::root().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    find(&text, package)
}

fn find(lock: &str, package: &str) -> Result<String, String> {
    let name = format!("name = \"{package}\"");
    let mut versions = lock
        .split("[[package]]")
        .filter(|entry| entry.lines().any(|line| line.trim() == name))
        .filter_map(|entry| entry.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"')));
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version.to_string()),
        (None, _) => Err(format!("Cargo.lock names no package `{package}`.")),
        (Some(one), Some(two)) => Err(format!("Cargo.lock names {package} twice, {one} and {two}; there must be one.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "syn"
version = "1.0.109"

[[package]]
name = "syn"
version = "2.0.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.126"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.99"
"#;

    #[test]
    fn finds_the_exact_name() {
        assert_eq!(find(LOCK, "wasm-bindgen"), Ok("0.2.126".to_string()));
        assert_eq!(find(&LOCK.replace('\n', "\r\n"), "wasm-bindgen"), Ok("0.2.126".to_string()));
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(find(LOCK, "leptos").unwrap_err().contains("no package `leptos`"));
        assert!(find(LOCK, "syn").unwrap_err().contains("twice, 1.0.109 and 2.0.1"));
    }
}
