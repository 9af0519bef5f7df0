use core::fmt;

use crate::{Access, Authority, Offer, Point, Postcode, hours::Schedule};

/// A place on the ground.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// Building and street, without town and postcode.
    pub address: Option<String>,
    /// The post town, or the village where the address ends with one.
    pub town: Option<String>,
    /// The postcode.
    pub postcode: Option<Postcode>,
    /// Where it is on the map: the postcode's own point, unless someone measured a better one.
    pub point: Option<Point>,
    /// The local authority that the place is in. Not whose residents are served.
    pub authority: Option<Authority>,
    /// What the place has for people who need it, term by term: present, absent or unknown.
    pub access: Offer<Access>,
}

/// A service at one of its locations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceAtLocation {
    /// Where.
    pub location: Location,
    /// When it is open; none if nobody has said.
    pub hours: Option<Schedule>,
    /// The id of the hours' own source, if it is another than the record's.
    pub hours_source: Option<String>,
}

/// Street, town and postcode in one line, as on a letter.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for part in [&self.address, &self.town].into_iter().flatten() {
            f.write_str(between)?;
            f.write_str(part)?;
            between = ", ";
        }
        if let Some(postcode) = self.postcode {
            f.write_str(if between.is_empty() { "" } else { " " })?;
            fmt::Display::fmt(&postcode, f)?;
        }
        Ok(())
    }
}
