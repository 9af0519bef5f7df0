//! The bits of one sector.

use directory::Authority;

use super::{
    Row,
    bits::{Bits, folded, order_for, width},
};

/// What a sector is written from.
pub struct Frame<'a> {
    /// Metres a step.
    pub step: u32,
    /// Steps to the outcode's south-west corner.
    pub corner: (u32, u32),
    /// Bits of steps from there.
    pub widths: (u32, u32),
    /// The file's list, in order.
    pub authorities: &'a [Authority],
}

/// The bits of a sector's rows, which are in order and not empty.
pub fn sector(rows: &[&Row], frame: &Frame) -> Vec<u8> {
    let units: Vec<u32> = rows.iter().map(|row| row.postcode.unit().into()).collect();
    let easts: Vec<u32> = rows.iter().map(|row| row.point.easting() / frame.step).collect();
    let norths: Vec<u32> = rows.iter().map(|row| row.point.northing() / frame.step).collect();
    let whose: Vec<usize> =
        rows.iter().filter_map(|row| frame.authorities.binary_search(&row.authority).ok()).collect();
    let mut list = whose.clone();
    list.sort_unstable();
    list.dedup();

    let letters = runs(&units, |before, unit| unit == before + 1);
    let (gaps, lengths): (Vec<u32>, Vec<u32>) = gaps(&units, &letters);
    let tenures = runs(&whose, |before, authority| authority == before);
    let spans: Vec<u32> = tenures.iter().map(|run| run.1 as u32 - 1).collect();
    let (east, north) = (steps(&easts), steps(&norths));
    let orders = [&east, &north, &lengths, &gaps, &spans].map(|values| order_for(values));
    let [east_order, north_order, run_order, gap_order, authority_order] = orders;

    let mut bits = Bits::default();
    bits.number(rows.len() as u64 - 1, 9);
    orders.iter().for_each(|order| bits.number((*order).into(), 4));
    bits.golomb(list.len() as u32 - 1, 0);
    list.iter().for_each(|place| bits.number(*place as u64, width(frame.authorities.len())));
    bits.number((easts[0] - frame.corner.0).into(), frame.widths.0);
    bits.number((norths[0] - frame.corner.1).into(), frame.widths.1);
    let (mut letters, mut tenures) =
        (letters.iter().zip(gaps.iter().zip(&lengths)).peekable(), tenures.iter().peekable());
    for place in 0..rows.len() {
        if let Some((_, (gap, length))) = letters.next_if(|(run, _)| run.0 == place) {
            bits.golomb(*gap, gap_order);
            bits.golomb(*length, run_order);
        }
        if place > 0 {
            bits.golomb(east[place - 1], east_order);
            bits.golomb(north[place - 1], north_order);
        }
        if let Some(run) = tenures.next_if(|run| run.0 == place).filter(|_| list.len() > 1) {
            let own = list.binary_search(&whose[place]).unwrap_or_default();
            bits.number(own as u64, width(list.len()));
            bits.golomb(run.1 as u32 - 1, authority_order);
        }
    }
    bits.bytes()
}

/// Where runs begin, and how long they are.
fn runs<T: Copy>(values: &[T], goes_on: impl Fn(T, T) -> bool) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (place, value) in values.iter().enumerate() {
        match runs.last_mut() {
            Some((_, length)) if place > 0 && goes_on(values[place - 1], *value) => *length += 1,
            _ => runs.push((place, 1)),
        }
    }
    runs
}

/// The letters missing before each run, and each run's length less one. After a run at least one is missing, which is
/// not counted.
fn gaps(units: &[u32], runs: &[(usize, usize)]) -> (Vec<u32>, Vec<u32>) {
    let gap = |start: usize| if start == 0 { units[0] } else { units[start] - units[start - 1] - 2 };
    runs.iter().map(|(start, length)| (gap(*start), *length as u32 - 1)).unzip()
}

/// The steps from each to the next, folded.
fn steps(places: &[u32]) -> Vec<u32> {
    places.windows(2).map(|pair| folded(pair[1].cast_signed() - pair[0].cast_signed())).collect()
}
