//! Reads and checks `content/` and `areas/`: every word, number and fact of the site.
//!
//! Native only. Anything wrong stops the build with file, line and what to do, and everything wrong is
//! reported at once, so that whoever edits a folder mends it in one go. Words come out as HTML made from
//! Markdown; raw HTML in a page is refused, so that no text can bring in a script or a style.

#![warn(missing_docs)]

mod areas;
mod file;
mod format;
mod holidays;
mod instruments;
mod islands;
mod markdown;
mod named;
mod norms;
mod numbers;
mod outlines;
mod pages;
mod passages;
mod paths;
mod plain;
mod policy;
mod reading;
mod review;
mod search;
mod site;
mod stated;
mod syllables;
mod words;

use std::path::Path;

use directory::listing::Listings;
use records::Searched;

pub use directory::{Area, Date, Phone, hours::Holiday};
pub use file::Fault;
pub use instruments::Held;
pub use islands::names as islands;
pub use markdown::Heading;
pub use numbers::{Line, Numbers};
pub use pages::{Page, Reference};
pub use paths::{PathPage, PieceWords, QuestionWords};
pub use records::Book;
pub use search::{Also, SearchWords};
pub use site::Publisher;
pub use words::{PresetDrink, Strings};

/// Everything people read, checked.
#[derive(Debug)]
pub struct Site {
    /// The day as of which everything was checked: that of the build.
    pub today: Date,
    /// Who publishes the site, and where.
    pub publisher: Publisher,
    /// Short texts by key: buttons, labels, sentences of a result.
    pub strings: Strings,
    /// Pages by name: `privacy`.
    pub pages: Vec<Page>,
    /// Questions without a score, each with its advice.
    pub paths: Vec<PathPage>,
    /// The policy that a school can make for itself.
    pub policy: ::policy::Template,
    /// What the search over all of them has to be told.
    pub search: SearchWords,
    /// Questionnaires.
    pub instruments: Vec<screening::Instrument>,
    /// Questionnaires that the site may not show yet.
    pub held: Vec<Held>,
    /// How other people answered.
    pub norms: Vec<screening::norm::Norm>,
    /// Areas, in the order of their names.
    pub areas: Vec<Area>,
    /// Outlines of the areas' local authorities, for a map; an area may have none.
    pub outlines: Vec<directory::Outline>,
    /// Places in the areas and near them, kind by kind, as registers have them.
    pub books: Vec<Book>,
    /// The services of the areas as books too, at the points of their postcodes.
    pub services: Vec<Book>,
    /// Days on which places may keep other hours.
    pub holidays: Vec<Holiday>,
    /// Telephone numbers.
    pub numbers: Numbers,
    /// Drinks that the picker offers.
    pub drinks: Vec<PresetDrink>,
}

/// What came of reading: the site if nothing is wrong, and warnings that do not stop the build.
#[derive(Debug)]
pub struct Loaded {
    /// The site, or everything that is wrong.
    pub site: Result<Site, Vec<Fault>>,
    /// What will soon be wrong: reviews due within 30 days.
    pub warnings: Vec<Fault>,
}

/// Reads everything under `root` (the folder that holds `content/` and `areas/`), as of `today`.
pub fn load(root: &Path, today: Date) -> Loaded {
    let mut report = file::Report::new(root, today);
    let publisher = site::read(&mut report);
    let numbers = numbers::read(&mut report);
    let strings = words::strings(&mut report, &numbers);
    let drinks = words::drinks(&mut report);
    let pages = pages::read(&mut report, &numbers);
    let paths = paths::read(&mut report, &numbers);
    let (instruments, held) = instruments::read(&mut report);
    let policy = policy::read(&mut report, &numbers);
    let search = search::read(&mut report, &pages, &paths, &instruments);
    let norms = norms::read(&mut report, &instruments);
    let areas = areas::read(&mut report);
    let outlines = outlines::read(&mut report, &areas);
    let books = areas::books(&mut report, &areas);
    let services = areas::services(&mut report, &areas);
    let holidays = holidays::read(&mut report);
    let site = Site {
        today,
        publisher,
        strings,
        pages,
        paths,
        policy,
        search,
        instruments,
        held,
        norms,
        areas,
        outlines,
        books,
        services,
        holidays,
        numbers,
        drinks,
    };
    Loaded { site: if report.faults.is_empty() { Ok(site) } else { Err(report.faults) }, warnings: report.warnings }
}

impl Site {
    /// Everything that is searched for help.
    pub fn listings(&self) -> Listings {
        records::listings(Searched {
            areas: &self.areas,
            books: &self.books,
            lines: &self.numbers.records(),
            holidays: &self.holidays,
            outlines: &self.outlines,
        })
    }

    /// A page by name.
    pub fn page(&self, name: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.name == name)
    }
}
