use serde::{Deserialize, Serialize};

use crate::{DataSource, Date, Phone, Service};

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
    /// What is on offer for schools and groups, so that nobody pays twice for the same.
    #[serde(default, rename = "offer")]
    pub offers: Vec<PreventionOffer>,
}

/// Something that is on offer in an area so that fewer people come to harm: a talk, a training, a campaign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PreventionOffer {
    /// What it is called.
    pub name: String,
    /// Who runs it and answers for it.
    pub run_by: String,
    /// For whom it is, in a short sentence.
    pub who_for: String,
    /// What it is and how to ask for it.
    pub about: String,
    /// The number to ask on; none if no source has one.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// Where to read more.
    #[serde(default)]
    pub website: Option<String>,
    /// Where it was read.
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
    /// The licence's short name, as SPDX has it; none if the facts were only read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Who compared it with the service itself; none if it was only compared with its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<String>,
}

impl Source {
    /// The day on which the facts were last known to be true: that of a check with the service itself, or else the day that
    /// the source speaks of, or the day on which it was read if it has no date.
    pub fn last_known(&self) -> Date {
        match (&self.checked_by, self.as_at) {
            (None, Some(as_at)) => as_at,
            _ => self.checked_on,
        }
    }

    /// The same as the source of an entry of the directory, under the entry's own id.
    pub fn data(&self, id: &str) -> DataSource {
        DataSource {
            id: id.to_owned(),
            name: self.name.clone(),
            licence: self.licence.clone().unwrap_or_default(),
            as_at: self.as_at.unwrap_or(self.checked_on),
            lead: false,
        }
    }
}
