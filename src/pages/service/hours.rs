//! When a service is open: its week, bank holidays, and days that differ.

use directory::{
    DataSource,
    hours::{ClockWords, Day, OnHolidays, Range, Schedule, time},
};
use leptos::prelude::*;

use crate::{
    pages::{Site, entry::Entry},
    words::Words,
};

/// The part of the page.
pub fn part(site: &'static Site, entry: &Entry) -> AnyView {
    let words = site.words;
    let title = view! { <h2 class="govuk-heading-m">{words.get("entry.hours")}</h2> };
    match known(entry) {
        Some(schedule) => view! { {title}{week(words, schedule)} }.into_any(),
        None => view! { {title}<p>{words.get("hours.unknown")}</p> }.into_any(),
    }
}

/// Where the hours are from, if that is not where all else is from.
pub fn source(entry: &Entry) -> Option<&'static DataSource> {
    known(entry)?;
    entry.book.source(entry.record.place.as_ref()?.hours_source.as_ref()?)
}

/// Hours that are known, and not only from a lead.
fn known(entry: &Entry) -> Option<&'static Schedule> {
    let place = entry.record.place.as_ref()?;
    let source = place.hours_source.as_ref().and_then(|id| entry.book.source(id));
    let hours = place.hours.as_ref().filter(|_| !source.is_some_and(|source| source.lead))?;
    (!hours.is_unknown() || !hours.note().is_empty()).then_some(hours)
}

/// The days: a key for people, and how schema.org names them.
const DAYS: [(&str, &str); 7] = [
    ("day.monday", "https://schema.org/Monday"),
    ("day.tuesday", "https://schema.org/Tuesday"),
    ("day.wednesday", "https://schema.org/Wednesday"),
    ("day.thursday", "https://schema.org/Thursday"),
    ("day.friday", "https://schema.org/Friday"),
    ("day.saturday", "https://schema.org/Saturday"),
    ("day.sunday", "https://schema.org/Sunday"),
];

fn week(words: Words, schedule: &Schedule) -> AnyView {
    let rows: Vec<_> = DAYS
        .into_iter()
        .zip(schedule.week())
        .map(|((key, day), hours)| {
            view! { <tr><th scope="row">{words.get(key)}</th><td>{cell(words, day, hours)}</td></tr> }
        })
        .collect();
    let holidays = match schedule.holidays() {
        OnHolidays::Closed => "entry.holidays-closed",
        OnHolidays::AsUsual => "entry.holidays-usual",
        OnHolidays::NotSaid => "entry.holidays-unknown",
    };
    let exceptions: Vec<_> = schedule
        .exceptions()
        .iter()
        .map(|exception| {
            let note = (!exception.note.is_empty()).then(|| [" (", &exception.note, ")"].concat());
            view! { <li>{exception.date.to_string()}": "{text(words, &exception.day)}{note}</li> }
        })
        .collect();
    let exceptions = (!exceptions.is_empty()).then(|| {
        view! { <h3 class="govuk-heading-s">{words.get("entry.exceptions")}</h3><ul>{exceptions}</ul> }
    });
    let note = (!schedule.note().is_empty()).then(|| view! { <p>{schedule.note().to_owned()}</p> });
    view! {
        <table class="app-hours"><tbody>{rows}</tbody></table>
        <p>{words.get(holidays)}</p>
        {note}
        {exceptions}
    }
    .into_any()
}

/// The hours of a day, and the same for search engines. They are told nothing of a day that is not known or closed: what is
/// not there is not claimed.
fn cell(words: Words, day: &'static str, hours: &Day) -> AnyView {
    let said = text(words, hours);
    let ranges: Vec<_> = hours
        .ranges()
        .iter()
        .map(|range| {
            view! {
                <span itemprop="openingHoursSpecification" itemscope=true itemtype="https://schema.org/OpeningHoursSpecification">
                    <meta itemprop="dayOfWeek" content=day/>
                    <meta itemprop="opens" content=clock(range.opens())/>
                    <meta itemprop="closes" content=clock(range.closes())/>
                </span>
            }
        })
        .collect();
    view! { {said}{ranges} }.into_any()
}

fn text(words: Words, day: &Day) -> String {
    let one = |range: &Range| {
        if *range == Range::ALL_DAY {
            return words.get("entry.all-day").to_owned();
        }
        let clock = ClockWords {
            am: words.get("clock.am"),
            pm: words.get("clock.pm"),
            midday: words.get("clock.midday"),
            midnight: words.get("clock.midnight"),
        };
        let (opens, closes) = (time(range.opens(), &clock), time(range.closes(), &clock));
        words.fill("entry.range", &[("opens", &opens), ("closes", &closes)])
    };
    match day {
        Day::Unknown => words.get("entry.not-known").to_owned(),
        Day::Closed => words.get("entry.closed").to_owned(),
        Day::Open(ranges) => ranges.as_slice().iter().map(one).collect::<Vec<_>>().join(", "),
    }
}

/// A minute of the day as schema.org writes it. It has no 24:00; the last minute stands for the end of a day.
fn clock(minute: u16) -> String {
    let minute = if minute == 1_440 { 1_439 } else { minute % 1_440 };
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
