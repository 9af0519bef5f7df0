//! A service and its branches, from their keys.

use std::ops::Range;

use directory::{
    Authority, Branch, Checked, Date, Eligibility, Known, Location, Offer, Organization, OtherPhone, Point, Provenance,
    Record, ServiceAtLocation, Status, Term,
};
use toml::Spanned;

use super::Reader;
use crate::{
    Book,
    shape::{self, Place},
};

impl Reader<'_> {
    pub(super) fn record(&mut self, book: &Book, service: Spanned<shape::Service>) -> Record {
        let span = service.span();
        let mut service = service.into_inner();
        self.id(&span, &service.id);
        if service.name.trim().is_empty() {
            self.fault(self.line_of(&span, "name"), format!("{:?} has no name", service.id));
        }
        self.known_source(book, &span, "source", service.source.as_deref());
        self.known_source(book, &span, "hours-source", service.hours_source.as_deref());
        let usual = book.sources.first().map(|source| source.id.clone()).unwrap_or_default();
        let checked = self.checked(&span, service.checked_by.take(), service.checked_on);
        let place = service.take_place();
        let place = self.place(&span, place);
        if let (Some(least), Some(most)) = (service.minimum_age, service.maximum_age)
            && least > most
        {
            self.fault(self.line_of(&span, "maximum-age"), "the greatest age is below the youngest".to_owned());
        }
        let record = Record {
            kind: book.kind,
            organization: Organization { name: service.run_by, ods: service.ods },
            status: service.status.unwrap_or(Status::Active),
            does: self.offer(&span, "does-not", &service.does, &service.does_not),
            eligibility: Eligibility {
                who: service.who,
                sentence: service.who_for,
                minimum_age: service.minimum_age,
                maximum_age: service.maximum_age,
            },
            other_phones: service.other_phones.into_iter().map(other_phone).collect(),
            place: (place != ServiceAtLocation::default()).then_some(place),
            serves: service.serves.iter().filter_map(|code| self.authority(&span, "serves", code)).collect(),
            branches: service.branch.into_iter().map(|branch| self.branch(book, branch)).collect(),
            provenance: Provenance {
                source: service.source.unwrap_or(usual),
                checked,
                missing_since: service.missing_since,
            },
            id: service.id,
            name: service.name,
            former_names: service.former_names,
            about: service.about,
            caution: service.caution,
            how: service.how,
            ways: service.ways,
            cost: service.cost,
            languages: service.languages,
            first_visit: service.first_visit,
            phone: service.phone,
            website: service.website,
            email: service.email,
            note: service.note,
        };
        if !record.can_be_reached() && record.caution.is_none() {
            let reason = format!("{:?} has no phone and no address; say in `caution` how to reach it", record.name);
            self.fault(self.line_of(&span, "name"), reason);
        }
        record
    }

    fn branch(&mut self, book: &Book, branch: Spanned<shape::Branch>) -> Branch {
        let span = branch.span();
        let mut branch = branch.into_inner();
        self.id(&span, &branch.id);
        self.known_source(book, &span, "source", branch.source.as_deref());
        self.known_source(book, &span, "hours-source", branch.hours_source.as_deref());
        let place = branch.take_place();
        let place = self.place(&span, place);
        let shape::Branch { id, name, phone, source, .. } = branch;
        Branch { id, name, phone, place, source }
    }

    /// Ids stand in addresses, and every one of a file is another.
    fn id(&mut self, span: &Range<usize>, id: &str) {
        let sound =
            !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !sound {
            let reason = format!("{id:?} is not an id; write small letters, digits and hyphens");
            self.fault(self.line_of(span, "id"), reason);
        }
        if !self.ids.insert(id.to_owned()) {
            self.fault(self.line_of(span, "id"), format!("{id:?} is there twice"));
        }
    }

    fn known_source(&mut self, book: &Book, span: &Range<usize>, key: &str, id: Option<&str>) {
        if let Some(id) = id
            && book.source(id).is_none()
        {
            self.fault(self.line_of(span, key), format!("no [[source]] of this file has the id {id:?}"));
        }
    }

    fn checked(&mut self, span: &Range<usize>, by: Option<String>, on: Option<Date>) -> Option<Checked> {
        match (by, on) {
            (Some(by), Some(on)) if !by.trim().is_empty() => Some(Checked { by, on }),
            (None, None) => None,
            (by, _) => {
                let key = if by.is_some() { "checked-by" } else { "checked-on" };
                self.fault(self.line_of(span, key), "a check has both `checked-by` and `checked-on`".to_owned());
                None
            }
        }
    }

    fn place(&mut self, span: &Range<usize>, place: Place) -> ServiceAtLocation {
        let access = self.offer(span, "access-not", &place.access, &place.access_not);
        let point = place.grid.and_then(|[east, north]| {
            let point = Point::new(east, north);
            if point.is_none() {
                let reason = format!("[{east}, {north}] is not on the grid; write metres east and north");
                self.fault(self.line_of(span, "grid"), reason);
            }
            point
        });
        let authority = place.authority.and_then(|code| self.authority(span, "authority", &code));
        let Place { address, town, postcode, hours, hours_source, .. } = place;
        let location = Location { address, town, postcode, point, authority, access };
        ServiceAtLocation { location, hours, hours_source }
    }

    fn authority(&mut self, span: &Range<usize>, key: &str, code: &str) -> Option<Authority> {
        let authority = Authority::read(code);
        if authority.is_none() {
            let reason = format!("{code:?} is not the code of a local authority, such as E06000051");
            self.fault(self.line_of(span, key), reason);
        }
        authority
    }

    /// What is in neither list is unknown; what is in both is a fault.
    fn offer<T: Term>(&mut self, span: &Range<usize>, key: &str, present: &[T], absent: &[T]) -> Offer<T> {
        let mut offer = Offer::default();
        for term in present {
            offer.set(*term, Known::Present);
        }
        for term in absent {
            if present.contains(term) {
                let reason = format!("{:?} is said to be there and not to be there", term.id());
                self.fault(self.line_of(span, key), reason);
            }
            offer.set(*term, Known::Absent);
        }
        offer
    }
}

fn other_phone(other: shape::OtherPhone) -> OtherPhone {
    OtherPhone { number: other.phone, what: other.what }
}
