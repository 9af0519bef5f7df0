//! `areas/<area>/boundary.toml`: the area's outline, district by district, for a map of it.

use std::{fs, io, path::Path};

use directory::{Authority, Date, Outline, Point};
use serde::Deserialize;
use toml::Spanned;

use crate::{Fault, text::Text};

/// An area's outline, with where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundary {
    /// What stands at the top of the file: lines without their `#`.
    pub heading: Vec<String>,
    /// The area's id.
    pub area: String,
    /// How far, in metres, the outline may be from its source's.
    pub tolerance: u32,
    /// Who published it, and what.
    pub source: String,
    /// The licence's short name, as SPDX has it.
    pub licence: String,
    /// The day that the outline speaks of.
    pub as_at: Date,
    /// The districts, in the order of their codes.
    pub outlines: Vec<Outline>,
}

impl Boundary {
    /// Where an area's outline lies, from the project's folder.
    pub fn file(area: &str) -> String {
        format!("areas/{area}/boundary.toml")
    }
}

/// How many points stand on a line of the file.
const A_LINE: usize = 8;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    area: String,
    tolerance: u32,
    source: String,
    licence: String,
    as_at: Date,
    #[serde(default)]
    outline: Vec<Shape>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Shape {
    authority: Spanned<String>,
    rings: Vec<Spanned<String>>,
}

/// The text of a boundary's file: the same for the same boundary, whatever the order of its districts.
pub fn write_boundary(boundary: &Boundary) -> String {
    let mut text = Text::default();
    text.heading(&boundary.heading);
    text.text("area", &boundary.area);
    text.key("tolerance");
    text.raw(&format!("{}\n", boundary.tolerance));
    text.text("source", &boundary.source);
    text.text("licence", &boundary.licence);
    text.text("as-at", &String::from(boundary.as_at));
    let mut outlines: Vec<&Outline> = boundary.outlines.iter().collect();
    outlines.sort_by_key(|outline| outline.authority);
    for outline in outlines {
        text.raw("\n[[outline]]\n");
        text.text("authority", outline.authority.as_str());
        text.key("rings");
        for (place, ring) in outline.rings.iter().enumerate() {
            text.raw(if place == 0 { "[\"\"\"\n" } else { ", \"\"\"\n" });
            for line in ring.chunks(A_LINE) {
                let points = line.iter().map(|point| format!("{} {}", point.easting(), point.northing()));
                text.raw(&points.collect::<Vec<_>>().join(", "));
                text.raw("\n");
            }
            text.raw("\"\"\"");
        }
        text.raw(if outline.rings.is_empty() { "[]\n" } else { "]\n" });
    }
    text.finish()
}

/// Reads a boundary's file. `name` is its path from the project's folder, for what is said of faults.
///
/// # Errors
/// Everything that is wrong, each with its line; if it does not even have the shape of such a file, only the first
/// thing that does not fit.
pub fn read_boundary(name: &str, text: &str) -> Result<Boundary, Vec<Fault>> {
    let line_at = |offset: usize| text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1;
    let mut faults = Vec::new();
    let mut wrong = |line: usize, reason: String| faults.push(Fault { file: name.to_owned(), line, reason });
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            wrong(error.span().map_or(1, |span| line_at(span.start)), error.message().to_owned());
            return Err(faults);
        }
    };
    if file.outline.is_empty() {
        wrong(1, "there is no [[outline]]; import it again, or take the file away".to_owned());
    }
    let mut outlines: Vec<Outline> = Vec::new();
    for Shape { authority: code, rings: texts } in file.outline {
        let line = line_at(code.span().start);
        let code = code.into_inner();
        let mut rings = Vec::new();
        for ring in texts {
            // The first line of points is the one after the quotes, if there is a line end after them.
            let start = ring.span().start;
            let below = text.get(start..).is_some_and(|rest| rest.starts_with("\"\"\"\n"));
            match points(ring.get_ref()) {
                Ok(points) => rings.push(points),
                Err((place, reason)) => wrong(line_at(start) + usize::from(below) + place, reason),
            }
        }
        match Authority::read(&code) {
            None => wrong(line, format!("{code:?} is no code of a local authority, such as \"E06000051\"")),
            Some(code) if outlines.iter().any(|other| other.authority == code) => {
                wrong(line, format!("{code} has an outline already"));
            }
            Some(authority) => outlines.push(Outline { authority, rings }),
        }
    }
    let heading = text.lines().take_while(|line| line.starts_with('#'));
    let heading = heading.map(|line| line.trim_start_matches('#').trim().to_owned()).collect();
    let File { area, tolerance, source, licence, as_at, .. } = file;
    let boundary = Boundary { heading, area, tolerance, source, licence, as_at, outlines };
    if faults.is_empty() { Ok(boundary) } else { Err(faults) }
}

/// The points of a ring; or the line of the ring, from 0, and what is wrong in it.
fn points(text: &str) -> Result<Vec<Point>, (usize, String)> {
    let mut ring = Vec::new();
    for (place, line) in text.lines().enumerate() {
        for point in line.split(',') {
            let mut numbers = point.split_whitespace().map(|number| number.parse::<u32>().ok());
            let read = match (numbers.next(), numbers.next(), numbers.next()) {
                (Some(Some(east)), Some(Some(north)), None) => Point::new(east, north),
                _ => None,
            };
            let why = || (place, format!("{point:?} is no point of the National Grid: metres east, then north"));
            ring.push(read.ok_or_else(why)?);
        }
    }
    if ring.len() < 3 { Err((0, "a ring has three points or more".to_owned())) } else { Ok(ring) }
}

/// The boundary of every area under `root` that has one, in the order of their ids.
///
/// # Errors
/// Everything that is wrong in any of them: also a file that cannot be read, and one that says it is of another area
/// than where it lies.
pub fn load_boundaries(root: &Path) -> Result<Vec<Boundary>, Vec<Fault>> {
    let fault = |file: &str, reason: String| Fault { file: file.to_owned(), line: 1, reason };
    let folders = match fs::read_dir(root.join("areas")) {
        Ok(folders) => folders,
        Err(error) => return Err(vec![fault("areas", format!("cannot be read: {error}"))]),
    };
    let ids = folders.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut ids: Vec<String> = ids.collect();
    ids.sort();
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for id in ids {
        let file = Boundary::file(&id);
        match fs::read_to_string(root.join(&file)) {
            Ok(text) => match read_boundary(&file, &text) {
                Ok(boundary) if boundary.area != id => {
                    faults.push(fault(&file, format!("it says that it is of the area {:?}", boundary.area)));
                }
                Ok(boundary) => found.push(boundary),
                Err(wrong) => faults.extend(wrong),
            },
            // A map can do without; a folder or a file without areas is not this function's to judge.
            Err(error) if [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].contains(&error.kind()) => {}
            Err(error) => faults.push(fault(&file, format!("cannot be read: {error}"))),
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}
