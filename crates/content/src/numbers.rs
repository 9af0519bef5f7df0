//! `content/numbers.toml`: the only home of telephone numbers for everyone.

use directory::{
    Checked, DataSource, Eligibility, Kind, Organization, Phone, Provenance as Known, Record, ServiceAtLocation,
    Source as Provenance, Status, Way, hours::Schedule,
};
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
    /// Limits, laws and figures that pages name.
    #[serde(default, rename = "fact")]
    pub facts: Vec<Fact>,
}

/// A limit, a law or a figure, in the words in which every page says it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// Its name in pages: `{law:class-b}`.
    pub id: String,
    /// The words.
    pub text: String,
    /// Where it was read.
    pub source: Provenance,
}

/// What a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    /// How much, how often or how long: part of a sentence.
    Limit,
    /// What the law says: a sentence or two.
    Law,
    /// What a survey or a study counted: part of a sentence, which says of whom, where and when.
    Figure,
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
    /// Is it for a text and not for a call?
    #[serde(default)]
    pub by_text: bool,
    /// Two or three words for the strip.
    #[serde(rename = "for")]
    pub purpose: String,
    /// A sentence: who it is for.
    pub about: String,
    /// When it is answered, if a source says so.
    #[serde(default)]
    pub hours: Option<String>,
    /// What it is among the services that people find; none for what is never an answer to a search.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// The same as `hours` for programs, so that the search can say whether it is open now.
    #[serde(default)]
    pub open: Option<Schedule>,
    /// Where the number was read.
    pub source: Provenance,
}

impl Numbers {
    /// A line by its id.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// A fact by its kind and id.
    pub fn fact(&self, kind: FactKind, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.kind == kind && fact.id == id)
    }

    /// The lines of a list of ids. The checks made sure that each exists.
    pub fn pick<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a Line> {
        ids.iter().filter_map(|id| self.line(id))
    }
}

impl Numbers {
    /// The lines for everyone as entries of the directory, in their order, each with where its facts were read.
    pub fn records(&self) -> Vec<(Record, DataSource)> {
        self.pick(&self.national).filter_map(Line::record).collect()
    }
}

impl Line {
    /// The address of a link that calls it, or begins a text to it.
    pub fn link(&self) -> String {
        let tel = self.number.tel();
        if self.by_text { tel.replacen("tel:", "sms:", 1) } else { tel }
    }

    /// The same as an entry of the directory: for everyone, by telephone, and at no place.
    fn record(&self) -> Option<(Record, DataSource)> {
        let source = &self.source;
        let data = source.data(&self.id);
        // Hours need a place to hang on, and a line has one without an address.
        let place = self.open.clone().map(|hours| ServiceAtLocation { hours: Some(hours), ..Default::default() });
        let record = Record {
            id: self.id.clone(),
            kind: self.kind?,
            name: self.name.clone(),
            former_names: Vec::new(),
            organization: Organization::default(),
            status: Status::Active,
            about: Some(self.about.clone()),
            caution: None,
            does: Default::default(),
            eligibility: Eligibility::default(),
            how: Vec::new(),
            ways: vec![Way::Phone],
            cost: None,
            languages: Vec::new(),
            first_visit: None,
            phone: Some(self.number.clone()),
            other_phones: Vec::new(),
            website: None,
            email: None,
            place,
            branches: Vec::new(),
            serves: Vec::new(),
            provenance: Known {
                source: self.id.clone(),
                checked: source.checked_by.clone().map(|by| Checked { by, on: source.checked_on }),
                missing_since: None,
            },
            note: None,
        };
        Some((record, data))
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
        let at = source.line_of_path(&[Part::Key("line"), Part::At(place), Part::Key("id")]);
        if line.kind.is_none() && numbers.national.contains(&line.id) {
            let reason = "the line is listed for everyone: say what `kind` it is, such as \"family\"";
            report.faults.push(source.fault(at, reason));
        }
        if numbers.lines[..place].iter().any(|earlier| earlier.id == line.id) {
            report.faults.push(source.fault(at, format!("the line {:?} is there twice", line.id)));
        }
        review::provenance(report, source, &line.name, &line.source);
        for text in [&line.name, &line.purpose, &line.about].into_iter().chain(&line.hours) {
            plain::check(report, source, text);
        }
    }
    for (place, fact) in numbers.facts.iter().enumerate() {
        let at = source.line_of_path(&[Part::Key("fact"), Part::At(place), Part::Key("id")]);
        if numbers.facts[..place].iter().any(|earlier| (earlier.kind, &earlier.id) == (fact.kind, &fact.id)) {
            report.faults.push(source.fault(at, format!("the fact {:?} is there twice", fact.id)));
        }
        review::provenance(report, source, &fact.id, &fact.source);
        plain::check(report, source, &fact.text);
    }
    let laws = numbers.facts.iter().flat_map(|fact| passages::of_plain(&fact.text, source.line_of(&fact.text)));
    reading::check_together(report, source, "what the laws say", None, laws.collect());
    let abouts = numbers.lines.iter().flat_map(|line| passages::of_plain(&line.about, source.line_of(&line.about)));
    reading::check_together(report, source, "what `about` says of all lines", None, abouts.collect());
}
