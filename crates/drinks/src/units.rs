use core::{fmt, iter::Sum, ops::Add};

/// An amount of alcohol in UK units: 1 unit is 10 ml (8 g) of ethanol.
///
/// Stored in ten-thousandths of a unit, because millilitres times tenths of a per cent are exactly that; so a
/// sum of drinks is exact and only what is shown is rounded. Shown with one decimal, half up: 1.65 is "1.7".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Units(u32);

impl Units {
    /// No alcohol.
    pub const ZERO: Units = Units(0);

    /// From ten-thousandths of a unit.
    pub const fn from_ten_thousandths(amount: u32) -> Units {
        Units(amount)
    }

    /// Rounded to whole units, half up, as the questionnaire's ranges are in whole units: 2.3 is 2, 2.5 is 3.
    pub const fn whole(self) -> u32 {
        self.0.saturating_add(5_000) / 10_000
    }

    /// This amount so many times, at most the largest amount that can be stored.
    pub const fn times(self, count: u32) -> Units {
        Units(self.0.saturating_mul(count))
    }
}

impl fmt::Display for Units {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.0.saturating_add(500) / 1_000;
        match (tenths / 10, tenths % 10) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

impl Add for Units {
    type Output = Units;

    fn add(self, other: Units) -> Units {
        Units(self.0.saturating_add(other.0))
    }
}

impl Sum for Units {
    fn sum<I: Iterator<Item = Units>>(amounts: I) -> Units {
        amounts.fold(Units::ZERO, Add::add)
    }
}
