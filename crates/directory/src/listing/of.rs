use super::Listing;
use crate::{Kind, Offer, Record, ServiceAtLocation, hours::Schedule};

impl Listing {
    /// An entry of which nothing more is known, from the first source.
    pub fn bare(id: String, kind: Kind) -> Listing {
        Listing {
            id,
            area: None,
            kind,
            name: String::new(),
            branch_of: String::new(),
            former_names: Vec::new(),
            run_by: String::new(),
            about: String::new(),
            caution: String::new(),
            who_for: String::new(),
            first_visit: String::new(),
            address: String::new(),
            town: String::new(),
            postcode: None,
            point: None,
            serves: Vec::new(),
            phone: String::new(),
            website: String::new(),
            does: Offer::default(),
            access: Offer::default(),
            who: Vec::new(),
            how: Vec::new(),
            ways: Vec::new(),
            languages: Vec::new(),
            cost: None,
            hours: Schedule::unknown(),
            source: 0,
            checked: None,
        }
    }

    /// The listings of a record: itself, and each of its branches. `source` gives the place of a source by its id in the
    /// file's list; a part whose source is not there is left out, for its facts could not be shown with where they are from.
    pub fn of(record: &Record, source: impl Fn(&str) -> Option<u32>) -> Vec<Listing> {
        let from = source(&record.provenance.source);
        let main = from.map(|from| main(record, from));
        let branches = record.branches.iter().filter_map(|branch| {
            let from = branch.source.as_deref().map_or(from, &source)?;
            let mut listing = main_of_branch(record, from);
            listing.id.clone_from(&branch.id);
            listing.name = branch.name.clone().unwrap_or_else(|| record.name.clone());
            listing.phone = text(&branch.phone);
            at(&mut listing, &branch.place);
            Some(listing)
        });
        main.into_iter().chain(branches.collect::<Vec<_>>()).collect()
    }
}

fn main(record: &Record, source: u32) -> Listing {
    let mut listing = Listing {
        name: record.name.clone(),
        former_names: record.former_names.clone(),
        run_by: record.organization.name.clone().unwrap_or_default(),
        about: record.about.clone().unwrap_or_default(),
        caution: record.caution.clone().unwrap_or_default(),
        who_for: record.eligibility.sentence.clone().unwrap_or_default(),
        first_visit: record.first_visit.clone().unwrap_or_default(),
        serves: record.serves.clone(),
        phone: text(&record.phone),
        website: record.website.clone().unwrap_or_default(),
        does: record.does,
        who: record.eligibility.who.clone(),
        how: record.how.clone(),
        ways: record.ways.clone(),
        languages: record.languages.clone(),
        cost: record.cost,
        source,
        checked: record.provenance.checked.as_ref().map(|checked| checked.on),
        ..Listing::bare(record.id.clone(), record.kind)
    };
    if let Some(place) = &record.place {
        at(&mut listing, place);
    }
    listing
}

/// What a branch has of its service. What the service says of itself may not hold for the branch, so it is not said.
fn main_of_branch(record: &Record, source: u32) -> Listing {
    Listing { branch_of: record.name.clone(), does: Default::default(), ..main(record, source) }
}

fn at(listing: &mut Listing, place: &ServiceAtLocation) {
    let location = &place.location;
    listing.address = location.address.clone().unwrap_or_default();
    listing.town = location.town.clone().unwrap_or_default();
    (listing.postcode, listing.point, listing.access) = (location.postcode, location.point, location.access);
    listing.hours = place.hours.clone().unwrap_or_else(Schedule::unknown);
}

fn text(phone: &Option<crate::Phone>) -> String {
    phone.as_ref().map(ToString::to_string).unwrap_or_default()
}
