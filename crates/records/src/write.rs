//! A book as text.

use directory::{
    Branch, DataSource, Organization, Provenance, Record, ServiceAtLocation, Status, Term,
    hours::{OnHolidays, Schedule},
};

use crate::{Book, text::Text};

/// The file of a book: sources in their order, records in the order of their ids, keys always in the same order.
pub fn write(book: &Book) -> String {
    let mut text = Text::default();
    text.heading(&book.heading);
    text.text("area", &book.area);
    text.text("kind", book.kind.id());
    text.flag("nearby", book.nearby);
    for source in &book.sources {
        write_source(&mut text, source);
    }
    let usual = book.sources.first().map(|source| source.id.as_str());
    let mut records: Vec<&Record> = book.records.iter().collect();
    records.sort_by(|a, b| a.id.cmp(&b.id));
    for record in records {
        write_record(&mut text, record, usual);
    }
    text.finish()
}

fn write_source(text: &mut Text, source: &DataSource) {
    text.raw("\n[[source]]\n");
    text.text("id", &source.id);
    text.text("name", &source.name);
    text.text("licence", &source.licence);
    text.text("as-at", &String::from(source.as_at));
    text.flag("lead", source.lead);
}

fn write_record(text: &mut Text, record: &Record, usual: Option<&str>) {
    let Organization { name: run_by, ods } = &record.organization;
    text.raw("\n[[service]]\n");
    text.text("id", &record.id);
    text.optional("ods", ods.as_deref());
    text.text("name", &record.name);
    text.list("former-names", record.former_names.iter().map(String::as_str));
    text.optional("run-by", run_by.as_deref());
    text.optional("status", (record.status != Status::Active).then(|| record.status.id()));
    text.optional("about", record.about.as_deref());
    text.optional("caution", record.caution.as_deref());
    text.offer("does", "does-not", &record.does);
    text.terms("who", &record.eligibility.who);
    text.optional("who-for", record.eligibility.sentence.as_deref());
    text.number("minimum-age", record.eligibility.minimum_age);
    text.number("maximum-age", record.eligibility.maximum_age);
    text.terms("how", &record.how);
    text.terms("ways", &record.ways);
    text.optional("cost", record.cost.map(Term::id));
    text.owned_list("languages", record.languages.iter().map(ToString::to_string));
    text.optional("first-visit", record.first_visit.as_deref());
    text.displayed("phone", record.phone.as_ref());
    write_other_phones(text, record);
    text.optional("website", record.website.as_deref());
    text.optional("email", record.email.as_deref());
    if let Some(place) = &record.place {
        write_place(text, place);
    }
    text.owned_list("serves", record.serves.iter().map(ToString::to_string));
    let Provenance { source, checked, missing_since } = &record.provenance;
    text.optional("source", (usual != Some(source)).then_some(source));
    if let Some(checked) = checked {
        text.text("checked-by", &checked.by);
        text.text("checked-on", &String::from(checked.on));
    }
    text.optional("missing-since", missing_since.map(String::from).as_deref());
    text.optional("note", record.note.as_deref());
    if let Some(hours) = record.place.as_ref().and_then(|place| place.hours.as_ref()) {
        write_hours(text, "service.hours", hours);
    }
    for branch in &record.branches {
        write_branch(text, branch);
    }
}

fn write_branch(text: &mut Text, branch: &Branch) {
    text.raw("\n[[service.branch]]\n");
    text.text("id", &branch.id);
    text.optional("name", branch.name.as_deref());
    text.displayed("phone", branch.phone.as_ref());
    write_place(text, &branch.place);
    text.optional("source", branch.source.as_deref());
    if let Some(hours) = &branch.place.hours {
        write_hours(text, "service.branch.hours", hours);
    }
}

fn write_place(text: &mut Text, place: &ServiceAtLocation) {
    let location = &place.location;
    text.optional("address", location.address.as_deref());
    text.optional("town", location.town.as_deref());
    text.displayed("postcode", location.postcode.as_ref());
    if let Some(point) = location.point {
        text.key("grid");
        text.raw(&format!("[{}, {}]\n", point.easting(), point.northing()));
    }
    text.displayed("authority", location.authority.as_ref());
    text.offer("access", "access-not", &location.access);
    text.optional("hours-source", place.hours_source.as_deref());
}

/// A table of its own, a day on a line, after the other keys.
fn write_hours(text: &mut Text, table: &str, hours: &Schedule) {
    text.raw("\n[");
    text.raw(table);
    text.raw("]\n");
    for (day, hours) in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].into_iter().zip(hours.week()) {
        text.text(day, &hours.text());
    }
    let on_holidays = match hours.holidays() {
        OnHolidays::NotSaid => None,
        OnHolidays::AsUsual => Some("as usual"),
        OnHolidays::Closed => Some("closed"),
    };
    text.optional("bank-holidays", on_holidays);
    text.optional("note", (!hours.note().is_empty()).then(|| hours.note()));
    if hours.exceptions().is_empty() {
        return;
    }
    text.key("exceptions");
    for (place, exception) in hours.exceptions().iter().enumerate() {
        text.raw(if place == 0 { "[{ date = " } else { ", { date = " });
        text.quoted(&String::from(exception.date));
        text.raw(", hours = ");
        text.quoted(&exception.day.text());
        if !exception.note.is_empty() {
            text.raw(", note = ");
            text.quoted(&exception.note);
        }
        text.raw(" }");
    }
    text.raw("]\n");
}

fn write_other_phones(text: &mut Text, record: &Record) {
    if record.other_phones.is_empty() {
        return;
    }
    text.key("other-phones");
    for (place, other) in record.other_phones.iter().enumerate() {
        text.raw(if place == 0 { "[{ phone = " } else { ", { phone = " });
        text.quoted(&other.number.to_string());
        text.raw(", what = ");
        text.quoted(&other.what);
        text.raw(" }");
    }
    text.raw("]\n");
}
