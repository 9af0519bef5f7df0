//! `content/norms.toml`: how other people answered.

use directory::Source as Provenance;
use screening::{
    Instrument,
    fault::Part::{At, Key},
    norm::Norm,
};
use serde::Deserialize;

use crate::{file::Report, passages, plain, reading, review};

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
    let mut sentences = Vec::new();
    for (n, row) in file.norm.iter().enumerate() {
        let line = |key: &'static str| source.line_of_path(&[Key("norm"), At(n), Key(key)]);
        if let Some((key, reason)) = wrong(row, file.norm.iter().take(n), instruments) {
            report.faults.push(source.fault(line(key), reason));
        }
        plain::check(report, &source, &row.text);
        review::provenance(report, &source, &row.text, &row.source);
        sentences.extend(passages::of_plain(&row.text, line("text")));
    }
    reading::check_together(report, &source, "what is said of how others answered", None, sentences);
    let norm = |row: Row| Norm { form: row.form, from: row.from, to: row.to, text: row.text, source: row.source.name };
    file.norm.into_iter().map(norm).collect()
}

/// What is wrong with the totals of a row, if anything is, and the key to mend.
fn wrong<'a>(
    row: &Row,
    mut earlier: impl Iterator<Item = &'a Row>,
    instruments: &[Instrument],
) -> Option<(&'static str, String)> {
    let Row { form, from, to, .. } = row;
    let Some(max) = instruments.iter().find_map(|other| Some(other.max(other.form(form)?))) else {
        return Some(("form", format!("there is no form {form:?}")));
    };
    if from > to || *to > max {
        return Some(("from", format!("{from} to {to} are not totals of {form}, which end at {max}")));
    }
    // A result shows one figure, and nobody would see that there were two.
    let meets = |other: &&Row| other.form == *form && other.from <= *to && *from <= other.to;
    let other = earlier.find(meets)?;
    Some(("from", format!("{from} to {to} meet {} to {} of another figure for {form}", other.from, other.to)))
}
