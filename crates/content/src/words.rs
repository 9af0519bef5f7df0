//! `content/en/strings.toml` and `content/drinks.toml`: short texts by key, and the drinks of the picker. Each has a
//! table `[about]` with its owner, its dates and its sources.

use std::collections::BTreeMap;

use directory::Date;
use drinks::{Abv, Drink, Volume};
use serde::Deserialize;

use crate::{
    file::{Report, Source},
    markdown::{self, Links},
    numbers::Numbers,
    pages::Reference,
    passages, plain, reading,
    review::Review,
};

/// Short texts by key: `check.continue`.
pub type Strings = BTreeMap<String, String>;

/// A drink that the picker offers.
#[derive(Debug, Clone, PartialEq)]
pub struct PresetDrink {
    /// Its name in attributes.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// How much and how strong.
    pub drink: Drink,
    /// Which glass, bottle or can is drawn.
    pub vessel: String,
}

/// The vessels that the site can draw.
const VESSELS: [&str; 5] = ["pint", "can", "bottle", "wine", "shot"];

/// Keys that end like this are Markdown, and come out as HTML.
const MARKDOWN: &str = "-md";

pub(crate) fn strings(report: &mut Report<'_>, numbers: &Numbers) -> Strings {
    let mut strings = Strings::new();
    let Some(source) = report.read("content/en/strings.toml") else { return strings };
    let Some(mut table) = report.toml::<toml::Table>(&source) else { return strings };
    // What the file says of itself is no text of the site.
    table.remove("about");
    flatten(report, &source, "", table, &mut strings);
    if let Some(StringsFile { about }) = report.toml(&source) {
        let StringsAbout { owner, reviewed_on, review_by, source: from, reading_age } = about;
        Review { owner, reviewed_on, review_by, source: from }.check(report, &source);
        check_reading(report, &source, &reading_age, &strings);
    }
    for (key, text) in &mut strings {
        plain::check(report, &source, text);
        if key.ends_with(MARKDOWN) {
            match markdown::to_html(text, numbers, Links::Anywhere) {
                Ok(html) => *text = html.trim().to_owned(),
                Err(problem) => {
                    let line = source.line_of_words(key) + problem.line;
                    report.faults.push(source.fault(line, format!("{key}: {}", problem.reason)));
                }
            }
        }
    }
    strings
}

/// What the file of short texts says of itself; the rest of it is texts.
#[derive(Deserialize)]
struct StringsFile {
    about: StringsAbout,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct StringsAbout {
    owner: String,
    reviewed_on: Date,
    review_by: Date,
    #[serde(default)]
    source: Vec<Reference>,
    /// Why a table, such as `warning`, may be harder to read than others.
    #[serde(default)]
    reading_age: Exceptions,
}

type Exceptions = BTreeMap<String, reading::Exception>;

/// Measures the sentences of each table together. Labels, which have no full stop, are left out.
fn check_reading(report: &mut Report<'_>, source: &Source, exceptions: &Exceptions, strings: &Strings) {
    let mut tables: BTreeMap<&str, Vec<passages::Sentence>> = BTreeMap::new();
    for (key, text) in strings {
        let (table, _) = key.split_once('.').unwrap_or((key, ""));
        let line = source.line_of_words(key);
        let sentences = tables.entry(table).or_default();
        if key.ends_with(MARKDOWN) {
            sentences.extend(passages::of_markdown(text, line).into_iter().flat_map(|part| part.sentences));
        } else {
            sentences.extend(passages::of_plain(text, line));
        }
    }
    for table in exceptions.keys().filter(|table| !tables.contains_key(table.as_str())) {
        let line = source.line_of("reading-age");
        report.faults.push(source.fault(line, format!("there is no table [{table}] that could be harder to read")));
    }
    for (table, sentences) in tables {
        let exception = exceptions.get(table);
        reading::check_together(report, source, &format!("[{table}]"), exception, sentences);
    }
}

/// Tables become dots in the key.
fn flatten(report: &mut Report<'_>, source: &Source, prefix: &str, table: toml::Table, strings: &mut Strings) {
    for (key, value) in table {
        let path = format!("{prefix}{key}");
        match value {
            toml::Value::String(text) => {
                strings.insert(path, text);
            }
            toml::Value::Table(table) => flatten(report, source, &format!("{path}."), table, strings),
            _ => report.faults.push(source.fault(source.line_of(&key), format!("{path} has to be a text in quotes"))),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DrinksFile {
    about: Review,
    drink: Vec<DrinkRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DrinkRow {
    id: String,
    name: String,
    ml: u16,
    abv: String,
    vessel: String,
}

pub(crate) fn drinks(report: &mut Report<'_>) -> Vec<PresetDrink> {
    let Some(source) = report.read("content/drinks.toml") else { return Vec::new() };
    let Some(file) = report.toml::<DrinksFile>(&source) else { return Vec::new() };
    file.about.check(report, &source);
    let mut drinks = Vec::new();
    for row in file.drink {
        plain::check(report, &source, &row.name);
        if !VESSELS.contains(&row.vessel.as_str()) {
            let reason = format!("there is no picture of a {:?}; choose one of {}", row.vessel, VESSELS.join(", "));
            report.faults.push(source.fault(source.line_of(&format!("{:?}", row.vessel)), reason));
        }
        match (Volume::from_ml(row.ml), Abv::read(&row.abv)) {
            (Ok(ml), Ok(abv)) => {
                drinks.push(PresetDrink { id: row.id, name: row.name, drink: Drink { ml, abv }, vessel: row.vessel });
            }
            _ => {
                let reason = format!("{} ml at {} % is not a drink", row.ml, row.abv);
                report.faults.push(source.fault(source.line_of(&row.id), reason));
            }
        }
    }
    drinks
}
