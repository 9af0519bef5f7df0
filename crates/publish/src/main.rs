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

/// The day against which review dates are held: `WAYMARK_TODAY` for a test, else the clock's.
fn today() -> Result<Date, String> {
    if let Ok(day) = env::var("WAYMARK_TODAY") {
        return Date::read(&day);
    }
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| "the clock is before 1970".to_owned())?;
    Ok(Date::from_days_since_1970((seconds.as_secs() / 86_400) as i64))
}
