//! One entry of the directory, in the words of Open Referral UK: a service, who runs it, and where it is given.
//!
//! Every field may be missing, and a missing one means that nobody has said. There is no field for payment, for
//! sponsors or for a place in the list: no entry can be bought a better one.

use crate::{
    Activity, Authority, Cost, Date, Kind, Language, Location, Offer, Organization, Phone, Referral, ServiceAtLocation,
    Status, Way, Who,
};

/// A service as the directory knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Used in addresses, unique in the directory and never given to another: `m82025`.
    pub id: String,
    /// What it is, first of all.
    pub kind: Kind,
    /// What it calls itself today. Many have the same name: show the town with it ([`Record::town`]).
    pub name: String,
    /// Names it had before, that people still look for.
    pub former_names: Vec<String>,
    /// Who runs it.
    pub organization: Organization,
    /// Whether it is there at all.
    pub status: Status,
    /// What it does and how to go, in one or two plain sentences.
    pub about: Option<String>,
    /// What to do or know when a detail is missing or may be old.
    pub caution: Option<String>,
    /// What it does, term by term: present, absent or unknown.
    pub does: Offer<Activity>,
    /// Who it is for.
    pub eligibility: Eligibility,
    /// How to go there; any of them will do.
    pub how: Vec<Referral>,
    /// Where help is given. Empty for most pharmacies: the register does not say which only send by post.
    pub ways: Vec<Way>,
    /// What it costs; none if nobody has said.
    pub cost: Option<Cost>,
    /// Languages that people there speak, besides English.
    pub languages: Vec<Language>,
    /// What happens at a first visit, in plain sentences.
    pub first_visit: Option<String>,
    /// The number to call first.
    pub phone: Option<Phone>,
    /// Other numbers, each with what it is for.
    pub other_phones: Vec<OtherPhone>,
    /// Its own page.
    pub website: Option<String>,
    /// An address for letters that a program sends.
    pub email: Option<String>,
    /// Where it is, if it has one main place.
    pub place: Option<ServiceAtLocation>,
    /// Its other places.
    pub branches: Vec<Branch>,
    /// Local authorities whose residents it serves. Empty if it does not ask where someone lives.
    pub serves: Vec<Authority>,
    /// Where these facts are from.
    pub provenance: Provenance,
    /// For whoever mends the file; never shown.
    pub note: Option<String>,
}

/// Who a service is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// Terms of a closed list; empty if nobody has said.
    pub who: Vec<Who>,
    /// In a short sentence.
    pub sentence: Option<String>,
    /// The youngest age in years.
    pub minimum_age: Option<u8>,
    /// The greatest age in years.
    pub maximum_age: Option<u8>,
}

/// A number besides the first one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherPhone {
    /// The number.
    pub number: Phone,
    /// What it is for.
    pub what: String,
}

/// Another place of a service, such as a branch surgery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Unique in the directory: `m82025002`.
    pub id: String,
    /// What the branch is called, if it has a name of its own.
    pub name: Option<String>,
    /// The branch's own number.
    pub phone: Option<Phone>,
    /// Where it is.
    pub place: ServiceAtLocation,
    /// The id of its own source, if it has another than the record.
    pub source: Option<String>,
}

/// Where a record's facts are from, and who last looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The id of its [`DataSource`].
    pub source: String,
    /// Who compared the record with the service itself; none if nobody has. Once checked, no import changes it.
    pub checked: Option<Checked>,
    /// The date of the first issue of its source that no longer has it. A caution, not a proof that it has closed.
    pub missing_since: Option<Date>,
}

/// A check by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Who checked, as they want to be named: a team, not a person.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// Where data was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataSource {
    /// Short and never changed: `nhs-ods-epraccur`.
    pub id: String,
    /// The publisher and document.
    pub name: String,
    /// The licence's short name, as SPDX has it: `OGL-UK-3.0`.
    pub licence: String,
    /// The day that its facts speak of, or the last day they can speak of.
    pub as_at: Date,
    /// Too old or too indirect to be taken as fact: a lead that someone has to confirm. To be shown with its date and
    /// a caution, or not at all.
    pub lead: bool,
}

impl Record {
    /// The places where it can be found, the main one first.
    pub fn places(&self) -> impl Iterator<Item = &ServiceAtLocation> {
        self.place.iter().chain(self.branches.iter().map(|branch| &branch.place))
    }

    /// The locations of its places, the main one first.
    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        self.places().map(|place| &place.location)
    }

    /// The town to show beside its name: 1,324 of England's pharmacies are called "Boots".
    pub fn town(&self) -> Option<&str> {
        self.locations().find_map(|location| location.town.as_deref())
    }

    /// Someone can call it, write to it or find it.
    pub fn can_be_reached(&self) -> bool {
        let found = self.locations().any(|location| location.address.is_some());
        self.phone.is_some() || found || self.website.is_some() || self.email.is_some()
    }

    /// It serves people who live under this authority. The nearest drug and alcohol service is often another council's,
    /// and serves only its own.
    pub fn is_for_people_of(&self, authority: Authority) -> bool {
        self.serves.is_empty() || self.serves.contains(&authority)
    }

    /// The day on which its facts were last known to be true, by which [`Freshness`](crate::Freshness) goes: the day on which
    /// a person compared it with the service itself, or else the day that its source speaks of.
    pub fn last_known(&self, source: &DataSource) -> Date {
        self.provenance.checked.as_ref().map_or(source.as_at, |checked| checked.on)
    }

    /// A record that only an import has seen; an import may change it.
    pub fn is_unchecked(&self) -> bool {
        self.provenance.checked.is_none()
    }
}
