//! Instruments and results as FHIR R4, the format in which health records exchange such things.
//!
//! | module | what it makes |
//! |---|---|
//! | [`questionnaire`](mod@questionnaire) | a form, so that other programs can ask and score it |
//! | [`code_system`](mod@code_system) | the answers of all instruments, each with its code |
//! | [`result`](mod@result) | one person's answers and scores, as a file that they may take away |
//!
//! `asked` turns skip rules into conditions, `expression` says how a total is added up.
//! Our own addresses are made from the site's (`https://waymark.example`), and each is the address of the published
//! file, so that whoever meets one in a record can open it. Decision 8 has the reasons.
//!
//! The program in the browser calls [`result`](result()) alone; the others run when the site is built.

mod asked;
pub mod code_system;
mod expression;
pub mod questionnaire;
pub mod result;

use core::fmt;

use crate::{
    instrument::{Choice, Form, Item},
    json::Json,
};

pub use code_system::code_system;
pub use questionnaire::questionnaire;
pub use result::result;

/// What cannot be said in FHIR, so that it is mended and not left out in silence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsayable {
    /// The rules that leave out this item are not "asked if any one of these answers was given".
    Skip(String),
    /// Two answers that differ get one code, or an answer gets none.
    Code(String),
}

impl fmt::Display for Unsayable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unsayable::Skip(item) => write!(
                f,
                "the skip rules of {item:?} cannot be published: FHIR can only say that it is asked if any one of some \
                 answers was given"
            ),
            Unsayable::Code(label) => {
                write!(f, "the answer {label:?} needs letters or digits that tell it from every other answer")
            }
        }
    }
}

impl std::error::Error for Unsayable {}

const LOINC: &str = "http://loinc.org";
const SNOMED: &str = "http://snomed.info/sct";
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// The file name of a form's Questionnaire: `Questionnaire-audit.json`.
pub fn questionnaire_file(form: &Form) -> String {
    ["Questionnaire-", &form.id, ".json"].concat()
}

/// The file name of the one code system.
pub const CODE_SYSTEM_FILE: &str = "CodeSystem-answers.json";

/// The address of a published file. `site` has no slash at its end.
fn address(site: &str, file: &str) -> String {
    [site, "/fhir/", file].concat()
}

/// The name of a form's total among the items.
fn score_id(form: &Form) -> String {
    [&form.id, "-score"].concat()
}

/// The code of an answer, made from its label: `2-to-4-times-per-month`. "0 to 2" says nothing by itself, so what counts
/// units says so: `0-to-2-units`.
fn code(choice: &Choice) -> String {
    let mut code = String::new();
    for letter in choice.label.chars() {
        if letter.is_ascii_alphanumeric() {
            code.push(letter.to_ascii_lowercase());
        } else if !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    let mut code = code.trim_end_matches('-').to_owned();
    if choice.units.is_some() && !code.is_empty() {
        code.push_str("-units");
    }
    code
}

/// An answer as FHIR's Coding.
fn coding(choice: &Choice, system: &str) -> Vec<(&'static str, Json)> {
    vec![("system", Json::text(system)), ("code", Json::Text(code(choice))), ("display", Json::text(&choice.label))]
}

/// The code of something in a published code system.
fn published(system: &str, code: &str) -> Json {
    Json::Object(vec![("system", Json::text(system)), ("code", Json::text(code))])
}

/// The points of an answer, as the extension that programs add up. What only sorts has none.
fn ordinal(item: &Item, choice: &Choice) -> Json {
    if !item.counts {
        return Json::List(Vec::new());
    }
    let points = Json::Whole(u16::from(choice.points));
    Json::List(vec![Json::Object(vec![("url", Json::text(ORDINAL)), ("valueDecimal", points)])])
}
