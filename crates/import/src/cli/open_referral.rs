//! `import open-referral` and `export`.

use std::{
    collections::BTreeMap,
    fs,
    fs::File,
    path::{Path, PathBuf},
};

use directory::{DataSource, Kind, Term};
use import::{
    merge::{Merge, merge},
    ods::Import,
    open_referral::{self, Asked},
    project,
    report::Report,
    sheet,
};

use super::{HELP, options::Options};

/// Reads pages of a feed, or a folder of tables.
pub fn import(words: &[String]) -> Result<(), String> {
    let names = ["as-at", "postcodes", "kind", "source", "name", "licence", "everywhere", "report"];
    let options = Options::read(words, &["dry-run"], &names)?;
    let files = options.all();
    let kind = options.need("kind")?;
    let kind = Kind::read(kind).ok_or_else(|| format!("`{kind}` is no kind.\n\n{HELP}"))?;
    let source = DataSource {
        id: options.need("source")?.to_owned(),
        name: options.need("name")?.to_owned(),
        licence: options.need("licence")?.to_owned(),
        as_at: options.day("as-at")?,
        lead: false,
    };
    let root = project::root()?;
    let mut books = project::books(&root)?;
    let (areas, places) = project::places(&root, &options.file("postcodes")?)?;
    let locate = |postcode| places.any(postcode);
    let everywhere = options.get("everywhere");
    let asked = Asked { kind, prefix: &source.id, areas: &areas, everywhere, locate: &locate };
    let (mut found, mut report) = (Import::default(), Report::default());
    for file in &files {
        let path = Path::new(file);
        if path.is_dir() {
            tables(&asked, path, &mut found, &mut report)?;
        } else {
            let text = fs::read_to_string(path).map_err(|error| format!("{file}: {error}."))?;
            open_referral::read(&asked, &text, &mut found, &mut report).map_err(|wrong| format!("{file}: {wrong}"))?;
        }
    }
    if files.is_empty() {
        return Err(HELP.to_owned());
    }
    println!("{report}");
    project::write_report(&root, options.get("report"), &report)?;
    for kind in Kind::ALL {
        let of = |record: &directory::Record| record.kind == *kind;
        let part = found.found.iter().filter(|(_, found)| of(&found.record));
        let part: BTreeMap<_, _> = part.map(|(id, found)| (id.clone(), found.clone())).collect();
        let known = books.iter().any(|book| book.kind == *kind && book.source(&source.id).is_some());
        if part.is_empty() && !known {
            continue;
        }
        let import = Import { found: part, left_out: found.left_out.clone(), rejected: found.rejected.clone() };
        let merged = merge(&mut books, Merge { kind: *kind, source: source.clone(), import, leads: None });
        print!("{}\n{}", kind.id(), merged.map_err(|older| older.to_string())?);
    }
    if options.flag("dry-run") { Ok(()) } else { project::save(&root, &books) }
}

fn tables(asked: &Asked<'_>, folder: &Path, import: &mut Import, report: &mut Report) -> Result<(), String> {
    let open = |table: &str| File::open(folder.join(format!("{table}.csv"))).ok();
    let services = open_referral::tables(open).map_err(|wrong| format!("{}: {wrong}", folder.display()))?;
    for (line, service) in services {
        report.read += 1;
        let row = format!("{} {}", service.id, service.name);
        open_referral::take(asked, &service, line, row, import, report);
    }
    Ok(())
}

/// Writes the feed, or a sheet, into a folder.
pub fn export(words: &[String]) -> Result<(), String> {
    let options = Options::read(words, &[], &["to"])?;
    let [what] = options.places()?;
    let root = project::root()?;
    let books = project::all_books(&root)?;
    let to = options.file("to")?;
    let files = match what {
        "open-referral" => {
            let names = open_referral::names(&project::areas(&root)?);
            open_referral::feed(&books, &names).map_err(|error| error.to_string())?
        }
        "csv" => vec![("directory.csv".to_owned(), sheet::sheet(&books).map_err(|error| error.to_string())?)],
        other => return Err(format!("`{other}` cannot be exported.\n\n{HELP}")),
    };
    for (name, text) in &files {
        let file: PathBuf = to.join(name);
        let write = || -> std::io::Result<()> {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&file, text)
        };
        write().map_err(|error| format!("{} cannot be written: {error}.", file.display()))?;
    }
    println!("{} files in {}", files.len(), to.display());
    Ok(())
}
