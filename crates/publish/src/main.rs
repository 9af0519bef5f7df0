//! `publish`, as Trunk's hook: writes the site. `publish check-links DIR` only checks a finished site's links.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use content::Date;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => hook(),
        ["check-links", folder] => {
            publish::links::check(Path::new(folder)).map(|count| println!("{count} links, all good"))
        }
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
