//! A record of which nothing is known yet.

use directory::{Eligibility, Kind, Offer, Organization, Provenance, Record, Status};

/// A record with an id and a kind and nothing else.
pub fn record(id: String, kind: Kind) -> Record {
    Record {
        id,
        kind,
        name: String::new(),
        former_names: Vec::new(),
        organization: Organization::default(),
        status: Status::Active,
        about: None,
        caution: None,
        does: Offer::default(),
        eligibility: Eligibility::default(),
        how: Vec::new(),
        ways: Vec::new(),
        cost: None,
        languages: Vec::new(),
        first_visit: None,
        phone: None,
        other_phones: Vec::new(),
        website: None,
        email: None,
        place: None,
        branches: Vec::new(),
        serves: Vec::new(),
        provenance: Provenance { source: String::new(), checked: None, missing_since: None },
        note: None,
    }
}
