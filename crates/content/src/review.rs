//! Facts grow old. Whatever states one says when it was last checked and when it has to be checked again;
//! past that day the build stops, and 30 days before it says so.

use directory::Date;

use crate::file::{Report, Source};

const WARN_DAYS: i64 = 30;

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
