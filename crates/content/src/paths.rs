//! `content/en/check/*.md`: questions without a score, and the pieces of advice that their answers show.
//!
//! The front matter holds the questions; in the words below it every `##` heading begins a piece of advice and says
//! its name and kind: `## If you are not safe {#not-safe .emergency}`. What leads where goes through the checks of
//! `screening`.

use directory::Date;
use screening::{
    check::is_name,
    fault::Part::{At, Key},
    path::{Choice, Draft, Kind, Path, Piece, Question},
};
use serde::Deserialize;

use crate::{
    file::Report,
    markdown::Links,
    named,
    numbers::Numbers,
    pages::{self, FrontMatter, Opened, Page, Reference},
    passages, plain, reading,
};

/// A page of questions and advice: its words, and what leads where.
#[derive(Debug, Clone, PartialEq)]
pub struct PathPage {
    /// The title, the summary, the words before the first question, sources and dates.
    pub page: Page,
    /// Which answer shows which piece, and which question follows.
    pub path: Path,
    /// The words of its questions, in the same order.
    pub questions: Vec<QuestionWords>,
    /// The words of its pieces, in the same order.
    pub pieces: Vec<PieceWords>,
}

/// The words of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionWords {
    /// The question.
    pub text: String,
    /// A sentence under it.
    pub hint: Option<String>,
    /// What its options say.
    pub labels: Vec<String>,
}

/// The words of a piece of advice.
#[derive(Debug, Clone, PartialEq)]
pub struct PieceWords {
    /// The heading, which says for whom the piece is.
    pub heading: String,
    /// The words under it, as HTML.
    pub html: String,
}

pub(crate) const FOLDER: &str = "content/en/check";

/// The classes that a heading may have.
const KINDS: [(&str, Kind); 4] = [
    ("emergency", Kind::Emergency),
    ("urgent", Kind::Urgent),
    ("never-stop", Kind::NeverStop),
    ("cutting-down", Kind::CuttingDown),
];

/// What every page says of itself ([`FrontMatter`]), and the questions. Written out once more, because serde cannot
/// take one shape into another and still refuse a misspelt key with its line.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    title: String,
    summary: String,
    owner: String,
    reviewed_on: Date,
    review_by: Date,
    #[serde(default)]
    source: Vec<Reference>,
    reading_age: Option<reading::Exception>,
    #[serde(default)]
    always: Vec<String>,
    #[serde(default)]
    question: Vec<QuestionRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionRow {
    id: String,
    text: String,
    hint: Option<String>,
    #[serde(default)]
    many: bool,
    #[serde(default)]
    option: Vec<OptionRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionRow {
    label: String,
    #[serde(default)]
    show: Vec<String>,
    then: Option<String>,
    #[serde(default)]
    alone: bool,
}

/// A piece on its way into the site: its words, its name and kind, and the line of its heading.
struct Section {
    line: usize,
    piece: Piece,
    words: PieceWords,
}

pub(crate) fn read(report: &mut Report<'_>, numbers: &Numbers) -> Vec<PathPage> {
    let names = files(report);
    names.iter().filter_map(|name| path(report, numbers, name)).collect()
}

/// The files, each of which becomes an address by its name. A site without such pages need not have the folder.
pub(crate) fn files(report: &mut Report<'_>) -> Vec<String> {
    if report.root.join(FOLDER).is_dir() { report.list(FOLDER, "md") } else { Vec::new() }
}

fn path(report: &mut Report<'_>, numbers: &Numbers, name: &str) -> Option<PathPage> {
    let opened = pages::open(report, name)?;
    if !pages::stem(name).is_some_and(is_name) {
        let reason = "the name of this file becomes an address: small letters, digits and dashes, a letter first";
        report.faults.push(opened.source.fault(1, reason));
    }
    let File { title, summary, owner, reviewed_on, review_by, source, reading_age, always, question } =
        report.toml(&opened.head)?;
    let who = String::new();
    let front = FrontMatter { title, summary, who, island: None, owner, reviewed_on, review_by, source, reading_age };
    pages::check(report, &opened, &front, numbers);
    let named = named::facts(opened.body(), numbers);
    words_of(report, &opened, &question);
    let (opening, sections) = sections(report, numbers, &opened)?;
    let (asked, questions): (Vec<Question>, Vec<QuestionWords>) = question.into_iter().map(apart).unzip();
    let lines: Vec<usize> = sections.iter().map(|section| section.line).collect();
    let (pieces, words) = sections.into_iter().map(|section| (section.piece, section.words)).unzip();
    let path = match Path::try_from(Draft { question: asked, piece: pieces, always }) {
        Ok(path) => path,
        Err(fault) => {
            let line = match fault.path.as_slice() {
                [Key("piece"), At(place), ..] => lines.get(*place).copied().unwrap_or(1),
                way => opened.head.line_of_path(way),
            };
            report.faults.push(opened.source.fault(line, fault.to_string()));
            return None;
        }
    };
    Some(PathPage { page: pages::finish(pages::stem(name)?, front, opening, &named)?, path, questions, pieces: words })
}

/// A question without its words, and the words.
fn apart(row: QuestionRow) -> (Question, QuestionWords) {
    let (option, labels) = row
        .option
        .into_iter()
        .map(|option| (Choice { show: option.show, then: option.then, alone: option.alone }, option.label))
        .unzip();
    let words = QuestionWords { text: row.text, hint: row.hint, labels };
    (Question { id: row.id, many: row.many, option }, words)
}

/// Every question and option says something, in words that we use.
fn words_of(report: &mut Report<'_>, opened: &Opened, questions: &[QuestionRow]) {
    let asked = questions.iter().flat_map(|question| std::iter::once(&question.text).chain(&question.hint));
    let sentences = asked.flat_map(|text| passages::of_plain(text, opened.source.line_of(text))).collect();
    reading::check_together(report, &opened.source, "what the questions ask", None, sentences);
    for (place, question) in questions.iter().enumerate() {
        let at = |key: &'static str| vec![Key("question"), At(place), Key(key)];
        let labels =
            question.option.iter().enumerate().map(|(n, option)| {
                (&option.label, vec![Key("question"), At(place), Key("option"), At(n), Key("label")])
            });
        let hint = question.hint.iter().map(|hint| (hint, at("hint")));
        for (text, way) in [(&question.text, at("text"))].into_iter().chain(hint).chain(labels) {
            plain::check(report, &opened.source, text);
            if text.trim().is_empty() {
                report.faults.push(opened.source.fault(opened.head.line_of_path(&way), "there are no words here"));
            }
        }
    }
}

/// The words before the first heading, as HTML, and the pieces.
fn sections(report: &mut Report<'_>, numbers: &Numbers, opened: &Opened) -> Option<(String, Vec<Section>)> {
    let (source, first) = (&opened.source, opened.first_line());
    let lines: Vec<&str> = opened.body().lines().collect();
    let heads: Vec<usize> =
        (0..lines.len()).filter(|at| lines.get(*at).is_some_and(|l| l.starts_with("## "))).collect();
    let until = |from: usize, to: usize| lines.get(from..to).map(|lines| lines.join("\n")).unwrap_or_default();
    let opening = until(0, heads.first().copied().unwrap_or(lines.len()));
    let opening = pages::html(report, numbers, source, first, &opening, Links::Pages)?;
    let mut sections = Vec::new();
    for (n, at) in heads.iter().copied().enumerate() {
        let line = first + at;
        let head = lines.get(at).copied().and_then(|head| head.strip_prefix("## ")).unwrap_or_default();
        let (heading, piece) = match heading(head) {
            Ok(read) => read,
            Err(reason) => {
                report.faults.push(source.fault(line, reason));
                return None;
            }
        };
        let words = until(at + 1, heads.get(n + 1).copied().unwrap_or(lines.len()));
        if words.trim().is_empty() {
            report.faults.push(source.fault(line, "there are no words under this heading"));
        }
        let html = pages::html(report, numbers, source, line + 1, &words, Links::Pages)?;
        sections.push(Section { line, piece, words: PieceWords { heading, html } });
    }
    Some((opening, sections))
}

/// `If you are not safe {#not-safe .emergency}`, taken apart.
fn heading(head: &str) -> Result<(String, Piece), String> {
    let missing =
        || "a piece of advice needs a name: ## Heading {#name}, and perhaps a kind: {#name .urgent}".to_owned();
    let (text, marks) = head.trim().strip_suffix('}').and_then(|head| head.rsplit_once('{')).ok_or_else(missing)?;
    let (mut id, mut kind) = (None, None);
    for mark in marks.split_whitespace() {
        if let Some(name) = mark.strip_prefix('#').filter(|_| id.is_none()) {
            id = Some(name.to_owned());
        } else if let Some(name) = mark.strip_prefix('.').filter(|_| kind.is_none()) {
            let known = KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
            let all = KINDS.map(|(known, _)| known).join(", ");
            kind = Some(known.ok_or_else(|| format!("there is no kind {name:?}; use one of {all}, or none"))?);
        } else {
            return Err(format!("{mark:?} does not belong here; one #name, and at most one .kind"));
        }
    }
    let text = text.trim().to_owned();
    if text.is_empty() {
        return Err("there are no words in this heading".into());
    }
    Ok((text, Piece { id: id.ok_or_else(missing)?, kind: kind.unwrap_or(Kind::Ordinary) }))
}
