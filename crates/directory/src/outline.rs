//! The outline of a local authority, coarse enough to draw and too coarse to decide who lives where: postcodes do that.

use crate::{
    Authority, Damaged, Point,
    bytes::{list, number, put_list, put_number, reading},
};

/// A local authority's edge, as rings of points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Whose.
    pub authority: Authority,
    /// Each ring is closed, its last point joined to its first. What lies within one ring is inside, within two outside
    /// again, and so on: islands and holes need no marks.
    pub rings: Vec<Vec<Point>>,
}

impl Outline {
    /// Appends the outline: the code, then for each ring how many points it has, the first of them, and how far each
    /// is from the one before.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.authority.as_str().as_bytes());
        put_list(out, &self.rings, |out, ring| {
            put_number(out, ring.len() as u32);
            let mut before = (0, 0);
            for point in ring {
                let (east, north) = (point.easting() as i32, point.northing() as i32);
                put_number(out, folded(east - before.0));
                put_number(out, folded(north - before.1));
                before = (east, north);
            }
        });
    }

    /// Reads what [`Outline::write`] appended, and moves `bytes` on past it. Any bytes give an outline or an error.
    ///
    /// # Errors
    /// The bytes break off, or have a point that is not on the grid.
    pub fn read(bytes: &mut &[u8]) -> Result<Outline, Damaged> {
        reading(bytes, outline)
    }
}

fn outline(bytes: &mut &[u8]) -> Option<Outline> {
    let (code, rest) = bytes.split_at_checked(9)?;
    *bytes = rest;
    Some(Outline { authority: Authority::from_bytes(code)?, rings: list(bytes, ring)? })
}

fn ring(bytes: &mut &[u8]) -> Option<Vec<Point>> {
    let count = number(bytes)?;
    let mut ring = Vec::new();
    let (mut east, mut north) = (0_i32, 0_i32);
    for _ in 0..count {
        east = east.checked_add(unfolded(number(bytes)?))?;
        north = north.checked_add(unfolded(number(bytes)?))?;
        ring.push(Point::new(u32::try_from(east).ok()?, u32::try_from(north).ok()?)?);
    }
    Some(ring)
}

/// Small numbers of either sign as small numbers: 0, -1, 1, -2 become 0, 1, 2, 3.
fn folded(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)) as u32
}

fn unfolded(number: u32) -> i32 {
    (number >> 1) as i32 ^ -((number & 1) as i32)
}
