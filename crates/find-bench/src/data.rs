//! Writes what `cargo xtask bench` searches: the areas' entries and postcodes, and all of England's practices and
//! pharmacies when the folder of the sources is named, as bytes for the program and as JSON for what it is compared with.
//!
//! ```sh
//! cargo run --package find-bench --profile native --bin find-data -- target/find-bench [SOURCES]
//! ```

use std::{
    collections::HashMap,
    env,
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
    process::ExitCode,
};

use directory::{
    Authority, Date, Postcode, Postcodes, Term,
    listing::{Listing, Listings},
};
use import::{
    near::Areas,
    ods::{self, Ask, Register},
    postcodes::{self, Rows, STEP, compile, gather},
    project,
    report::Report,
};
use records::Book;
use serde_json::{Value, json};

const REGISTERS: [(Register, &str, &str); 2] = [
    (Register::Practices, "gp-practices-ods-2026-02.csv", "2026-02-03"),
    (Register::Dispensaries, "pharmacies-ods-2025-04.csv", "2025-04-10"),
];
const POSTCODES: &str = "postcodes-england-wales-2025-05.csv.gz";

/// Every so many postcodes are written with their own points, to look at what the compact file says of them.
const SAMPLE: usize = 61;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let words: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let (to, sources) = match words.as_slice() {
        [to] => (to, None),
        [to, sources] => (to, Some(sources)),
        _ => return Err("name a folder to write to, and perhaps the folder of the sources".to_owned()),
    };
    fs::create_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    let root = project::root()?;
    let (areas, books) = (project::areas(&root)?, project::books(&root)?);
    let compiled = root.join(project::POSTCODES).join(postcodes::FILE);
    let bytes = fs::read(&compiled).map_err(|error| format!("{}: {error}", compiled.display()))?;
    let codes: Option<Vec<Authority>> =
        areas.iter().flat_map(|area| &area.authority_codes).map(|code| Authority::read(code)).collect();
    let rows = sources.map(|folder| rows(&folder.join(POSTCODES))).transpose()?;
    let of_areas = |row: &&postcodes::Row| codes.as_ref().is_some_and(|codes| codes.contains(&row.authority));
    let asked = rows.iter().flatten().filter(of_areas).step_by(SAMPLE);
    write(to, "areas", searched(&areas, &books), bytes, asked)?;
    if let (Some(folder), Some(rows)) = (sources, &rows) {
        let bytes = compile(rows.clone(), STEP).map_err(|unfit| unfit.to_string())?.bytes;
        let asked = rows.iter().step_by(20 * SAMPLE);
        write(to, "england", england(folder, rows)?, bytes, asked)?;
    }
    Ok(())
}

/// What the search reads. The lines for everyone are a dozen more, and left out.
fn searched(areas: &[directory::Area], books: &[Book]) -> Listings {
    records::listings(records::Searched { areas, books, lines: &[], holidays: &[], outlines: &[] })
}

fn rows(file: &Path) -> Result<Vec<postcodes::Row>, String> {
    let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let rows = Rows::open(file).map_err(|error| wrong(&error))?;
    Ok(gather(rows, &[], |_| {}).map_err(|rejected| wrong(&rejected))?.rows)
}

/// England's practices and pharmacies, read as an import reads them.
fn england(folder: &Path, rows: &[postcodes::Row]) -> Result<Listings, String> {
    let places: HashMap<Postcode, _> = rows.iter().map(|row| (row.postcode, (row.point, row.authority))).collect();
    let mut authorities: Vec<Authority> = rows.iter().map(|row| row.authority).collect();
    authorities.sort_unstable();
    authorities.dedup();
    authorities.retain(|authority| authority.as_str().starts_with('E'));
    let mut areas = Areas::default();
    areas.add("england", authorities);
    let locate = |postcode| places.get(&postcode).copied();
    let mut books = Vec::new();
    for (register, file, as_at) in REGISTERS {
        let path = folder.join(file);
        let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let opened = File::open(&path).map_err(|error| wrong(&error))?;
        let ask = Ask { register, areas: &areas, locate: &locate };
        let import = ods::read(&ask, BufReader::new(opened), &mut Report::default()).map_err(|error| wrong(&error))?;
        let source = register.source(Date::read(as_at)?);
        let records = import.found.into_values().map(|found| {
            let mut record = found.record;
            record.provenance.source.clone_from(&source.id);
            record
        });
        books.push(Book {
            heading: Vec::new(),
            area: "england".to_owned(),
            kind: register.kind(),
            nearby: false,
            records: records.collect(),
            sources: vec![source.clone()],
        });
    }
    Ok(searched(&[], &books))
}

fn write<'r>(
    to: &Path,
    name: &str,
    listings: Listings,
    postcodes: Vec<u8>,
    asked: impl Iterator<Item = &'r postcodes::Row>,
) -> Result<(), String> {
    let opened = Postcodes::open(postcodes.clone()).map_err(|fault| format!("the postcodes: {fault:?}"))?;
    let entries: Vec<Value> = listings.entries.iter().map(|entry| entry_json(entry, &opened)).collect();
    let asked: Vec<Value> = asked
        .filter(|row| row.live)
        .map(|row| json!([row.postcode, row.point.easting(), row.point.northing(), row.authority.as_str()]))
        .collect();
    println!("{name}: {} entries", entries.len());
    let json = json!({ "entries": entries, "postcodes": asked }).to_string();
    for (file, bytes) in [
        (format!("{name}-places.bin"), listings.write()),
        (format!("{name}-postcodes.bin"), postcodes),
        (format!("{name}.json"), json.into_bytes()),
    ] {
        let file = to.join(file);
        fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// An entry by the same fields that the program searches, and its place as the program takes it to be.
fn entry_json(entry: &Listing, postcodes: &Postcodes) -> Value {
    let found = entry.postcode.and_then(|postcode| postcodes.find(postcode).ok());
    let point = entry.point.or(found.map(|found| found.point));
    let degrees = point.and_then(|point| point.degrees());
    json!({
        "name": entry.name,
        "branchOf": entry.branch_of,
        "town": entry.town,
        "runBy": entry.run_by,
        "address": entry.address,
        "formerNames": entry.former_names,
        "postcode": entry.postcode,
        "kind": entry.kind.id(),
        "point": point.map(|point| [point.easting(), point.northing()]),
        "degrees": degrees.map(|degrees| [degrees.longitude, degrees.latitude].map(|millionths| f64::from(millionths) / 1e6)),
    })
}
