use super::{Day, Holiday, Planned, Schedule};
use crate::{Date, Moment, Weekday, moment::days_later};

/// What to say of a moment. The label shows it, and the filter asks it: there is no second rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// Open, closed or not known, with what the sentence needs.
    pub state: State,
    /// The hours that speak of this moment are those of an ordinary week, and today is a bank holiday or the like.
    pub may_differ_today: bool,
    /// The same of the day after today that the state speaks of: on which it opens, or until which it is open.
    pub may_differ_then: bool,
}

/// Open, closed or not known. A `minute` is one of the day that is named, 0 to 1,440; 1,440 is the midnight after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has said what the hours of today are.
    Unknown,
    /// There are hours, but nobody has compared them with their source for too long to say "open" or "closed".
    Unchecked,
    /// Open, and it does not close today or tomorrow.
    OpenAllDay,
    /// Open until a minute of today or tomorrow.
    OpenUntil {
        /// When it closes.
        minute: u16,
        /// It closes tomorrow.
        tomorrow: bool,
    },
    /// It was open today, is closed for lunch or the like, and opens again today.
    ClosedForNow {
        /// When it opens again today.
        opens: u16,
    },
    /// Closed, and this is when it opens next.
    Opens {
        /// When it opens.
        minute: u16,
        /// On which day.
        on: On,
    },
    /// Closed, and this is the next opening that is known: the hours of a day before it are unknown.
    NextKnown {
        /// When it opens.
        minute: u16,
        /// On which day; never today.
        on: On,
    },
    /// Closed, and no opening is known within a year.
    Closed,
}

/// A day as people speak of it from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// Two to six days ahead: its name is enough.
    Weekday(Weekday),
    /// A week ahead or more: only the date says which day is meant.
    Date(Date),
}

/// How many days ahead an opening is looked for. Beyond a year a schedule has been checked again or is not shown.
const DAYS_AHEAD: i64 = 366;

const MINUTES_A_DAY: i32 = 1_440;

impl Status {
    /// Whether the filter "open now" keeps it: it is open, and nothing says that today's hours may differ.
    ///
    /// Hours that are unknown, unchecked, or those of an ordinary week on a bank holiday are never "open now".
    pub fn open_now(&self) -> bool {
        matches!(self.state, State::OpenAllDay | State::OpenUntil { .. }) && !self.may_differ_today
    }

    fn plain(state: State) -> Status {
        Status { state, may_differ_today: false, may_differ_then: false }
    }
}

impl Schedule {
    /// What to say of a moment, with the days on which hours may differ, and whether the hours were checked recently
    /// enough to be relied on.
    ///
    /// A range belongs to the day on which it opens: the hours of a night reach into the next morning even if that
    /// day has an exception or is unknown, and ranges that touch across midnight are one.
    ///
    /// On the two days of the year on which clocks change, hours are what the clock shows. In spring the clock goes
    /// from 00:59 to 02:00: what closes at 01:30 is closed at 02:00, what opens at 01:30 is open at 02:00. In autumn
    /// 01:00 to 01:59 come twice, and what closes at 01:30 reads as open again for the second half hour before 01:30.
    /// A place whose hours cross that hour should say so in an exception.
    pub fn status(&self, now: Moment, holidays: &[Holiday], checked: bool) -> Status {
        if self.is_unknown() {
            return Status::plain(State::Unknown);
        }
        if !checked {
            return Status::plain(State::Unchecked);
        }
        let plan = |days| days_later(now.date(), days).map(|date| self.on(date, holidays));
        let nothing = Planned { day: Day::Unknown, may_differ: false };
        let around = Around {
            yesterday: plan(-1).unwrap_or(nothing),
            today: self.on(now.date(), holidays),
            tomorrow: plan(1).unwrap_or(nothing),
        };
        let minute = i32::from(now.minute());
        if let Some(open) = around.open_at(minute) {
            return open;
        }
        match around.today.day {
            Day::Unknown => Status::plain(State::Unknown),
            Day::Closed | Day::Open(_) => around.opens_today(minute).unwrap_or_else(|| self.opens_later(now, holidays)),
        }
    }

    /// Closed for the rest of today: the next opening after it.
    fn opens_later(&self, now: Moment, holidays: &[Holiday]) -> Status {
        let may_differ_today = self.on(now.date(), holidays).may_differ;
        let closed = Status { state: State::Closed, may_differ_today, may_differ_then: false };
        let last_exception = self.exceptions.last().map(|exception| exception.date);
        if self.week.iter().all(|day| day.ranges().is_empty()) && last_exception <= Some(now.date()) {
            return closed;
        }
        let mut certain = true;
        for ahead in 1..=DAYS_AHEAD {
            let Some(date) = days_later(now.date(), ahead) else { break };
            let planned = self.on(date, holidays);
            certain &= planned.day != Day::Unknown;
            if let Some(range) = planned.day.ranges().first() {
                let on = match ahead {
                    1 => On::Tomorrow,
                    2..=6 => On::Weekday(Weekday::of(date)),
                    _ => On::Date(date),
                };
                let minute = range.opens();
                let state = if certain { State::Opens { minute, on } } else { State::NextKnown { minute, on } };
                return Status { state, may_differ_today, may_differ_then: planned.may_differ };
            }
        }
        closed
    }
}

/// The three days whose hours can say whether it is open now, and until when. Minutes count from today's midnight.
struct Around {
    yesterday: Planned,
    today: Planned,
    tomorrow: Planned,
}

impl Around {
    /// The ranges of the three days as minutes from today's midnight.
    fn ranges(&self) -> impl Iterator<Item = (i32, i32)> {
        let days = [(&self.yesterday, -MINUTES_A_DAY), (&self.today, 0), (&self.tomorrow, MINUTES_A_DAY)];
        days.into_iter().flat_map(|(planned, by)| {
            let ranges = planned.day.ranges().iter();
            ranges.map(move |range| (i32::from(range.opens()) + by, i32::from(range.closes()) + by))
        })
    }

    fn open_at(&self, now: i32) -> Option<Status> {
        let holds = |at: i32, (opens, closes): &(i32, i32)| *opens <= at && at < *closes;
        let (opened, mut closes) = self.ranges().find(|range| holds(now, range))?;
        // Ranges that touch or overlap, of a night and the morning after it, are one time of being open.
        while let Some((_, later)) = self.ranges().find(|range| holds(closes, range)) {
            closes = later;
        }
        let may_differ_today = self.today.may_differ || (opened < 0 && self.yesterday.may_differ);
        let may_differ_then = closes > MINUTES_A_DAY && self.tomorrow.may_differ;
        let state = if closes >= 2 * MINUTES_A_DAY {
            State::OpenAllDay
        } else {
            let tomorrow = closes > MINUTES_A_DAY;
            let minute = if tomorrow { closes - MINUTES_A_DAY } else { closes };
            State::OpenUntil { minute: u16::try_from(minute).unwrap_or_default(), tomorrow }
        };
        Some(Status { state, may_differ_today, may_differ_then })
    }

    /// Closed now: the opening that is still to come today.
    fn opens_today(&self, now: i32) -> Option<Status> {
        let ranges = self.today.day.ranges();
        let opens = ranges.iter().map(|range| range.opens()).find(|opens| i32::from(*opens) > now)?;
        let was_open = ranges.iter().any(|range| i32::from(range.closes()) <= now);
        let state =
            if was_open { State::ClosedForNow { opens } } else { State::Opens { minute: opens, on: On::Today } };
        Some(Status { state, may_differ_today: self.today.may_differ, may_differ_then: false })
    }
}
