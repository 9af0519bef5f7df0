//! Writes the site: Trunk's `post_build` hook.
//!
//! From `content/`, `areas/` and what Trunk has built, every page as finished HTML, every file compressed,
//! headers for the common hosts; then the byte budgets and the links are checked. Any fault ends the build
//! with file, line and what to do. The same input gives the same bytes.
//!
//! `publish check-links DIR` only checks the links of a finished site.

mod assets;
mod budgets;
mod compress;
mod headers;
mod links;
mod site;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use content::Date;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => publish(),
        ["check-links", folder] => links::check(Path::new(folder)).map(|count| println!("{count} links, all good")),
        _ => Err("usage: publish, as Trunk's hook; or publish check-links DIR".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn publish() -> Result<(), String> {
    let variable = |name: &str| env::var_os(name).map(PathBuf::from).ok_or(format!("{name} is not set; Trunk sets it"));
    let (source, staging) = (variable("TRUNK_SOURCE_DIR")?, variable("TRUNK_STAGING_DIR")?);

    let loaded = content::load(&source, today()?);
    for warning in &loaded.warnings {
        println!("warning: {warning}");
    }
    let content = loaded.site.map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("error: {fault}")).collect();
        format!("{}\n{} fault(s) in content/ and areas/", lines.join("\n"), faults.len())
    })?;

    let assets = assets::bundle(&source, &staging)?;
    let site: &'static waymark::pages::Site = Box::leak(Box::new(site::from(content, assets)));
    let owner = leptos::prelude::Owner::new();
    let pages = owner.with(|| waymark::pages::all(site));
    for page in &pages {
        write(&staging.join(waymark::routes::file_of(&page.path)), &page.html)?;
    }
    headers::write_all(&staging)?;
    let sizes = compress::all(&staging)?;
    links::check(&staging)?;
    budgets::check(&pages, site, &sizes)
}

/// The day against which review dates are held: `WAYMARK_TODAY` for a test, else the clock's.
fn today() -> Result<Date, String> {
    if let Ok(day) = env::var("WAYMARK_TODAY") {
        return Date::read(&day);
    }
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| "the clock is before 1970".to_owned())?;
    Ok(Date::from_days_since_1970((seconds.as_secs() / 86_400) as i64))
}

/// Writes a file, making its folders.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    let problem = |error: std::io::Error| format!("{} cannot be written: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(problem)?;
    }
    fs::write(path, text).map_err(problem)
}
