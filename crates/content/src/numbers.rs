//! `content/numbers.toml`: the only home of telephone numbers for everyone.

use directory::{Phone, Source as Provenance};
use screening::fault::Part;
use serde::Deserialize;

use crate::{
    file::{Report, Source},
    passages, plain, reading, review,
};

/// Every national line, and which of them go where.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// Ids of the lines in the strip on every page.
    pub crisis: Vec<String>,
    /// Ids of the lines on the result of a check.
    pub checks: Vec<String>,
    /// Ids of the lines listed for everyone who looks for help.
    pub national: Vec<String>,
    /// All lines.
    #[serde(default, rename = "line")]
    pub lines: Vec<Line>,
}

/// A telephone line for everyone.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Line {
    /// Its name in pages: `{phone:samaritans}`.
    pub id: String,
    /// Who answers.
    pub name: String,
    /// The number.
    pub number: Phone,
    /// Two or three words for the strip.
    #[serde(rename = "for")]
    pub purpose: String,
    /// A sentence: who it is for.
    pub about: String,
    /// When it is answered, if a source says so.
    #[serde(default)]
    pub hours: Option<String>,
    /// Where the number was read.
    pub source: Provenance,
}

impl Numbers {
    /// A line by its id.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The lines of a list of ids. The checks made sure that each exists.
    pub fn pick<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a Line> {
        ids.iter().filter_map(|id| self.line(id))
    }
}

/// The digits of the four lines that every page must carry, whatever else changes.
const ALWAYS: [&str; 4] = ["tel:999", "tel:111", "tel:116123", "tel:08001111"];

pub(crate) fn read(report: &mut Report<'_>) -> Numbers {
    let Some(source) = report.read("content/numbers.toml") else { return Numbers::default() };
    let Some(numbers) = report.toml::<Numbers>(&source) else { return Numbers::default() };
    check(report, &source, &numbers);
    numbers
}

fn check(report: &mut Report<'_>, source: &Source, numbers: &Numbers) {
    for id in numbers.crisis.iter().chain(&numbers.checks).chain(&numbers.national) {
        if numbers.line(id).is_none() {
            report.faults.push(source.fault(source.line_of(id), format!("there is no line {id:?}")));
        }
    }
    for tel in ALWAYS {
        if !numbers.pick(&numbers.crisis).any(|line| line.number.tel() == tel) {
            report.faults.push(source.fault(source.line_of("crisis"), format!("the crisis list has to hold {tel}")));
        }
    }
    for (place, line) in numbers.lines.iter().enumerate() {
        if numbers.lines[..place].iter().any(|earlier| earlier.id == line.id) {
            let at = source.line_of_path(&[Part::Key("line"), Part::At(place), Part::Key("id")]);
            report.faults.push(source.fault(at, format!("the line {:?} is there twice", line.id)));
        }
        review::provenance(report, source, &line.name, &line.source);
        for text in [&line.name, &line.purpose, &line.about].into_iter().chain(&line.hours) {
            plain::check(report, source, text);
        }
    }
    let abouts = numbers.lines.iter().flat_map(|line| passages::of_plain(&line.about, source.line_of(&line.about)));
    reading::check_together(report, source, "what `about` says of all lines", None, abouts.collect());
}
