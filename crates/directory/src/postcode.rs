//! Postcodes: what people type, how it is written, and where it is.
//!
//! "SY1 2AQ" is an outcode (SY1), a sector (SY1 2) and a unit (AQ). A unit is some 15 addresses.

use core::fmt;

mod answers;
mod authority;
mod bits;
mod found;
mod sector;
mod shard;
mod typed;

pub use authority::Authority;
pub use found::{Found, Missing, Spread};
pub use shard::{Postcodes, ShardFault};
pub use typed::{PostcodeFault, Typed};

/// The letters of a unit, in order. C, I, K, M, O and V are never used, so that no two look alike.
const UNIT_LETTERS: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";

/// The first half of a postcode: `SY1`, `B45`, `W1A`. That it is written like one does not say that it exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcode([u8; 4]);

/// An outcode and the digit after the space: `SY1 2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sector {
    outcode: Outcode,
    digit: u8,
}

/// A whole postcode: `SY1 2AQ`. Ordered by its characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
pub struct Postcode {
    sector: Sector,
    unit: u16,
}

impl Outcode {
    /// Its two to four characters, and spaces to make them four. What files of postcodes hold and are sorted by.
    pub fn padded(self) -> [u8; 4] {
        self.0
    }

    /// The sector of this outcode with this digit; none above 9.
    pub fn sector(self, digit: u8) -> Option<Sector> {
        (digit < 10).then_some(Sector { outcode: self, digit })
    }
}

impl Sector {
    /// The outcode that it is in.
    pub fn outcode(self) -> Outcode {
        self.outcode
    }

    /// The digit, 0 to 9.
    pub fn digit(self) -> u8 {
        self.digit
    }

    /// The postcode with this unit, counted as [`Postcode::unit`]; none from 400.
    pub fn postcode(self, unit: u16) -> Option<Postcode> {
        (unit < Postcode::UNITS).then_some(Postcode { sector: self, unit })
    }
}

impl Postcode {
    /// How many units a sector can have: two letters out of twenty.
    pub const UNITS: u16 = 400;

    /// Reads a whole postcode as leniently as [`Typed::read`]; part of one is refused.
    pub fn read(text: &str) -> Result<Postcode, PostcodeFault> {
        match Typed::read(text)? {
            Typed::Postcode(postcode) => Ok(postcode),
            Typed::Sector(sector) => Err(PostcodeFault::Unfinished(sector)),
            Typed::Outcode(_) => Err(PostcodeFault::NotAPostcode),
        }
    }

    /// The outcode that it is in.
    pub fn outcode(self) -> Outcode {
        self.sector.outcode
    }

    /// The sector that it is in.
    pub fn sector(self) -> Sector {
        self.sector
    }

    /// Its last two letters as a number from 0 (AA) to 399 (ZZ).
    pub fn unit(self) -> u16 {
        self.unit
    }
}

impl fmt::Display for Outcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().filter(|byte| **byte != b' ').try_for_each(|byte| fmt::Write::write_char(f, char::from(*byte)))
    }
}

impl fmt::Display for Sector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.outcode, f)?;
        fmt::Write::write_char(f, ' ')?;
        fmt::Write::write_char(f, char::from(b'0' + self.digit % 10))
    }
}

/// In the normal way: capitals, and one space before the last three.
impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.sector, f)?;
        let letters = UNIT_LETTERS.len();
        for place in [usize::from(self.unit) / letters, usize::from(self.unit) % letters] {
            fmt::Write::write_char(f, UNIT_LETTERS.get(place).copied().map_or(' ', char::from))?;
        }
        Ok(())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl TryFrom<String> for Postcode {
    type Error = String;
    fn try_from(text: String) -> Result<Postcode, String> {
        Postcode::read(&text).map_err(|fault| format!("{text:?} is not a postcode ({fault}); write it as \"SY1 2AQ\""))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<Postcode> for String {
    fn from(postcode: Postcode) -> String {
        postcode.to_string()
    }
}
