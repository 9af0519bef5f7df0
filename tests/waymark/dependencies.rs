//! `docs/dependencies.md` against the manifests: every package that the project names has a line, and no line is left over.

use std::collections::{BTreeMap, BTreeSet};

use miniserde::json;

use crate::given::{files, text_of};

const DOCUMENT: &str = "docs/dependencies.md";

/// Rust packages named in any manifest, and where; not those in a folder of ours.
fn crates() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for file in files("").into_iter().filter(|file| file.ends_with("Cargo.toml")) {
        let manifest: toml::Table = toml::from_str(&text_of(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let targets = manifest.get("target").and_then(|target| target.as_table());
        let mut places: Vec<&toml::Table> = targets.into_iter().flatten().filter_map(|(_, of)| of.as_table()).collect();
        places.extend(manifest.get("workspace").and_then(|workspace| workspace.as_table()));
        places.push(&manifest);
        for place in places {
            for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
                for (name, how) in place.get(kind).and_then(|named| named.as_table()).into_iter().flatten() {
                    // What the workspace names is looked at there.
                    if how.get("path").is_none() && how.get("workspace").is_none() {
                        found.insert(name.clone(), file.clone());
                    }
                }
            }
        }
    }
    found
}

/// Packages in `package.json`.
fn packages() -> BTreeMap<String, String> {
    let manifest: json::Object = json::from_str(&text_of("package.json")).expect("package.json is JSON");
    let named = ["dependencies", "devDependencies"].into_iter().filter_map(|kind| match manifest.get(kind) {
        Some(json::Value::Object(named)) => Some(named.keys()),
        _ => None,
    });
    named.flatten().map(|name| (name.clone(), "package.json".to_owned())).collect()
}

/// What the tables of a document name in their first column, and on which line. Tools are in no table.
fn named_in(document: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (number, line) in (1..).zip(document.lines()) {
        let first = line.strip_prefix('|').and_then(|row| row.split('|').next()).unwrap_or_default();
        // A feature stands in brackets behind its package.
        let names = first.split('`').skip(1).step_by(2).filter(|_| !first.is_empty());
        let features: BTreeSet<&str> = first.split("(`").skip(1).filter_map(|rest| rest.split('`').next()).collect();
        found.extend(names.filter(|name| !features.contains(name)).map(|name| (name.to_owned(), number)));
    }
    found
}

/// What is wrong between a document and the manifests.
fn faults(document: &str, used: &BTreeMap<String, String>) -> Vec<String> {
    let named = named_in(document);
    let missing = used.iter().filter(|(name, _)| !named.contains_key(*name));
    let missing = missing.map(|(name, file)| format!("{file}: {name} has no line in {DOCUMENT}: say why it is there"));
    let left = named.iter().filter(|(name, _)| !used.contains_key(*name));
    missing.chain(left.map(|(name, line)| format!("{DOCUMENT}:{line}: no manifest names {name}"))).collect()
}

#[test]
fn every_package_has_its_reason_and_every_reason_its_package() {
    let used: BTreeMap<String, String> = crates().into_iter().chain(packages()).collect();
    for known in ["leptos", "toml", "proptest", "libfuzzer-sys", "httparse", "esbuild", "@medplum/core"] {
        assert!(used.contains_key(known), "{known} was not found in the manifests");
    }
    let faults = faults(&text_of(DOCUMENT), &used);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_line_that_is_missing_or_left_over_is_found() {
    let used = BTreeMap::from([("one", "a/Cargo.toml"), ("two", "package.json")]);
    let used = used.into_iter().map(|(name, file)| (name.to_owned(), file.to_owned())).collect();
    assert_eq!(faults("| `one` (`csr`), `two` | why `three` |\n", &used), Vec::<String>::new());
    assert_eq!(
        faults("Words of `two`.\n| package |\n| `one`, `gone` | why |\n", &used),
        [
            "package.json: two has no line in docs/dependencies.md: say why it is there",
            "docs/dependencies.md:3: no manifest names gone",
        ]
    );
}
