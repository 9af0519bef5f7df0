//! `import ods`.

use std::path::Path;

use import::{
    merge::{Merge, merge},
    ods::{self, Ask, Register},
    project,
    report::Report,
};

use super::{HELP, options::Options};

pub fn run(words: &[String]) -> Result<(), String> {
    let names = ["as-at", "postcodes", "branches", "branches-as-at", "report"];
    let options = Options::read(words, &["dry-run"], &names)?;
    let [register, file] = options.places()?;
    let register = Register::read(register).ok_or_else(|| format!("`{register}` is no register.\n\n{HELP}"))?;
    let source = register.source(options.day("as-at")?);
    let root = project::root()?;
    let mut books = project::books(&root)?;
    let (areas, places) = project::places(&root, &options.file("postcodes")?)?;
    let (locate, live) = (|postcode| places.any(postcode), |postcode| places.live(postcode));
    let ask = Ask { register, areas: &areas, locate: &locate };

    let mut report = Report::default();
    let import = ods::read(&ask, project::open(Path::new(file))?.buffered(), &mut report);
    let import = import.map_err(|refused| format!("{file}: {refused}"))?;
    println!("{file}\n{report}");
    let mut leads = None;
    if let Some(list) = options.get("branches") {
        let mut branches = Report::default();
        let found = ods::branches(&import, &live, project::open(Path::new(list))?.buffered(), &mut branches);
        let found = found.map_err(|refused| format!("{list}: {refused}"))?;
        println!("{list}\n{branches}");
        report.rejected.extend(branches.rejected);
        leads = Some((ods::branches_source(options.day("branches-as-at")?), found));
    }
    project::write_report(&root, options.get("report"), &report)?;
    let account = merge(&mut books, Merge { kind: register.kind(), source, import, leads });
    print!("{}", account.map_err(|older| older.to_string())?);
    if options.flag("dry-run") {
        return Ok(());
    }
    project::save(&root, &books)
}
