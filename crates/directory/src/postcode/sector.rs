//! The postcodes of one sector, one after the other.

use super::{Postcode, bits::Bits};
use crate::Point;

/// One postcode of a sector, in the units of the file.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// As [`Postcode::unit`].
    pub unit: u16,
    /// Steps east from the grid's origin.
    pub east: i32,
    /// Steps north.
    pub north: i32,
    /// Which authority of the file's list.
    pub authority: u32,
}

/// What a sector has from its outcode and the file.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Steps from the grid's origin to the outcode's south-west corner.
    pub east: u16,
    pub north: u16,
    /// Bits of the first postcode's steps from there.
    pub east_width: u32,
    pub north_width: u32,
    /// Bits of a number in the file's list of authorities.
    pub authority_width: u32,
}

impl Frame {
    /// All of the outcode's square is farther from a point than so many metres.
    pub fn is_farther(&self, point: Point, metres: u32, step: u32) -> bool {
        // How far a coordinate is outside a side of the square; at most 2^16 steps of 255 metres, and as much again.
        let outside = |at: u32, from: u16, width: u32| {
            let (low, high) = (u32::from(from) * step, (u32::from(from) + (1 << width)) * step);
            u64::from(low.saturating_sub(at).max(at.saturating_sub(high)))
        };
        let east = outside(point.easting(), self.east, self.east_width);
        let north = outside(point.northing(), self.north, self.north_width);
        east * east + north * north > u64::from(metres) * u64::from(metres)
    }
}

/// Reads the postcodes of a sector in their order. Damage ends them with an error; there are never more than 400.
#[derive(Debug, Clone)]
pub struct Units<'a> {
    bits: Bits<'a>,
    left: u32,
    east_order: u32,
    north_order: u32,
    run_order: u32,
    gap_order: u32,
    authority_order: u32,
    /// Where this sector's own list of authorities begins.
    list: Bits<'a>,
    list_len: u32,
    list_width: u32,
    authority_width: u32,
    /// Postcodes left of a run without a gap, and of a run with one authority.
    run: u32,
    same: u32,
    /// The next postcode, but for what is read with it.
    next: Unit,
    first: bool,
}

/// The bits that a number below `count` needs.
pub fn width(count: u32) -> u32 {
    u32::BITS - count.saturating_sub(1).leading_zeros()
}

impl<'a> Units<'a> {
    pub fn new(bytes: &'a [u8], frame: Frame) -> Option<Units<'a>> {
        let mut bits = Bits::new(bytes);
        let left = bits.number(9)? + 1;
        let mut order = || bits.number(4);
        let (east_order, north_order, run_order, gap_order, authority_order) =
            (order()?, order()?, order()?, order()?, order()?);
        let list_len = bits.golomb(0)?.checked_add(1)?;
        let list = bits;
        bits.skip(list_len.checked_mul(frame.authority_width)?)?;
        let east = bits.number(frame.east_width)?.checked_add(frame.east.into())?;
        let north = bits.number(frame.north_width)?.checked_add(frame.north.into())?;
        let next = Unit { unit: 0, east: east.try_into().ok()?, north: north.try_into().ok()?, authority: 0 };
        Some(Units {
            bits,
            left,
            east_order,
            north_order,
            run_order,
            gap_order,
            authority_order,
            list,
            list_len,
            list_width: width(list_len),
            authority_width: frame.authority_width,
            run: 0,
            same: 0,
            next,
            first: true,
        })
    }

    fn read(&mut self) -> Option<Unit> {
        let mut unit = self.next;
        if self.run == 0 {
            // After a run, one at least is missing before the next.
            let gap = self.bits.golomb(self.gap_order)?.checked_add(if self.first { 0 } else { 1 })?;
            unit.unit = unit.unit.checked_add(gap.try_into().ok()?)?;
            self.run = self.bits.golomb(self.run_order)?.checked_add(1)?;
        }
        self.run -= 1;
        if unit.unit >= Postcode::UNITS {
            return None;
        }
        if !self.first {
            let (east, north) = self.bits.pair((self.east_order, self.north_order))?;
            unit.east = unit.east.checked_add(east)?;
            unit.north = unit.north.checked_add(north)?;
        }
        if self.same == 0 {
            unit.authority = self.authority()?;
            self.same = if self.list_len == 1 { u32::MAX } else { self.bits.golomb(self.authority_order)? + 1 };
        }
        self.same -= 1;
        self.first = false;
        self.next = Unit { unit: unit.unit + 1, ..unit };
        Some(unit)
    }

    fn authority(&mut self) -> Option<u32> {
        let place = if self.list_len == 1 { 0 } else { self.bits.number(self.list_width)? };
        let mut list = self.list;
        list.skip(place.checked_mul(self.authority_width)?)?;
        list.number(self.authority_width)
    }
}

/// Nothing more can be read.
#[derive(Debug, Clone, Copy)]
pub struct Damaged;

impl Iterator for Units<'_> {
    type Item = Result<Unit, Damaged>;

    fn next(&mut self) -> Option<Result<Unit, Damaged>> {
        self.left = self.left.checked_sub(1)?;
        let unit = self.read().ok_or(Damaged);
        if unit.is_err() {
            self.left = 0;
        }
        Some(unit)
    }
}
