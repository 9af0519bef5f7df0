use serde::{Deserialize, Serialize};

use crate::{
    Access, Activity, Area, Authority, Checked, Cost, DataSource, Eligibility, Kind, Known, Language, Location, Offer,
    Organization, Phone, Postcode, Provenance, Record, Referral, ServiceAtLocation, Source, Status, Term, Way, Who,
    hours::Schedule,
};

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
    /// What it is, first of all.
    #[serde(default = "drug_and_alcohol")]
    pub kind: Kind,
    /// What it is known to do. What is neither here nor under `does-not` is unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub does: Vec<Activity>,
    /// What it is known not to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub does_not: Vec<Activity>,
    /// Who it is for, as terms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Who>,
    /// The youngest age in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<u8>,
    /// The greatest age in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<u8>,
    /// How to go there; any of them will do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub how: Vec<Referral>,
    /// Where help is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<Way>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// What its place is known to have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access: Vec<Access>,
    /// What its place is known not to have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access_not: Vec<Access>,
    /// Languages that people there speak, besides English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// What happens at a first visit, in plain sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_visit: Option<String>,
    /// When it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Schedule>,
    /// Its own page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// An address for letters that a program sends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Its code at the NHS Organisation Data Service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ods: Option<String>,
    /// Local authorities whose residents it serves; the area's own if none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<String>,
    /// Where these facts come from.
    pub source: Source,
}

fn drug_and_alcohol() -> Kind {
    Kind::DrugAndAlcohol
}

impl Service {
    /// The same as an entry of the directory, and where its facts were read.
    ///
    /// Where it is on the map is not known here: the postcode at the end of its address says it.
    pub fn record(&self, area: &Area) -> (Record, DataSource) {
        let serves = if self.serves.is_empty() { &area.authority_codes } else { &self.serves };
        let location = Location { access: offer(&self.access, &self.access_not), ..located(self.address.as_deref()) };
        let place = ServiceAtLocation { location, hours: self.hours.clone(), hours_source: None };
        let source = &self.source;
        let data = source.data(&self.id);
        let record = Record {
            id: self.id.clone(),
            kind: self.kind,
            name: self.name.clone(),
            former_names: self.former_names.clone(),
            organization: Organization { name: Some(self.run_by.clone()), ods: self.ods.clone() },
            status: Status::Active,
            about: Some(self.about.clone()),
            caution: self.caution.clone(),
            does: offer(&self.does, &self.does_not),
            eligibility: Eligibility {
                who: self.who.clone(),
                sentence: Some(self.who_for.clone()),
                minimum_age: self.minimum_age,
                maximum_age: self.maximum_age,
            },
            how: self.how.clone(),
            ways: self.ways.clone(),
            cost: self.cost,
            languages: self.languages.clone(),
            first_visit: self.first_visit.clone(),
            phone: self.phone.clone(),
            other_phones: Vec::new(),
            website: self.website.clone(),
            email: self.email.clone(),
            place: (place != ServiceAtLocation::default()).then_some(place),
            branches: Vec::new(),
            serves: serves.iter().filter_map(|code| Authority::read(code)).collect(),
            provenance: Provenance {
                source: self.id.clone(),
                checked: source.checked_by.clone().map(|by| Checked { by, on: source.checked_on }),
                missing_since: None,
            },
            note: None,
        };
        (record, data)
    }
}

impl Area {
    /// Its services as entries of the directory, in their order, each with where its facts were read.
    pub fn records(&self) -> impl Iterator<Item = (Record, DataSource)> + '_ {
        self.services.iter().map(|service| service.record(self))
    }
}

/// What is in neither list is unknown; what is in both is unknown too.
fn offer<T: Term>(present: &[T], absent: &[T]) -> Offer<T> {
    let mut offer = Offer::default();
    for term in present {
        offer.set(*term, Known::Present);
    }
    for term in absent {
        let known = if present.contains(term) { Known::Unknown } else { Known::Absent };
        offer.set(*term, known);
    }
    offer
}

/// "1A Castle Gates, Shrewsbury SY1 2AQ": street, town after the last comma, postcode in the last two words.
fn located(address: Option<&str>) -> Location {
    let Some(address) = address else { return Location::default() };
    let mut words: Vec<&str> = address.split(' ').filter(|word| !word.is_empty()).collect();
    let postcode = match words.as_slice() {
        [.., first, last] => Postcode::read(&[*first, *last].join(" ")).ok(),
        _ => None,
    };
    if postcode.is_some() {
        words.truncate(words.len().saturating_sub(2));
    }
    let rest = words.join(" ");
    let (street, town) = match rest.rsplit_once(',') {
        Some((street, town)) => (street, Some(town.trim())),
        None => (rest.as_str(), None),
    };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Location { address: some(street), town: town.and_then(some), postcode, ..Location::default() }
}
