//! One file a kind of page. Rendered natively by `crates/publish`; none of it is in the browser's program.

mod check;
mod checks;
mod find;
mod help;
mod home;
mod lines;
mod paper;
mod prose;

use directory::{Area, Phone};
use screening::Instrument;

use crate::{
    islands::check::props::Preset,
    layout::{self, Frame},
    routes::{self, Route},
    words::Words,
};

/// Everything the pages are made of. Kept for as long as the publisher runs.
pub struct Site {
    /// Short texts.
    pub words: Words,
    /// Questionnaires.
    pub instruments: Vec<Instrument>,
    /// Drinks of the picker.
    pub drinks: Vec<Preset>,
    /// Areas and their services.
    pub areas: Vec<Area>,
    /// The strip on every page; `about` is its few words.
    pub crisis: Vec<NationalLine>,
    /// Lines on the result of a check.
    pub for_checks: Vec<NationalLine>,
    /// Lines for everyone who looks for help.
    pub national: Vec<NationalLine>,
    /// Pages of words.
    pub prose: Vec<Prose>,
    /// When each questionnaire was last checked, as people read it, by its id.
    pub reviewed: Vec<(String, String)>,
    /// The files that pages load.
    pub assets: Assets,
}

/// A national line.
pub struct NationalLine {
    /// Who answers.
    pub name: String,
    /// The number.
    pub phone: Phone,
    /// Who it is for.
    pub about: String,
    /// When it is answered.
    pub hours: Option<String>,
}

/// A page of words.
pub struct Prose {
    /// The name of its file.
    pub name: String,
    /// The heading.
    pub title: String,
    /// A sentence or two under it.
    pub summary: String,
    /// The words, as HTML from Markdown.
    pub html: String,
    /// Sources, as people read them.
    pub sources: Vec<String>,
    /// When they were last checked.
    pub reviewed: String,
}

/// The files that pages load, each with its hash.
pub struct Assets {
    /// The style sheet.
    pub css: Asset,
    /// The site's mark, for the browser's tab. Named by its hash and so kept: a browser asks for it at every
    /// step of a check, and the number of steps is nobody's business.
    pub icon: Asset,
    /// The script of pages without islands.
    pub site_js: Asset,
    /// The script of pages with islands: starts the program.
    pub app_js: Asset,
    /// The program.
    pub wasm: Asset,
}

/// A file with its address and the hash that the browser holds it to.
pub struct Asset {
    /// The address.
    pub url: String,
    /// `sha384-…`.
    pub integrity: String,
}

/// Which script a page loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Only what every page has.
    Site,
    /// That, and the program.
    Island,
}

/// A finished page: its address, its document, and which script it loads.
pub struct Finished {
    /// The address.
    pub path: String,
    /// The document.
    pub html: String,
    /// Its script, for the byte budgets.
    pub script: Script,
}

/// Every page of the site.
pub fn all(site: &'static Site) -> Vec<Finished> {
    let mut pages: Vec<Finished> = Route::all().into_iter().filter_map(|route| page(site, route)).collect();
    pages.extend(site.areas.iter().map(|area| finish(site, find::area(site, area))));
    pages
}

fn page(site: &'static Site, route: Route) -> Option<Finished> {
    let parts = match route {
        Route::Home => home::page(site),
        Route::Checks => checks::page(site),
        Route::Check(form) => check::page(site, form)?,
        Route::Find => find::page(site),
        Route::Prose(name) => prose::page(site, name, &route.path())?,
        Route::NotFound => prose::page(site, "not-found", &route.path())?,
    };
    Some(finish(site, parts))
}

fn finish(site: &'static Site, (frame, main): (Frame, leptos::prelude::AnyView)) -> Finished {
    let (path, script) = (frame.path.clone(), frame.script);
    Finished { path, html: layout::document(site, frame, main), script }
}

/// The address of an area's page, for those that link to it.
fn area_path(area: &Area) -> String {
    routes::area(&area.id)
}
