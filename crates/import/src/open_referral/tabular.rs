//! The standard's tables, a CSV file each, put together as services.

use std::{collections::HashMap, io::Read};

use ::open_referral::shape::{
    Accessibility, Address, Contact, Location, Organization, Phone, Schedule, Service, ServiceArea, ServiceAtLocation,
};

/// The tables that are read, and the columns that each has to have. A table that is not there is empty, but for the
/// first.
pub const TABLES: [(&str, &[&str]); 10] = [
    ("services", &["id", "name", "status"]),
    ("organizations", &["id", "name"]),
    ("locations", &["id", "location_type"]),
    ("addresses", &["id", "location_id", "address_1", "city", "postal_code"]),
    ("service_at_location", &["id", "service_id", "location_id"]),
    ("schedules", &["id"]),
    ("contacts", &["id"]),
    ("phones", &["id", "contact_id", "number"]),
    ("service_areas", &["id", "service_id"]),
    ("accessibility", &["id", "location_id"]),
];

/// A row by its columns' names.
type Row = HashMap<String, String>;

/// Reads the tables and gives the services with the line of each in `services`, the header being line 1. `open` gives a
/// table's file by its name, or none. Rows of other tables that belong to nothing are passed over.
///
/// # Errors
/// A table has not the columns that it has to have, or cannot be read, or there are no services.
pub fn tables<R: Read>(mut open: impl FnMut(&str) -> Option<R>) -> Result<Vec<(u64, Service)>, String> {
    let mut tables: HashMap<&str, Vec<(u64, Row)>> = HashMap::new();
    for (name, columns) in TABLES {
        let rows = match open(name) {
            Some(file) => rows(name, columns, file)?,
            None if name == "services" => return Err("There is no table services.csv.".to_owned()),
            None => Vec::new(),
        };
        tables.insert(name, rows);
    }
    let of = |table: &str, column: &str, id: &str| -> Vec<&Row> {
        let rows = tables.get(table).into_iter().flatten();
        rows.filter(|(_, row)| row.get(column).is_some_and(|value| value == id)).map(|(_, row)| row).collect()
    };
    let services = tables.get("services").into_iter().flatten();
    Ok(services.map(|(line, row)| (*line, service(row, &of))).collect())
}

fn rows<R: Read>(name: &str, columns: &[&str], file: R) -> Result<Vec<(u64, Row)>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(file);
    let header = reader.byte_headers().map_err(|error| format!("{name}.csv: {error}."))?.clone();
    let header: Vec<String> = header.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    if let Some(missing) = columns.iter().find(|column| !header.iter().any(|found| found == *column)) {
        let found = header.join(", ");
        return Err(format!(
            "{name}.csv has no column {missing}. Expected are at least {}; found: {found}.",
            columns.join(", ")
        ));
    }
    let mut rows = Vec::new();
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(|error| format!("{name}.csv: {error}."))? {
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned());
        rows.push((line, header.iter().cloned().zip(cells).filter(|(_, cell)| !cell.is_empty()).collect()));
    }
    Ok(rows)
}

fn service<'t>(row: &Row, of: &impl Fn(&str, &str, &str) -> Vec<&'t Row>) -> Service {
    let id = text(row, "id");
    let at = of("service_at_location", "service_id", &id);
    Service {
        name: text(row, "name"),
        description: row.get("description").cloned(),
        url: row.get("url").cloned(),
        email: row.get("email").cloned(),
        status: text(row, "status"),
        minimum_age: number(row, "minimum_age"),
        maximum_age: number(row, "maximum_age"),
        alert: row.get("alert").cloned(),
        organization: of("organizations", "id", &text(row, "organization_id")).first().map(|row| Organization {
            id: text(row, "id"),
            name: text(row, "name"),
            ..Organization::default()
        }),
        schedules: own(of("schedules", "service_id", &id)).into_iter().map(schedule).collect(),
        contacts: of("contacts", "service_id", &id).into_iter().map(|row| contact(row, of)).collect(),
        service_areas: of("service_areas", "service_id", &id).into_iter().map(area).collect(),
        service_at_locations: at.into_iter().map(|row| located(row, of)).collect(),
        id,
        ..Service::default()
    }
}

/// A schedule of a service at one of its locations names the service too, and is not the service's own.
fn own(rows: Vec<&Row>) -> Vec<&Row> {
    rows.into_iter().filter(|row| !row.contains_key("service_at_location_id")).collect()
}

fn located<'t>(row: &Row, of: &impl Fn(&str, &str, &str) -> Vec<&'t Row>) -> ServiceAtLocation {
    let id = text(row, "id");
    let place = text(row, "location_id");
    let location = of("locations", "id", &place).first().map(|row| Location {
        location_type: text(row, "location_type"),
        name: row.get("name").cloned(),
        latitude: number(row, "latitude"),
        longitude: number(row, "longitude"),
        addresses: of("addresses", "location_id", &place).into_iter().map(address).collect(),
        accessibility: of("accessibility", "location_id", &place).into_iter().map(accessible).collect(),
        id: place,
        ..Location::default()
    });
    let schedules = of("schedules", "service_at_location_id", &id).into_iter().map(schedule).collect();
    ServiceAtLocation { id, location, schedules, contacts: Vec::new() }
}

fn address(row: &Row) -> Address {
    Address {
        id: text(row, "id"),
        address_1: text(row, "address_1"),
        city: text(row, "city"),
        state_province: text(row, "state_province"),
        postal_code: text(row, "postal_code"),
        country: text(row, "country"),
        address_type: text(row, "address_type"),
    }
}

fn accessible(row: &Row) -> Accessibility {
    Accessibility { id: text(row, "id"), description: row.get("description").cloned() }
}

fn schedule(row: &Row) -> Schedule {
    Schedule {
        id: text(row, "id"),
        valid_from: row.get("valid_from").cloned(),
        valid_to: row.get("valid_to").cloned(),
        freq: row.get("freq").cloned(),
        interval: number(row, "interval"),
        byday: row.get("byday").cloned(),
        bymonthday: row.get("bymonthday").cloned(),
        opens_at: row.get("opens_at").cloned(),
        closes_at: row.get("closes_at").cloned(),
        description: row.get("description").cloned(),
    }
}

fn contact<'t>(row: &Row, of: &impl Fn(&str, &str, &str) -> Vec<&'t Row>) -> Contact {
    let id = text(row, "id");
    let phones = of("phones", "contact_id", &id).into_iter().map(|row| Phone {
        id: text(row, "id"),
        // Some programs write numbers in quotation marks of their own, so that a spreadsheet leaves them alone.
        number: text(row, "number").trim_matches('"').to_owned(),
        description: row.get("description").cloned(),
    });
    Contact { phones: phones.collect(), name: row.get("name").cloned(), id }
}

fn area(row: &Row) -> ServiceArea {
    ServiceArea {
        id: text(row, "id"),
        name: row.get("name").cloned(),
        extent: row.get("extent").cloned(),
        extent_type: row.get("extent_type").cloned(),
    }
}

fn text(row: &Row, column: &str) -> String {
    row.get(column).cloned().unwrap_or_default()
}

fn number(row: &Row, column: &str) -> Option<f64> {
    row.get(column)?.parse().ok()
}
