//! Branch surgeries, which the register does not have, from an older list of GP sites.
//!
//! They are leads: where people may find a practice, to be confirmed by someone. Only their names and places are taken;
//! numbers of that age are not.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::BufRead,
};

use directory::{Branch, DataSource, Date, Location, Postcode, ServiceAtLocation};

use super::{Import, Locate, Refused, Register, record};
use crate::{
    address,
    names::titled,
    report::{LeftOut, Reason, Rejected, Report},
    rows::Rows,
};

/// The id of the leads' source.
pub const BRANCHES: &str = "nhsuk-gp-sites";

/// A branch, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// The id of the practice.
    pub practice: String,
    /// The branch.
    pub branch: Branch,
}

const HEADER: [&str; 5] = ["ods_code", "name", "address", "postcode", "parent_ods_code"];

/// How leads name their source.
pub fn source(as_at: Date) -> DataSource {
    DataSource {
        id: BRANCHES.to_owned(),
        name: "NHS Choices open data, GP practices and surgeries".to_owned(),
        licence: "OGL-UK-3.0".to_owned(),
        as_at,
        lead: true,
    }
}

/// Reads a list of GP sites, and keeps the branches of the practices that an import of the register has found.
///
/// # Errors
/// The file is another one, or cannot be read to its end.
pub fn branches(
    import: &Import,
    locate: Locate<'_>,
    file: impl BufRead,
    report: &mut Report,
) -> Result<Vec<Lead>, Refused> {
    let mut rows = Rows::new(file);
    let first = rows.advance()?.ok_or(Refused::Empty)?;
    let columns = first.fields.as_ref().ok();
    let place = |name: &&str| columns.and_then(|columns| columns.iter().position(|column| column == name));
    let at: Vec<usize> = HEADER.iter().filter_map(place).collect();
    let columns = columns.map(Vec::len).unwrap_or_default();
    let &[code, name, address, postcode, _] = at.as_slice() else {
        let found = first.text.chars().take(120).collect();
        return Err(Refused::Another { expected: Register::Practices, known: Some("no list of GP sites"), found });
    };
    let mut leads = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut places = BTreeSet::new();
    while let Some(row) = rows.advance()? {
        report.read += 1;
        let site = row.fields.as_deref().map_err(|damage| Reason::from(*damage)).and_then(|fields| {
            let at = |place: usize| fields.get(place).map(String::as_str).unwrap_or_default();
            let columns = Reason::Columns { expected: columns, found: fields.len() };
            let whole = fields.len() == first.fields.as_ref().map_or(0, Vec::len);
            if whole { Ok([at(code), at(name), at(address), at(postcode)]) } else { Err(columns) }
        });
        match site.and_then(|site| lead(import, locate, site)) {
            Ok(Ok(lead)) if !seen.insert(lead.branch.id.clone()) => {
                report.rejected.push(Rejected { line: row.line, reason: Reason::Twice, row: row.text });
            }
            Ok(Ok(lead)) if !places.insert((lead.practice.clone(), lead.branch.place.location.postcode)) => {
                report.leave_out(LeftOut::SamePlace);
            }
            Ok(Ok(lead)) => {
                report.kept += 1;
                leads.insert(lead.branch.id.clone(), lead);
            }
            Ok(Err(why)) => report.leave_out(why),
            Err(reason) => report.rejected.push(Rejected { line: row.line, reason, row: row.text }),
        }
    }
    Ok(leads.into_values().collect())
}

fn lead(
    import: &Import,
    locate: Locate<'_>,
    [code, name, address, postcode]: [&str; 4],
) -> Result<Result<Lead, LeftOut>, Reason> {
    let code = record::code(code).ok_or(Reason::Code)?;
    // A branch has its practice's six characters and three of its own.
    let Some(practice) = code.get(..6).filter(|_| code.len() == 9).map(record::id) else {
        return Ok(Err(LeftOut::SamePlace));
    };
    let Some(found) = import.found.get(&practice) else { return Ok(Err(LeftOut::OtherPractice)) };
    let postcode = Postcode::read(postcode).map_err(|_| Reason::Postcode)?;
    if found.record.locations().any(|location| location.postcode == Some(postcode)) {
        return Ok(Err(LeftOut::SamePlace));
    }
    let (point, authority) = locate(postcode).ok_or(Reason::UnknownPostcode)?;
    let name = titled(name);
    let address = address::read(address, &name);
    let location = Location {
        address: address.street,
        town: address.town,
        postcode: Some(postcode),
        point: Some(point),
        authority: Some(authority),
        ..Location::default()
    };
    let branch = Branch {
        id: record::id(code),
        name: (!name.is_empty() && name != found.record.name).then_some(name),
        phone: None,
        place: ServiceAtLocation { location, ..ServiceAtLocation::default() },
        source: Some(BRANCHES.to_owned()),
    };
    Ok(Ok(Lead { practice, branch }))
}
