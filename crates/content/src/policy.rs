//! `content/en/schools/policy.toml`: what a school is asked, and the draft of a policy that comes of it.

use directory::Date;
use policy::{Choice, Part, Question, Section, Source as Rests, Template};
use screening::check::is_name;
use serde::Deserialize;

use crate::{
    file::{Report, Source},
    named,
    numbers::Numbers,
    passages, plain, reading, review,
};

const FILE: &str = "content/en/schools/policy.toml";

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    title: String,
    owner: String,
    reviewed_on: Date,
    review_by: Date,
    reading_age: Option<reading::Exception>,
    source: Vec<SourceRow>,
    question: Vec<QuestionRow>,
    section: Vec<SectionRow>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct SourceRow {
    id: String,
    name: String,
    as_at: Option<String>,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionRow {
    id: String,
    kind: Kind,
    text: String,
    #[serde(default)]
    hint: String,
    #[serde(default)]
    blank: String,
    #[serde(default)]
    option: Vec<OptionRow>,
}

/// What a question asks for; said in the file for whoever reads it.
#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Line,
    One,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionRow {
    id: String,
    label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionRow {
    id: String,
    title: String,
    sources: Vec<String>,
    part: Vec<PartRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartRow {
    /// `sort=primary`: one question, and the answers to it for which the words are.
    #[serde(default)]
    when: Vec<String>,
    text: String,
}

pub(crate) fn read(report: &mut Report<'_>, numbers: &Numbers) -> Template {
    let Some(source) = report.read(FILE) else { return Template::default() };
    let Some(file) = report.toml::<File>(&source) else { return Template::default() };
    review::check(report, &source, &file.title, file.reviewed_on, file.review_by);
    review::owned(report, &source, &file.owner);
    let questions: Vec<Question> = file.question.into_iter().map(|row| question(report, &source, row)).collect();
    let mut sections: Vec<Section> = Vec::new();
    for row in file.section {
        sections.push(section(report, &source, numbers, &file.source, file.reading_age.as_ref(), row));
    }
    for known in &file.source {
        if !source.text.lines().any(|line| line.starts_with("sources = ") && line.contains(&format!("{:?}", known.id)))
        {
            let reason = format!("no section rests on the source {:?}", known.id);
            report.faults.push(source.fault(source.line_of(&format!("id = {:?}", known.id)), reason));
        }
    }
    let ids = |questions: &[Question]| -> Vec<String> {
        let all = |question: &Question| {
            let choices = question.choices.iter().map(|choice| choice.id.clone());
            choices.chain([question.id.clone()]).collect::<Vec<_>>()
        };
        questions.iter().flat_map(all).collect()
    };
    // They become ids in the page.
    for id in ids(&questions).iter().chain(sections.iter().map(|section| &section.id)).filter(|id| !is_name(id)) {
        let reason = format!("{id:?} is no name: small letters, digits and dashes, a letter first");
        report.faults.push(source.fault(source.line_of(&format!("id = {id:?}")), reason));
    }
    let template = Template { title: file.title, questions, sections };
    for fault in template.faults() {
        report.faults.push(source.fault(1, fault));
    }
    template
}

fn question(report: &mut Report<'_>, source: &Source, row: QuestionRow) -> Question {
    plain::check(report, source, &row.text);
    plain::check(report, source, &row.hint);
    if (row.kind == Kind::One) == row.option.is_empty() {
        let reason = format!("the question {:?} is of kind one and has options, or of kind line and has none", row.id);
        report.faults.push(source.fault(source.line_of(&row.text), reason));
    }
    let choices = row.option.into_iter().map(|option| Choice { id: option.id, label: option.label }).collect();
    Question { id: row.id, text: row.text, hint: row.hint, blank: row.blank, choices }
}

fn section(
    report: &mut Report<'_>,
    source: &Source,
    numbers: &Numbers,
    known: &[SourceRow],
    exception: Option<&reading::Exception>,
    row: SectionRow,
) -> Section {
    let line = source.line_of(&format!("title = {:?}", row.title));
    let mut sources = Vec::new();
    for id in &row.sources {
        match known.iter().find(|known| known.id == *id) {
            Some(SourceRow { name, as_at, note, .. }) => {
                let name = as_at.as_ref().map_or(name.clone(), |as_at| format!("{name} ({as_at})"));
                sources.push(Rests { name, note: note.clone() });
            }
            None => report.faults.push(source.fault(line, format!("there is no source {id:?}"))),
        }
    }
    let mut sentences = Vec::new();
    let mut parts = Vec::new();
    for part in row.part {
        plain::check(report, source, &part.text);
        sentences.extend(passages::of_markdown(&part.text, line).into_iter().flat_map(|passage| passage.sentences));
        let text = named::plain(part.text.trim(), numbers).unwrap_or_else(|reason| {
            report.faults.push(source.fault(line, reason));
            String::new()
        });
        let mut asked: Vec<(&str, &str)> = part.when.iter().filter_map(|when| when.split_once('=')).collect();
        asked.dedup_by_key(|(question, _)| *question);
        if asked.len() > 1 || part.when.iter().any(|when| !when.contains('=')) {
            let reason = format!("{:?}: write question=answer, and one question only", part.when);
            report.faults.push(source.fault(line, reason));
        }
        let question = asked.first().map(|(question, _)| (*question).to_owned()).unwrap_or_default();
        let answers = part.when.iter().filter_map(|when| Some(when.split_once('=')?.1.to_owned())).collect();
        parts.push(Part { question, answers, text });
    }
    reading::check_together(report, source, &format!("the section {:?}", row.title), exception, sentences);
    Section { id: row.id, title: row.title, sources, parts }
}
