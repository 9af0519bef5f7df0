//! The range of units a week that two answers stand for.
//!
//! "2 to 3 times per week" and "5 to 6 units" is 2 × 5 to 3 × 6, so 10 to 18 units a week. That is all it
//! is: the two labels multiplied, least by least and most by most. It is a range because the labels are, and
//! it has no upper end where a label has none. The published estimate for an extended AUDIT-C (EWAC) is not
//! used: its third question asks everyone about 6 units, the UK form asks men about 8, so a man's answer
//! cannot be reused.

use crate::{
    answers::Answers,
    instrument::{Band, Instrument},
};

/// The most a week that the UK Chief Medical Officers advise, in units (low-risk drinking guidelines, 2016).
pub const LOW_RISK_UNITS: u32 = 14;

/// Above this many units a week a woman's drinking is "higher risk" (NICE PH24 glossary). A man's line is 50;
/// the check does not ask about sex, so the more careful one holds for everyone.
pub const HIGHER_RISK_UNITS: u32 = 35;

/// Units a week, in whole UK units (1 unit = 10 ml of ethanol): rounded down at the low end, up at the high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekUnits {
    /// The least that the answers allow.
    pub low: u32,
    /// The most that the answers allow; none if a label has no upper end.
    pub high: Option<u32>,
}

impl WeekUnits {
    /// The range behind the answers, if the instrument has such items and they are answered.
    /// Someone who never drinks is not asked how much, and drinks nothing.
    pub fn estimate(instrument: &Instrument, answers: &Answers) -> Option<WeekUnits> {
        let items = instrument.data().week.as_ref()?;
        let chosen = |id: &str| {
            let item = instrument.position(id)?;
            instrument.options(item).get(usize::from(answers.chosen(item)?))
        };
        let (fewest, most) = chosen(&items.days)?.days?;
        if most == 0 {
            return Some(WeekUnits { low: 0, high: Some(0) });
        }
        let units = chosen(&items.units)?.units?;
        let low = u32::from(fewest).saturating_mul(u32::from(units.least)) / 4;
        let high = units.most.map(|units| u32::from(most).saturating_mul(u32::from(units)).div_ceil(4));
        Some(WeekUnits { low, high })
    }

    /// Could the week be above the low-risk line? Then nothing reassuring may be said.
    pub fn may_exceed_low_risk(self) -> bool {
        self.high.is_none_or(|high| high > LOW_RISK_UNITS)
    }

    /// Is the whole range clearly under the line? Counting is rough, so a range that reaches it is not.
    pub fn clearly_low_risk(self) -> bool {
        self.high.is_some_and(|high| high < LOW_RISK_UNITS)
    }

    /// The week as a risk word, read with care: what could be above the line counts as above it.
    pub fn band(self) -> Band {
        if self.low > HIGHER_RISK_UNITS {
            Band::Higher
        } else if self.may_exceed_low_risk() {
            Band::Increasing
        } else {
            Band::Low
        }
    }
}
