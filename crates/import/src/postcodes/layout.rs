//! What the columns of a file are.

use directory::{Authority, Degrees, Point, Postcode};

use super::Reason;

/// A postcode, where it is and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The postcode.
    pub postcode: Postcode,
    /// Its point. From degrees it is good to some metres, from a grid reference exact.
    pub point: Point,
    /// The local authority district of the postcode.
    pub authority: Authority,
    /// In use. Files that do not say have only postcodes in use.
    pub live: bool,
}

/// The layouts that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// OS Code-Point Open: no header.
    CodePoint,
    /// Grid references.
    Grid,
    /// Degrees, and whether the postcode is in use.
    Degrees,
}

const GRID: [&str; 4] = ["postcode", "easting", "northing", "lad_code"];
const DEGREES: [&str; 5] = ["postcode", "latitude", "longitude", "lad_code", "status"];
/// The columns of Code-Point Open: PC, PQ, EA, NO, CY, RH, LH, CC, DC, WC.
const CODE_POINT: usize = 10;

impl Layout {
    /// The layout of a file that begins with this line; none if it is another file's. The second is true if the line is
    /// a header and no row.
    pub fn of(first: &str) -> Option<(Layout, bool)> {
        let first = first.trim_start_matches('\u{feff}');
        let fields: Vec<&str> = fields(first).collect();
        if fields == GRID {
            return Some((Layout::Grid, true));
        }
        if fields == DEGREES {
            return Some((Layout::Degrees, true));
        }
        // A first row may be one without a position, but it has to be a row.
        let numbers = fields.get(1..4)?.iter().all(|field| field.parse::<u32>().is_ok());
        (fields.len() == CODE_POINT && numbers && postcode(first_of(&fields)).is_ok())
            .then_some((Layout::CodePoint, false))
    }

    /// Reads a row.
    pub fn row(self, line: &str) -> Result<Row, Reason> {
        match self {
            Layout::CodePoint => {
                let [code, _, easting, northing, _, _, _, _, district, _] = columns::<CODE_POINT>(line)?;
                grid(code, easting, northing, district)
            }
            Layout::Grid => {
                let [code, easting, northing, district] = columns(line)?;
                grid(code, easting, northing, district)
            }
            Layout::Degrees => {
                let [code, latitude, longitude, district, status] = columns(line)?;
                let degrees = |text: &str, column| text.parse::<f64>().map_err(|_| Reason::Number(column));
                let place = Degrees::from_degrees(degrees(latitude, "latitude")?, degrees(longitude, "longitude")?);
                let live = match status {
                    "live" => true,
                    "not-live" => false,
                    _ => return Err(Reason::Status),
                };
                let point = place.point().ok_or(Reason::OffGrid)?;
                Ok(Row { postcode: postcode(code)?, point, authority: authority(district)?, live })
            }
        }
    }
}

fn grid(code: &str, easting: &str, northing: &str, district: &str) -> Result<Row, Reason> {
    let metres = |text: &str, column| text.parse::<u32>().map_err(|_| Reason::Number(column));
    let (easting, northing) = (metres(easting, "easting")?, metres(northing, "northing")?);
    let postcode = postcode(code)?;
    if easting == 0 && northing == 0 {
        return Err(Reason::NoPosition);
    }
    let point = Point::new(easting, northing).ok_or(Reason::OffGrid)?;
    Ok(Row { postcode, point, authority: authority(district)?, live: true })
}

fn authority(code: &str) -> Result<Authority, Reason> {
    Authority::read(code).ok_or(Reason::Authority)
}

/// A file has to have every character right; only a person may type O for 0. Spaces are where the file likes them.
fn postcode(text: &str) -> Result<Postcode, Reason> {
    let postcode = Postcode::read(text).map_err(|fault| Reason::Postcode(Some(fault)))?;
    let written = postcode.to_string();
    let same = written.chars().filter(|letter| *letter != ' ').eq(text.chars().filter(|letter| *letter != ' '));
    if same { Ok(postcode) } else { Err(Reason::Postcode(None)) }
}

/// Fields between commas, without the quotation marks around them. None of these files has a comma in a field; a row
/// that does has too many columns.
fn fields(line: &str) -> impl Iterator<Item = &str> {
    line.split(',').map(|field| {
        let inner = field.strip_prefix('"').and_then(|field| field.strip_suffix('"'));
        inner.unwrap_or(field)
    })
}

fn columns<const N: usize>(line: &str) -> Result<[&str; N], Reason> {
    let mut found = [""; N];
    let mut count = 0;
    for field in fields(line) {
        if let Some(place) = found.get_mut(count) {
            *place = field;
        }
        count += 1;
    }
    if count == N { Ok(found) } else { Err(Reason::Columns { expected: N, found: count }) }
}

fn first_of<'a>(fields: &[&'a str]) -> &'a str {
    fields.first().copied().unwrap_or_default()
}
