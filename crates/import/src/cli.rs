//! What was typed, and what is done about it.

mod boundaries;
mod hours;
mod ods;
mod open_referral;
mod options;
mod postcodes;

/// Shown after anything that cannot be done.
const HELP: &str = "\
cargo xtask import ods epraccur FILE --as-at DATE --postcodes FILE [--branches FILE --branches-as-at DATE]
cargo xtask import ods edispensary FILE --as-at DATE --postcodes FILE
cargo xtask import pharmacy-hours FILE --as-at DATE
cargo xtask import postcodes FILE
cargo xtask import boundaries FILE --as-at DATE [--tolerance METRES]
cargo xtask import open-referral FILE ... --kind KIND --source ID --name NAME --licence LICENCE --as-at DATE --postcodes FILE
cargo xtask export open-referral --to FOLDER
cargo xtask export csv --to FOLDER

  FILE                 ods: the report as published, or the same with a header
                       pharmacy-hours: the Consolidated Pharmaceutical List
                       postcodes: OS Code-Point Open (zip), or CSV
                       boundaries: GeoJSON in degrees, districts by the property `lad_code`
                       open-referral: answers of /services and /services/{id}, or a folder of the standard's tables
  --as-at DATE         the day that the file speaks of: 2026-02-03
  --postcodes FILE     where postcodes are: OS Code-Point Open (zip), or CSV
  --branches FILE      an older list of GP sites: leads to branch surgeries
  --kind KIND          what the services of a feed are: mutual-aid, family, housing ...
  --source ID          a short name for the feed, and --name what people read
  --tolerance METRES   how far an outline may be from the file's (180); --name and --licence say whose it is
  --everywhere AREA    the area of services without a place; without it they are left out
  --report FILE        where rejected rows are listed (target/import/rejected.csv)
  --dry-run            say what would change, and change nothing";

/// Does what was typed. The error is what to print.
pub fn run(words: &[String]) -> Result<(), String> {
    let [what, rest @ ..] = words else { return Err(HELP.to_owned()) };
    match (what.as_str(), rest) {
        ("export", rest) => open_referral::export(rest),
        ("import", [name, rest @ ..]) if name == "ods" => ods::run(rest),
        ("import", [name, rest @ ..]) if name == "pharmacy-hours" => hours::run(rest),
        ("import", [name, rest @ ..]) if name == "postcodes" => postcodes::run(rest),
        ("import", [name, rest @ ..]) if name == "boundaries" => boundaries::run(rest),
        ("import", [name, rest @ ..]) if name == "open-referral" => open_referral::import(rest),
        _ => Err(HELP.to_owned()),
    }
}
