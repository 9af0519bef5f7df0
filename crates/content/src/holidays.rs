//! `content/bank-holidays.toml`: days on which places may keep other hours than those of their week.

use directory::{Date, hours::Holiday};
use serde::Deserialize;

use crate::{file::Report, review::Review};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    about: Review,
    bank_holiday: Vec<Row>,
    #[serde(default)]
    other_day: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    date: Date,
    name: String,
}

pub(crate) fn read(report: &mut Report<'_>) -> Vec<Holiday> {
    let Some(source) = report.read("content/bank-holidays.toml") else { return Vec::new() };
    let Some(file) = report.toml::<File>(&source) else { return Vec::new() };
    file.about.check(report, &source);
    let mut holidays = Vec::new();
    for (rows, bank) in [(file.bank_holiday, true), (file.other_day, false)] {
        let mut before = None;
        for Row { date, name } in rows {
            if before >= Some(date) {
                let reason = format!("{name}: write the days in the order of their dates, each once");
                report.faults.push(source.fault(source.line_of(&String::from(date)), reason));
            }
            before = Some(date);
            holidays.push(Holiday { date, bank });
        }
    }
    holidays
}
