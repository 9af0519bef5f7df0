//! `content/en/search.toml`: what the search over all guidance has to be told.

use serde::Deserialize;

use crate::{file::Report, pages::Page, paths::PathPage};

/// What the search has to be told.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchWords {
    /// Words that are on every page and say nothing.
    pub ignored: Vec<String>,
    /// Words that people type for a page, also such as we would not write ourselves: they are never shown.
    #[serde(default)]
    pub also: Vec<Also>,
}

/// Words that people type for a page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Also {
    /// Its address.
    pub page: String,
    /// The words.
    pub words: String,
}

pub(crate) fn read(
    report: &mut Report<'_>,
    pages: &[Page],
    paths: &[PathPage],
    instruments: &[screening::Instrument],
) -> SearchWords {
    let Some(source) = report.read("content/en/search.toml") else { return SearchWords::default() };
    let Some(file) = report.toml::<SearchWords>(&source) else { return SearchWords::default() };
    let forms = instruments.iter().flat_map(|instrument| &instrument.data().form);
    let checks = forms.filter_map(|form| Some(form.page.as_ref()?.address.as_str()));
    let checks: Vec<&str> = checks.chain(paths.iter().map(|path| path.page.name.as_str())).collect();
    let known = |address: &str| {
        let name = address.trim_matches('/');
        let check = name.strip_prefix("check/").is_some_and(|name| checks.contains(&name));
        address == format!("/{name}/") && (check || pages.iter().any(|page| page.name == name))
    };
    for (place, also) in file.also.iter().enumerate() {
        if !known(&also.page) {
            let reason = format!("there is no page {:?}; an address begins and ends with /", also.page);
            report.faults.push(source.fault(source.line_of(&format!("{:?}", also.page)), reason));
        }
        if file.also.iter().take(place).any(|earlier| earlier.page == also.page) {
            let reason = format!("{} is here twice; put its words together", also.page);
            report.faults.push(source.fault(source.line_of(&also.words), reason));
        }
    }
    file
}
