use directory::Point;

/// The address of a map with a mark at a point, on OpenStreetMap: it needs no account, and a phone's own maps program
/// may open it. None where the grid's points are not turned into degrees.
pub fn to(point: Point) -> Option<String> {
    let (north, east) = decimals(point)?;
    Some(["https://www.openstreetmap.org/?mlat=", &north, "&mlon=", &east, "#map=17/", &north, "/", &east].concat())
}

/// A point as degrees north and east: "52.70823" and "-2.75401".
pub fn decimals(point: Point) -> Option<(String, String)> {
    let degrees = point.degrees()?;
    Some((decimal(degrees.latitude), decimal(degrees.longitude)))
}

/// Millionths of a degree as a decimal with five places, which is a metre.
fn decimal(millionths: i32) -> String {
    let places = (millionths.unsigned_abs() + 5) / 10;
    let (whole, rest) = (places / 100_000, places % 100_000);
    let rest = (100_000 + rest).to_string();
    let sign = if millionths < 0 && places > 0 { "-" } else { "" };
    [sign, &whole.to_string(), ".", rest.strip_prefix('1').unwrap_or_default()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_have_five_places() {
        for (millionths, expected) in [
            (52_708_004, "52.70800"),
            (52_708_005, "52.70801"),
            (-2_750_000, "-2.75000"),
            (-4, "0.00000"),
            (50, "0.00005"),
            (-999_999, "-1.00000"),
        ] {
            assert_eq!(decimal(millionths), expected);
        }
    }

    #[test]
    fn a_point_is_where_it_is() {
        let shrewsbury = Point::new(349_300, 312_800).expect("a point");
        let link = to(shrewsbury).expect("a link");
        assert!(
            link.starts_with("https://www.openstreetmap.org/?mlat=52.71") && link.contains("&mlon=-2.75"),
            "{link}"
        );
    }
}
