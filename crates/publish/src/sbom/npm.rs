//! The npm packages that the site is made with.

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;

use super::Part;

/// Of these something is sent to visitors: their rules are in the style sheet. The others are tools.
const SHIPPED: [&str; 1] = ["govuk-frontend"];

/// The packages under `dependencies` in `package.json`, as `package-lock.json` has them. Those for tests are elsewhere in it.
pub fn packages(source: &Path) -> Result<Vec<Part>, String> {
    let (manifest, lock) = (json(source, "package.json")?, json(source, "package-lock.json")?);
    let names = manifest["dependencies"].as_object().into_iter().flatten().map(|(name, _)| name);
    names.map(|name| part(name, &lock["packages"][format!("node_modules/{name}")])).collect()
}

fn part(name: &str, entry: &Value) -> Result<Part, String> {
    let version = entry["version"].as_str().ok_or_else(|| format!("package-lock.json has no {name}"))?;
    let purl = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
    let digits = entry["integrity"].as_str().and_then(|hash| STANDARD.decode(hash.strip_prefix("sha512-")?).ok());
    Ok(Part {
        id: purl.clone(),
        name: name.to_owned(),
        version: version.to_owned(),
        purl: Some(purl),
        license: entry["license"].as_str().map(str::to_owned),
        hash: digits.map(|bytes| ("SHA-512", bytes.iter().map(|byte| format!("{byte:02x}")).collect())),
        shipped: SHIPPED.contains(&name),
        needs: Vec::new(),
    })
}

fn json(source: &Path, name: &str) -> Result<Value, String> {
    let text = fs::read_to_string(source.join(name)).map_err(|error| format!("{name} cannot be read: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{name} is not JSON: {error}"))
}
