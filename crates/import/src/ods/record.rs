//! A row as a record.

use directory::{Authority, Degrees, Location, Organization, Point, Postcode, Record, ServiceAtLocation};

use super::{
    Ask, Found, Register,
    layout::{Fields, Layout},
    phone::national,
};
use crate::{
    address, blank,
    names::titled,
    report::{LeftOut, Noted, Reason},
};

/// The statuses that a register has: with one letter, or in words.
const ACTIVE: [&str; 2] = ["A", "ACTIVE"];
const OTHERS: [&str; 6] = ["C", "D", "P", "INACTIVE", "DORMANT", "CLOSED"];
/// The setting of a GP practice, by its old number and by its role.
const GP_PRACTICE: [&str; 2] = ["4", "RO76"];
/// The type of a community pharmacy.
const PHARMACY: &str = "1";

/// What came of a sound row.
pub struct Made {
    pub id: String,
    pub outcome: Result<Box<Found>, LeftOut>,
    /// What the record lacks.
    pub lacks: Option<Noted>,
}

/// Reads a row.
pub fn record(ask: &Ask<'_>, layout: &Layout, row: &[String]) -> Result<Made, Reason> {
    let columns = || Reason::Columns { expected: layout.columns(), found: row.len() };
    let fields = layout.fields(ask.register, row).ok_or_else(columns)?;
    let code = code(fields.code).ok_or(Reason::Code)?;
    let left_out = |why| Made { id: id(code), outcome: Err(why), lacks: None };
    if let Some((status, setting)) = fields.filter {
        if !ACTIVE.contains(&status) {
            return if OTHERS.contains(&status) { Ok(left_out(LeftOut::NotActive)) } else { Err(Reason::Status) };
        }
        let wanted = match ask.register {
            Register::Practices => GP_PRACTICE.contains(&setting),
            Register::Dispensaries => setting == PHARMACY,
        };
        if !wanted {
            return Ok(left_out(LeftOut::OtherSetting));
        }
    }
    if fields.name.trim().is_empty() {
        return Err(Reason::Name);
    }
    let (postcode, point, authority) = place(ask, &fields)?;
    let Some(belongs) = ask.areas.belongs(authority, point) else { return Ok(left_out(LeftOut::Far)) };
    let name = titled(fields.name);
    let address = address::read(&fields.address, &name);
    let phone = national(fields.phone);
    let lacks = match &phone {
        Some(_) => None,
        None if fields.phone.is_empty() => Some(Noted::NoPhone),
        None => Some(Noted::PhoneUnreadable(fields.phone.to_owned())),
    };
    let location = Location {
        address: address.street,
        town: address.town,
        postcode: Some(postcode),
        point: Some(point),
        authority: Some(authority),
        ..Location::default()
    };
    let record = Record {
        name,
        organization: Organization { name: None, ods: Some(code.to_owned()) },
        phone,
        place: Some(ServiceAtLocation { location, ..ServiceAtLocation::default() }),
        ..blank::record(id(code), ask.register.kind())
    };
    let found = Found { area: belongs.area.to_owned(), nearby: belongs.nearby, record };
    Ok(Made { id: id(code), outcome: Ok(Box::new(found)), lacks })
}

/// Where a row's postcode is: by the file of postcodes, so that search and record agree, or else as the row says.
fn place(ask: &Ask<'_>, fields: &Fields<'_>) -> Result<(Postcode, Point, Authority), Reason> {
    let postcode = Postcode::read(fields.postcode).map_err(|_| Reason::Postcode)?;
    if let Some((point, authority)) = (ask.locate)(postcode) {
        return Ok((postcode, point, authority));
    }
    let said = || {
        let (latitude, longitude, authority) = fields.place?;
        let degrees = Degrees::from_degrees(latitude.parse().ok()?, longitude.parse().ok()?);
        Some((postcode, degrees.point()?, Authority::read(authority)?))
    };
    said().ok_or(Reason::UnknownPostcode)
}

/// The code of a row: capitals and digits, three to ten of them.
pub fn code(text: &str) -> Option<&str> {
    let text = text.trim();
    let plain = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (plain && (3..=10).contains(&text.len())).then_some(text)
}

/// The id of a code's record: ids have small letters.
pub fn id(code: &str) -> String {
    code.to_ascii_lowercase()
}
