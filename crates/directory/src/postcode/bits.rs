//! Reading numbers of any number of bits.

/// A place in some bytes, counted in bits from the first byte's lowest: so a word of bytes is a word of bits in
/// WebAssembly, too, which cannot turn bytes round.
#[derive(Debug, Clone, Copy)]
pub struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Bits<'a> {
    pub fn new(bytes: &'a [u8]) -> Bits<'a> {
        Bits { bytes, at: 0, end: bytes.len().saturating_mul(8) }
    }

    /// A number of at most 32 bits, lowest first; none past the end.
    pub fn number(&mut self, width: u32) -> Option<u32> {
        if width > 32 {
            return None;
        }
        let value = self.window() & ((1 << width) - 1);
        self.skip(width)?;
        Some(value as u32)
    }

    /// A number in the exponential Golomb code of an order below 16. The number plus 2^order has so many bits more than
    /// `order` + 1: as many noughts, a one, and then the sum without its highest bit. Small numbers are short, large
    /// ones not absurdly long.
    pub fn golomb(&mut self, order: u32) -> Option<u32> {
        let (value, width) = golomb(self.window(), order)?;
        self.skip(width)?;
        Some(value)
    }

    /// Two numbers of either sign, each in the code of its order: 0, -1, 1, -2, 2, … Of a sector nearly all is this.
    pub fn pair(&mut self, orders: (u32, u32)) -> Option<(i32, i32)> {
        let window = self.window();
        let (first, width) = golomb(window, orders.0)?;
        // Mostly both are in one window.
        let second = golomb(window >> width, orders.1).filter(|(_, second)| width + second <= 57);
        let second = match second {
            Some((second, both)) => {
                self.skip(width + both)?;
                second
            }
            None => {
                self.skip(width)?;
                self.golomb(orders.1)?
            }
        };
        Some((unfolded(first), unfolded(second)))
    }

    /// Goes on by so many bits; none past the end.
    pub fn skip(&mut self, width: u32) -> Option<()> {
        let at = self.at.saturating_add(width as usize);
        if at > self.end {
            return None;
        }
        self.at = at;
        Some(())
    }

    /// The next 57 bits or more; noughts after the end.
    fn window(&self) -> u64 {
        let rest = self.bytes.get(self.at / 8..).unwrap_or_default();
        let word = match rest.first_chunk::<8>() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
        };
        word >> (self.at % 8)
    }
}

/// The number that a window begins with, and how many bits it takes.
#[inline(always)]
fn golomb(window: u64, order: u32) -> Option<(u32, u32)> {
    let noughts = window.trailing_zeros();
    // So the sum has at most 32 bits and all of it 48, of 57 that a window has. No step of 32,767 needs more.
    if noughts > 16 || order > 15 {
        return None;
    }
    let highest = 1 << (noughts + order);
    let sum = highest | ((window >> (noughts + 1)) & (highest - 1));
    Some(((sum - (1 << order)) as u32, noughts * 2 + order + 1))
}

fn unfolded(folded: u32) -> i32 {
    (folded >> 1).cast_signed() ^ -((folded & 1).cast_signed())
}
