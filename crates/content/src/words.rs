//! `content/en/strings.toml` and `content/drinks.toml`: short texts by key, and the drinks of the picker.

use std::collections::BTreeMap;

use drinks::{Abv, Drink, Volume};
use serde::Deserialize;

use crate::{
    file::{Report, Source},
    markdown,
    numbers::Numbers,
    plain,
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
    let Some(table) = report.toml::<toml::Table>(&source) else { return strings };
    flatten(report, &source, "", table, &mut strings);
    for (key, text) in &mut strings {
        plain::check(report, &source, text);
        if key.ends_with(MARKDOWN) {
            match markdown::to_html(text, numbers) {
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
    let mut drinks = Vec::new();
    for row in file.drink {
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
