//! The fields that an import compares and takes over.

use directory::{Branch, Known, Location, Offer, Record, Term};

/// A field's key in files, and its value as text; none if nothing is said.
type Field = (&'static str, Option<String>);

/// The fields that every register has, and that a person is told of when it no longer has them.
pub fn record_fields(record: &Record) -> Vec<Field> {
    let mut fields = vec![
        ("name", Some(record.name.clone())),
        ("ods", record.organization.ods.clone()),
        ("phone", record.phone.as_ref().map(ToString::to_string)),
    ];
    fields.extend(location_fields(record.place.as_ref().map(|place| &place.location)));
    fields
}

/// The fields that only feeds have. What a source does not say of these is nothing to tell anyone.
pub fn further_fields(record: &Record) -> Vec<Field> {
    let place = record.place.as_ref();
    let age = |years: Option<u8>| years.map(|years| years.to_string());
    let phones = record.other_phones.iter().map(|other| format!("{} {}", other.number, other.what));
    vec![
        ("former-names", list(record.former_names.iter())),
        ("run-by", record.organization.name.clone()),
        ("status", (record.status != directory::Status::Active).then(|| record.status.id().to_owned())),
        ("about", record.about.clone()),
        ("caution", record.caution.clone()),
        ("does", offered(&record.does)),
        ("who", list(record.eligibility.who.iter().map(|term| term.id()))),
        ("who-for", record.eligibility.sentence.clone()),
        ("minimum-age", age(record.eligibility.minimum_age)),
        ("maximum-age", age(record.eligibility.maximum_age)),
        ("how", list(record.how.iter().map(|term| term.id()))),
        ("ways", list(record.ways.iter().map(|term| term.id()))),
        ("cost", record.cost.map(|cost| cost.id().to_owned())),
        ("languages", list(record.languages.iter())),
        ("first-visit", record.first_visit.clone()),
        ("other-phones", list(phones)),
        ("website", record.website.clone()),
        ("email", record.email.clone()),
        ("serves", list(record.serves.iter())),
        ("access", place.and_then(|place| offered(&place.location.access))),
        ("hours", place.and_then(|place| place.hours.as_ref()).map(hours_text)),
        ("branches", list(record.branches.iter().map(place_of))),
    ]
}

pub fn branch_fields(branch: &Branch) -> Vec<Field> {
    let mut fields = vec![("name", branch.name.clone())];
    fields.extend(location_fields(Some(&branch.place.location)));
    fields
}

fn location_fields(location: Option<&Location>) -> [Field; 5] {
    let said = |field: fn(&Location) -> Option<String>| location.and_then(field);
    [
        ("address", said(|location| location.address.clone())),
        ("town", said(|location| location.town.clone())),
        ("postcode", said(|location| location.postcode.map(|postcode| postcode.to_string()))),
        ("grid", said(|location| location.point.map(|point| format!("{}, {}", point.easting(), point.northing())))),
        ("authority", said(|location| location.authority.map(|authority| authority.to_string()))),
    ]
}

/// Takes every field over that theirs has. What theirs is silent about stays.
pub fn take_record(ours: &mut Record, theirs: Record) {
    ours.name = theirs.name;
    set(&mut ours.organization.ods, theirs.organization.ods);
    set(&mut ours.organization.name, theirs.organization.name);
    set(&mut ours.phone, theirs.phone);
    set(&mut ours.about, theirs.about);
    set(&mut ours.caution, theirs.caution);
    set(&mut ours.eligibility.sentence, theirs.eligibility.sentence);
    set(&mut ours.eligibility.minimum_age, theirs.eligibility.minimum_age);
    set(&mut ours.eligibility.maximum_age, theirs.eligibility.maximum_age);
    set(&mut ours.cost, theirs.cost);
    set(&mut ours.first_visit, theirs.first_visit);
    set(&mut ours.website, theirs.website);
    set(&mut ours.email, theirs.email);
    fill(&mut ours.former_names, theirs.former_names);
    fill(&mut ours.eligibility.who, theirs.eligibility.who);
    fill(&mut ours.how, theirs.how);
    fill(&mut ours.ways, theirs.ways);
    fill(&mut ours.languages, theirs.languages);
    fill(&mut ours.other_phones, theirs.other_phones);
    fill(&mut ours.serves, theirs.serves);
    if theirs.status != directory::Status::Active {
        ours.status = theirs.status;
    }
    know(&mut ours.does, &theirs.does);
    if let Some(place) = theirs.place {
        let here = ours.place.get_or_insert_default();
        take_location(&mut here.location, place.location);
        if place.hours.is_some() {
            here.hours = place.hours;
            here.hours_source = place.hours_source;
        }
    }
    for branch in theirs.branches {
        match ours.branches.iter_mut().find(|other| other.id == branch.id) {
            Some(other) => *other = branch,
            None => ours.branches.push(branch),
        }
    }
}

/// Takes every field over that theirs has.
pub fn take_branch(ours: &mut Branch, theirs: Branch) {
    set(&mut ours.name, theirs.name);
    take_location(&mut ours.place.location, theirs.place.location);
}

fn take_location(ours: &mut Location, theirs: Location) {
    set(&mut ours.address, theirs.address);
    set(&mut ours.town, theirs.town);
    set(&mut ours.postcode, theirs.postcode);
    set(&mut ours.point, theirs.point);
    set(&mut ours.authority, theirs.authority);
    know(&mut ours.access, &theirs.access);
}

fn set<T>(ours: &mut Option<T>, theirs: Option<T>) {
    if theirs.is_some() {
        *ours = theirs;
    }
}

fn fill<T>(ours: &mut Vec<T>, theirs: Vec<T>) {
    if !theirs.is_empty() {
        *ours = theirs;
    }
}

fn know<T: Term>(ours: &mut Offer<T>, theirs: &Offer<T>) {
    for known in [Known::Present, Known::Absent] {
        for term in theirs.all(known) {
            ours.set(term, known);
        }
    }
}

fn list(values: impl Iterator<Item = impl ToString>) -> Option<String> {
    let values: Vec<String> = values.map(|value| value.to_string()).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

fn offered<T: Term>(offer: &Offer<T>) -> Option<String> {
    let absent = offer.all(Known::Absent).map(|term| format!("not {}", term.id()));
    list(offer.all(Known::Present).map(|term| term.id().to_owned()).chain(absent))
}

/// Hours in one line.
pub fn hours_text(hours: &directory::hours::Schedule) -> String {
    let mut text: Vec<String> = hours.week().iter().map(|day| day.text()).collect();
    text.extend(hours.exceptions().iter().map(|other| format!("{}: {}", String::from(other.date), other.day.text())));
    text.join("; ")
}

/// Where a branch is, in a line.
pub fn place_of(branch: &Branch) -> String {
    branch.place.location.to_string()
}
