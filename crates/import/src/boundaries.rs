//! Outlines of local authorities, from GeoJSON to the project's own files.
//!
//! A map on a phone has a third of a pixel for 80 metres of a county, so most points of an outline say nothing there.

mod read;
mod simplify;

use std::{collections::BTreeSet, fmt};

use directory::{Area, Authority, Date, Outline};
use records::Boundary;

pub use read::{Codes, read};
pub use simplify::simplify;

/// How far a simplified outline may be from its source, in metres, unless someone asks otherwise.
pub const TOLERANCE: u32 = 180;

/// What an outline's file says of where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Who published it, and what.
    pub name: String,
    /// The licence's short name.
    pub licence: String,
    /// The day that it speaks of.
    pub as_at: Date,
    /// How far the outlines are from it at most.
    pub tolerance: u32,
}

/// What comes of an import: the boundaries to write, and the areas that stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Those of areas that have all of their outlines.
    pub boundaries: Vec<Boundary>,
    /// Areas without all of them, with the codes that are missing.
    pub missing: Vec<(String, Vec<Authority>)>,
}

/// A file in place speaks of a later day than the one that is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Older {
    area: String,
    there: Date,
}

impl fmt::Display for Older {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Older { area, there } = self;
        write!(f, "areas/{area}/boundary.toml is of {there}, which is later. Nothing was imported.")
    }
}

/// The boundary of every area whose local authorities all have an outline here. Half a county would look like a whole
/// one, so an area that lacks one is left as it is.
///
/// # Errors
/// One of them has a newer boundary already.
pub fn boundaries(areas: &[Area], known: &[Boundary], found: &[Outline], origin: &Origin) -> Result<Outcome, Older> {
    let mut outcome = Outcome::default();
    for area in areas {
        let codes: BTreeSet<Authority> = area.authority_codes.iter().filter_map(|code| Authority::read(code)).collect();
        let outline = |code: &Authority| found.iter().find(|outline| outline.authority == *code).cloned();
        let outlines: Vec<Outline> = codes.iter().filter_map(outline).collect();
        if outlines.is_empty() || outlines.len() < codes.len() {
            let lacks = |code: &Authority| !outlines.iter().any(|outline| outline.authority == *code);
            outcome.missing.push((area.id.clone(), codes.into_iter().filter(lacks).collect()));
            continue;
        }
        let before = known.iter().find(|known| known.area == area.id);
        if let Some(before) = before.filter(|before| before.as_at > origin.as_at) {
            return Err(Older { area: area.id.clone(), there: before.as_at });
        }
        let heading = match before {
            Some(before) if !before.heading.is_empty() => before.heading.clone(),
            _ => heading(&area.id),
        };
        outcome.boundaries.push(Boundary {
            heading,
            area: area.id.clone(),
            tolerance: origin.tolerance,
            source: origin.name.clone(),
            licence: origin.licence.clone(),
            as_at: origin.as_at,
            outlines,
        });
    }
    Ok(outcome)
}

fn heading(area: &str) -> Vec<String> {
    vec![
        format!("The outline of {area}, for a small map. Written by `cargo xtask import boundaries`."),
        "It is up to `tolerance` metres off: postcodes say who lives where, not this.".to_owned(),
        "Points are metres east and north on the National Grid; each ring is closed.".to_owned(),
    ]
}
