use super::bytes::{date, put_dates};
use crate::{
    Date,
    bytes::{Damaged, byte, reading},
};

/// A day on which hours may differ from the week's. England's are in `content/bank-holidays.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// A bank holiday; else a day such as Easter Sunday, on which "closed on bank holidays" says nothing.
    pub bank: bool,
}

/// Writes days, at most one entry a date, in the order of their dates.
pub fn write_holidays(holidays: &[Holiday], out: &mut Vec<u8>) {
    let mut sorted = holidays.to_vec();
    sorted.sort_unstable();
    sorted.dedup_by_key(|holiday| holiday.date);
    put_dates(out, &sorted, |holiday| holiday.date, |out, holiday| out.push(u8::from(holiday.bank)));
}

/// Reads what [`write_holidays`] wrote from the front of `bytes`, and leaves what follows. Any bytes give days or
/// an error.
pub fn read_holidays(bytes: &mut &[u8]) -> Result<Vec<Holiday>, Damaged> {
    reading(bytes, |bytes| {
        date::each(bytes, |bytes, date| {
            let bank = match byte(bytes)? {
                0 => false,
                1 => true,
                _ => return None,
            };
            Some(Holiday { date, bank })
        })
    })
}
