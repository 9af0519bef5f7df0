//! `import postcodes`.

use std::path::Path;

use directory::Authority;
use import::{
    postcodes::{Rows, STEP, compile, gather, write},
    project,
    report::{LeftOut, Reason, Rejected, Report},
};

use super::options::Options;

pub fn run(words: &[String]) -> Result<(), String> {
    let options = Options::read(words, &["dry-run"], &["report"])?;
    let [file] = options.places()?;
    let root = project::root()?;
    let areas = project::areas(&root)?;
    let codes = areas.iter().flat_map(|area| &area.authority_codes).filter_map(|code| Authority::read(code));
    let codes: Vec<Authority> = codes.collect();
    let rows = Rows::read(project::open(Path::new(file))?).map_err(|refused| format!("{file}: {refused}"))?;
    let mut report = Report::default();
    let gathered = gather(rows, &codes, |rejected| {
        let reason = Reason::Other(rejected.reason.to_string());
        report.rejected.push(Rejected { line: rejected.line, reason, row: rejected.raw.clone() });
    });
    let gathered = gathered.map_err(|broken| format!("{file}: {broken}. Nothing was imported."))?;
    (report.read, report.kept) = (gathered.read, gathered.rows.len() as u64);
    let others = gathered.read - gathered.rejected - report.kept;
    report.left_out.insert(LeftOut::OtherOutcode, others);
    println!("{file}\n{report}");
    project::write_report(&root, options.get("report"), &report)?;
    let compiled = compile(gathered.rows, STEP).map_err(|unfit| unfit.to_string())?;
    println!("{:>8} postcodes in use, {} bytes", compiled.postcodes, compiled.bytes.len());
    if options.flag("dry-run") {
        return Ok(());
    }
    let folder = root.join(project::POSTCODES);
    let changed = write(&folder, &compiled).map_err(|error| format!("{}: {error}.", folder.display()))?;
    println!("{}", if changed { "wrote data/postcodes" } else { "Nothing has changed." });
    Ok(())
}
