//! The keys of a file. What they mean is said at [`directory::Record`].

use std::mem::take;

use directory::{
    Access, Activity, Cost, Date, Kind, Language, Phone, Postcode, Referral, Status, Way, Who, hours::Schedule,
};
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct File {
    pub area: String,
    pub kind: Kind,
    #[serde(default)]
    pub nearby: bool,
    #[serde(default)]
    pub source: Vec<Spanned<Source>>,
    #[serde(default)]
    pub service: Vec<Spanned<Service>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub name: String,
    pub licence: String,
    pub as_at: Date,
    #[serde(default)]
    pub lead: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Service {
    pub id: String,
    pub ods: Option<String>,
    pub name: String,
    #[serde(default)]
    pub former_names: Vec<String>,
    pub run_by: Option<String>,
    pub status: Option<Status>,
    pub about: Option<String>,
    pub caution: Option<String>,
    #[serde(default)]
    pub does: Vec<Activity>,
    #[serde(default)]
    pub does_not: Vec<Activity>,
    #[serde(default)]
    pub who: Vec<Who>,
    pub who_for: Option<String>,
    pub minimum_age: Option<u8>,
    pub maximum_age: Option<u8>,
    #[serde(default)]
    pub how: Vec<Referral>,
    #[serde(default)]
    pub ways: Vec<Way>,
    pub cost: Option<Cost>,
    #[serde(default)]
    pub languages: Vec<Language>,
    pub first_visit: Option<String>,
    pub phone: Option<Phone>,
    #[serde(default)]
    pub other_phones: Vec<OtherPhone>,
    pub website: Option<String>,
    pub email: Option<String>,
    // A place, as in `Branch`. It is not a type of its own, because serde cannot both flatten and refuse unknown keys.
    pub address: Option<String>,
    pub town: Option<String>,
    pub postcode: Option<Postcode>,
    pub grid: Option<[u32; 2]>,
    pub authority: Option<String>,
    #[serde(default)]
    pub access: Vec<Access>,
    #[serde(default)]
    pub access_not: Vec<Access>,
    pub hours: Option<Schedule>,
    pub hours_source: Option<String>,
    #[serde(default)]
    pub serves: Vec<String>,
    pub source: Option<String>,
    pub checked_by: Option<String>,
    pub checked_on: Option<Date>,
    pub missing_since: Option<Date>,
    pub note: Option<String>,
    #[serde(default)]
    pub branch: Vec<Spanned<Branch>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OtherPhone {
    pub phone: Phone,
    pub what: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Branch {
    pub id: String,
    pub name: Option<String>,
    pub phone: Option<Phone>,
    pub address: Option<String>,
    pub town: Option<String>,
    pub postcode: Option<Postcode>,
    pub grid: Option<[u32; 2]>,
    pub authority: Option<String>,
    #[serde(default)]
    pub access: Vec<Access>,
    #[serde(default)]
    pub access_not: Vec<Access>,
    pub hours: Option<Schedule>,
    pub hours_source: Option<String>,
    pub source: Option<String>,
}

/// The keys of a place, of a service's or of a branch.
pub struct Place {
    pub address: Option<String>,
    pub town: Option<String>,
    pub postcode: Option<Postcode>,
    pub grid: Option<[u32; 2]>,
    pub authority: Option<String>,
    pub access: Vec<Access>,
    pub access_not: Vec<Access>,
    pub hours: Option<Schedule>,
    pub hours_source: Option<String>,
}

impl Service {
    /// Takes the keys of its place out.
    pub fn take_place(&mut self) -> Place {
        Place {
            address: self.address.take(),
            town: self.town.take(),
            postcode: self.postcode.take(),
            grid: self.grid.take(),
            authority: self.authority.take(),
            access: take(&mut self.access),
            access_not: take(&mut self.access_not),
            hours: self.hours.take(),
            hours_source: self.hours_source.take(),
        }
    }
}

impl Branch {
    /// Takes the keys of its place out.
    pub fn take_place(&mut self) -> Place {
        Place {
            address: self.address.take(),
            town: self.town.take(),
            postcode: self.postcode.take(),
            grid: self.grid.take(),
            authority: self.authority.take(),
            access: take(&mut self.access),
            access_not: take(&mut self.access_not),
            hours: self.hours.take(),
            hours_source: self.hours_source.take(),
        }
    }
}
