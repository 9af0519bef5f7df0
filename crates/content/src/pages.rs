//! `content/en/*.md`: pages with front matter.

use directory::Date;
use serde::Deserialize;

use crate::{
    file::{Report, Source},
    markdown,
    numbers::Numbers,
    plain, review,
};

/// A page of words, ready to be put into the site's frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The file's name without `.md`.
    pub name: String,
    /// The heading.
    pub title: String,
    /// One or two sentences under it, and the page's description.
    pub summary: String,
    /// The words, as HTML.
    pub html: String,
    /// Where its facts come from.
    pub sources: Vec<Reference>,
    /// The day a person last checked them.
    pub reviewed_on: Date,
}

/// A source named at the foot of a page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Reference {
    /// Publisher and document.
    pub name: String,
    /// Year, month or day of the source, as its publisher writes it.
    #[serde(default)]
    pub as_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct FrontMatter {
    title: String,
    summary: String,
    /// Kept in the file for whoever mends the page; not shown.
    #[serde(rename = "owner")]
    _owner: String,
    reviewed_on: Date,
    review_by: Date,
    #[serde(default)]
    source: Vec<Reference>,
}

pub(crate) fn read(report: &mut Report<'_>, numbers: &Numbers) -> Vec<Page> {
    let names = report.list("content/en", "md");
    names.iter().filter_map(|name| page(report, numbers, name)).collect()
}

fn page(report: &mut Report<'_>, numbers: &Numbers, file: &str) -> Option<Page> {
    let source = report.read(file)?;
    let parts = source.text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"));
    let Some((front, body)) = parts else {
        report.faults.push(source.fault(1, "a page begins with its front matter between two lines of +++"));
        return None;
    };
    // One line is kept in front so that the lines of the front matter are the lines of the file.
    let head = Source { name: source.name.clone(), text: format!("\n{front}") };
    let front: FrontMatter = report.toml(&head)?;
    review::check(report, &source, &front.title, front.reviewed_on, front.review_by);
    if front.source.is_empty() {
        report.faults.push(source.fault(1, "the page names no source; add [[source]]"));
    }
    for text in [front.title.as_str(), front.summary.as_str(), body] {
        plain::check(report, &source, text);
    }
    let first_line = source.line_at(source.text.len() - body.len());
    let html = match markdown::to_html(body, numbers) {
        Ok(html) => html,
        Err(problem) => {
            report.faults.push(source.fault(first_line + problem.line, problem.reason));
            return None;
        }
    };
    let name = file.rsplit('/').next()?.strip_suffix(".md")?.to_owned();
    Some(Page {
        name,
        title: front.title,
        summary: front.summary,
        html,
        sources: front.source,
        reviewed_on: front.reviewed_on,
    })
}
