//! The list of materials: whole, and in the form that CycloneDX lays down.

use std::{collections::BTreeSet, fs, path::Path};

use content::Date;
use serde_json::Value;

/// The official schemas, as this npm package has them.
const SCHEMAS: &str = "node_modules/@cyclonedx/cyclonedx-library/res/schema";

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn text(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file} cannot be read: {error}"))
}

fn list(day: &str) -> Value {
    publish::sbom::list(root(), Date::read(day).expect("a date")).expect("the list")
}

/// What the programs are made of by the manifests: everything that this crate or one of ours under it names for the browser.
fn named_in_manifests(folder: &str, found: &mut BTreeSet<String>) {
    let mut section = String::new();
    for line in text(&format!("{folder}/Cargo.toml")).lines() {
        if line.starts_with('[') {
            section = line.to_owned();
        }
        let counts = ["[dependencies]", "[target.'cfg(target_arch = \"wasm32\")'.dependencies]"];
        let name = line.split(['.', ' ', '=']).next().filter(|name| !name.is_empty() && !name.starts_with(['#', '[']));
        let is_entry = line.starts_with(|first: char| first.is_ascii_lowercase());
        if let Some(name) = name.filter(|_| is_entry && counts.contains(&section.as_str()))
            && found.insert(name.to_owned())
            && root().join("crates").join(name).is_dir()
        {
            named_in_manifests(&format!("crates/{name}"), found);
        }
    }
}

/// What is wrong with a list: what the manifests name and it has not, and what leads nowhere in it.
fn faults(list: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let components = list["components"].as_array().expect("components");
    let ids: BTreeSet<String> = components.iter().map(|part| text(&part["bom-ref"])).collect();
    let names: BTreeSet<String> = components.iter().map(|part| text(&part["name"])).collect();
    let mut named = BTreeSet::from(["std".to_owned(), "govuk-frontend".to_owned()]);
    named_in_manifests(".", &mut named);
    let mut faults: Vec<String> = named.difference(&names).map(|name| format!("{name} is missing")).collect();

    let edges = list["dependencies"].as_array().expect("dependencies");
    let needs = |id: &str| -> Vec<String> {
        let found = edges.iter().filter(|edge| edge["ref"] == id).filter_map(|edge| edge["dependsOn"].as_array());
        found.flatten().map(text).collect()
    };
    let (mut reached, mut next) = (BTreeSet::new(), vec![publish::sbom::SITE.to_owned()]);
    while let Some(id) = next.pop() {
        for need in needs(&id) {
            if !ids.contains(&need) {
                faults.push(format!("{id} needs {need}, which is missing"));
            } else if reached.insert(need.clone()) {
                next.push(need);
            }
        }
    }
    let shipped = components.iter().filter(|part| part["scope"] == "required").map(|part| text(&part["bom-ref"]));
    faults.extend(shipped.filter(|id| !reached.contains(id)).map(|id| format!("nothing needs {id}")));
    faults
}

#[test]
fn everything_that_the_programs_are_made_of_is_there() {
    let whole = list("2026-11-28");
    assert_eq!(faults(&whole), Vec::<String>::new());
    let count = whole["components"].as_array().map_or(0, Vec::len);
    assert!(count > 100, "only {count} parts");
    // Whichever is taken away is missed.
    for at in 0..count {
        let mut list = whole.clone();
        let part = list["components"].as_array_mut().expect("components").remove(at);
        assert_eq!(faults(&list).is_empty(), part["scope"] == "excluded", "{} is not missed", part["name"]);
    }
}

#[test]
fn what_a_registry_has_is_named_with_its_digits_and_licence() {
    let list = list("2026-11-28");
    for part in list["components"].as_array().expect("components") {
        let ours = part["bom-ref"].as_str().is_some_and(|id| id.starts_with("waymark/"));
        let outside = !ours && part["name"] != "std";
        assert_eq!(part["purl"].is_string(), outside, "{part}");
        assert_eq!(part["hashes"].is_array(), outside, "{part}");
        assert!(part["licenses"][0]["expression"].is_string(), "{part}");
    }
    let machine = root().canonicalize().expect("this folder").display().to_string();
    assert!(!list.to_string().contains(&machine), "no folder of this machine is named");
}

#[test]
fn the_same_day_gives_the_same_list() {
    assert_eq!(list("2026-11-28"), list("2026-11-28"));
    assert_ne!(list("2026-11-28")["serialNumber"], list("2026-11-29")["serialNumber"]);
}

#[test]
fn it_is_cyclonedx() {
    let schema = |name: &str| -> Value {
        serde_json::from_str(&text(&format!("{SCHEMAS}/{name}.SNAPSHOT.schema.json"))).expect("JSON")
    };
    let mut options = jsonschema::options().should_validate_formats(true);
    for name in ["jsf-0.82", "spdx"] {
        // The schemas name each other as the files are called.
        let address = format!("http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json");
        let contents = jsonschema::Resource::from_contents(schema(name)).expect("a schema");
        options = options.with_resource(address, contents);
    }
    let schema = options.build(&schema("bom-1.6")).expect("the schema");
    let list = list("2026-11-28");
    let wrong: Vec<String> =
        schema.iter_errors(&list).map(|error| format!("{}: {error}", error.instance_path)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut broken = list;
    broken["components"][0]["scope"] = Value::from("sometimes");
    assert!(!schema.is_valid(&broken));
}
