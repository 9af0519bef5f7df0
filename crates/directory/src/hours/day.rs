/// Ranges that a day can have at most. Lists in use have three at most; six fixed places cost no allocation.
pub const MOST_RANGES: usize = 6;

const MINUTES_A_DAY: u16 = 1_440;

/// From opening to closing, as minutes from the midnight at which the day of opening begins.
///
/// A range belongs to the day on which it opens, also when it closes after midnight: then `closes` is over 1,440.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Range {
    opens: u16,
    closes: u16,
}

impl Range {
    /// The whole day, midnight to midnight.
    pub const ALL_DAY: Range = Range { opens: 0, closes: MINUTES_A_DAY };

    /// A range that opens at minute 0 to 1,439 and closes later, under 24 hours later; 24 hours only from midnight.
    /// None if it is not so.
    pub fn new(opens: u16, closes: u16) -> Option<Range> {
        let length = closes.checked_sub(opens)?;
        let range = Range { opens, closes };
        let sound = opens < MINUTES_A_DAY && length > 0 && length < MINUTES_A_DAY;
        (sound || range == Range::ALL_DAY).then_some(range)
    }

    /// Minute of opening, 0 to 1,439.
    pub fn opens(self) -> u16 {
        self.opens
    }

    /// First minute at which it is closed again, 1 to 2,878; 1,440 is the midnight after the day.
    pub fn closes(self) -> u16 {
        self.closes
    }
}

/// What is known of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// Nobody has said. Never shown as open, and never as closed.
    Unknown,
    /// It does not open on this day. Hours of the day before may still reach into it.
    Closed,
    /// It opens, once or more.
    Open(Ranges),
}

/// Why ranges do not make a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFault {
    /// The second range opens before the first one closes.
    Overlap(Range, Range),
    /// There are more than [`MOST_RANGES`].
    TooMany,
    /// Ranges that touch are one range, and this one would be longer than a day.
    TooLong,
}

impl Day {
    /// A day with these ranges, in any order; with none it is closed. Ranges that touch become one, so that nobody
    /// reads "until 6:30pm" of a place that is open until 8pm.
    pub fn of(ranges: &[Range]) -> Result<Day, DayFault> {
        let mut sorted = ranges.to_vec();
        sorted.sort_unstable_by_key(|range| (range.opens, range.closes));
        let mut day = Day::Closed;
        for range in sorted {
            day = day.then(range)?;
        }
        Ok(day)
    }

    /// Its ranges in order; none if it is closed or unknown.
    pub fn ranges(&self) -> &[Range] {
        match self {
            Day::Open(ranges) => ranges.as_slice(),
            Day::Unknown | Day::Closed => &[],
        }
    }

    /// The day with one more range, which opens no earlier than the last one closes.
    pub(super) fn then(self, range: Range) -> Result<Day, DayFault> {
        let mut ranges = match self {
            Day::Open(ranges) => ranges,
            Day::Unknown | Day::Closed => Ranges { count: 0, places: [Range::default(); MOST_RANGES] },
        };
        ranges.push(range)?;
        Ok(Day::Open(ranges))
    }
}

/// The ranges of a day that opens: at least one, in order, apart from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranges {
    count: u8,
    /// Places that are not used stay empty, so that equal days are equal values.
    places: [Range; MOST_RANGES],
}

impl Ranges {
    /// The ranges, earliest first.
    pub fn as_slice(&self) -> &[Range] {
        self.places.get(..usize::from(self.count)).unwrap_or_default()
    }

    fn push(&mut self, range: Range) -> Result<(), DayFault> {
        let count = usize::from(self.count);
        if let Some(last) = self.places.get_mut(..count).and_then(<[Range]>::last_mut) {
            if range.opens < last.closes {
                return Err(DayFault::Overlap(*last, range));
            }
            if range.opens == last.closes {
                *last = Range::new(last.opens, range.closes).ok_or(DayFault::TooLong)?;
                return Ok(());
            }
        }
        *self.places.get_mut(count).ok_or(DayFault::TooMany)? = range;
        self.count += 1;
        Ok(())
    }
}
