use super::Authority;
use crate::Point;

/// Where a postcode is and whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The middle of the square, some 32 m wide, in which the postcode's own point is.
    pub point: Point,
    /// The local authority of the postcode, exactly as in the source.
    pub authority: Authority,
}

/// Where the postcodes of a sector or an outcode are, taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// The mean of its postcodes' points.
    pub middle: Point,
    /// The local authorities of its postcodes, the one with most postcodes first.
    pub authorities: Vec<Authority>,
    /// How many postcodes it has.
    pub postcodes: u32,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The outcode is not one of these: the place is somewhere else, or nowhere.
    Outcode,
    /// The outcode is here, the sector is not.
    Sector,
    /// The sector is here, the postcode is not: newer than the source, out of use, or mistyped.
    Unit,
    /// The bytes are damaged at this place.
    Damaged,
}
