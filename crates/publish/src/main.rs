//! `publish`, as Trunk's hook: writes the site. `publish check-links DIR` only checks a finished site's links.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use content::Date;
use publish::base::Base;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => hook(),
        ["check-links", folder] => check_links(Path::new(folder)).map(|count| println!("{count} links, all good")),
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

/// The first page tells under which path the site lies: its style sheet is in `assets/`.
fn check_links(folder: &Path) -> Result<usize, String> {
    let start = folder.join("index.html");
    let html = fs::read_to_string(&start).map_err(|error| format!("{} cannot be read: {error}", start.display()))?;
    let sheet = html.split_once("rel=\"stylesheet\" href=\"").and_then(|(_, rest)| rest.split_once("/assets/"));
    let (path, _) = sheet.ok_or_else(|| format!("{} is no page of this site", start.display()))?;
    publish::links::check(folder, &Base::of(&format!("https://{path}")))
}

fn hook() -> Result<(), String> {
    let variable = |name: &str| env::var_os(name).map(PathBuf::from).ok_or(format!("{name} is not set; Trunk sets it"));
    publish::publish(&variable("TRUNK_SOURCE_DIR")?, &variable("TRUNK_STAGING_DIR")?, today()?)
}

/// The day against which review dates are held and of which pages count the age of facts: the day of
/// `SOURCE_DATE_EPOCH`, in seconds since 1970, so that a build can be repeated; else the clock's.
fn today() -> Result<Date, String> {
    let seconds = match env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text.parse().map_err(|_| format!("SOURCE_DATE_EPOCH is {text}, and not a number of seconds"))?,
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| "the clock is before 1970")?.as_secs(),
    };
    // A day this far off has no date that the site could write.
    i64::try_from(seconds / 86_400)
        .ok()
        .filter(|days| *days < 1_000_000)
        .map(Date::from_days_since_1970)
        .ok_or(format!("SOURCE_DATE_EPOCH is {seconds} seconds, which is after the year 4000"))
}
