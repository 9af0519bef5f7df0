//! How long a search takes, and what it finds: over England's practices and pharmacies, from the folder in
//! WAYMARK_SOURCES. `cargo run --release -p import --example search_bench`

use std::{env, error::Error, hint::black_box, path::Path, time::Instant};

use directory::search::{Field, Index, words};

const FILES: [&str; 2] = ["gp-practices-ods-2026-02.csv", "pharmacies-ods-2025-04.csv"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::var("WAYMARK_SOURCES").map_err(|_| "WAYMARK_SOURCES is not set to the folder of the sources")?;
    let mut entries: Vec<(String, String)> = Vec::new();
    for file in FILES {
        let mut reader = csv::Reader::from_path(Path::new(&folder).join(file))?;
        let headers = reader.headers()?.clone();
        let column = |name: &str| headers.iter().position(|header| header == name).ok_or(format!("no column {name}"));
        let (name, address, nation) = (column("display_name")?, column("address")?, column("nation")?);
        for row in reader.records() {
            let row = row?;
            if row.get(nation) == Some("England") {
                entries.push((row.get(name).unwrap_or_default().into(), row.get(address).unwrap_or_default().into()));
            }
        }
    }
    let start = Instant::now();
    let index =
        Index::new(entries.iter().zip(0..).flat_map(|((name, address), entry)| {
            [(entry, Field::Name, name.as_str()), (entry, Field::Address, address)]
        }));
    println!("{} entries, index built in {:.1} ms", entries.len(), start.elapsed().as_secs_f64() * 1e3);
    let mut typed: Vec<String> = vec!["p".into(), "pharmacy".into(), "surg".into(), "boots man".into(), "st".into()];
    let (mut slips, mut found_despite, mut prefixes, mut found) = (Vec::new(), 0, 0, 0);
    for (place, (name, _)) in entries.iter().enumerate().step_by(37) {
        let Some(word) = words(name).into_iter().max_by_key(String::len).filter(|word| word.len() >= 5) else {
            continue;
        };
        for end in 1..=word.len() {
            prefixes += 1;
            let hits = index.find(&word[..end], entries.len());
            found += usize::from(hits.hits.iter().any(|hit| hit.entry as usize == place));
        }
        // A letter left out of the middle, whole word typed.
        let mut slip = word.clone();
        slip.remove(word.len() / 2);
        let hits = index.find(&slip, entries.len());
        found_despite += usize::from(hits.hits.iter().any(|hit| hit.entry as usize == place));
        typed.push(word);
        slips.push(slip);
    }
    println!("prefixes: {found} of {prefixes} found; one letter left out: {found_despite} of {} found", slips.len());
    time("as typed", &index, &typed);
    time("with a slip", &index, &slips);
    Ok(())
}

fn time(what: &str, index: &Index, typed: &[String]) {
    let mut times: Vec<f64> = Vec::new();
    for typed in typed {
        let start = Instant::now();
        black_box(index.find(black_box(typed), 50));
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let at =
        |part: usize| times.get((times.len() * part / 100).min(times.len().saturating_sub(1))).copied().unwrap_or(0.0);
    println!(
        "{what}: {} searches, median {:.3} ms, p95 {:.3} ms, worst {:.3} ms",
        times.len(),
        at(50),
        at(95),
        at(100)
    );
}
