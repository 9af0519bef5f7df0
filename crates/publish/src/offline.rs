//! The copy of the site that a browser keeps for when there is no signal: the service worker, and what it keeps.
//!
//! Pages are not kept one by one. All pages of an area are one file, and so are all others: what they have in common then
//! costs nothing, 0.12 MB with brotli in place of 1.1 MB, and nobody can tell from the copy which pages were read
//! (`docs/decisions/018-a-copy-for-no-signal.md`).

use std::{collections::BTreeMap, fs, path::Path};

use miniserde::{Serialize, json};
use waymark::{
    pages::{Asset, Finished, Program, Site},
    routes,
};

use crate::{assets, base::Base, headers::security};

/// The address of the service worker. It has to lie at the root, and keeps its name.
pub const FILE: &str = "offline.js";

/// What the worker is told, as `COPY`.
#[derive(Serialize)]
struct Copy {
    /// The name of the browser's cache; another one for each version of the site.
    name: String,
    /// Every file of the copy, with its hash.
    files: Vec<(String, String)>,
    /// Which file has the pages whose address begins like this; the first that fits.
    bundles: Vec<(String, String)>,
    /// The page for a wrong address.
    missing: String,
    /// What a page of the copy says above everything else.
    notice: String,
    /// The headers of such a page.
    headers: BTreeMap<String, String>,
}

/// Writes the bundles of pages and the service worker; gives the addresses of all files of the copy.
pub fn write_all(
    source: &Path,
    staging: &Path,
    site: &Site,
    pages: &[Finished],
    base: &Base,
) -> Result<Vec<String>, String> {
    let bundles = bundles(staging, site, pages, base)?;
    let mut files: Vec<(String, String)> = bundles
        .iter()
        .map(|(_, file)| file)
        .chain(files(site))
        .map(|file| (file.url.clone(), file.integrity.clone()))
        .collect();
    files.sort();
    let urls = files.iter().map(|(url, _)| url.clone()).collect();
    let mut copy = Copy {
        name: String::new(),
        files,
        bundles: bundles.into_iter().map(|(begin, file)| (begin, file.url)).collect(),
        missing: routes::Route::NotFound.path(),
        notice: waymark::pages::copy_notice(site),
        headers: headers(),
    };
    let program = assets::esbuild(source, &source.join("boot/offline.js"), None)?;
    let told = |copy: &Copy| base.json(&json::to_string(copy)).into_bytes();
    copy.name = format!("waymark-{}", assets::short_hash(&[&told(&copy), &program[..]].concat()));
    let path = staging.join(FILE);
    let text = [b"const COPY=", &told(&copy)[..], b";\n", &program].concat();
    fs::write(&path, text).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    Ok(urls)
}

/// The files that pages load.
fn files(site: &Site) -> impl Iterator<Item = &Asset> {
    let assets = &site.assets;
    let programs = Program::ALL.into_iter().filter_map(|program| assets.of(program));
    [&assets.css, &assets.icon, &assets.site_js, &assets.pin_js, &assets.entries, &assets.postcodes, &assets.guidance]
        .into_iter()
        .chain(programs.flat_map(|files| [&files.js, &files.wasm]))
        .chain(site.data.get().into_iter().flatten().map(|(_, file)| file))
}

/// The pages of each area, then all others, which is where a browser looks last.
fn bundles(staging: &Path, site: &Site, pages: &[Finished], base: &Base) -> Result<Vec<(String, Asset)>, String> {
    let begins = site.areas.iter().map(|area| (routes::area(&area.id), format!("pages-{}", area.id)));
    let mut rest: BTreeMap<&str, &str> = pages.iter().map(|page| (page.path.as_str(), page.html.as_str())).collect();
    let mut bundles = Vec::new();
    for (begin, name) in begins.chain([("/".to_owned(), "pages".to_owned())]) {
        let of_this: BTreeMap<&str, &str> =
            rest.iter().filter(|(path, _)| path.starts_with(&begin)).map(|(path, html)| (*path, *html)).collect();
        rest.retain(|path, _| !of_this.contains_key(path));
        bundles.push((begin, assets::json(staging, &name, &base.json(&json::to_string(&of_this)))?));
    }
    Ok(bundles)
}

/// A page of the copy has the headers of one that the host sends.
fn headers() -> BTreeMap<String, String> {
    let kind = ("Content-Type", "text/html; charset=utf-8".to_owned());
    security().into_iter().chain([kind]).map(|(name, value)| (name.to_owned(), value)).collect()
}
