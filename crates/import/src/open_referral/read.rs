//! A feed of someone else's as records.
//!
//! Facts of a feed are its publisher's. They come in unchecked, with the feed as their source; what a feed says in terms
//! of its own, and not in this directory's, is not guessed at.

use std::collections::BTreeMap;

use directory::{
    Access, Activity, Authority, Branch, Cost, Degrees, Kind, Known, Language, Location, Offer, Organization,
    OtherPhone, Point, Postcode, Record, Referral, ServiceAtLocation, Status, Term, Way, Who,
};
use serde::Deserialize;
use serde_json::Value;

use crate::{
    blank,
    near::Areas,
    ods::{Found, Import, Locate, national},
    report::{LeftOut, Reason, Rejected, Report},
};
use ::open_referral::{
    NOT, TAXONOMY, hours,
    shape::{self, Attribute, Contact, Service},
};

/// What a feed is asked for.
pub struct Asked<'a> {
    /// What its services are, unless they say it in this directory's own terms.
    pub kind: Kind,
    /// Put before its ids, so that they are nobody else's: `elemental`.
    pub prefix: &'a str,
    /// The areas.
    pub areas: &'a Areas,
    /// The area of services that have no place, such as a line or an online group; none if they are not wanted.
    pub everywhere: Option<&'a str>,
    /// The postcodes.
    pub locate: Locate<'a>,
}

/// A page of `/services`, or the answer of `/services/{id}`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Page { contents: Vec<Value> },
    Services(Vec<Value>),
    One(Value),
}

/// Reads one file of a feed: a page, a list, or one service. Services that do not fit are rejected with their place in
/// it, from 1; the others are read all the same.
///
/// # Errors
/// It is not JSON, or has no service in it.
pub fn read(asked: &Asked<'_>, text: &str, import: &mut Import, report: &mut Report) -> Result<(), String> {
    let answer: Answer = serde_json::from_str(text).map_err(|error| {
        format!("This is no answer of a feed: {error}. Expected is a page of /services, or /services/{{id}}.")
    })?;
    let services = match answer {
        Answer::Page { contents } | Answer::Services(contents) => contents,
        Answer::One(value) if value.get("name").is_some() => vec![value],
        Answer::One(_) => {
            return Err("There is no service in this. Expected is a page of /services, or /services/{id}.".to_owned());
        }
    };
    for (place, value) in services.into_iter().enumerate() {
        report.read += 1;
        let line = place as u64 + 1;
        let row = value.to_string();
        match serde_json::from_value::<Service>(value) {
            Ok(service) => take(asked, &service, line, row, import, report),
            Err(_) => report.rejected.push(Rejected { line, reason: Reason::Missing("the shape of a service"), row }),
        }
    }
    Ok(())
}

/// Takes a service of a feed, however it was read.
pub fn take(asked: &Asked<'_>, service: &Service, line: u64, row: String, import: &mut Import, report: &mut Report) {
    let mut reject = |reason| report.rejected.push(Rejected { line, reason, row: row.clone() });
    let Some(id) = own_id(asked, service) else { return reject(Reason::Missing("an id")) };
    if service.name.trim().is_empty() {
        import.rejected.insert(id);
        return reject(Reason::Name);
    }
    if import.found.contains_key(&id) || import.left_out.contains_key(&id) {
        return reject(Reason::Twice);
    }
    match found(asked, service, id.clone()) {
        Ok(found) => {
            report.kept += 1;
            import.found.insert(id, found);
        }
        Err(why) => {
            report.leave_out(why);
            import.left_out.insert(id, why);
        }
    }
}

/// The id that it has here: its own if it came from here, or else its id there behind the prefix.
fn own_id(asked: &Asked<'_>, service: &Service) -> Option<String> {
    if let Some(waymark) = &service.waymark {
        return Some(waymark.id.clone()).filter(|id| !id.is_empty());
    }
    let letters = service.id.chars().map(|letter| letter.to_ascii_lowercase());
    let id: String = letters.filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    (!id.is_empty()).then(|| format!("{}-{id}", asked.prefix))
}

fn found(asked: &Asked<'_>, service: &Service, id: String) -> Result<Found, LeftOut> {
    let status = match service.status.as_str() {
        "active" | "" => Status::Active,
        "temporarily closed" => Status::TemporarilyClosed,
        _ => return Err(LeftOut::Withdrawn),
    };
    let terms = Terms::of(&service.attributes);
    let mut record = Record {
        name: service.name.trim().to_owned(),
        status,
        about: said(&service.description),
        caution: said(&service.alert),
        website: said(&service.url),
        email: said(&service.email),
        organization: organization(service),
        does: terms.offer::<Activity>(),
        how: terms.present::<Referral>(),
        ways: terms.present::<Way>(),
        cost: service.cost_options.iter().find_map(|cost| Cost::read(cost.option.as_deref()?)),
        languages: service.languages.iter().filter_map(|spoken| Language::read(spoken.code.as_deref()?)).collect(),
        serves: served(service),
        ..blank::record(id, terms.present::<Kind>().first().copied().unwrap_or(asked.kind))
    };
    record.eligibility.who = terms.present::<Who>();
    record.eligibility.minimum_age = service.minimum_age.and_then(age);
    record.eligibility.maximum_age = service.maximum_age.and_then(age);
    if let Some(waymark) = &service.waymark {
        record.former_names.clone_from(&waymark.former_names);
        record.first_visit.clone_from(&waymark.first_visit);
        record.eligibility.sentence.clone_from(&waymark.who_for);
    }
    let mut phones = phones(&service.contacts).into_iter();
    record.phone = phones.next().map(|(number, _)| number);
    record.other_phones = phones.map(|(number, what)| OtherPhone { number, what }).collect();
    places(asked, service, &mut record);
    let belongs = record.locations().find_map(|place| asked.areas.belongs(place.authority?, place.point?));
    match (belongs, asked.everywhere) {
        (Some(belongs), _) => Ok(Found { area: belongs.area.to_owned(), nearby: belongs.nearby, record }),
        (None, Some(area)) if record.locations().next().is_none() => {
            Ok(Found { area: area.to_owned(), nearby: false, record })
        }
        _ => Err(LeftOut::Far),
    }
}

fn organization(service: &Service) -> Organization {
    let Some(organization) = &service.organization else { return Organization::default() };
    let name = organization.name.trim();
    let codes = organization.organization_identifiers.iter();
    let ods = codes.filter(|code| code.identifier_type == "ODS").map(|code| code.identifier.clone()).next();
    Organization { name: (!name.is_empty() && name != service.name).then(|| name.to_owned()), ods }
}

/// The first place is the main one, and its hours are the service's; a service that has several has branches.
fn places(asked: &Asked<'_>, service: &Service, record: &mut Record) {
    for at in &service.service_at_locations {
        let Some(location) = at.location.as_ref().and_then(|location| place(asked, location)) else { continue };
        let own = hours(&at.schedules);
        if record.place.is_none() {
            let hours = own.or_else(|| hours(&service.schedules));
            record.place = Some(ServiceAtLocation { location, hours, hours_source: None });
            continue;
        }
        let name = at.location.as_ref().and_then(|location| said(&location.name));
        let phone = phones(&at.contacts).into_iter().next().map(|(number, _)| number);
        let place = ServiceAtLocation { location, hours: own, hours_source: None };
        let id = format!("{}-{}", record.id, record.branches.len() + 2);
        record.branches.push(Branch { id, name, phone, place, source: None });
    }
    if record.place.is_none()
        && let Some(hours) = hours(&service.schedules)
    {
        record.place = Some(ServiceAtLocation { hours: Some(hours), ..ServiceAtLocation::default() });
    }
}

fn place(asked: &Asked<'_>, location: &shape::Location) -> Option<Location> {
    if location.location_type == "virtual" {
        return None;
    }
    let address = location.addresses.first();
    let postcode = address.and_then(|address| Postcode::read(&address.postal_code).ok());
    let located = postcode.and_then(|postcode| (asked.locate)(postcode));
    let terms = Terms::of(&location.attributes);
    let known = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let town = address.and_then(|address| known(&address.city));
    let street = address.and_then(|address| known(&address.address_1)).filter(|street| Some(street) != town.as_ref());
    let point = located.map(|(point, _)| point).or_else(|| on_map(location));
    let place = Location {
        address: street,
        town,
        postcode,
        point,
        authority: located.map(|(_, authority)| authority),
        access: terms.offer::<Access>(),
    };
    (place != Location::default()).then_some(place)
}

fn on_map(location: &shape::Location) -> Option<Point> {
    Degrees::from_degrees(location.latitude?, location.longitude?).point()
}

fn served(service: &Service) -> Vec<Authority> {
    let codes = service.service_areas.iter().filter_map(|area| Authority::read(area.extent.as_deref()?));
    codes.collect()
}

fn phones(contacts: &[Contact]) -> Vec<(directory::Phone, String)> {
    let phones = contacts.iter().flat_map(|contact| contact.phones.iter().map(move |phone| (contact, phone)));
    let read = phones.filter_map(|(contact, phone)| {
        let number = directory::Phone::read(&phone.number).ok().or_else(|| national(&phone.number))?;
        let what = said(&phone.description).or_else(|| said(&contact.name)).unwrap_or_default();
        Some((number, what))
    });
    read.collect()
}

fn said(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn age(years: f64) -> Option<u8> {
    (0.0..=120.0).contains(&years).then_some(years as u8)
}

/// The terms of this directory's own lists among a feed's attributes.
struct Terms<'f>(BTreeMap<(&'f str, bool), Vec<&'f str>>);

impl<'f> Terms<'f> {
    fn of(attributes: &'f [Attribute]) -> Terms<'f> {
        let mut terms: BTreeMap<_, Vec<&str>> = BTreeMap::new();
        for attribute in attributes {
            let Some(term) = &attribute.taxonomy_term else { continue };
            let Some(list) = term.taxonomy.as_deref().and_then(|name| name.strip_prefix(TAXONOMY)) else { continue };
            let absent = attribute.link_type.as_deref().is_some_and(|link| link.ends_with(NOT));
            terms.entry((list, absent)).or_default().push(&term.name);
        }
        Terms(terms)
    }

    fn all<T: Term>(&self, absent: bool) -> impl Iterator<Item = T> + '_ {
        self.0.get(&(T::LIST, absent)).into_iter().flatten().filter_map(|id| T::read(id))
    }

    fn present<T: Term>(&self) -> Vec<T> {
        self.all(false).collect()
    }

    fn offer<T: Term>(&self) -> Offer<T> {
        let mut offer = Offer::default();
        for (absent, known) in [(false, Known::Present), (true, Known::Absent)] {
            for term in self.all(absent) {
                offer.set(term, known);
            }
        }
        offer
    }
}
