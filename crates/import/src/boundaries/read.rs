use std::collections::HashSet;

use directory::{Authority, Degrees, Outline, Point};
use serde_json::Value;

use crate::report::{LeftOut, Reason, Rejected, Report};

/// The local authorities whose outlines are wanted.
pub type Codes = HashSet<Authority>;

/// What has to be in the file.
const EXPECTED: &str = "Expected is GeoJSON: a FeatureCollection of Polygons and MultiPolygons in degrees (WGS84), each \
                        with the property `lad_code`, such as E06000051.";

/// Reads outlines from GeoJSON, as exact as they are. A feature that does not fit is rejected with its place in the file,
/// from 1; the others are read all the same.
///
/// # Errors
/// It is no GeoJSON of that kind, or has no outline that is wanted.
pub fn read(text: &str, wanted: &Codes, report: &mut Report) -> Result<Vec<Outline>, String> {
    let file: Value = serde_json::from_str(text).map_err(|error| format!("This is no JSON: {error}. {EXPECTED}"))?;
    let features = match (file.get("type").and_then(Value::as_str), file.get("features").and_then(Value::as_array)) {
        (Some("FeatureCollection"), Some(features)) => features,
        _ => return Err(format!("This is no FeatureCollection. {EXPECTED}")),
    };
    let mut found: Vec<Outline> = Vec::new();
    for (line, value) in (1..).zip(features) {
        report.read += 1;
        match feature(value, wanted) {
            Ok(None) => report.leave_out(LeftOut::OtherAuthority),
            Ok(Some(outline)) if found.iter().any(|other| other.authority == outline.authority) => {
                reject(report, line, value, &format!("{} was in an earlier feature", outline.authority));
            }
            Ok(Some(outline)) => {
                report.kept += 1;
                found.push(outline);
            }
            Err(why) => reject(report, line, value, &why),
        }
    }
    if found.is_empty() {
        return Err(format!("No feature is the outline of one of the areas here.\n{report}{EXPECTED}"));
    }
    Ok(found)
}

fn reject(report: &mut Report, line: u64, feature: &Value, why: &str) {
    let row = feature.get("properties").unwrap_or(feature).to_string().chars().take(200).collect();
    report.rejected.push(Rejected { line, reason: Reason::Other(format!("feature {line}: {why}")), row });
}

/// None if it is of an authority that is not wanted.
fn feature(feature: &Value, wanted: &Codes) -> Result<Option<Outline>, String> {
    let code = feature.pointer("/properties/lad_code").ok_or("without the property `lad_code`")?;
    let code = code.as_str().and_then(Authority::read);
    let authority = code.ok_or("`lad_code` is no code of a local authority, such as E06000051")?;
    if !wanted.contains(&authority) {
        return Ok(None);
    }
    let kind = feature.pointer("/geometry/type").and_then(Value::as_str).unwrap_or("nothing");
    let coordinates = feature.pointer("/geometry/coordinates").and_then(Value::as_array);
    let rings: Vec<&Value> = match (kind, coordinates) {
        ("Polygon", Some(rings)) => rings.iter().collect(),
        ("MultiPolygon", Some(polygons)) => {
            let rings = polygons.iter().map(|polygon| polygon.as_array().ok_or("a polygon is a list of rings"));
            rings.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect()
        }
        _ => return Err(format!("its geometry is {kind}, and no Polygon or MultiPolygon")),
    };
    let rings = rings.into_iter().map(ring).collect::<Result<Vec<_>, _>>()?;
    if rings.is_empty() { Err("it has no ring".to_owned()) } else { Ok(Some(Outline { authority, rings })) }
}

/// A ring's points, without the last, which is the first again.
fn ring(ring: &Value) -> Result<Vec<Point>, String> {
    let places = ring.as_array().ok_or("a ring is a list of positions")?;
    let mut points = places.iter().map(position).collect::<Result<Vec<_>, _>>()?;
    if points.len() < 4 || points.first() != points.last() {
        return Err("a ring has four positions or more, and ends where it begins".to_owned());
    }
    points.pop();
    Ok(points)
}

fn position(position: &Value) -> Result<Point, String> {
    let degrees = |place: usize| position.get(place).and_then(Value::as_f64);
    let (longitude, latitude) =
        degrees(0).zip(degrees(1)).ok_or_else(|| format!("{position} is no longitude and latitude"))?;
    let point = Degrees::from_degrees(latitude, longitude).point();
    point.ok_or_else(|| format!("{position} is not in England or Wales: longitude, then latitude, in degrees"))
}
