//! The native tests, as one crate. Cases that people may add to without Rust are data in `tests/suite/`.
//!
//! | module | what it holds the project to |
//! |---|---|
//! | `scoring` | totals and bands: the published examples, every AUDIT-C, any answers at all |
//! | `instruments` | the published examples of every other instrument, and what is held |
//! | `week` | the range of units a week |
//! | `routing` | where a result may lead: the safety rules, over every combination that matters |
//! | `flow` | which screen comes when; fragments that say nothing |
//! | `results` | the result as it is shown, for every kind of answers |
//! | `record` | what a person takes along: notes, code, reminder |
//! | `kept` | what is kept on the device: it comes back, and what is damaged is refused |
//! | `units` | drinks, sums, typed numbers |
//! | `directory` | dates and telephone numbers |
//! | `find` | what the search for help shows, and the list that a person makes of it |
//! | `fhir` | what is published and taken away in the format of health records |
//! | `content` | every way a content file can be wrong, with its line |
//! | `words` | every key used exists, every word is used |
//! | `paper` | the form to read or print: its points add up to the same totals |
//! | `pages` | every prerendered page |
//! | `service_pages` | the page of each service, surgery and pharmacy; counts of how old they are, the site map, the feed |
//! | `path` | questions without a score: what is asked and shown |
//! | `path_files` | every way their files can be wrong, with its line |
//! | `path_pages` | their prerendered pages |
//! | `govuk` | components against govuk-frontend's published fixtures |
//! | `islands` | the small islands of guidance: a quiz, a quiz for a class, a clock |
//! | `plan` | a plan as it is kept |
//! | `policy` | the policy that a school makes: what it says, whatever is answered, and its files |
//! | `search` | what is typed into the search of all guidance finds its page |
//! | `map` | the small map beside what is found |
//! | `contrast` | pairs of colour tokens, light and dark |
//! | `dependencies` | every package that the project names has its reason in `docs/dependencies.md` |
//! | `tidy` | the architecture's invariants, read from the files |
//!
//! `cases`, `given`, `html` and `sound` serve the others: case files, the site under test, parsed HTML, content with an edit.

#![cfg(not(target_arch = "wasm32"))]

mod base;
mod cases;
mod content;
mod contrast;
mod dependencies;
mod directory;
mod fhir;
mod find;
mod flow;
mod given;
mod govuk;
mod guidance;
mod html;
mod instruments;
mod islands;
mod kept;
mod map;
mod pages;
mod paper;
mod path;
mod path_files;
mod path_pages;
mod plan;
mod policy;
mod record;
mod results;
mod routing;
mod scoring;
mod search;
mod service_pages;
mod sound;
mod tidy;
mod units;
mod week;
mod words;
