//! `content/norms.toml`: how other people answered.

use directory::Source as Provenance;
use screening::{Instrument, norm::Norm};
use serde::Deserialize;

use crate::{file::Report, plain, review};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    norm: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    form: String,
    from: u16,
    to: u16,
    text: String,
    source: Provenance,
}

pub(crate) fn read(report: &mut Report<'_>, instruments: &[Instrument]) -> Vec<Norm> {
    let Some(source) = report.read("content/norms.toml") else { return Vec::new() };
    let Some(file) = report.toml::<File>(&source) else { return Vec::new() };
    let mut norms = Vec::new();
    for row in file.norm {
        let max = instruments.iter().find_map(|other| Some(other.max(other.form(&row.form)?)));
        let line = source.line_of(&format!("form = {:?}", row.form));
        match max {
            None => report.faults.push(source.fault(line, format!("there is no form {:?}", row.form))),
            Some(max) if row.from > row.to || row.to > max => {
                let reason = format!("{} to {} are not totals of {}, which end at {max}", row.from, row.to, row.form);
                report.faults.push(source.fault(line, reason));
            }
            Some(_) => {}
        }
        plain::check(report, &source, &row.text);
        review::provenance(report, &source, &row.text, &row.source);
        let from = row.source.name;
        norms.push(Norm { form: row.form, from: row.from, to: row.to, text: row.text, source: from });
    }
    norms
}
