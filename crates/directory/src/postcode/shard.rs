//! Many postcodes in few bytes. `import::postcodes` writes them, this reads them, one sector at a time.
//!
//! ```text
//! "WPC1"                       whole numbers of more than one byte: lowest byte first
//! step                   1     metres: a point is known to a square of this size
//! authorities            2     how many, then 9 bytes each: their codes
//! outcodes               2     how many, then in order of their names, 10 bytes each:
//!   name                 4       with spaces after it
//!   sectors              2       a bit for each digit, 0 lowest
//!   block                4       where the outcode's block begins, from the first block
//! blocks, to the end; one:
//!   corner             2 + 2     steps east and north from the grid's origin to its south-west corner
//!   widths               1       bits of steps east (high half) and north from there
//!   lengths            2 each    bytes of each sector, by its digit
//!   sectors                      each a run of bits, lowest first, filled up to a byte:
//! count - 1 (9 bits) · orders of Golomb codes: east, north, run, gap, authority (4 bits each) ·
//! authorities - 1 (Golomb 0), each as its number in the file's list · first point from the corner · then a postcode
//! after the other: at the beginning of a run of letters without a gap, the letters missing before it and the run's
//! length - 1; steps east and north from the postcode before; and where the sector has several authorities, at the
//! beginning of a run of one, its number in the sector's list and the run's length - 1.
//! ```
//!
//! Postcodes that follow each other are neighbours, so the steps between them are small numbers; so are the runs.

use super::{
    Authority, Missing, Outcode, Sector,
    sector::{Frame, Units, width},
};

/// The postcodes of some outcodes, read where they lie.
///
/// Any bytes give an answer or an error, never a panic, and reading costs no memory but the answer's own.
#[derive(Debug, Clone)]
pub struct Postcodes {
    bytes: Vec<u8>,
    pub(super) step: u32,
    authorities: usize,
    pub(super) outcodes: usize,
}

/// The bytes are not, or are no longer, what the importer wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShardFault {
    /// They do not begin as such a file does, or are of another version of it.
    NotPostcodes,
    /// They end too early, or a list in them is out of order.
    Damaged,
}

/// An outcode's place in the file.
pub(super) struct Block<'a> {
    pub outcode: Outcode,
    sectors: u16,
    bytes: &'a [u8],
}

impl Postcodes {
    const AUTHORITIES: usize = 7;
    const AUTHORITY: usize = 9;
    const OUTCODE: usize = 10;

    /// Takes a file's bytes and looks at its lists.
    pub fn open(bytes: Vec<u8>) -> Result<Postcodes, ShardFault> {
        let Some([b'W', b'P', b'C', b'1', step, low, high]) = bytes.first_chunk::<7>().copied() else {
            return Err(ShardFault::NotPostcodes);
        };
        let authorities = usize::from(u16::from_le_bytes([low, high]));
        let after = Postcodes::AUTHORITIES + authorities * Postcodes::AUTHORITY;
        let outcodes = usize::from(number(&bytes, after).ok_or(ShardFault::Damaged)?);
        let postcodes = Postcodes { bytes, step: step.into(), authorities, outcodes };
        let in_order = (1..outcodes).all(|place| match (postcodes.name(place - 1), postcodes.name(place)) {
            (Some(before), Some(name)) => before < name,
            _ => false,
        });
        let written = |name: [u8; 4]| name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b' ');
        let whole = (0..outcodes)
            .all(|place| postcodes.name(place).is_some_and(written) && postcodes.block(place).is_some())
            && (0..authorities).all(|place| postcodes.authority(place).is_some());
        if in_order && whole && step > 0 { Ok(postcodes) } else { Err(ShardFault::Damaged) }
    }

    /// Every outcode, in order.
    pub fn outcodes(&self) -> impl Iterator<Item = Outcode> {
        (0..self.outcodes).filter_map(|place| self.name(place)).map(Outcode)
    }

    /// The postcodes of a sector.
    pub(super) fn units<'a>(&'a self, block: &Block<'a>, sector: Sector) -> Result<Units<'a>, Missing> {
        let bit = 1_u16 << (sector.digit() % 10);
        if block.sectors & bit == 0 {
            return Err(Missing::Sector);
        }
        let before = (block.sectors & (bit - 1)).count_ones();
        let units = || {
            let lengths = |place: u32| number(block.bytes, 5 + 2 * usize::try_from(place).ok()?).map(usize::from);
            let mut start = 5 + 2 * usize::try_from(block.sectors.count_ones()).ok()?;
            for place in 0..before {
                start += lengths(place)?;
            }
            let bytes = block.bytes.get(start..)?.get(..lengths(before)?)?;
            Units::new(bytes, self.frame(block)?)
        };
        units().ok_or(Missing::Damaged)
    }

    /// What its sectors are counted from.
    pub(super) fn frame(&self, block: &Block) -> Option<Frame> {
        let [east, east_high, north, north_high, widths] = *block.bytes.first_chunk::<5>()?;
        Some(Frame {
            east: u16::from_le_bytes([east, east_high]),
            north: u16::from_le_bytes([north, north_high]),
            east_width: u32::from(widths >> 4),
            north_width: u32::from(widths & 15),
            authority_width: width(u32::try_from(self.authorities).ok()?),
        })
    }

    /// The block of an outcode.
    pub(super) fn block_of(&self, outcode: Outcode) -> Result<Block<'_>, Missing> {
        let (mut low, mut high) = (0, self.outcodes);
        while low < high {
            let middle = low.midpoint(high);
            let name = self.name(middle).ok_or(Missing::Damaged)?;
            match name.cmp(&outcode.padded()) {
                core::cmp::Ordering::Equal => return self.block(middle).ok_or(Missing::Damaged),
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Greater => high = middle,
            }
        }
        Err(Missing::Outcode)
    }

    /// Where the list of outcodes begins.
    fn list(&self) -> usize {
        Postcodes::AUTHORITIES + self.authorities * Postcodes::AUTHORITY + 2
    }

    fn entry(&self, place: usize) -> Option<&[u8; 10]> {
        if place >= self.outcodes {
            return None;
        }
        self.bytes.get(self.list() + place * Postcodes::OUTCODE..)?.first_chunk()
    }

    fn name(&self, place: usize) -> Option<[u8; 4]> {
        self.entry(place)?.first_chunk().copied()
    }

    /// The block at a place in the list.
    pub(super) fn block(&self, place: usize) -> Option<Block<'_>> {
        let start = |entry: &[u8; 10]| {
            let [.., a, b, c, d] = *entry;
            usize::try_from(u32::from_le_bytes([a, b, c, d])).ok()
        };
        let entry = self.entry(place)?;
        let [a, b, c, d, low, high, ..] = *entry;
        let blocks = self.bytes.get(self.list() + self.outcodes * Postcodes::OUTCODE..)?;
        let end = match self.entry(place + 1) {
            Some(next) => start(next)?,
            None => blocks.len(),
        };
        Some(Block {
            outcode: Outcode([a, b, c, d]),
            sectors: u16::from_le_bytes([low, high]),
            bytes: blocks.get(start(entry)?..end)?,
        })
    }

    /// The authority at a place in the list.
    pub(super) fn authority(&self, place: usize) -> Option<Authority> {
        if place >= self.authorities {
            return None;
        }
        let start = Postcodes::AUTHORITIES + place * Postcodes::AUTHORITY;
        Authority::from_bytes(self.bytes.get(start..start + Postcodes::AUTHORITY)?)
    }
}

impl Block<'_> {
    /// The sectors that it has, in order.
    pub fn sectors(&self) -> impl Iterator<Item = Sector> {
        let (outcode, sectors) = (self.outcode, self.sectors);
        (0..10).filter(move |digit| sectors & (1 << digit) != 0).filter_map(move |digit| outcode.sector(digit))
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}
