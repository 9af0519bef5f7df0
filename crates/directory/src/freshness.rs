use crate::Date;

/// The last day, counted from a check, on which a fact counts as checked recently.
pub const RECENT_DAYS: i64 = 90;

/// The last day, counted from a check, on which a fact keeps its place in a list.
pub const OLD_DAYS: i64 = 180;

/// How long ago a fact was last known to be true. The days are our own proposal: no standard has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// At most [`RECENT_DAYS`] ago. Only then may hours be read as "open" or "closed".
    Recent,
    /// At most [`OLD_DAYS`] ago: "not checked recently".
    NotRecent,
    /// Longer ago: it goes behind what is younger, and people are told to call before they go.
    Old,
}

impl Freshness {
    /// Every degree, the freshest first.
    pub const ALL: [Freshness; 3] = [Freshness::Recent, Freshness::NotRecent, Freshness::Old];

    /// How fresh a fact of `last` is on `today`.
    ///
    /// A fact from a day that is still to come was written by a clock that does not agree with this one. Nobody can say
    /// then how old it is, so it is not called recent.
    pub fn of(last: Date, today: Date) -> Freshness {
        match today.days_since_1970() - last.days_since_1970() {
            0..=RECENT_DAYS => Freshness::Recent,
            ..=OLD_DAYS => Freshness::NotRecent,
            _ => Freshness::Old,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(today: &str) -> Freshness {
        let day = |text| Date::read(text).expect("a date");
        Freshness::of(day("2026-03-01"), day(today))
    }

    #[test]
    fn days_decide() {
        for (today, expected) in [
            ("2026-03-01", Freshness::Recent),
            ("2026-05-30", Freshness::Recent),
            ("2026-05-31", Freshness::NotRecent),
            ("2026-08-28", Freshness::NotRecent),
            ("2026-08-29", Freshness::Old),
            ("2031-01-01", Freshness::Old),
        ] {
            assert_eq!(on(today), expected, "{today}");
        }
    }

    #[test]
    fn a_clock_that_was_set_back_makes_nothing_recent() {
        assert_eq!(on("2026-02-28"), Freshness::NotRecent);
        assert_eq!(on("2025-03-01"), Freshness::NotRecent);
    }
}
