//! Measures the compact postcodes, and writes them when asked to:
//!
//! ```sh
//! WAYMARK_SOURCES=folder cargo run --package import --profile native --example postcodes_bench
//! WAYMARK_SOURCES=folder cargo run --package import --profile native --example postcodes_bench -- --write data/postcodes
//! ```
//!
//! The folder has `postcodes-england-wales-2025-05.csv.gz` or another file that the importer reads, named as the last
//! argument. Nothing is asserted here; the tests do that.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use directory::{Authority, Outcode, Postcode, Postcodes, Typed};
use import::postcodes::{Compiled, Gathered, Row, Rows, STEP, compile, gather, write};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let folder = arguments.iter().position(|argument| argument == "--write").map(|at| arguments.get(at + 1));
    let folder = folder.map(|folder| folder.ok_or("--write needs a folder")).transpose()?;
    let named = arguments.last().filter(|last| !last.starts_with("--") && Some(*last) != folder);
    let file = match (named, env::var_os("WAYMARK_SOURCES")) {
        (Some(named), _) => PathBuf::from(named),
        (None, Some(sources)) => Path::new(&sources).join("postcodes-england-wales-2025-05.csv.gz"),
        (None, None) => return Err("set WAYMARK_SOURCES to the folder of the sources, or name a file".to_owned()),
    };

    println!("the areas, from {}", file.file_name().unwrap_or_default().display());
    let areas = measured(&file, &authorities()?, STEP)?;
    if let Some(folder) = folder {
        let changed = write(Path::new(folder), &areas.1).map_err(|error| format!("{folder}: {error}"))?;
        println!("{folder}: {}", if changed { "written" } else { "was so already" });
        return Ok(());
    }
    println!("\nother steps, the same rows: raw, brotli");
    for step in [24, 28, 36, 40, 48, 64] {
        let compiled = compile(areas.0.rows.clone(), step).map_err(|error| error.to_string())?;
        println!("{step:>4} m {:>9} {:>9}", compiled.bytes.len(), brotli(&compiled.bytes));
    }
    println!("\neverything in the file");
    drop(areas);
    measured(&file, &[], STEP).map(drop)
}

/// The codes of the areas that the site is for.
fn authorities() -> Result<Vec<Authority>, String> {
    let areas = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../areas");
    let mut codes = Vec::new();
    for area in fs::read_dir(areas).map_err(|error| error.to_string())? {
        let path = area.map_err(|error| error.to_string())?.path().join("area.toml");
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let table: toml::Table = text.parse().map_err(|error| format!("{}: {error}", path.display()))?;
        let listed = table.get("authority-codes").and_then(|codes| codes.as_array());
        codes.extend(listed.into_iter().flatten().filter_map(|code| Authority::read(code.as_str()?)));
    }
    codes.sort();
    Ok(codes)
}

fn measured(file: &Path, authorities: &[Authority], step: u8) -> Result<(Gathered, Compiled), String> {
    let started = Instant::now();
    let rows = Rows::open(file).map_err(|error| error.to_string())?;
    let gathered = gather(rows, authorities, |rejected| println!("rejected: {rejected}"))
        .map_err(|rejected| rejected.to_string())?;
    let read = started.elapsed();
    println!(
        "  read {} rows, kept {}, rejected {}, in {read:.2?}",
        gathered.read,
        gathered.rows.len(),
        gathered.rejected
    );
    println!("  the most memory so far: {}", peak());
    let started = Instant::now();
    let compiled = compile(gathered.rows.clone(), step).map_err(|error| error.to_string())?;
    println!(
        "  compiled in {:.2?}; the most memory so far, with a copy of the rows to compare with: {}",
        started.elapsed(),
        peak()
    );
    println!(
        "  {} postcodes, {} sectors, {} outcodes, {} authorities, {} clashes",
        compiled.postcodes,
        compiled.sectors,
        compiled.outcodes,
        compiled.authorities.len(),
        compiled.clashes.len()
    );
    let bytes = compiled.bytes.len();
    println!("  {bytes} bytes, {} with brotli; {:.2} bits a postcode", brotli(&compiled.bytes), {
        bytes as f64 * 8.0 / compiled.postcodes as f64
    });
    let (copy, opening) = (compiled.bytes.clone(), Instant::now());
    let postcodes = Postcodes::open(copy).map_err(|fault| format!("{fault:?}"))?;
    println!("  opened in {:.1?}", opening.elapsed());
    errors(&postcodes, &gathered.rows);
    times(&postcodes, &gathered.rows);
    Ok((gathered, compiled))
}

/// How far what is found lies from what was in the source, and whether its authority is the same.
fn errors(postcodes: &Postcodes, rows: &[Row]) {
    let mut metres: Vec<f64> = Vec::new();
    let mut wrong = 0;
    for row in rows.iter().filter(|row| row.live) {
        match postcodes.find(row.postcode) {
            Ok(found) => {
                let east = f64::from(found.point.easting()) - f64::from(row.point.easting());
                let north = f64::from(found.point.northing()) - f64::from(row.point.northing());
                metres.push(east.hypot(north));
                wrong += u32::from(found.authority != row.authority);
            }
            Err(_) => wrong += 1,
        }
    }
    metres.sort_by(f64::total_cmp);
    let mean = metres.iter().sum::<f64>() / metres.len().max(1) as f64;
    let [half, most, worst] = [0.5, 0.95, 1.0].map(|part| at(&metres, part));
    println!(
        "  error: mean {mean:.1} m, median {half:.1}, 95 % {most:.1}, worst {worst:.1}; wrong authority or not found: {wrong}"
    );
}

fn times(postcodes: &Postcodes, rows: &[Row]) {
    // In an order that jumps about, so that nothing is near what was read last.
    let asked: Vec<Postcode> =
        (0..20_000).filter_map(|n| rows.get(n * 7_919 % rows.len())).map(|row| row.postcode).collect();
    println!("  one postcode: {}", spread(&asked, |postcode| postcodes.find(*postcode)));
    let typed: Vec<String> = asked.iter().map(ToString::to_string).collect();
    println!(
        "  reading it as typed, too: {}",
        spread(&typed, |typed| match Typed::read(typed) {
            Ok(Typed::Postcode(postcode)) => postcodes.find(postcode).ok(),
            _ => None,
        })
    );
    println!("  its sector: {}", spread(&asked, |postcode| postcodes.sector(postcode.sector())));
    let outcodes: Vec<Outcode> = postcodes.outcodes().collect();
    println!("  an outcode: {}", spread(&outcodes, |outcode| postcodes.outcode(*outcode)));
    let near: Vec<_> = rows.iter().step_by(rows.len() / 50 + 1).map(|row| row.point).collect();
    println!("  the nearest postcode: {}", spread(&near, |point| postcodes.nearest(*point)));
}

/// Half and 95 % of the calls take no longer than this.
fn spread<T, A>(values: &[T], mut call: impl FnMut(&T) -> A) -> String {
    let mut times: Vec<Duration> = values
        .iter()
        .map(|value| {
            let started = Instant::now();
            let answer = std::hint::black_box(call(std::hint::black_box(value)));
            let taken = started.elapsed();
            drop(answer);
            taken
        })
        .collect();
    times.sort();
    let [half, most] = [0.5, 0.95].map(|part| times.get(((times.len() as f64 * part) as usize).min(times.len() - 1)));
    format!("p50 {:.2?}, p95 {:.2?}", half.copied().unwrap_or_default(), most.copied().unwrap_or_default())
}

fn at(sorted: &[f64], part: f64) -> f64 {
    let place = (sorted.len() as f64 * part) as usize;
    sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    let written = writer.write_all(bytes).and_then(|()| writer.flush());
    drop(writer);
    if written.is_ok() { packed.len() } else { 0 }
}

/// The most memory that this process has held, where the system says so.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("not known here".to_owned(), |line| line.trim().to_owned())
}
