//! `content/en/*.md` and the folders beside them: pages with front matter. Where a file lies is its page's address:
//! `drugs/ketamine.md` is `/drugs/ketamine/`, and `drugs/index.md` is `/drugs/`.

use directory::Date;
use screening::{check::is_name, fault::Part::Key};
use serde::Deserialize;

use crate::{
    file::{Fault, Report, Source},
    islands,
    markdown::{self, Heading, Links},
    named,
    numbers::{Fact, Numbers},
    paths, plain, reading, review, stated,
};

/// A page of words, ready to be put into the site's frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Where its file lies in `content/en/`, without `.md`: `drugs/ketamine`.
    pub name: String,
    /// For whom it is written, in a few words; empty for pages of the site itself.
    pub who: String,
    /// The heading.
    pub title: String,
    /// One or two sentences under it, and the page's description.
    pub summary: String,
    /// The words, as HTML.
    pub html: String,
    /// The headings in them.
    pub headings: Vec<Heading>,
    /// What a program does with them in the browser, by its name; most pages have none.
    pub island: Option<String>,
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
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
}

/// What every page says of itself, and all that a page of prose does.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct FrontMatter {
    pub title: String,
    pub summary: String,
    /// For whom the page is written.
    #[serde(default, rename = "for")]
    pub who: String,
    /// What a program does with the page.
    #[serde(default)]
    pub island: Option<String>,
    /// Kept in the file for whoever mends the page; not shown.
    pub owner: String,
    pub reviewed_on: Date,
    pub review_by: Date,
    #[serde(default)]
    pub source: Vec<Reference>,
    /// Why the page may be harder to read than others.
    pub reading_age: Option<reading::Exception>,
}

/// A page's file, taken apart.
pub(crate) struct Opened {
    /// The whole file.
    pub source: Source,
    /// Its front matter, on the same lines as in the file.
    pub head: Source,
    /// Where its words begin in the file.
    begin: usize,
}

pub(crate) fn read(report: &mut Report<'_>, numbers: &Numbers) -> Vec<Page> {
    let mut names = report.list(FOLDER, "md");
    for folder in report.list(FOLDER, "") {
        // Questions without a score have a reader of their own.
        if folder != paths::FOLDER {
            names.extend(report.list(&folder, "md"));
        }
    }
    let pages: Vec<Page> = names.iter().filter_map(|name| page(report, numbers, name)).collect();
    for (place, page) in pages.iter().enumerate() {
        if pages[..place].iter().any(|earlier| earlier.name == page.name) {
            let file = format!("{FOLDER}/{}/index.md", page.name);
            let reason = format!("there is {}.md beside the folder; the page of a folder is one of the two", page.name);
            report.faults.push(Fault { file, line: 1, reason });
        }
    }
    pages
}

/// Where the words of the language are that the site has.
const FOLDER: &str = "content/en";

fn page(report: &mut Report<'_>, numbers: &Numbers, file: &str) -> Option<Page> {
    let opened = open(report, file)?;
    let front: FrontMatter = report.toml(&opened.head)?;
    let named = address(file).is_some_and(|name| name.split('/').all(is_name));
    if !named {
        let reason =
            "the names of this file and its folder become an address: small letters, digits and dashes, a letter first";
        report.faults.push(opened.source.fault(1, reason));
    }
    if front.who.trim().is_empty() && file.matches('/').count() > FOLDER.matches('/').count() + 1 {
        report.faults.push(opened.source.fault(1, "say in `for`, in a few words, for whom this page is written"));
    }
    check(report, &opened, &front, numbers);
    let html = html(report, numbers, &opened.source, opened.first_line(), opened.body(), Links::Anywhere)?;
    if let Some(reason) = front.island.as_deref().and_then(|island| islands::fault(island, &html)) {
        let line = opened.head.line_of_path(&[Key("island")]);
        report.faults.push(opened.source.fault(line, reason));
    }
    let named = named::facts(opened.body(), numbers);
    finish(address(file)?, front, html, &named)
}

/// Takes a file apart.
pub(crate) fn open(report: &mut Report<'_>, file: &str) -> Option<Opened> {
    let source = report.read(file)?;
    let parts = source.text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"));
    let Some((front, body)) = parts else {
        report.faults.push(source.fault(1, "a page begins with its front matter between two lines of +++"));
        return None;
    };
    // One line is kept in front so that the lines of the front matter are the lines of the file.
    let head = Source { name: source.name.clone(), text: format!("\n{front}") };
    let begin = source.text.len() - body.len();
    Some(Opened { source, head, begin })
}

/// Holds a page to its dates, its sources, its reading age, the words that we do not use and the numbers that have a home.
pub(crate) fn check(report: &mut Report<'_>, opened: &Opened, front: &FrontMatter, numbers: &Numbers) {
    let source = &opened.source;
    review::check(report, source, &front.title, front.reviewed_on, front.review_by);
    review::owned(report, source, &front.owner);
    review::sourced(report, source, &front.source, front.reviewed_on);
    reading::check(report, source, front.reading_age.as_ref(), &front.summary, opened.body(), opened.first_line());
    for text in [front.title.as_str(), front.summary.as_str(), opened.body()] {
        plain::check(report, source, text);
    }
    stated::check(report, source, numbers, opened.body(), opened.begin);
}

/// Some of a file's words as HTML; they begin on a line of it.
pub(crate) fn html(
    report: &mut Report<'_>,
    numbers: &Numbers,
    source: &Source,
    line: usize,
    words: &str,
    links: Links,
) -> Option<String> {
    match markdown::to_html(words, numbers, links) {
        Ok(html) => Some(html),
        Err(problem) => {
            report.faults.push(source.fault(line + problem.line, problem.reason));
            None
        }
    }
}

/// What a file of Markdown is called.
pub(crate) fn stem(file: &str) -> Option<&str> {
    file.rsplit('/').next()?.strip_suffix(".md")
}

/// Where a page's file lies, which becomes its address.
fn address(file: &str) -> Option<&str> {
    let name = file.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".md")?;
    Some(name.strip_suffix("/index").unwrap_or(name))
}

/// A page by its name, with the facts that it names.
pub(crate) fn finish(name: &str, front: FrontMatter, html: String, named: &[&Fact]) -> Option<Page> {
    Some(Page {
        name: name.to_owned(),
        who: front.who,
        title: front.title,
        summary: front.summary,
        headings: markdown::headings(&html),
        html,
        island: front.island,
        sources: sources(front.source, named),
        reviewed_on: front.reviewed_on,
    })
}

/// The sources of a page, and then those of the facts that it names, each once.
fn sources(mut sources: Vec<Reference>, named: &[&Fact]) -> Vec<Reference> {
    for Fact { source, .. } in named {
        if !sources.iter().any(|known| known.name == source.name) {
            let as_at = source.as_at.map(String::from);
            sources.push(Reference { name: source.name.clone(), as_at, url: None });
        }
    }
    sources
}

impl Opened {
    /// The words under the front matter.
    pub fn body(&self) -> &str {
        self.source.text.get(self.begin..).unwrap_or_default()
    }

    /// The line of the file on which they begin.
    pub fn first_line(&self) -> usize {
        self.source.line_at(self.begin)
    }
}
