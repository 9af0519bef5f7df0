//! `/sbom.cdx.json`: what others wrote that is in the published site, as a CycloneDX 1.6 list of materials.
//!
//! In it is what a visitor's device is sent: the Rust crates that are compiled into the programs, the standard library, and
//! govuk-frontend, of which the style sheet is made. The npm tools that made the files are named too, as not being part of
//! them ("excluded"). What only runs on the machine that builds (the publisher and its crates) is not.
//!
//! Written by hand, since it is one JSON object: the library `cyclonedx-bom` 0.8 would bring 16 crates more to compile and
//! knows CycloneDX only up to 1.5. A test holds the result to the official schema.

mod crates;
mod npm;

use std::path::Path;

use content::Date;
use serde_json::{Value, json};

use crate::write;

/// Where it is.
pub const FILE: &str = "sbom.cdx.json";

/// Our own name in it.
pub const SITE: &str = "waymark";

/// Something that somebody else wrote, or a crate of our own.
struct Part {
    /// Names it within the file.
    id: String,
    name: String,
    version: String,
    /// The Package URL, for what a registry has.
    purl: Option<String>,
    license: Option<String>,
    /// Algorithm and digits of what the registry has.
    hash: Option<(&'static str, String)>,
    /// False for a tool, of which nothing is sent to anyone.
    shipped: bool,
    /// The ids of what it needs.
    needs: Vec<String>,
}

/// Writes it, for the project in `source`, as of the day of the build.
pub fn write_all(source: &Path, root: &Path, today: Date) -> Result<(), String> {
    write(&root.join(FILE), &format!("{:#}\n", list(source, today)?))
}

/// The list of materials.
pub fn list(source: &Path, today: Date) -> Result<Value, String> {
    let (site, mut parts) = crates::of_the_programs(source)?;
    let packages = npm::packages(source)?;
    let mut needs = site.needs;
    needs.extend(packages.iter().filter(|part| part.shipped).map(|part| part.id.clone()));
    parts.extend(packages);
    parts.sort_by(|one, other| one.id.cmp(&other.id));
    let components: Vec<Value> = parts.iter().map(component).collect();
    let mut edges = vec![json!({ "ref": SITE, "dependsOn": needs })];
    edges.extend(parts.iter().map(|part| json!({ "ref": part.id, "dependsOn": part.needs })));
    let mut list = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            // The day and no more, so that two builds of one day are the same.
            "timestamp": format!("{}T00:00:00Z", String::from(today)),
            "lifecycles": [{ "phase": "build" }],
            "component": {
                "type": "application",
                "bom-ref": SITE,
                "name": SITE,
                "version": site.version,
                "licenses": licenses(site.license.as_deref()),
            },
        },
        "components": components,
        "dependencies": edges,
    });
    // By the contents: the same list has the same number, and another list another.
    let number = uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, list.to_string().as_bytes());
    if let Some(fields) = list.as_object_mut() {
        fields.insert("serialNumber".to_owned(), json!(format!("urn:uuid:{number}")));
    }
    Ok(list)
}

fn component(part: &Part) -> Value {
    let mut found = json!({
        "type": "library",
        "bom-ref": part.id,
        "name": part.name,
        "version": part.version,
        "scope": if part.shipped { "required" } else { "excluded" },
        "licenses": licenses(part.license.as_deref()),
    });
    if let Some(fields) = found.as_object_mut() {
        if let Some(purl) = &part.purl {
            fields.insert("purl".to_owned(), json!(purl));
        }
        if let Some((algorithm, digits)) = &part.hash {
            fields.insert("hashes".to_owned(), json!([{ "alg": algorithm, "content": digits }]));
        }
    }
    found
}

/// Older manifests write a slash where the licence's own language has OR.
fn licenses(expression: Option<&str>) -> Value {
    expression.map_or(json!([]), |words| json!([{ "expression": words.replace('/', " OR ") }]))
}
