//! Writes the site: Trunk's `post_build` hook.
//!
//! From `content/`, `areas/` and what Trunk has built, every page as finished HTML, every file compressed,
//! headers for the common hosts; then the byte budgets and the links are checked. Any fault ends the build
//! with file, line and what to do. The same input gives the same bytes.
//!
//! A library beside its program, so that tests render the same pages from the same content.

mod assets;
pub mod base;
mod budgets;
mod compress;
pub mod fhir;
mod hashes;
mod headers;
pub mod links;
mod offline;
pub mod open_referral;
pub mod sbom;
pub mod search;
mod security_txt;
pub mod site;
pub mod sitemap;

use std::{fs, path::Path};

use content::Date;
use waymark::words::Words;

use crate::base::Base;

/// Writes the whole site into `staging`, from the project in `source` and the files that Trunk left in
/// `staging`, as of `today`.
pub fn publish(source: &Path, staging: &Path, today: Date) -> Result<(), String> {
    let loaded = content::load(source, today);
    for warning in &loaded.warnings {
        println!("warning: {warning}");
    }
    let content = loaded.site.map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("error: {fault}")).collect();
        format!("{}\n{} fault(s) in content/ and areas/", lines.join("\n"), faults.len())
    })?;
    for held in &content.held {
        let data = held.instrument.data();
        println!("held, not published: {} (content/instruments/{}.toml): {}", data.name, data.id, held.because);
    }

    let base = Base::of(&content.publisher.address);
    fhir::write_all(staging, &content)?;
    open_referral::write_all(staging, &content)?;
    security_txt::write_all(staging, &content.publisher, today)?;
    sbom::write_all(source, staging, today)?;
    let entries = content.listings().write();
    let words = Words::keep(content.strings.clone().into_iter().collect());
    let guidance = search::index(&content).write();
    let searched = assets::Searched { entries: &entries, guidance: &guidance };
    let assets = assets::bundle(source, staging, &searched, &waymark::pages::pin_words(words))?;
    let site: &'static waymark::pages::Site = Box::leak(Box::new(site::from(content, assets)));
    let data = leptos::prelude::Owner::new().with(|| waymark::pages::data(site));
    let data = data.into_iter().map(|(path, json)| Ok((path, assets::json(staging, "data", &base.json(&json))?)));
    let data = data.collect::<Result<Vec<_>, String>>()?;
    site.data.get_or_init(|| data);
    let pages = leptos::prelude::Owner::new().with(|| waymark::pages::all(site));
    for page in &pages {
        write(&staging.join(waymark::routes::file_of(&page.path)), &base.html(&page.html))?;
    }
    let copy = offline::write_all(source, staging, site, &pages, &base)?;
    for (path, text) in waymark::pages::manifests(site) {
        write(&staging.join(path.trim_start_matches('/')), &base.json(&text))?;
    }
    sitemap::write_all(staging, &site.address, &pages)?;
    headers::write_all(staging, &pages.iter().map(|page| page.path.as_str()).collect::<Vec<_>>(), &base)?;
    let sizes = compress::all(staging)?;
    hashes::write_all(staging)?;
    links::check(staging, &base)?;
    budgets::check(&pages, &copy, site, &sizes)
}

/// Writes a file, making its folders.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    let problem = |error: std::io::Error| format!("{} cannot be written: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(problem)?;
    }
    fs::write(path, text).map_err(problem)
}
