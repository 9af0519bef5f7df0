//! Open Referral UK: the directory as a feed, and feeds of others as records.

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::PathBuf,
};

use directory::{Activity, Authority, Date, Known, Record, Way, hours};
use import::{
    ods::Import,
    open_referral::{self, Asked, Names, feed, id},
    project,
    report::{LeftOut, Reason, Report},
    sheet::sheet,
    spreadsheet::guarded,
};
use proptest::prelude::*;
use records::{Book, read};
use serde_json::Value;

use crate::given::{Given, source, suite, tries};

/// A pharmacy with every field, a branch that is a fact and one that is a lead.
fn book() -> Book {
    read("sound.toml", &suite("records/sound.toml")).expect("a sound file")
}

fn names() -> Names {
    Names::from([(Authority::read("E06000051").expect("a code"), "Shropshire Council".to_owned())])
}

fn feed_of(books: &[Book]) -> HashMap<String, Value> {
    let files = feed(books, &names()).expect("a feed");
    files.into_iter().map(|(name, text)| (name, serde_json::from_str(&text).expect("JSON"))).collect()
}

fn file_of(id: &str) -> String {
    format!("services/{}", open_referral::id("service", id))
}

#[test]
fn ids_are_uuids_and_always_the_same() {
    assert_eq!(id("service", "m82025"), id("service", "m82025"));
    assert_eq!(id("service", "m82025"), "b3d5758c-7844-5dc2-a8ac-401b4cb196da", "it stands in other people's files");
    let ids: BTreeSet<String> =
        ["a", "b"].iter().flat_map(|name| [id("service", name), id("location", name)]).collect();
    assert_eq!(ids.len(), 4);
    for id in ids {
        let parts: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
        assert_eq!(id.as_bytes()[14], b'5', "{id} is of version 5");
    }
}

#[test]
fn a_feed_has_the_three_answers() {
    let mut other = book();
    other.records.truncate(1);
    other.records[0].provenance.source = "old-list".to_owned();
    other.records[0].id = "only-a-lead".to_owned();
    let feed = feed_of(&[book(), other]);
    let mut files: Vec<&str> = feed.keys().map(String::as_str).collect();
    files.sort_unstable();
    let mut expected = vec!["index.json".to_owned(), "services.json".to_owned(), file_of("fa001")];
    expected.sort_unstable();
    assert_eq!(files, expected, "what is only a lead is in no feed");
    assert_eq!(feed["index.json"]["version"], "HSDS-UK-3.0");
    assert_eq!((&feed["services.json"]["total_items"], &feed["services.json"]["last_page"]), (&1.into(), &true.into()));
    assert_eq!(feed["services.json"]["contents"][0]["name"], "Boots");
}

/// The second record's own source is no lead here.
fn sound_books() -> Vec<Book> {
    let mut book = book();
    book.records[1].provenance.source = "register".to_owned();
    vec![book]
}

#[test]
fn a_service_says_what_its_record_says() {
    let feed = feed_of(&sound_books());
    let service = &feed[&file_of("fa002")];
    assert_eq!(service["status"], "temporarily closed");
    assert_eq!(service["assured_date"], "2026-11-20");
    assert_eq!(service["last_modified"], "2026-02-03T00:00:00.000Z");
    assert_eq!(service["contacts"][0]["phones"][0]["number"], "0300 123 1110");
    let attributes = service["attributes"].as_array().expect("attributes");
    let has = |link: &str, term: &str| {
        attributes.iter().any(|one| one["link_type"] == link && one["taxonomy_term"]["name"] == term)
    };
    assert!(has("kind", "pharmacy") && has("does", "naloxone") && has("does-not", "needle-exchange"));
    assert!(!has("does", "shared-care") && !has("does-not", "shared-care"), "what is unknown is not said");
    let places = service["service_at_locations"].as_array().expect("places");
    assert_eq!(places.len(), 2, "a branch that is only a lead is not in the feed");
    let address = &places[0]["location"]["addresses"][0];
    assert_eq!((&address["city"], &address["state_province"]), (&"Thistown".into(), &"Shropshire Council".into()));
    assert_eq!(feed[&file_of("fa001")]["status"], "active");
    let mut gone = sound_books();
    gone[0].records[0].provenance.missing_since = Date::read("2026-02-03").ok();
    assert_eq!(feed_of(&gone)[&file_of("fa001")]["status"], "inactive", "what its source no longer has");
}

/// The standard asks for what has no value to be left out.
#[test]
fn nothing_is_null_or_empty() {
    fn check(path: &str, value: &Value) {
        match value {
            Value::Null => panic!("{path} is null"),
            Value::String(text) => assert!(!text.is_empty(), "{path} is empty"),
            Value::Array(values) => {
                assert!(!values.is_empty() || path.ends_with("contents"), "{path} is empty");
                values.iter().enumerate().for_each(|(place, value)| check(&format!("{path}/{place}"), value));
            }
            Value::Object(map) => map.iter().for_each(|(key, value)| check(&format!("{path}/{key}"), value)),
            _ => {}
        }
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    for books in [sound_books(), project::all_books(&root).expect("the project's records")] {
        for (name, value) in feed_of(&books) {
            check(&name, &value);
        }
    }
}

fn asked<'a>(given: &'a Given, everywhere: Option<&'a str>) -> Asked<'a> {
    let ask = given.ask(import::ods::Register::Practices);
    Asked { kind: directory::Kind::MutualAid, prefix: "feed", areas: ask.areas, everywhere, locate: ask.locate }
}

/// What goes out as a feed comes in again as the same record.
#[test]
fn a_record_survives_the_way_there_and_back() {
    let given = Given::new();
    let mut books = sound_books();
    // Where it is, the postcodes of the cases have to say too.
    for record in &mut books[0].records {
        record.branches.truncate(1);
        for place in record.place.iter_mut().chain(record.branches.iter_mut().map(|branch| &mut branch.place)) {
            let location = &mut place.location;
            location.postcode = directory::Postcode::read("SY1 1DD").ok();
            (location.point, location.authority) =
                (directory::Point::new(349_161, 312_573), Authority::read("E06000051"));
        }
    }
    let (mut import, mut report) = (Import::default(), Report::default());
    for (name, text) in feed(&books, &names()).expect("a feed") {
        if name.starts_with("services/") {
            open_referral::read(&asked(&given, None), &text, &mut import, &mut report).expect("our own feed");
        }
    }
    assert_eq!((report.kept, report.rejected.len()), (2, 0));
    for record in &books[0].records {
        let again = &import.found.get(&record.id).expect(&record.id).record;
        let mut expected = record.clone();
        // What the directory keeps about its own files is nobody else's.
        expected.provenance = again.provenance.clone();
        expected.note = None;
        if let Some(place) = &mut expected.place {
            place.hours_source = None;
        }
        for (place, branch) in expected.branches.iter_mut().enumerate() {
            branch.id = format!("{}-{}", record.id, place + 2);
            branch.source = None;
            // Of a place there is no list of what it has not.
        }
        assert_eq!(&expected, again);
    }
}

fn check_tuesday_group(record: &Record) {
    assert_eq!((record.name.as_str(), record.organization.name.as_deref()), ("Tuesday Group", Some("Somebody")));
    assert_eq!(record.phone.as_ref().map(ToString::to_string).as_deref(), Some("01691 123456"));
    assert_eq!(record.other_phones.iter().map(|other| other.what.as_str()).collect::<Vec<_>>(), ["In the evening"]);
    assert_eq!(record.eligibility.minimum_age, Some(18));
    let place = record.place.as_ref().expect("a place");
    assert_eq!(place.location.to_string(), "1 High Street, Oswestry SY11 1RD");
    assert_eq!(place.location.point, directory::Point::new(329_319, 329_845), "by its postcode, not by latitude 100");
    let week: Vec<String> = place.hours.as_ref().expect("hours").week().iter().map(hours::Day::text).collect();
    let expected = ["unknown", "09:00-12:30, 13:30-17:00", "unknown", "09:00-12:30", "unknown", "unknown", "unknown"];
    assert_eq!(week, expected);
    assert_eq!(record.does.of(Activity::NeedleExchange), Known::Unknown, "another list's term is not guessed at");
    assert!(record.is_unchecked() && record.ways == [] as [Way; 0]);
}

#[test]
fn a_page_of_a_feed_is_read_service_by_service() {
    let given = Given::new();
    let (mut import, mut report) = (Import::default(), Report::default());
    open_referral::read(
        &asked(&given, Some("shropshire")),
        &suite("open-referral/page.json"),
        &mut import,
        &mut report,
    )
    .expect("a page");
    assert!(report.adds_up());
    let ids: Vec<&str> = import.found.keys().map(String::as_str).collect();
    let group = "feed-0f7c2a9e-0000-4000-8000-000000000001";
    let line = "feed-0f7c2a9e-0000-4000-8000-000000000003";
    assert_eq!(ids, [group, line]);
    check_tuesday_group(&import.found[group].record);
    assert_eq!(import.found[line].area, "shropshire");
    assert!(import.found[line].record.place.is_none(), "hours of every other week cannot be said, so none are");
    assert_eq!(report.left_out.get(&LeftOut::Withdrawn), Some(&1));
    let rejected: Vec<_> = report.rejected.iter().map(|row| (row.line, &row.reason)).collect();
    assert_eq!(rejected, [(4, &Reason::Name), (5, &Reason::Missing("the shape of a service")), (6, &Reason::Twice)]);
}

#[test]
fn tables_are_read_as_the_same_services() {
    let given = Given::new();
    let open = |table: &str| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/directory/open-referral/tables");
        fs::File::open(path.join(format!("{table}.csv"))).ok()
    };
    let services = open_referral::tables(open).expect("tables");
    let (mut import, mut report) = (Import::default(), Report::default());
    assert_eq!(services.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4], "a field may have a line end");
    for (line, service) in services {
        report.read += 1;
        open_referral::take(&asked(&given, None), &service, line, String::new(), &mut import, &mut report);
    }
    assert_eq!(report.left_out.get(&LeftOut::Withdrawn), Some(&1));
    check_tuesday_group(&import.found["feed-s1"].record);
}

#[test]
fn another_file_is_refused() {
    let given = Given::new();
    for text in ["", "<html>", "[1, 2", "{\"version\": \"x\"}", "7", "null"] {
        let (mut import, mut report) = (Import::default(), Report::default());
        let wrong = open_referral::read(&asked(&given, None), text, &mut import, &mut report).expect_err(text);
        assert!(wrong.contains("Expected is a page of /services"), "{text}: {wrong}");
    }
    let wrong = open_referral::tables(|_| Some(&b"id,name\n1,x\n"[..])).expect_err("no status");
    assert!(wrong.contains("services.csv has no column status"), "{wrong}");
    let wrong = open_referral::tables(|_| None::<&[u8]>).expect_err("no tables");
    assert!(wrong.contains("There is no table services.csv"), "{wrong}");
}

/// A spreadsheet runs what begins like a formula.
#[test]
fn no_cell_is_a_formula() {
    for cell in ["=1+1", "+44 300", "-2", "@x", "\t=1", "\r=1", "\n=1", "  =1"] {
        assert_eq!(guarded(cell), format!("'{cell}"));
    }
    for cell in ["", "Boots", "01743 294700", "a=b", "7-9 High Street"] {
        assert_eq!(guarded(cell), cell);
    }
    let mut books = sound_books();
    books[0].records[0].name = "=HYPERLINK(\"https://example.org\")".to_owned();
    let text = sheet(&books).expect("a sheet");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let header = rows.headers().expect("a header").clone();
    let name = header.iter().position(|column| column == "name").expect("names");
    let cells: Vec<Vec<String>> =
        rows.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    assert_eq!(cells.len(), 4, "two records and two branches");
    assert_eq!(cells[0][name], "'=HYPERLINK(\"https://example.org\")");
    assert!(cells.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
    assert_eq!(cells[3][header.iter().position(|column| column == "lead").expect("leads")], "yes");
}

/// With the sources: everything that is committed, as a feed, is what the standard's schemata ask for.
#[test]
fn the_whole_feed_validates_against_the_schemata() {
    let Some(folder) = source("openreferral/schemata") else { return };
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    // What the publisher makes its files from, byte for byte: these books, and the names of the councils.
    let books = project::all_books(&root).expect("the project's records");
    let councils = open_referral::names(&project::areas(&root).expect("areas"));
    let base = "https://schemata.invalid/";
    let mut options = jsonschema::options();
    options = options.with_draft(jsonschema::Draft::Draft202012).with_base_uri(base).should_validate_formats(true);
    let mut service = Value::Null;
    for file in fs::read_dir(folder).expect("schemata") {
        let path = file.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let schema: Value = serde_json::from_str(&fs::read_to_string(path).expect("text")).expect("JSON");
        if name == "service.json" {
            service.clone_from(&schema);
        }
        options = options
            .with_resource(format!("{base}{name}"), jsonschema::Resource::from_contents(schema).expect("a schema"));
    }
    let validator = options.build(&service).expect("a schema");
    // A schema that nothing fails would prove nothing.
    let wrong = serde_json::json!({ "id": "x", "name": "y", "status": "perhaps" });
    assert!(!validator.is_valid(&wrong));
    let nested = serde_json::json!({ "id": "x", "name": "y", "status": "active", "organization": { "id": "x" } });
    assert!(!validator.is_valid(&nested), "the schemata find each other");
    let (mut services, mut briefs) = (0, 0);
    for books in [&books, &sound_books()] {
        for (name, text) in feed(books, &councils).expect("a feed") {
            let value: Value = serde_json::from_str(&text).expect("JSON");
            let answers = if name == "services.json" {
                value["contents"].as_array().expect("a list").clone()
            } else {
                vec![value]
            };
            for answer in answers.iter().filter(|_| name != "index.json") {
                let faults: Vec<String> =
                    validator.iter_errors(answer).map(|fault| format!("{}: {fault}", fault.instance_path)).collect();
                assert!(faults.is_empty(), "{name}: {faults:?}");
                if name == "services.json" { briefs += 1 } else { services += 1 }
            }
        }
    }
    assert!(services > 1_000 && services == briefs, "{services} services and {briefs} in lists");
}

proptest! {
    #![proptest_config(tries(256))]

    #[test]
    fn any_text_is_a_feed_or_refused(text in any::<String>(), at in any::<prop::sample::Index>()) {
        let given = Given::new();
        let page = suite("open-referral/page.json");
        let place = at.index(page.len());
        let mixed = page.get(..place).map(|before| format!("{before}{text}{}", page.get(place..).unwrap_or_default()));
        for text in [Some(text), mixed].into_iter().flatten() {
            let (mut import, mut report) = (Import::default(), Report::default());
            if open_referral::read(&asked(&given, Some("halton")), &text, &mut import, &mut report).is_ok() {
                prop_assert!(report.adds_up());
            }
        }
    }

    /// Hours go out as schedules and come back as they were, but for a note that nothing is known of.
    #[test]
    fn any_week_survives_the_way_there_and_back(week in any::<[prop::sample::Index; 7]>(), on_holidays in 0..3_usize, note in "[a-zA-Z ]{0,12}") {
        let texts = [
            "unknown", "closed", "24 hours", "09:00-13:00, 14:00-17:30", "22:00-02:00", "00:00-09:30", "18:00-24:00",
            "09:00-10:00, 11:00-12:00, 13:00-14:00",
        ];
        let week = week.map(|place| hours::Day::read(texts[place.index(texts.len())]).expect("a day"));
        let on_holidays = [hours::OnHolidays::NotSaid, hours::OnHolidays::AsUsual, hours::OnHolidays::Closed][on_holidays];
        let note = note.trim().to_owned();
        prop_assume!(note != "closed");
        let date = Date::read("2026-12-24").expect("a day");
        let other = hours::Exception { date, day: week[0], note: String::new() };
        let exceptions = if week[0] == hours::Day::Unknown { Vec::new() } else { vec![other] };
        let schedule = hours::Schedule::weekly(week).on_holidays(on_holidays).with_note(note).with_exceptions(exceptions);
        let schedule = schedule.expect("one date");

        let given = Given::new();
        let mut books = sound_books();
        books[0].records.truncate(1);
        books[0].records[0].place.as_mut().expect("a place").hours = Some(schedule.clone());
        let (mut import, mut report) = (Import::default(), Report::default());
        for (name, text) in feed(&books, &names()).expect("a feed") {
            if name.starts_with("services/") {
                open_referral::read(&asked(&given, None), &text, &mut import, &mut report).expect("our own feed");
            }
        }
        let again = import.found["fa001"].record.place.as_ref().expect("a place").hours.clone();
        let unknown = schedule.is_unknown() && schedule.note().is_empty();
        prop_assert_eq!(again, (!unknown).then_some(schedule));
    }
}
