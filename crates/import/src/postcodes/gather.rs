//! The rows that an import is about.

use std::collections::BTreeMap;

use directory::{Authority, Outcode};

use super::{Rejected, Row};

/// Rows of the outcodes that touch some authorities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// Every row of those outcodes, whosever it is: a neighbour's postcode has to be known to be a neighbour's.
    pub rows: Vec<Row>,
    /// How many rows were read, rejected ones too.
    pub read: u64,
    /// How many were rejected.
    pub rejected: u64,
}

/// Reads everything, and keeps the outcodes with a live postcode in one of these authorities; all if none is named.
/// What is rejected is handed on as it comes. A file that breaks off is an error: half of the postcodes are worse than
/// last quarter's.
pub fn gather(
    rows: impl IntoIterator<Item = Result<Row, Rejected>>,
    authorities: &[Authority],
    mut reject: impl FnMut(&Rejected),
) -> Result<Gathered, Rejected> {
    let mut outcodes: BTreeMap<Outcode, (bool, Vec<Row>)> = BTreeMap::new();
    let mut gathered = Gathered { rows: Vec::new(), read: 0, rejected: 0 };
    for row in rows {
        gathered.read += 1;
        match row {
            Ok(row) => {
                let (touches, rows) = outcodes.entry(row.postcode.outcode()).or_default();
                *touches |= authorities.is_empty() || (row.live && authorities.contains(&row.authority));
                rows.push(row);
            }
            Err(rejected) if rejected.reason.is_end() => return Err(rejected),
            Err(rejected) => {
                reject(&rejected);
                gathered.rejected += 1;
            }
        }
    }
    // One outcode after the other, each let go when it is taken: never all of them twice.
    for (_, (touches, rows)) in outcodes {
        if touches {
            gathered.rows.extend(rows);
        }
    }
    Ok(gathered)
}
