//! Facts grow old. Whatever states one says where it is from, when it was last checked and when it has to be checked
//! again; past that day the build stops, and 30 days before it says so.

use directory::{Date, Source as Provenance};
use serde::Deserialize;

use crate::{
    file::{Report, Source},
    pages::Reference,
};

const WARN_DAYS: i64 = 30;

/// Who answers for a file that has no front matter, when it was checked and from what: its table `[about]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Review {
    /// Kept in the file for whoever mends it; not shown.
    pub owner: String,
    pub reviewed_on: Date,
    pub review_by: Date,
    #[serde(default)]
    pub source: Vec<Reference>,
}

impl Review {
    /// Notes what is wrong with a file's dates and sources.
    pub fn check(&self, report: &mut Report<'_>, source: &Source) {
        check(report, source, &source.name, self.reviewed_on, self.review_by);
        owned(report, source, &self.owner);
        sourced(report, source, &self.source, self.reviewed_on);
    }
}

/// Notes it if a review is overdue, nearly due, or dated in an impossible order.
pub(crate) fn check(report: &mut Report<'_>, source: &Source, what: &str, checked_on: Date, review_by: Date) {
    let line = source.line_of(&String::from(review_by));
    let left = review_by.days_since_1970() - report.today.days_since_1970();
    if checked_on > review_by {
        report.faults.push(source.fault(line, format!("{what}: the review is due before the check was made")));
    } else if checked_on > report.today {
        let line = source.line_of(&String::from(checked_on));
        report
            .faults
            .push(source.fault(line, format!("{what}: it cannot have been checked on {checked_on}, a day to come")));
    } else if left < 0 {
        let reason =
            format!("{what}: had to be checked again by {review_by}; compare it with its source and set both dates");
        report.faults.push(source.fault(line, reason));
    } else if left <= WARN_DAYS {
        report.warnings.push(source.fault(line, format!("{what}: has to be checked again by {review_by}")));
    }
}

/// Notes it if nobody answers for a text.
pub(crate) fn owned(report: &mut Report<'_>, source: &Source, owner: &str) {
    if owner.trim().is_empty() {
        report.faults.push(source.fault(source.line_of("owner"), "say in `owner` who answers for this"));
    }
}

/// Notes it if a text has no source, or one without a name or with an impossible date.
pub(crate) fn sourced(report: &mut Report<'_>, source: &Source, from: &[Reference], checked_on: Date) {
    if from.is_empty() {
        report.faults.push(source.fault(1, "there is no source; add [[source]] with the name of what it was read in"));
    }
    for reference in from {
        named(report, source, &reference.name);
        if let Some(url) = reference.url.as_ref().filter(|url| !url.starts_with("https://") || url.contains([' ', '"']))
        {
            let reason = format!("a source is linked to by an address that begins with https://, not {url:?}");
            report.faults.push(source.fault(source.line_of(&format!("{url:?}")), reason));
        }
        let Some(as_at) = &reference.as_at else { continue };
        let line = source.line_of(&format!("{as_at:?}"));
        match first_day(as_at) {
            None => {
                let reason =
                    format!("as-at {as_at:?} is not a year, a month or a day; write 2025, 2025-07 or 2025-07-15");
                report.faults.push(source.fault(line, reason));
            }
            Some(day) if day > checked_on => {
                let reason = format!("as-at {as_at:?} is after {checked_on}, when this was compared with its sources");
                report.faults.push(source.fault(line, reason));
            }
            Some(_) => {}
        }
    }
}

/// Notes what is wrong with where the facts of a service, a contact or a line were read.
pub(crate) fn provenance(report: &mut Report<'_>, source: &Source, what: &str, from: &Provenance) {
    check(report, source, what, from.checked_on, from.review_by);
    named(report, source, &from.name);
    if let Some(as_at) = from.as_at.filter(|as_at| *as_at > from.checked_on) {
        let line = source.line_of(&String::from(as_at));
        let reason = format!("{what}: as-at {as_at} is after {}, when its source was read", from.checked_on);
        report.faults.push(source.fault(line, reason));
    }
}

fn named(report: &mut Report<'_>, source: &Source, name: &str) {
    if name.trim().is_empty() {
        report.faults.push(source.fault(source.line_of(&format!("{name:?}")), "a source has to have a name"));
    }
}

/// The first day of a year, a month or a day.
fn first_day(as_at: &str) -> Option<Date> {
    let rest = match as_at.len() {
        4 => "-01-01",
        7 => "-01",
        _ => "",
    };
    Date::read(&format!("{as_at}{rest}")).ok()
}
