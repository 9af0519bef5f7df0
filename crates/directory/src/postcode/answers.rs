//! What is asked of many postcodes: where one is, whose a sector is, which is nearest.

use super::{
    Found, Missing, Outcode, Postcode, Postcodes, Sector, Spread,
    sector::{Damaged, Unit},
    shard::Block,
};
use crate::Point;

impl Postcodes {
    /// Where a postcode is and whose.
    pub fn find(&self, postcode: Postcode) -> Result<Found, Missing> {
        let block = self.block_of(postcode.outcode())?;
        for unit in self.units(&block, postcode.sector())? {
            let unit = unit.map_err(|Damaged| Missing::Damaged)?;
            if unit.unit >= postcode.unit() {
                return if unit.unit == postcode.unit() { self.found(unit) } else { Err(Missing::Unit) };
            }
        }
        Err(Missing::Unit)
    }

    /// The middle of a sector, and whose its postcodes are.
    pub fn sector(&self, sector: Sector) -> Result<Spread, Missing> {
        let block = self.block_of(sector.outcode())?;
        let mut sum = Sum::default();
        self.add(&block, sector, &mut sum)?;
        self.spread(sum)
    }

    /// The middle of an outcode, and whose its postcodes are.
    pub fn outcode(&self, outcode: Outcode) -> Result<Spread, Missing> {
        let block = self.block_of(outcode)?;
        let mut sum = Sum::default();
        for sector in block.sectors() {
            self.add(&block, sector, &mut sum)?;
        }
        self.spread(sum)
    }

    /// For a postcode that is not here: the smallest part of it that is, its sector or its outcode.
    pub fn around(&self, postcode: Postcode) -> Result<Spread, Missing> {
        match self.sector(postcode.sector()) {
            Err(Missing::Sector) => self.outcode(postcode.outcode()),
            found => found,
        }
    }

    /// The postcode nearest to a point, and where it is: whose a place is that was not typed. It looks at every outcode
    /// that could have a nearer one. None if there is no postcode.
    pub fn nearest(&self, point: Point) -> Result<Option<(Postcode, Found)>, Missing> {
        let mut nearest: Option<(u32, Sector, Unit)> = None;
        for block in (0..self.outcodes).filter_map(|place| self.block(place)) {
            let reach = nearest.map_or(u32::MAX, |(metres, ..)| metres);
            if self.frame(&block).ok_or(Missing::Damaged)?.is_farther(point, reach, self.step) {
                continue;
            }
            for sector in block.sectors() {
                for unit in self.units(&block, sector)? {
                    let unit = unit.map_err(|Damaged| Missing::Damaged)?;
                    let metres = self.point(unit).ok_or(Missing::Damaged)?.metres_to(point);
                    if nearest.is_none_or(|(nearest, ..)| metres < nearest) {
                        nearest = Some((metres, sector, unit));
                    }
                }
            }
        }
        let Some((_, sector, unit)) = nearest else { return Ok(None) };
        Ok(sector.postcode(unit.unit).zip(Some(self.found(unit)?)))
    }

    /// Every postcode of a sector, in order. Damage ends them with an error.
    pub fn each(&self, sector: Sector) -> Result<impl Iterator<Item = Result<(Postcode, Found), Missing>>, Missing> {
        let block = self.block_of(sector.outcode())?;
        let one = move |unit: Unit| {
            sector.postcode(unit.unit).ok_or(Missing::Damaged).and_then(|postcode| Ok((postcode, self.found(unit)?)))
        };
        Ok(self.units(&block, sector)?.map(move |unit| unit.map_err(|Damaged| Missing::Damaged).and_then(one)))
    }

    fn add(&self, block: &Block, sector: Sector, sum: &mut Sum) -> Result<(), Missing> {
        for unit in self.units(block, sector)? {
            let unit = unit.map_err(|Damaged| Missing::Damaged)?;
            let point = self.point(unit).ok_or(Missing::Damaged)?;
            sum.east += u64::from(point.easting());
            sum.north += u64::from(point.northing());
            match sum.authorities.iter_mut().find(|(authority, _)| *authority == unit.authority) {
                Some((_, postcodes)) => *postcodes += 1,
                None => sum.authorities.push((unit.authority, 1)),
            }
        }
        Ok(())
    }

    fn spread(&self, sum: Sum) -> Result<Spread, Missing> {
        let postcodes: u32 = sum.authorities.iter().map(|(_, postcodes)| postcodes).sum();
        let mean = |sum: u64| sum.checked_div(postcodes.into()).and_then(|mean| u32::try_from(mean).ok());
        let middle = mean(sum.east).zip(mean(sum.north)).and_then(|(east, north)| Point::new(east, north));
        // The greatest is taken again and again: there are a handful, and the library's sort is 4 KB of program.
        let (mut left, mut authorities) = (sum.authorities, Vec::new());
        while let Some((most, _)) = left.iter().copied().reduce(|most, next| if next.1 > most.1 { next } else { most })
        {
            let place = usize::try_from(most).ok();
            authorities.push(place.and_then(|place| self.authority(place)).ok_or(Missing::Damaged)?);
            left.retain(|(authority, _)| *authority != most);
        }
        Ok(Spread { middle: middle.ok_or(Missing::Damaged)?, authorities, postcodes })
    }

    fn found(&self, unit: Unit) -> Result<Found, Missing> {
        let authority = usize::try_from(unit.authority).ok().and_then(|place| self.authority(place));
        let found = self.point(unit).zip(authority).map(|(point, authority)| Found { point, authority });
        found.ok_or(Missing::Damaged)
    }

    fn point(&self, unit: Unit) -> Option<Point> {
        let metres = |steps: i32| u32::try_from(steps).ok()?.checked_mul(self.step)?.checked_add(self.step / 2);
        Point::new(metres(unit.east)?, metres(unit.north)?)
    }
}

/// What is added up for a spread.
#[derive(Default)]
struct Sum {
    east: u64,
    north: u64,
    /// Places in the file's list, and how many postcodes are theirs.
    authorities: Vec<(u32, u32)>,
}
