use serde::{Deserialize, Serialize};

use crate::{Date, Phone};

/// A council's area: who lives here, and who helps them. One folder of `areas/` each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Area {
    /// Used in addresses: `south-tyneside`.
    pub id: String,
    /// The name people use.
    pub name: String,
    /// The council that pays for the drug and alcohol service.
    pub council: String,
    /// Local authority codes (ONS) of the area; a county has one a district.
    pub authority_codes: Vec<String>,
    /// Services that help, the council's own drug and alcohol service first.
    #[serde(default, rename = "service")]
    pub services: Vec<Service>,
    /// Other numbers that matter here, such as children's social care.
    #[serde(default, rename = "contact")]
    pub contacts: Vec<Contact>,
}

/// A service that someone can go to or call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Service {
    /// Unique in the area.
    pub id: String,
    /// What it calls itself today.
    pub name: String,
    /// Who runs it.
    pub run_by: String,
    /// Names it had before, that people still look for.
    #[serde(default)]
    pub former_names: Vec<String>,
    /// Who it is for, as a short sentence.
    pub who_for: String,
    /// What it does and how to go, in one or two plain sentences.
    pub about: String,
    /// The number to call; none when no number could be traced to a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What to do or know when a detail is missing or may be old.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
    /// Where these facts come from.
    pub source: Source,
}

/// A number in an area that is not a drug and alcohol service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contact {
    /// What it is for.
    pub name: String,
    /// The number.
    pub phone: Phone,
    /// When it is answered.
    pub hours: String,
    /// Where the number was read.
    pub source: Source,
}

/// Where a fact was read, how old it is, and when someone last looked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// The publisher and document.
    pub name: String,
    /// The day the source speaks of; none if it has no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_at: Option<Date>,
    /// The day on which this record was last compared with its source.
    pub checked_on: Date,
    /// The day after which the build refuses the record until it has been compared again.
    pub review_by: Date,
}
