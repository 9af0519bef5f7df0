//! `content/instruments/*.toml`: questionnaires as data, through the checks of `screening`.

use directory::Date;
use screening::{Instrument, instrument::Draft};

use crate::{file::Report, format, review};

pub(crate) fn read(report: &mut Report<'_>) -> Vec<Instrument> {
    let mut instruments = Vec::new();
    for name in report.list("content/instruments", "toml") {
        let Some(source) = report.read(&name) else { continue };
        let Some(draft) = report.toml::<format::File>(&source).map(Draft::from) else { continue };
        match (Date::read(&draft.reviewed_on), Date::read(&draft.review_by)) {
            (Ok(reviewed), Ok(due)) => review::check(report, &source, &draft.name, reviewed, due),
            (Err(reason), _) => report.faults.push(source.fault(source.line_of("reviewed-on"), reason)),
            (_, Err(reason)) => report.faults.push(source.fault(source.line_of("review-by"), reason)),
        }
        match Instrument::try_from(draft) {
            Ok(instrument) => instruments.push(instrument),
            Err(fault) => {
                let line = source.line_of_path(&fault.path);
                report.faults.push(source.fault(line, fault.to_string()));
            }
        }
    }
    instruments
}
