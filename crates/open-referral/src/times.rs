//! Hours as schedules of the standard, and back.

use directory::{
    Date,
    hours::{Day, Exception, OnHolidays, Range, Schedule as Hours, minute_of},
};

use super::{ids::id, shape::Schedule};

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// How a note says that nothing else could: closed days, unknown days and bank holidays have no schedule.
const CLOSED: &str = "closed";
const BANK_HOLIDAYS: &str = "bank holidays: ";

/// The schedules of hours. A schedule holds one range, so a lunch break makes two; days with the same range share one.
///
/// A closed day is a schedule without times and with the description "closed", because a day that is not there at all
/// is one that nobody has told us of.
pub fn schedules(of: &str, hours: &Hours) -> Vec<Schedule> {
    let mut schedules: Vec<Schedule> = Vec::new();
    let mut add = |byday: &str, schedule: Schedule| {
        let same = schedules.iter_mut().find(|other| {
            other.freq.is_some() && (&other.opens_at, &other.closes_at) == (&schedule.opens_at, &schedule.closes_at)
        });
        match same.filter(|_| schedule.freq.is_some()).and_then(|same| same.byday.as_mut()) {
            Some(days) => {
                days.push(',');
                days.push_str(byday);
            }
            None => schedules.push(schedule),
        }
    };
    for (byday, day) in DAYS.into_iter().zip(hours.week()) {
        for times in times(day) {
            let weekly = Schedule { freq: Some("WEEKLY".to_owned()), interval: Some(1.0), ..times };
            add(byday, Schedule { byday: Some(byday.to_owned()), ..weekly });
        }
    }
    for exception in hours.exceptions() {
        let date = Some(String::from(exception.date));
        for times in times(&exception.day) {
            let mut schedule = Schedule { valid_from: date.clone(), valid_to: date.clone(), ..times };
            if !exception.note.is_empty() {
                schedule.description = Some(exception.note.clone());
            }
            add("", schedule);
        }
    }
    let on_holidays = match hours.holidays() {
        OnHolidays::NotSaid => None,
        OnHolidays::AsUsual => Some("as usual"),
        OnHolidays::Closed => Some(CLOSED),
    };
    let said = on_holidays.map(|said| format!("{BANK_HOLIDAYS}{said}"));
    for note in said.into_iter().chain((!hours.note().is_empty()).then(|| hours.note().to_owned())) {
        add("", Schedule { description: Some(note), ..Schedule::default() });
    }
    for (place, schedule) in schedules.iter_mut().enumerate() {
        schedule.id = id("schedule", &format!("{of}/{place}"));
    }
    schedules
}

fn times(day: &Day) -> Vec<Schedule> {
    match day {
        Day::Unknown => Vec::new(),
        Day::Closed => vec![Schedule { description: Some(CLOSED.to_owned()), ..Schedule::default() }],
        Day::Open(ranges) => ranges.as_slice().iter().map(range).collect(),
    }
}

fn range(range: &Range) -> Schedule {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let closes = if range.closes() > 1_440 { range.closes() - 1_440 } else { range.closes() };
    Schedule { opens_at: Some(time(range.opens())), closes_at: Some(time(closes)), ..Schedule::default() }
}

/// Hours from schedules; none if there are none, or if one cannot be said here: monthly, every other week, or not on
/// days of the week. Half of what someone is open is worse than nothing.
pub fn hours(schedules: &[Schedule]) -> Option<Hours> {
    let mut week: [Vec<Range>; 7] = Default::default();
    let mut closed = [false; 7];
    let mut exceptions: Vec<(Date, Vec<Range>, String)> = Vec::new();
    let (mut on_holidays, mut notes) = (OnHolidays::NotSaid, Vec::new());
    for schedule in schedules {
        let open = schedule.opens_at.is_some() || schedule.closes_at.is_some();
        let range = open.then(|| read_range(schedule));
        let description = schedule.description.as_deref().unwrap_or_default();
        if let Some(freq) = &schedule.freq {
            let every = schedule.interval.is_none_or(|interval| interval == 1.0) && schedule.bymonthday.is_none();
            if freq != "WEEKLY" || !every {
                return None;
            }
            for day in schedule.byday.as_deref()?.split(',') {
                let place = DAYS.iter().position(|name| *name == day.trim())?;
                match range {
                    Some(range) => week.get_mut(place)?.push(range?),
                    None if description == CLOSED => *closed.get_mut(place)? = true,
                    None => return None,
                }
            }
        } else if let Some(from) = &schedule.valid_from {
            let date = Date::read(from).ok().filter(|_| schedule.valid_to.as_ref() == Some(from))?;
            let note = if range.is_none() && description == CLOSED { "" } else { description };
            let ranges = match range {
                Some(range) => vec![range?],
                None => Vec::new(),
            };
            match exceptions.iter_mut().find(|(other, ..)| *other == date) {
                Some((_, others, _)) => others.extend(ranges),
                None => exceptions.push((date, ranges, note.to_owned())),
            }
        } else if let Some(said) = description.strip_prefix(BANK_HOLIDAYS) {
            on_holidays = if said == CLOSED { OnHolidays::Closed } else { OnHolidays::AsUsual };
        } else if range.is_some() {
            return None;
        } else if !description.is_empty() {
            notes.push(description);
        }
    }
    let mut days = [Day::Unknown; 7];
    for (place, day) in days.iter_mut().enumerate() {
        let ranges = week.get(place)?;
        *day = match (ranges.is_empty(), closed.get(place)?) {
            (false, _) => Day::of(ranges).ok()?,
            (true, true) => Day::Closed,
            (true, false) => Day::Unknown,
        };
    }
    let exceptions = exceptions.into_iter().map(|(date, ranges, note)| {
        let day = if ranges.is_empty() { Day::Closed } else { Day::of(&ranges).ok()? };
        Some(Exception { date, day, note })
    });
    let exceptions = exceptions.collect::<Option<Vec<_>>>()?;
    let hours = Hours::weekly(days).on_holidays(on_holidays).with_note(notes.join(" "));
    let hours = hours.with_exceptions(exceptions).ok()?;
    (!hours.is_unknown() || !hours.note().is_empty()).then_some(hours)
}

/// Times may have seconds and an offset after them: `09:00:00`, `09:00Z`.
fn read_range(schedule: &Schedule) -> Option<Range> {
    let minute = |text: &Option<String>| minute_of(text.as_deref()?.get(..5)?);
    let (opens, closes) = (minute(&schedule.opens_at)?, minute(&schedule.closes_at)?);
    // The last minute of a day stands for its end.
    let closes = if closes == 1_439 { 1_440 } else { closes };
    let closes = if closes <= opens { closes + 1_440 } else { closes };
    if closes - opens == 1_440 && opens != 0 { None } else { Range::new(opens, closes) }
}
