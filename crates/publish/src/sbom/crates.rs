//! The crates that are compiled into the programs, by cargo's own account.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use super::Part;

/// Cargo knows which features each target has, so its tree is exact: `cargo metadata` has crates in it that only the native
/// build uses. Macros run in the compiler and are not in the programs.
const TREE: [&str; 13] = [
    "tree",
    "--locked",
    "--offline",
    "--package",
    "waymark",
    "--target",
    "wasm32-unknown-unknown",
    "--edges",
    "normal,no-proc-macro",
    "--prefix",
    "depth",
    "--format",
    "|{p}|{l}",
];

/// The site itself with what it needs, and every crate of its programs.
pub fn of_the_programs(source: &Path) -> Result<(Part, Vec<Part>), String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let tree = output(Command::new(cargo).current_dir(source).args(TREE))?;
    let lock = fs::read_to_string(source.join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let mut parts = read(&tree, &checksums(&lock))?;
    let first = parts.iter().position(|part| part.id == super::SITE).ok_or("cargo's tree does not begin with us")?;
    let mut site = parts.remove(first);
    let std = standard_library(source)?;
    site.needs.push(std.id.clone());
    parts.push(std);
    Ok((site, parts))
}

/// One line a crate: how deep, name and version, licence. A crate that was there before has a star, and its own lines are
/// not said again.
fn read(tree: &str, checksums: &BTreeMap<String, String>) -> Result<Vec<Part>, String> {
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    let mut above: Vec<String> = Vec::new();
    for line in tree.lines() {
        let part = part(line, checksums).ok_or_else(|| format!("cargo's tree has a line that is not known: {line}"))?;
        let (depth, part) = part;
        above.truncate(depth);
        if let Some(parent) = above.last().and_then(|parent| parts.get_mut(parent))
            && !parent.needs.contains(&part.id)
        {
            parent.needs.push(part.id.clone());
        }
        above.push(part.id.clone());
        parts.entry(part.id.clone()).or_insert(part);
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.iter_mut().for_each(|part| part.needs.sort());
    Ok(parts)
}

fn part(line: &str, checksums: &BTreeMap<String, String>) -> Option<(usize, Part)> {
    let mut fields = line.split('|');
    let (depth, package, license) = (fields.next()?.parse().ok()?, fields.next()?, fields.next()?);
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    // Only a registry's crates have a checksum; ours are in a folder, whose name is nobody's business.
    let checksum = checksums.get(&format!("{name} {version}"));
    let purl = format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"));
    let own = if name == super::SITE { name.to_owned() } else { format!("{}/{name}", super::SITE) };
    let part = Part {
        id: checksum.map_or(own, |_| purl.clone()),
        name: name.to_owned(),
        version: version.to_owned(),
        purl: checksum.map(|_| purl),
        license: Some(license.trim_end_matches(" (*)").to_owned()).filter(|license| !license.is_empty()),
        hash: checksum.map(|digits| ("SHA-256", digits.clone())),
        shipped: true,
        needs: Vec::new(),
    };
    Some((depth, part))
}

/// From `Cargo.lock`: name and version of each crate of a registry, with the digits of its archive.
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let value = |block: &str, key: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let blocks = lock.split("[[package]]");
    let read =
        |block| Some((format!("{} {}", value(block, "name")?, value(block, "version")?), value(block, "checksum")?));
    blocks.filter_map(read).collect()
}

/// It comes with the compiler and is in every program.
fn standard_library(source: &Path) -> Result<Part, String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let words = output(Command::new(rustc).current_dir(source).arg("--version"))?;
    let version = words.split(' ').nth(1).ok_or("rustc does not say its version")?;
    Ok(Part {
        id: "rust-std".to_owned(),
        name: "std".to_owned(),
        version: version.to_owned(),
        purl: None,
        license: Some("MIT OR Apache-2.0".to_owned()),
        hash: None,
        shipped: true,
        needs: Vec::new(),
    })
}

fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name} cannot be started: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{name} refused to list the crates:\n{}", String::from_utf8_lossy(&output.stderr)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_becomes_parts_with_what_they_need() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0+x\"\nchecksum = \"0a\"\n\n\
                    [[package]]\nname = \"b\"\nversion = \"2.0.0\"\nchecksum = \"0b\"\n";
        let tree = "0|waymark v0.1.0 (/some/where)|MIT\n1|ours v0.1.0 (/some/where/ours)|MIT\n2|a v1.0.0+x|MIT/Apache-2.0\n\
                    3|b v2.0.0|\n1|a v1.0.0+x|MIT/Apache-2.0 (*)\n";
        let parts = read(tree, &checksums(lock)).expect("parts");
        let shown: Vec<String> = parts.iter().map(|part| format!("{} > {}", part.id, part.needs.join(" "))).collect();
        assert_eq!(
            shown,
            [
                "pkg:cargo/a@1.0.0%2Bx > pkg:cargo/b@2.0.0",
                "pkg:cargo/b@2.0.0 > ",
                "waymark > pkg:cargo/a@1.0.0%2Bx waymark/ours",
                "waymark/ours > pkg:cargo/a@1.0.0%2Bx",
            ]
        );
        let licenses: Vec<Option<&str>> = parts.iter().map(|part| part.license.as_deref()).collect();
        assert_eq!(licenses, [Some("MIT/Apache-2.0"), None, Some("MIT"), Some("MIT")]);
        assert!(read("warning: x", &BTreeMap::new()).is_err());
    }
}
