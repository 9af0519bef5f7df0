//! A record as a service of the standard.

use std::collections::BTreeMap;

use directory::{
    Access, Activity, Area, Authority, Branch, Cost, DataSource, Known, Location as Place, Offer, Phone as Number,
    Record, ServiceAtLocation as At, Status, Term,
};

use super::{
    ids::id,
    shape::{
        Accessibility, Address, Attribute, Contact, CostOption, Identifier, Language, Location, Organization, Phone,
        Service, ServiceArea, ServiceAtLocation, TaxonomyTerm, Waymark,
    },
    times::schedules,
};

/// How local authorities are called.
pub type Names = BTreeMap<Authority, String>;

/// What the councils of the areas are called. A county has several authorities and one council.
pub fn names<'a>(areas: impl IntoIterator<Item = &'a Area>) -> Names {
    let codes = |area: &'a Area| {
        let codes = area.authority_codes.iter().filter_map(|code| Authority::read(code));
        codes.map(|code| (code, area.council.clone()))
    };
    areas.into_iter().flat_map(codes).collect()
}

/// The prefix of our own taxonomies, one for each closed list: `waymark:does`.
pub const TAXONOMY: &str = "waymark:";
/// What an attribute's `link_type` ends with, if the term does not hold.
pub const NOT: &str = "-not";

/// The service. Branches that are only leads are not in it: a feed states facts.
pub fn service(record: &Record, source: &DataSource, is_lead: impl Fn(&str) -> bool, names: &Names) -> Service {
    let own = id("service", &record.id);
    let branches = record.branches.iter().filter(|branch| !branch.source.as_deref().is_some_and(&is_lead));
    let main = record.place.as_ref().map(|place| located(record, &record.id, None, None, place, names));
    let others = branches.map(|branch: &Branch| {
        located(record, &branch.id, branch.name.as_deref(), branch.phone.as_ref(), &branch.place, names)
    });
    let hours = record.place.as_ref().and_then(|place| place.hours.as_ref());
    let checked = record.provenance.checked.as_ref();
    let cost = record.cost.map(|cost| CostOption {
        id: id("cost", &record.id),
        option: Some(cost.id().to_owned()),
        amount: (cost == Cost::Free).then_some(0.0),
    });
    Service {
        id: own,
        name: record.name.clone(),
        description: record.about.clone(),
        url: record.website.clone(),
        email: record.email.clone(),
        status: status(record).to_owned(),
        minimum_age: record.eligibility.minimum_age.map(f64::from),
        maximum_age: record.eligibility.maximum_age.map(f64::from),
        assured_date: checked.map(|checked| String::from(checked.on)),
        alert: record.caution.clone(),
        last_modified: Some(format!("{}T00:00:00.000Z", String::from(source.as_at))),
        schedules: hours.map(|hours| schedules(&record.id, hours)).unwrap_or_default(),
        service_areas: record.serves.iter().map(|code| served(record, *code, names)).collect(),
        service_at_locations: main.into_iter().chain(others).collect(),
        languages: record.languages.iter().map(|language| spoken(record, &language.to_string())).collect(),
        organization: Some(organization(record)),
        cost_options: cost.into_iter().collect(),
        contacts: contacts(record),
        attributes: attributes(record),
        waymark: Some(Waymark {
            id: record.id.clone(),
            source: source.name.clone(),
            licence: source.licence.clone(),
            as_at: String::from(source.as_at),
            checked_by: checked.map(|checked| checked.by.clone()),
            missing_since: record.provenance.missing_since.map(String::from),
            former_names: record.former_names.clone(),
            first_visit: record.first_visit.clone(),
            who_for: record.eligibility.sentence.clone(),
        }),
    }
}

/// What its source no longer has is not said to be active.
fn status(record: &Record) -> &'static str {
    match record.status {
        Status::Active if record.provenance.missing_since.is_some() => "inactive",
        Status::TemporarilyClosed => "temporarily closed",
        status => status.id(),
    }
}

fn organization(record: &Record) -> Organization {
    let name = record.organization.name.clone().unwrap_or_else(|| record.name.clone());
    let code = record.organization.ods.as_ref();
    // Whoever runs it is one organization in the whole feed, and a practice with a code is its own.
    let own = code.map_or_else(|| id("organization", &name), |code| id("organization", code));
    let identifiers = code.map(|code| Identifier {
        id: id("identifier", code),
        identifier_scheme: Some("https://fhir.nhs.uk/Id/ods-organization-code".to_owned()),
        identifier_type: "ODS".to_owned(),
        identifier: code.clone(),
    });
    // The standard asks for a description, and nobody has given one.
    Organization {
        id: own,
        description: name.clone(),
        name,
        organization_identifiers: identifiers.into_iter().collect(),
    }
}

fn located(
    record: &Record,
    own: &str,
    name: Option<&str>,
    phone: Option<&Number>,
    at: &At,
    names: &Names,
) -> ServiceAtLocation {
    let place = &at.location;
    let degrees = place.point.and_then(|point| point.degrees());
    let degrees = |value: fn(directory::Degrees) -> i32| degrees.map(|degrees| f64::from(value(degrees)) / 1e6);
    let location = Location {
        id: id("location", own),
        location_type: "physical".to_owned(),
        name: name.map(str::to_owned),
        latitude: degrees(|degrees| degrees.latitude),
        longitude: degrees(|degrees| degrees.longitude),
        addresses: address(own, place, names).into_iter().collect(),
        accessibility: accessibility(own, &place.access),
        attributes: known(own, &place.access),
    };
    ServiceAtLocation {
        id: id("service-at-location", own),
        location: Some(location),
        // Those of the main place are the service's.
        schedules: match &at.hours {
            Some(hours) if own != record.id => schedules(own, hours),
            _ => Vec::new(),
        },
        contacts: phone.map(|phone| contact(own, 0, phone, None)).into_iter().collect(),
    }
}

/// The standard asks for every field of an address, so without a postcode there is none.
fn address(own: &str, place: &Place, names: &Names) -> Option<Address> {
    let postcode = place.postcode?;
    let council = place.authority.map(|code| names.get(&code).cloned().unwrap_or_else(|| code.to_string()));
    let town = place.town.clone().or_else(|| council.clone()).unwrap_or_default();
    Some(Address {
        id: id("address", own),
        address_1: place.address.clone().unwrap_or_else(|| town.clone()),
        city: town.clone(),
        state_province: council.unwrap_or(town),
        postal_code: postcode.to_string(),
        country: "GB".to_owned(),
        address_type: "physical".to_owned(),
    })
}

fn accessibility(own: &str, access: &Offer<Access>) -> Vec<Accessibility> {
    let present = access.all(Known::Present);
    let one = |term: Access| Accessibility {
        id: id("accessibility", &format!("{own}/{}", term.id())),
        description: Some(plain(term.id())),
    };
    present.map(one).collect()
}

fn served(record: &Record, code: Authority, names: &Names) -> ServiceArea {
    ServiceArea {
        id: id("service-area", &format!("{}/{code}", record.id)),
        name: Some(names.get(&code).cloned().unwrap_or_else(|| code.to_string())),
        extent: Some(code.to_string()),
        extent_type: Some("text".to_owned()),
    }
}

fn spoken(record: &Record, code: &str) -> Language {
    Language { id: id("language", &format!("{}/{code}", record.id)), code: Some(code.to_owned()) }
}

fn contacts(record: &Record) -> Vec<Contact> {
    let first = record.phone.iter().map(|phone| contact(&record.id, 0, phone, None));
    let others = record.other_phones.iter().enumerate();
    first.chain(others.map(|(place, other)| contact(&record.id, place + 1, &other.number, Some(&other.what)))).collect()
}

fn contact(own: &str, place: usize, number: &Number, what: Option<&str>) -> Contact {
    let name = format!("{own}/{place}");
    let phone = Phone { id: id("phone", &name), number: number.to_string(), description: what.map(str::to_owned) };
    Contact { id: id("contact", &name), name: None, phones: vec![phone] }
}

fn attributes(record: &Record) -> Vec<Attribute> {
    let own = &record.id;
    let mut attributes = vec![attribute(own, record.kind, "")];
    attributes.extend(known::<Activity>(own, &record.does));
    attributes.extend(record.eligibility.who.iter().map(|term| attribute(own, *term, "")));
    attributes.extend(record.how.iter().map(|term| attribute(own, *term, "")));
    attributes.extend(record.ways.iter().map(|term| attribute(own, *term, "")));
    attributes
}

/// What is there and what is not, each said as such; what is unknown is not said.
fn known<T: Term>(own: &str, offer: &Offer<T>) -> Vec<Attribute> {
    let present = offer.all(Known::Present).map(|term| attribute(own, term, ""));
    present.chain(offer.all(Known::Absent).map(|term| attribute(own, term, NOT))).collect()
}

fn attribute<T: Term>(own: &str, term: T, not: &str) -> Attribute {
    let link_type = format!("{}{not}", T::LIST);
    let taxonomy = format!("{TAXONOMY}{}", T::LIST);
    let term_id = format!("{}/{}", T::LIST, term.id());
    Attribute {
        id: id("attribute", &format!("{own}/{link_type}/{}", term.id())),
        link_type: Some(link_type),
        taxonomy_term: Some(TaxonomyTerm {
            id: id("term", &term_id),
            name: term.id().to_owned(),
            description: plain(term.id()),
            taxonomy: Some(taxonomy),
        }),
    }
}

fn plain(id: &str) -> String {
    id.replace('-', " ")
}
