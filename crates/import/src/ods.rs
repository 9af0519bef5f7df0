//! The registers of the NHS Organisation Data Service: GP practices (`epraccur`) and pharmacies (`edispensary`).
//!
//! Two forms are read: the report as it is published, 27 columns without a header, and a file of the same with a header
//! and places. A row is a record, or it is left out, or rejected with its line; the rows after it are read all the same.
//!
//! What the registers do not say stays unknown: opening hours, what a place does, and which pharmacies are internet
//! pharmacies, which have an address but no counter.

mod branches;
mod layout;
mod phone;
mod record;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    io::{self, BufRead},
};

use directory::{Authority, DataSource, Date, Kind, Point, Postcode, Record};

pub use branches::{BRANCHES, Lead, branches, source as branches_source};
pub use phone::national;

use crate::{
    near::Areas,
    report::{LeftOut, Reason, Rejected, Report},
    rows::{Row, Rows},
};
use layout::Layout;

/// A register, by the name of its report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Register {
    /// `epraccur`: prescribing codes, of which GP practices are kept.
    Practices,
    /// `edispensary`: dispensing codes, of which community pharmacies are kept.
    Dispensaries,
}

impl Register {
    /// The register whose report has this name.
    pub fn read(name: &str) -> Option<Register> {
        [Register::Practices, Register::Dispensaries].into_iter().find(|register| register.name() == name)
    }

    /// The name of its report.
    pub fn name(self) -> &'static str {
        match self {
            Register::Practices => "epraccur",
            Register::Dispensaries => "edispensary",
        }
    }

    /// What its records are.
    pub fn kind(self) -> Kind {
        match self {
            Register::Practices => Kind::Gp,
            Register::Dispensaries => Kind::Pharmacy,
        }
    }

    /// How its records name their source.
    pub fn source(self, as_at: Date) -> DataSource {
        let (id, what) = match self {
            Register::Practices => ("nhs-ods-epraccur", "GP practices"),
            Register::Dispensaries => ("nhs-ods-edispensary", "pharmacies"),
        };
        DataSource {
            id: id.to_owned(),
            name: format!("NHS Organisation Data Service, {what} ({})", self.name()),
            licence: "OGL-UK-3.0".to_owned(),
            as_at,
            lead: false,
        }
    }
}

/// Where a postcode is and whose; none for one that is not known.
pub type Locate<'a> = &'a dyn Fn(Postcode) -> Option<(Point, Authority)>;

/// What a register is asked for.
pub struct Ask<'a> {
    /// Which register the file is of.
    pub register: Register,
    /// The areas.
    pub areas: &'a Areas,
    /// The postcodes. A row whose postcode is not among them needs a place of its own.
    pub locate: Locate<'a>,
}

/// What a register says of the areas.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Records with the area that each is in or near, in the order of their ids.
    pub found: BTreeMap<String, Found>,
    /// Sound rows that are not wanted, by their record's id: what has closed is told from what has gone.
    pub left_out: BTreeMap<String, LeftOut>,
    /// The ids of rows that were rejected, as far as their code could be read: they have not gone.
    pub rejected: BTreeSet<String>,
}

/// A record, and where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The area's id.
    pub area: String,
    /// It is outside the area, though near.
    pub nearby: bool,
    /// The record, without a source.
    pub record: Record,
}

/// Reads a register.
///
/// # Errors
/// The file is another one, or cannot be read to its end. Half a register is not imported, since what it does not have
/// would count as gone.
pub fn read(ask: &Ask<'_>, file: impl BufRead, report: &mut Report) -> Result<Import, Refused> {
    let mut rows = Rows::new(file);
    let first = rows.advance()?.ok_or(Refused::Empty)?;
    let layout = Layout::of(ask.register, &first)?;
    let mut import = Import::default();
    let mut next = if layout.has_header() { rows.advance()? } else { Some(first) };
    while let Some(row) = next {
        report.read += 1;
        take(ask, &layout, row, &mut import, report);
        next = rows.advance()?;
    }
    if report.kept == 0 && import.left_out.is_empty() {
        return Err(Refused::NothingSound);
    }
    Ok(import)
}

fn take(ask: &Ask<'_>, layout: &Layout, row: Row, import: &mut Import, report: &mut Report) {
    let Row { line, text, fields } = row;
    let mut reject = |reason: Reason| report.rejected.push(Rejected { line, reason, row: text.clone() });
    let fields = match fields {
        Ok(fields) => fields,
        Err(damage) => {
            // Its code may be sound all the same, and then it has not gone.
            import.rejected.extend(text.split(',').next().and_then(record::code).map(record::id));
            return reject(damage.into());
        }
    };
    let seen = |import: &Import, id: &str| import.found.contains_key(id) || import.left_out.contains_key(id);
    match record::record(ask, layout, &fields) {
        Ok(made) if seen(import, &made.id) => reject(Reason::Twice),
        Ok(record::Made { id, outcome: Err(why), .. }) => {
            import.left_out.insert(id, why);
            report.leave_out(why);
        }
        Ok(record::Made { id, outcome: Ok(found), lacks }) => {
            report.notes.extend(lacks.map(|what| crate::report::Note { line, id: id.clone(), what }));
            import.found.insert(id, *found);
            report.kept += 1;
        }
        Err(reason) => {
            import.rejected.extend(fields.first().and_then(|code| record::code(code)).map(record::id));
            reject(reason);
        }
    }
}

/// A file that is not what was asked for.
#[derive(Debug)]
pub enum Refused {
    /// It cannot be read.
    Unreadable(io::Error),
    /// There is nothing in it.
    Empty,
    /// Every row is rejected.
    NothingSound,
    /// Its first line is another file's.
    Another {
        /// The report that was asked for.
        expected: Register,
        /// What the file is, if it is known.
        known: Option<&'static str>,
        /// The beginning of its first line.
        found: String,
    },
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Refused {
        Refused::Unreadable(error)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Unreadable(error) => write!(f, "The file cannot be read: {error}."),
            Refused::Empty => f.write_str("The file is empty."),
            Refused::NothingSound => f.write_str("No row of the file is sound, so nothing was imported."),
            Refused::Another { expected, known, found } => {
                if let Some(known) = known {
                    writeln!(f, "This is {known}.")?;
                }
                write!(
                    f,
                    "This is no {} file: it begins with {found:?}.\nExpected is the report as published, {} columns \
                     without a header, a code first such as {}; or a file with a header that has at least the columns {}.",
                    expected.name(),
                    layout::COLUMNS,
                    layout::example(*expected),
                    layout::HEADER.join(", "),
                )
            }
        }
    }
}

impl std::error::Error for Refused {}
