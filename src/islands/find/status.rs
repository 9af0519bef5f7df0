//! What the hours of a place say of a moment, in words. The filter "open now" asks the same [`Status`].

use directory::{
    Weekday,
    hours::{ClockWords, On, State, Status, time},
};

use crate::words::Words;

/// A line such as "Open until 6pm", and a word of care where a day's hours may differ.
pub fn said(status: &Status, words: Words) -> String {
    let at = |minute| time(minute, &clock(words));
    let mut said = match status.state {
        State::Unknown => words.get("hours.unknown").to_owned(),
        State::Unchecked => words.get("hours.unchecked").to_owned(),
        State::OpenAllDay => words.get("hours.all-day").to_owned(),
        State::OpenUntil { minute, tomorrow: false } => words.fill("hours.until", &[("time", &at(minute))]),
        State::OpenUntil { minute, tomorrow: true } => words.fill("hours.until-tomorrow", &[("time", &at(minute))]),
        State::ClosedForNow { opens } => words.fill("hours.for-now", &[("time", &at(opens))]),
        State::Opens { minute, on } => words.fill("hours.opens", &[("time", &at(minute)), ("day", &day(on, words))]),
        State::NextKnown { minute, on } => {
            words.fill("hours.next-known", &[("time", &at(minute)), ("day", &day(on, words))])
        }
        State::Closed => words.get("hours.closed").to_owned(),
    };
    for (may_differ, key) in
        [(status.may_differ_today, "hours.differ-today"), (status.may_differ_then, "hours.differ-then")]
    {
        if may_differ {
            said.push_str(if said.ends_with('.') { " " } else { ". " });
            said.push_str(words.get(key));
        }
    }
    said
}

/// The words for times of the day.
pub fn clock(words: Words) -> ClockWords<'static> {
    ClockWords {
        am: words.get("clock.am"),
        pm: words.get("clock.pm"),
        midday: words.get("clock.midday"),
        midnight: words.get("clock.midnight"),
    }
}

fn day(on: On, words: Words) -> String {
    let named = |day: &str| words.fill("hours.on-day", &[("day", day)]);
    match on {
        On::Today => words.get("hours.today").to_owned(),
        On::Tomorrow => words.get("hours.tomorrow").to_owned(),
        On::Weekday(weekday) => named(weekday_name(weekday, words)),
        On::Date(date) => named(&date.to_string()),
    }
}

/// The name of a day of the week.
pub fn weekday_name(weekday: Weekday, words: Words) -> &'static str {
    words.get(match weekday {
        Weekday::Monday => "day.monday",
        Weekday::Tuesday => "day.tuesday",
        Weekday::Wednesday => "day.wednesday",
        Weekday::Thursday => "day.thursday",
        Weekday::Friday => "day.friday",
        Weekday::Saturday => "day.saturday",
        Weekday::Sunday => "day.sunday",
    })
}
