//! One file a kind of page. Rendered natively by `crates/publish`; none of it is in the browser's program.

mod check;
mod checks;
mod choices;
mod copy;
mod entry;
mod find;
mod fresh;
mod freshness;
mod help;
mod home;
mod lines;
mod manifest;
mod my_data;
mod narrow;
mod offers;
mod paper;
mod path;
mod pin;
mod places;
mod policy;
mod prose;
mod search;
mod service;
mod start;

use std::sync::OnceLock;

use directory::{Area, Date, Phone};
use records::Book;
use screening::{Instrument, Path};

use self::entry::Entry;
pub use self::{
    copy::notice as copy_notice,
    manifest::{manifests, of as manifest_of},
    pin::words as pin_words,
};
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
    /// How other people answered.
    pub norms: Vec<screening::norm::Norm>,
    /// Drinks of the picker.
    pub drinks: Vec<Preset>,
    /// Areas and their services.
    pub areas: Vec<Area>,
    /// Places in the areas, kind by kind, as registers have them.
    pub books: Vec<Book>,
    /// The services of the areas as books too, at the points of their postcodes.
    pub services: Vec<Book>,
    /// The strip on every page; `about` is its few words.
    pub crisis: Vec<NationalLine>,
    /// Lines on the result of a check.
    pub for_checks: Vec<NationalLine>,
    /// Lines for everyone who looks for help.
    pub national: Vec<NationalLine>,
    /// Pages of words.
    pub prose: Vec<Prose>,
    /// Questions without a score, each with its advice.
    pub paths: Vec<PathWords>,
    /// What the policy of a school is made from.
    pub policy: ::policy::Template,
    /// When each questionnaire was last checked, as people read it, by its id.
    pub reviewed: Vec<(String, String)>,
    /// The site's own address, for what leaves it.
    pub address: String,
    /// The e-mail address for mistakes in the directory.
    pub mistakes_to: String,
    /// The day of the build, by which pages say how old a fact is.
    pub today: Date,
    /// The files that pages load.
    pub assets: Assets,
    /// What the program reads on a page, by the page's address: a file of its own, so that a person's first question does
    /// not wait for the words of the result. Made from the site itself ([`data`]), so it comes last.
    pub data: OnceLock<Vec<(String, Asset)>>,
}

impl Site {
    /// The file that the program reads on a page.
    pub fn data_of(&self, path: &str) -> Option<&Asset> {
        self.data.get()?.iter().find(|(page, _)| page == path).map(|(_, file)| file)
    }
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
    /// Where its file lies, which is its address: `drugs/ketamine`.
    pub name: String,
    /// For whom it is written; empty for pages of the site itself.
    pub who: String,
    /// The heading.
    pub title: String,
    /// A sentence or two under it.
    pub summary: String,
    /// The words, as HTML from Markdown.
    pub html: String,
    /// The headings in them that can be linked to: their ids, and their words as HTML.
    pub headings: Vec<(String, String)>,
    /// What a program does with them, by its name; most pages have none.
    pub island: Option<String>,
    /// Sources, as people read them, with an address where one is known.
    pub sources: Vec<(String, Option<String>)>,
    /// When they were last checked.
    pub reviewed: String,
}

/// Questions without a score: what leads where, and the words for it.
pub struct PathWords {
    /// The title, the words before the first question, sources and dates.
    pub page: Prose,
    /// Which answer shows which piece, and which question follows.
    pub path: Path,
    /// The words of its questions, in the same order.
    pub questions: Vec<QuestionWords>,
    /// The words of its pieces, in the same order: heading, and the words under it as HTML.
    pub pieces: Vec<(String, String)>,
}

/// The words of one question of a path.
pub struct QuestionWords {
    /// The question.
    pub text: String,
    /// A sentence under it.
    pub hint: Option<String>,
    /// What its options say.
    pub labels: Vec<String>,
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
    /// The programs.
    pub programs: Vec<(Program, ProgramFiles)>,
    /// The script that asks for a PIN; only where there is one, or one can be set.
    pub pin_js: Asset,
    /// What is searched for help.
    pub entries: Asset,
    /// Where postcodes are.
    pub postcodes: Asset,
    /// The index of guidance.
    pub guidance: Asset,
}

impl Assets {
    /// The files of a program.
    pub fn of(&self, program: Program) -> Option<&ProgramFiles> {
        self.programs.iter().find(|(known, _)| *known == program).map(|(_, files)| files)
    }
}

/// The files of a program.
pub struct ProgramFiles {
    /// The script that starts it.
    pub js: Asset,
    /// The program itself.
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
    /// That, and a program for its island.
    Island(Program),
}

/// The program of an island.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Checks.
    Check,
    /// Questions without a score.
    Path,
    /// What a person kept.
    Kept,
    /// The search for help.
    Find,
    /// The search in all guidance.
    Search,
    /// What pages of guidance can do: a quiz, a clock, a plan.
    Guidance,
    /// The policy that a school makes for itself.
    Policy,
}

impl Program {
    /// Every program.
    pub const ALL: [Program; 7] = [
        Program::Check,
        Program::Path,
        Program::Kept,
        Program::Find,
        Program::Search,
        Program::Guidance,
        Program::Policy,
    ];

    /// What its file in `programs/` is called.
    pub fn name(self) -> &'static str {
        match self {
            Program::Check => "check",
            Program::Path => "path",
            Program::Kept => "kept",
            Program::Find => "find",
            Program::Search => "search",
            Program::Guidance => "guidance",
            Program::Policy => "policy",
        }
    }

    /// Does it keep anything on the device, or show what is kept?
    pub fn keeps(self) -> bool {
        !matches!(self, Program::Path | Program::Search)
    }
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

/// What a program reads on a page: the page's address, and the JSON.
pub fn data(site: &'static Site) -> Vec<(String, String)> {
    let forms = site.instruments.iter().flat_map(|instrument| {
        instrument.data().form.iter().filter_map(move |form| check::data(site, instrument, form))
    });
    let own = [my_data::data(site), find::data(site), search::data(site), policy::data(site)];
    forms.chain(own).chain(prose::data(site)).collect()
}

/// Every page of the site.
pub fn all(site: &'static Site) -> Vec<Finished> {
    let entries = entry::all(site);
    let mut pages: Vec<Finished> =
        Route::all().into_iter().chain(guidance(site)).filter_map(|route| page(site, route, &entries)).collect();
    for instrument in &site.instruments {
        pages.extend(
            instrument.data().form.iter().filter_map(|form| Some(finish(site, check::page(site, instrument, form)?))),
        );
    }
    pages.extend(site.areas.iter().map(|area| finish(site, find::area(site, area, &entries))));
    pages.extend(entries.iter().map(|entry| finish(site, service::page(site, entry))));
    pages
}

/// Pages of words that no other part of the site knows by name.
fn guidance(site: &'static Site) -> impl Iterator<Item = Route> {
    let named = |name: &str| routes::PROSE.contains(&name) || routes::WITHIN.contains(&name);
    site.prose.iter().map(|prose| prose.name.as_str()).filter(move |name| !named(name)).map(Route::Prose)
}

fn page(site: &'static Site, route: Route, entries: &[Entry]) -> Option<Finished> {
    let parts = match route {
        Route::Home => home::page(site),
        Route::Checks => checks::page(site),
        Route::Path(name) => path::page(site, name)?,
        Route::Find => find::page(site),
        Route::Search => search::page(site),
        Route::Policy => policy::page(site)?,
        Route::Freshness => freshness::page(site, entries),
        Route::MyData => my_data::page(site, &route.path())?,
        Route::Start => start::page(site),
        Route::Prose(name) => prose::page(site, name, &route.path())?,
        Route::NotFound => prose::page(site, "not-found", &route.path())?,
    };
    Some(finish(site, parts))
}

fn finish(site: &'static Site, (frame, main): (Frame, leptos::prelude::AnyView)) -> Finished {
    let (path, script) = (frame.path.clone(), frame.script);
    Finished { path, html: layout::document(site, frame, main), script }
}

/// The address of a form's page; the list of checks for a form that has none.
fn check_path(site: &Site, form: &str) -> String {
    let found = site.instruments.iter().find_map(|instrument| instrument.form(form));
    let page = found.and_then(|form| form.page.as_ref());
    page.map_or(routes::CHECKS_PATH.into(), |page| routes::check(&page.address))
}

/// The address of an area's page, for those that link to it.
fn area_path(area: &Area) -> String {
    routes::area(&area.id)
}
