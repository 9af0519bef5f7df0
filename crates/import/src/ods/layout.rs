//! What the columns of a register's file are.

use super::{Refused, Register};
use crate::rows::Row;

/// The columns of a report as it is published.
pub const COLUMNS: usize = 27;

/// The columns that a file with a header has to have, in any order and among others.
pub const HEADER: &[&str] = &["ods_code", "name", "address", "postcode", "phone", "latitude", "longitude", "lad_code"];

/// The columns of the published report that are used.
const CODE: usize = 0;
const NAME: usize = 1;
const ADDRESS: core::ops::Range<usize> = 4..9;
const POSTCODE: usize = 9;
const STATUS: usize = 12;
const SUB_TYPE: usize = 13;
const PHONE: usize = 17;
const SETTING: usize = 25;

/// Where in a row what stands.
#[derive(Debug)]
pub enum Layout {
    /// The report as it is published.
    Published,
    /// With a header; only active practices or pharmacies are in such a file.
    Headed {
        /// How many columns it has.
        columns: usize,
        /// The places of [`HEADER`]'s columns.
        places: Vec<usize>,
    },
}

/// The fields of a row that are used.
#[derive(Debug, Default)]
pub struct Fields<'r> {
    pub code: &'r str,
    pub name: &'r str,
    pub address: String,
    pub postcode: &'r str,
    pub phone: &'r str,
    /// The status and what tells GP practices or pharmacies from others; none in a file that has nothing else.
    pub filter: Option<(&'r str, &'r str)>,
    /// Latitude, longitude and authority, where the file says them.
    pub place: Option<(&'r str, &'r str, &'r str)>,
}

impl Layout {
    /// The layout of a file with this first row.
    pub fn of(register: Register, first: &Row) -> Result<Layout, Refused> {
        let another = |known| Refused::Another { expected: register, known, found: beginning(&first.text) };
        let Ok(fields) = &first.fields else { return Err(another(None)) };
        let place = |name: &str| fields.iter().position(|field| field == name);
        let has = |name: &str| place(name).is_some();
        if has("ods_code") || has("postcode") {
            if let Some(known) = known(&has) {
                return Err(another(Some(known)));
            }
            let places: Option<Vec<usize>> = HEADER.iter().map(|name| place(name)).collect();
            // Practices have a town of their own in these files, and pharmacies have not.
            return match (places, register, has("town")) {
                (None, _, _) => Err(another(None)),
                (_, Register::Practices, false) => Err(another(Some("a file of pharmacies"))),
                (_, Register::Dispensaries, true) => Err(another(Some("a file of GP practices"))),
                (Some(places), _, _) => Ok(Layout::Headed { columns: fields.len(), places }),
            };
        }
        let code = fields.first().map(String::as_str).unwrap_or_default();
        match (fields.len() == COLUMNS, register_of(code)) {
            (true, Some(found)) if found == register => Ok(Layout::Published),
            (true, Some(Register::Practices)) => Err(another(Some("epraccur"))),
            (true, Some(Register::Dispensaries)) => Err(another(Some("edispensary"))),
            _ => Err(another(None)),
        }
    }

    /// The first line is no row.
    pub fn has_header(&self) -> bool {
        matches!(self, Layout::Headed { .. })
    }

    /// How many columns a row has to have.
    pub fn columns(&self) -> usize {
        match self {
            Layout::Published => COLUMNS,
            Layout::Headed { columns, .. } => *columns,
        }
    }

    /// The fields of a row; none if it has not as many as the file has columns.
    pub fn fields<'r>(&self, register: Register, row: &'r [String]) -> Option<Fields<'r>> {
        if row.len() != self.columns() {
            return None;
        }
        let at = |place: usize| row.get(place).map(String::as_str).unwrap_or_default();
        Some(match self {
            Layout::Published => {
                let lines = row.get(ADDRESS).unwrap_or_default().iter().filter(|line| !line.is_empty());
                let setting = if register == Register::Practices { SETTING } else { SUB_TYPE };
                Fields {
                    code: at(CODE),
                    name: at(NAME),
                    address: lines.map(String::as_str).collect::<Vec<_>>().join(","),
                    postcode: at(POSTCODE),
                    phone: at(PHONE),
                    filter: Some((at(STATUS), at(setting))),
                    place: None,
                }
            }
            Layout::Headed { places, .. } => {
                let mut values = places.iter().map(|place| at(*place));
                let mut next = || values.next().unwrap_or_default();
                Fields {
                    code: next(),
                    name: next(),
                    address: next().to_owned(),
                    postcode: next(),
                    phone: next(),
                    filter: None,
                    place: Some((next(), next(), next())),
                }
            }
        })
    }
}

/// What a file with a header is, if it is one of those that look like a register and are none.
fn known(has: &impl Fn(&str) -> bool) -> Option<&'static str> {
    if has("match_confidence") || has("provider_guess") {
        return Some(
            "a list of leads to drug and alcohol services. Such a list is never imported: it holds prescribing codes and \
             not front doors, old names and old addresses. Write a service that someone has confirmed into its area's \
             area.toml by hand",
        );
    }
    if has("ods_role") {
        return Some("a list of walk-in and urgent care, which is neither GP practices nor pharmacies");
    }
    if has("parent_ods_code") {
        return Some("a list of GP sites of another date. It can be given as `--branches` beside epraccur");
    }
    if has("ods_code") && !has("display_name") && !has("opened") && !has("commissioner_code") {
        return Some("a list of pharmacies of another date, which is good for names only");
    }
    has("opening_hours_monday").then_some("a list of opening hours; `import pharmacy-hours` reads it")
}

/// The register that gives codes of this form: a letter and five digits, or F and four letters and digits.
fn register_of(code: &str) -> Option<Register> {
    let bytes = code.as_bytes();
    match bytes {
        [first, rest @ ..] if rest.len() == 5 && first.is_ascii_uppercase() => {
            rest.iter().all(u8::is_ascii_digit).then_some(Register::Practices)
        }
        [b'F', rest @ ..] if rest.len() == 4 => {
            let sound = rest.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            sound.then_some(Register::Dispensaries)
        }
        _ => None,
    }
}

/// A code of a register, to show its form.
pub fn example(register: Register) -> &'static str {
    match register {
        Register::Practices => "M82025",
        Register::Dispensaries => "FTX21",
    }
}

fn beginning(text: &str) -> String {
    text.chars().take(120).collect()
}
