//! Writing numbers of any number of bits: what `directory` reads.

/// Bits in the order in which they are written, the first the lowest of the first byte.
#[derive(Debug, Default)]
pub struct Bits {
    bytes: Vec<u8>,
    /// Bits of the last byte that are used; none when it is full.
    used: u32,
}

/// The bits that a number below `count` needs.
pub fn width(count: usize) -> u32 {
    usize::BITS - count.saturating_sub(1).leading_zeros()
}

/// A number of either sign as one that is not negative: 0, -1, 1, -2, 2, …
pub fn folded(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)).cast_unsigned()
}

/// The bits that a number takes in the exponential Golomb code of this order.
pub fn golomb_width(value: u32, order: u32) -> u32 {
    (u64::from(value) + (1 << order)).ilog2() * 2 - order + 1
}

/// The order in which these numbers take fewest bits.
pub fn order_for(values: &[u32]) -> u32 {
    let total = |order: &u32| values.iter().map(|value| u64::from(golomb_width(*value, *order))).sum::<u64>();
    (0..16).min_by_key(total).unwrap_or(0)
}

impl Bits {
    /// Writes the lowest `width` bits of a number, the lowest first.
    pub fn number(&mut self, value: u64, width: u32) {
        for place in 0..width {
            if self.used == 0 {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> place) as u8 & 1) << self.used;
            }
            self.used = (self.used + 1) % 8;
        }
    }

    /// Writes a number in the exponential Golomb code of this order.
    pub fn golomb(&mut self, value: u32, order: u32) {
        let sum = u64::from(value) + (1 << order);
        let noughts = sum.ilog2() - order;
        self.number(1 << noughts, noughts + 1);
        self.number(sum, sum.ilog2());
    }

    /// The bytes, the last filled up with noughts.
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }
}
