//! Which file a path means.

use std::path::{Path, PathBuf};

/// Files that tell a host what to do and are not themselves part of the site.
const FOR_THE_HOST: [&str; 2] = ["_headers", "_redirects"];

/// What is at a path.
#[derive(Debug, PartialEq)]
pub enum Found {
    /// This file.
    File(PathBuf),
    /// A folder, asked for without the slash at its end.
    Folder,
    /// Nothing, or nothing that is anybody's business.
    Nothing,
}

/// Looks up the path of a request in `dist`. A folder's page is its `index.html`.
pub fn resolve(dist: &Path, path: &str) -> Found {
    let Some(names) = names(path) else {
        return Found::Nothing;
    };
    let place = names.iter().fold(dist.to_path_buf(), |folder, name| folder.join(name));
    let index = place.join("index.html");
    if path.ends_with('/') {
        return if index.is_file() { inside(dist, index) } else { Found::Nothing };
    }
    if place.is_file() {
        return inside(dist, place);
    }
    if index.is_file() { Found::Folder } else { Found::Nothing }
}

/// The decoded names between the slashes; None when one of them could lead out of the site or to something hidden.
fn names(path: &str) -> Option<Vec<String>> {
    let path = path.strip_prefix('/')?;
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() {
        return Some(Vec::new());
    }
    path.split('/').map(|name| decoded(name).filter(|name| is_public(name))).collect()
}

fn is_public(name: &str) -> bool {
    let hidden = name.starts_with('.') && name != ".well-known";
    !name.is_empty() && !hidden && !name.contains(['/', '\\', ':', '\0']) && !FOR_THE_HOST.contains(&name)
}

fn decoded(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let (digits, after) = after.split_at_checked(2)?;
            let high = char::from(digits[0]).to_digit(16)?;
            let low = char::from(digits[1]).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

/// A link inside the site may point out of it; its target is not served.
fn inside(dist: &Path, file: PathBuf) -> Found {
    match (dist.canonicalize(), file.canonicalize()) {
        (Ok(dist), Ok(real)) if real.starts_with(&dist) => Found::File(file),
        _ => Found::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;

    /// A folder with a site in `dist`, and a file beside it that is nobody's business.
    fn site() -> (PathBuf, TestFolder) {
        let names = ["index.html", "check/audit/index.html", "assets/a b.css", "_headers", ".stage/x.html"];
        let names: Vec<String> = names.iter().map(|name| format!("dist/{name}")).collect();
        let mut files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
        files.push(("secret.html", "x"));
        let folder = TestFolder::with(&files);
        (folder.join("dist"), folder)
    }

    #[test]
    fn pages_files_and_folders() {
        let (dist, _folder) = site();
        assert_eq!(resolve(&dist, "/"), Found::File(dist.join("index.html")));
        assert_eq!(resolve(&dist, "/check/audit/"), Found::File(dist.join("check/audit/index.html")));
        assert_eq!(resolve(&dist, "/check/audit"), Found::Folder);
        assert_eq!(resolve(&dist, "/assets/a%20b.css"), Found::File(dist.join("assets/a b.css")));
        for nothing in ["/check", "/check/", "/assets/", "/assets/a%20b.css/", "/nowhere", "", "index.html"] {
            assert_eq!(resolve(&dist, nothing), Found::Nothing, "{nothing}");
        }
    }

    #[test]
    fn nothing_outside_the_site_and_nothing_hidden() {
        let (dist, _folder) = site();
        for path in [
            "/../secret.html",
            "/%2e%2e/secret.html",
            "/..%2fsecret.html",
            "/check/../../secret.html",
            "//secret.html",
            "/check//audit/",
            "/..\\secret.html",
            "/c:/secret.html",
            "/a%00",
            "/a%2",
            "/%ff",
            "/_headers",
            "/.stage/x.html",
        ] {
            assert_eq!(resolve(&dist, path), Found::Nothing, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let (dist, _folder) = site();
        let link = dist.join("link.html");
        std::os::unix::fs::symlink(dist.join("../secret.html"), &link).unwrap();
        assert_eq!(resolve(&dist, "/link.html"), Found::Nothing);
    }
}
