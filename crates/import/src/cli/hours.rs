//! `import pharmacy-hours`.

use std::{collections::BTreeMap, path::Path};

use directory::{DataSource, Kind};
use import::{
    merge::merge_hours,
    pharmacy_hours, project,
    report::{Reason, Rejected, Report},
};

use super::options::Options;

pub fn run(words: &[String]) -> Result<(), String> {
    let options = Options::read(words, &["dry-run"], &["as-at", "report"])?;
    let [file] = options.places()?;
    let source = DataSource {
        id: "nhsbsa-pharmaceutical-list".to_owned(),
        name: "NHS Business Services Authority, Consolidated Pharmaceutical List".to_owned(),
        licence: "OGL-UK-3.0".to_owned(),
        as_at: options.day("as-at")?,
        lead: false,
    };
    let root = project::root()?;
    let mut books = project::books(&root)?;
    let mut rows = pharmacy_hours::read(project::open(Path::new(file))?).map_err(|wrong| format!("{file}: {wrong}"))?;
    let (mut hours, mut report) = (BTreeMap::new(), Report::default());
    for row in &mut rows {
        report.read += 1;
        match row {
            Ok(row) => {
                report.kept += 1;
                hours.insert(row.ods_code, row.schedule);
            }
            Err(rejected) => report.rejected.push(Rejected {
                line: rejected.line,
                reason: Reason::Other(rejected.reason),
                row: rejected.raw,
            }),
        }
    }
    if let Some(error) = rows.broke_off() {
        return Err(format!("{file} cannot be read to its end: {error}. Nothing was imported."));
    }
    drop(rows);
    println!("{file}\n{report}");
    project::write_report(&root, options.get("report"), &report)?;
    let (account, others) =
        merge_hours(&mut books, Kind::Pharmacy, &source, hours).map_err(|older| older.to_string())?;
    println!("{account}{others:>8} of the list have no record here");
    if options.flag("dry-run") {
        return Ok(());
    }
    project::save(&root, &books)
}
