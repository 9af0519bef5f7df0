//! All entries as bytes: a mark, the sources, then entry after entry. It shrinks well with brotli, so nothing here is
//! clever.

use super::{ListedSource, Listing, Listings};
use crate::{
    Access, Activity, Authority, Cost, Date, Language, Offer, Outline, Point, Postcode, Term,
    bytes::{byte, list, number, put_list, put_number, put_text, text},
    hours::{Schedule, read_holidays, write_holidays},
};

/// What a file begins with; the last letter is the version of the format.
const MARK: &[u8; 4] = b"WML2";

/// Days from the day before year 1 to 1970, so that no day is zero: zero stands for none.
const SINCE_YEAR_1: i64 = 719_163;

/// Why bytes are not a file of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// They begin otherwise: another file, or one of another version.
    Mark,
    /// They break off, or hold what no entry can.
    Damaged,
}

impl Listings {
    /// The file.
    pub fn write(&self) -> Vec<u8> {
        let mut out = MARK.to_vec();
        put_list(&mut out, &self.sources, |out, source| {
            put_text(out, &source.name);
            put_day(out, Some(source.as_at));
            out.push(u8::from(source.lead));
        });
        put_list(&mut out, &self.entries, put_entry);
        write_holidays(&self.holidays, &mut out);
        put_list(&mut out, &self.outlines, |out, outline| outline.write(out));
        out
    }

    /// Reads a file. Any bytes give entries or an error.
    pub fn read(bytes: &[u8]) -> Result<Listings, Unreadable> {
        let mut rest = bytes.strip_prefix(MARK).ok_or(Unreadable::Mark)?;
        let found = all(&mut rest).ok_or(Unreadable::Damaged)?;
        if rest.is_empty() { Ok(found) } else { Err(Unreadable::Damaged) }
    }
}

fn all(bytes: &mut &[u8]) -> Option<Listings> {
    let sources =
        list(bytes, |bytes| Some(ListedSource { name: text(bytes)?, as_at: day(bytes)??, lead: flag(bytes)? }))?;
    let entries = list(bytes, entry)?;
    let holidays = read_holidays(bytes).ok()?;
    let outlines = list(bytes, |bytes| Outline::read(bytes).ok())?;
    let known = |entry: &Listing| sources.get(entry.source as usize).is_some();
    entries.iter().all(known).then_some(Listings { sources, entries, holidays, outlines })
}

fn put_entry(out: &mut Vec<u8>, entry: &Listing) {
    let names = [&entry.id, &entry.name, &entry.branch_of, &entry.run_by];
    let words = [&entry.about, &entry.caution, &entry.who_for, &entry.first_visit];
    let places = [&entry.address, &entry.town, &entry.phone, &entry.website];
    for text in [names, words, places].into_iter().flatten() {
        put_text(out, text);
    }
    put_list(out, &entry.former_names, |out, name| put_text(out, name));
    // One more than its place, so that nothing stands for none.
    put_number(out, entry.area.map_or(0, |area| area + 1));
    out.push(entry.kind.number());
    put_text(out, &entry.postcode.map(|postcode| postcode.to_string()).unwrap_or_default());
    // One more than the metres, so that nothing stands for no place.
    put_number(out, entry.point.map_or(0, |point| point.easting() + 1));
    put_number(out, entry.point.map_or(0, |point| point.northing() + 1));
    put_list(out, &entry.serves, |out, authority| out.extend_from_slice(authority.as_str().as_bytes()));
    put_offer(out, &entry.does);
    put_offer(out, &entry.access);
    put_terms(out, &entry.who);
    put_terms(out, &entry.how);
    put_terms(out, &entry.ways);
    put_list(out, &entry.languages, |out, language| put_text(out, &language.to_string()));
    out.push(entry.cost.map_or(u8::MAX, Cost::number));
    entry.hours.write(out);
    put_number(out, entry.source);
    put_day(out, entry.checked);
}

fn entry(bytes: &mut &[u8]) -> Option<Listing> {
    Some(Listing {
        id: text(bytes)?,
        name: text(bytes)?,
        branch_of: text(bytes)?,
        run_by: text(bytes)?,
        about: text(bytes)?,
        caution: text(bytes)?,
        who_for: text(bytes)?,
        first_visit: text(bytes)?,
        address: text(bytes)?,
        town: text(bytes)?,
        phone: text(bytes)?,
        website: text(bytes)?,
        former_names: list(bytes, text)?,
        area: number(bytes)?.checked_sub(1),
        kind: term(bytes)?,
        postcode: postcode(bytes)?,
        point: point(bytes)?,
        serves: list(bytes, authority)?,
        does: offer::<Activity>(bytes)?,
        access: offer::<Access>(bytes)?,
        who: list(bytes, term)?,
        how: list(bytes, term)?,
        ways: list(bytes, term)?,
        languages: list(bytes, |bytes| Language::read(&text(bytes)?))?,
        cost: cost(bytes)?,
        hours: Schedule::read(bytes).ok()?,
        source: number(bytes)?,
        checked: day(bytes)?,
    })
}

fn put_day(out: &mut Vec<u8>, day: Option<Date>) {
    put_number(out, day.map_or(0, |day| u32::try_from(day.days_since_1970() + SINCE_YEAR_1).unwrap_or_default()));
}

fn day(bytes: &mut &[u8]) -> Option<Option<Date>> {
    let days = number(bytes)?;
    Some((days > 0).then(|| Date::from_days_since_1970(i64::from(days) - SINCE_YEAR_1)))
}

fn flag(bytes: &mut &[u8]) -> Option<bool> {
    match byte(bytes)? {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

fn put_offer<T: Term>(out: &mut Vec<u8>, offer: &Offer<T>) {
    let (present, absent) = offer.bits();
    put_number(out, present);
    put_number(out, absent);
}

fn offer<T: Term>(bytes: &mut &[u8]) -> Option<Offer<T>> {
    Some(Offer::from_bits(number(bytes)?, number(bytes)?))
}

fn put_terms<T: Term>(out: &mut Vec<u8>, terms: &[T]) {
    put_list(out, terms, |out, term| out.push(term.number()));
}

fn term<T: Term>(bytes: &mut &[u8]) -> Option<T> {
    T::at(byte(bytes)?)
}

fn cost(bytes: &mut &[u8]) -> Option<Option<Cost>> {
    match byte(bytes)? {
        u8::MAX => Some(None),
        number => Cost::at(number).map(Some),
    }
}

fn postcode(bytes: &mut &[u8]) -> Option<Option<Postcode>> {
    let text = text(bytes)?;
    if text.is_empty() { Some(None) } else { Postcode::read(&text).ok().map(Some) }
}

fn point(bytes: &mut &[u8]) -> Option<Option<Point>> {
    match (number(bytes)?, number(bytes)?) {
        (0, 0) => Some(None),
        (east, north) => Point::new(east.checked_sub(1)?, north.checked_sub(1)?).map(Some),
    }
}

fn authority(bytes: &mut &[u8]) -> Option<Authority> {
    let (code, rest) = bytes.split_at_checked(9)?;
    *bytes = rest;
    Authority::from_bytes(code)
}
