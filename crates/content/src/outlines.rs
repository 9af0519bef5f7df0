//! `areas/<id>/boundary.toml`: an area's outline, for a map of it. An area without one has a map all the same, without it.

use directory::{Area, Outline};
use records::Boundary;

use crate::file::{Fault, Report};

/// The outlines, district by district, in the order of the areas' ids. Each is of an authority of its own area.
pub(crate) fn read(report: &mut Report<'_>, areas: &[Area]) -> Vec<Outline> {
    let boundaries = match records::load_boundaries(report.root) {
        Ok(boundaries) => boundaries,
        Err(faults) => {
            report.faults.extend(faults);
            return Vec::new();
        }
    };
    for boundary in &boundaries {
        let mut wrong =
            |reason: String| report.faults.push(Fault { file: Boundary::file(&boundary.area), line: 1, reason });
        let area = areas.iter().find(|area| area.id == boundary.area);
        let codes = area.map_or(&[][..], |area| area.authority_codes.as_slice());
        for Outline { authority, .. } in &boundary.outlines {
            if !codes.iter().any(|code| code == authority.as_str()) {
                wrong(format!(
                    "{authority} is no local authority of this area; see `authority-codes` in its area.toml"
                ));
            }
        }
        if boundary.as_at > report.today {
            wrong(format!("`as-at` is a day to come, {}", boundary.as_at));
        }
    }
    boundaries.into_iter().flat_map(|boundary| boundary.outlines).collect()
}
