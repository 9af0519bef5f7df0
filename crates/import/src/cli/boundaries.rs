//! `import boundaries`.

use std::{
    io::{self, Read},
    path::Path,
};

use directory::Authority;
use import::{
    boundaries::{self, Codes, Origin, TOLERANCE, boundaries, simplify},
    project,
    report::Report,
    write,
};

use super::options::Options;

/// What the outlines are, unless someone says otherwise.
const NAME: &str = "Office for National Statistics, local authority district boundaries";
const LICENCE: &str = "OGL-UK-3.0";
/// Farther off than this, an outline would be another shape.
const MOST: u32 = 2_000;

pub fn run(words: &[String]) -> Result<(), String> {
    let options = Options::read(words, &["dry-run"], &["as-at", "tolerance", "name", "licence", "report"])?;
    let [file] = options.places()?;
    let origin = Origin {
        name: options.get("name").unwrap_or(NAME).to_owned(),
        licence: options.get("licence").unwrap_or(LICENCE).to_owned(),
        as_at: options.day("as-at")?,
        tolerance: tolerance(options.get("tolerance"))?,
    };
    let root = project::root()?;
    let areas = project::areas(&root)?;
    let known = records::load_boundaries(&root).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        format!("Mend these first, or take them away:\n{}", faults.join("\n"))
    })?;
    let codes = areas.iter().flat_map(|area| &area.authority_codes).filter_map(|code| Authority::read(code));
    let codes: Codes = codes.collect();
    let text = text(file)?;
    let mut report = Report::default();
    let found = boundaries::read(&text, &codes, &mut report).map_err(|refused| format!("{file}: {refused}"))?;
    println!("{file}\n{report}");
    project::write_report(&root, options.get("report"), &report)?;
    let outcome = boundaries(&areas, &known, &simplify(&found, origin.tolerance), &origin);
    let outcome = outcome.map_err(|older| older.to_string())?;
    for (area, codes) in &outcome.missing {
        let codes: Vec<&str> = codes.iter().map(Authority::as_str).collect();
        println!("{area}: stays as it is, without an outline of {}", codes.join(", "));
    }
    for boundary in &outcome.boundaries {
        let rings = || boundary.outlines.iter().flat_map(|outline| &outline.rings);
        println!("{:>8} points in {} rings: {}", rings().flatten().count(), rings().count(), boundary.area);
    }
    if options.flag("dry-run") {
        return Ok(());
    }
    let written = write::save_boundaries(&root, &outcome.boundaries);
    project::say_written(&written.map_err(|error| format!("The outlines cannot be written: {error}."))?);
    Ok(())
}

fn tolerance(asked: Option<&str>) -> Result<u32, String> {
    let metres = asked.map_or(Some(TOLERANCE), |asked| asked.parse().ok().filter(|metres| *metres <= MOST));
    metres.ok_or_else(|| format!("`--tolerance` is whole metres, at most {MOST}."))
}

fn text(file: &str) -> Result<String, String> {
    let mut text = String::new();
    match project::open(Path::new(file))?.buffered().read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Err(format!("{file}: this is no text. Expected is GeoJSON."))
        }
        Err(error) => Err(format!("{file}: {error}.")),
    }
}
