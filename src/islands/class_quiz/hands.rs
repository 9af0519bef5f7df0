//! How many hands went up for which part of 0 to 100. In memory only, and never whose.

/// The parts that a class guesses, from and to.
pub const RANGES: [(u8, u8); 4] = [(0, 25), (26, 50), (51, 75), (76, 100)];

/// More hands than a hall has.
const MOST: u16 = 999;

/// Hands by the places of [`RANGES`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hands([u16; RANGES.len()]);

impl Hands {
    /// Reads what was typed for each range; nothing is no hand. The place of the first that is no whole number up to 999.
    pub fn read(typed: &[String; RANGES.len()]) -> Result<Hands, usize> {
        let mut hands = Hands::default();
        for (place, (typed, hands)) in typed.iter().zip(&mut hands.0).enumerate() {
            *hands = match typed.trim() {
                "" => 0,
                digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                    digits.parse().ok().filter(|hands| *hands <= MOST).ok_or(place)?
                }
                _ => return Err(place),
            };
        }
        Ok(hands)
    }

    /// How many for each range.
    pub fn each(&self) -> impl Iterator<Item = u16> {
        self.0.into_iter()
    }

    /// All of them; 0 if nobody counted.
    pub fn all(&self) -> u16 {
        self.0.iter().sum()
    }

    /// How many for the range with a number.
    pub fn near(&self, number: u8) -> u16 {
        self.0.get(range_of(number)).copied().unwrap_or_default()
    }
}

/// The place of the range with a number from 0 to 100.
pub fn range_of(number: u8) -> usize {
    RANGES.iter().position(|(_, to)| number <= *to).unwrap_or(RANGES.len() - 1)
}
