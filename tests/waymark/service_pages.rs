//! The page of each service, surgery and pharmacy, and what is made of all of them: counts, `sitemap.xml`, the feed.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use directory::{Activity, Freshness, Known, Phone, Record, Term, hours};
use scraper::Html;
use waymark::{
    pages::{Finished, Site},
    routes,
};

use crate::{given, html};

/// The records that have a page, each with its area: the services of the areas, and their own books.
fn own(site: &'static Site) -> Vec<(&'static str, &'static Record)> {
    let books = site.services.iter().chain(&site.books).filter(|book| !book.nearby);
    books.flat_map(|book| book.records.iter().map(|record| (book.area.as_str(), record))).collect()
}

fn page(path: &str) -> Html {
    let page = given::pages().iter().find(|page| page.path == path);
    html::parse(&page.unwrap_or_else(|| panic!("there is no page {path}")).html)
}

fn main_text(page: &Html) -> String {
    html::text(html::all(page, "main")[0])
}

/// The property of the entry itself, not of its address or place on the map.
fn property(page: &Html, name: &str) -> Vec<String> {
    html::all(page, &format!("article [itemprop='{name}']")).into_iter().map(html::text).collect()
}

/// A pharmacy of the site with everything that a record can have, and a surgery with next to nothing.
fn made() -> &'static [Finished] {
    static PAGES: OnceLock<Vec<Finished>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let mut site = given::fresh_site();
        let book = site.books.iter_mut().find(|book| !book.nearby && book.kind == directory::Kind::Pharmacy);
        let record = &mut book.expect("a book").records[0];
        record.id = "made-full".to_owned();
        record.name = "Anybody’s & <Sons>".to_owned();
        record.former_names = vec!["Swanswell".to_owned()];
        record.phone = Phone::read("0300 123 1110").ok();
        record.does.set(Activity::NeedleExchange, Known::Absent);
        record.does.set(Activity::Naloxone, Known::Present);
        record.languages = directory::Language::read("pl").into_iter().collect();
        record.website = Some("https://example.org/".to_owned());
        record.provenance.missing_since = directory::Date::read("2026-01-01").ok();
        let day = |text: &str| hours::Day::read(text).expect("a day");
        let mut week = [day("09:00-13:00, 14:00-17:30"); 7];
        (week[4], week[5], week[6]) = (day("22:00-02:00"), day("unknown"), day("closed"));
        let place = record.place.as_mut().expect("a place");
        place.hours = Some(hours::Schedule::weekly(week).on_holidays(hours::OnHolidays::Closed));
        place.hours_source = None;
        let book = site.books.iter_mut().find(|book| !book.nearby && book.kind == directory::Kind::Gp);
        let record = &mut book.expect("a book").records[0];
        record.id = "made-bare".to_owned();
        (record.phone, record.place) = (None, None);
        let site: &'static Site = Box::leak(Box::new(site));
        given::render(|| waymark::pages::all(site))
    })
}

fn made_page(id: &str) -> Html {
    let found = made().iter().find(|page| page.path.ends_with(&format!("/{id}/")));
    html::parse(&found.unwrap_or_else(|| panic!("there is no page of {id}")).html)
}

#[test]
fn every_own_record_has_a_page_that_its_areas_page_leads_to() {
    let site = given::site();
    let own = own(site);
    assert!(own.len() > 300, "{}", own.len());
    let paths: BTreeSet<&str> = given::pages().iter().map(|page| page.path.as_str()).collect();
    for area in &site.areas {
        let parsed = page(&routes::area(&area.id));
        let links: Vec<&str> = html::all(&parsed, "main a").into_iter().filter_map(|link| link.attr("href")).collect();
        for (_, record) in own.iter().filter(|(of, _)| *of == area.id) {
            let path = routes::service(&area.id, &record.id);
            assert!(paths.contains(path.as_str()), "{path} is no page");
            assert_eq!(links.iter().filter(|link| **link == path).count(), 1, "{path} on its area's page");
        }
    }
    let prefix = |path: &&&str| path.matches('/').count() == 4 && path.starts_with("/find/");
    assert_eq!(paths.iter().filter(prefix).count(), own.len(), "and what is only near has none");
}

/// What is known is there, for people and in schema.org's terms; what is not known is said to be so.
#[test]
fn a_page_says_what_its_record_says() {
    let site = given::site();
    for (area, record) in own(site) {
        let path = routes::service(area, &record.id);
        let parsed = page(&path);
        let text = main_text(&parsed);
        assert_eq!(property(&parsed, "name"), [record.name.as_str()], "{path}");
        let types = html::all(&parsed, "article[itemscope][itemtype^='https://schema.org/']");
        assert_eq!(types.len(), 1, "{path}");
        match &record.phone {
            Some(phone) => {
                assert_eq!(property(&parsed, "telephone"), [phone.to_string()], "{path}");
                assert_eq!(html::all(&parsed, &format!("main a[href='{}']", phone.tel())).len(), 1, "{path}");
            }
            None => {
                assert!(property(&parsed, "telephone").is_empty(), "{path}");
                assert!(text.contains(site.words.get("places.no-phone")), "{path}: {text}");
            }
        }
        let location = record.place.as_ref().map(|place| &place.location);
        match location.filter(|location| location.postcode.is_some() || location.address.is_some()) {
            Some(location) => {
                let address = html::all(&parsed, "[itemprop='address'][itemtype='https://schema.org/PostalAddress']");
                assert_eq!(html::text(address[0]), location.to_string(), "{path}");
            }
            None => assert!(text.contains(site.words.get("entry.no-address")), "{path}: {text}"),
        }
        for former in &record.former_names {
            assert!(text.contains(former), "{path}: {former}");
        }
        assert!(text.contains(site.words.get("kind.gp")) || record.kind != directory::Kind::Gp, "{path}");
        let source = site.services.iter().chain(&site.books).find_map(|book| book.source(&record.provenance.source));
        assert!(source.is_some_and(|source| text.contains(&source.name)), "{path}: its source");
        assert_eq!(
            text.contains(site.words.get("entry.not-checked")),
            record.provenance.checked.is_none(),
            "{path}: who has checked it"
        );
    }
}

/// Of what nobody has said, no page says that it is not there, and none claims it for search engines.
#[test]
fn what_is_unknown_is_said_to_be_unknown() {
    let site = given::site();
    let words = site.words;
    for (area, record) in own(site) {
        let path = routes::service(area, &record.id);
        let parsed = page(&path);
        let text = main_text(&parsed);
        let listed: Vec<String> = html::all(&parsed, "main dd").into_iter().map(html::text).collect();
        for term in Activity::ALL {
            let label = words.get(&["does.", term.id()].concat());
            let known = record.does.of(*term) != Known::Unknown;
            assert_eq!(listed.iter().any(|said| said == label), known, "{path}: {label}");
        }
        let absent = record.does.all(Known::Absent).next().is_some();
        assert_eq!(text.contains(words.get("entry.does-not")), absent, "{path}");
        if record.does.is_unknown() {
            let (before, _) = words.get("entry.does-unknown").split_once('{').expect("a gap");
            assert!(text.contains(before), "{path}: {text}");
        }
        if record.place.as_ref().is_none_or(|place| place.hours.is_none()) {
            assert!(text.contains(words.get("hours.unknown")), "{path}");
            assert!(property(&parsed, "openingHoursSpecification").is_empty(), "{path}");
        }
    }
}

#[test]
fn everything_that_is_known_is_shown() {
    let words = given::site().words;
    let parsed = made_page("made-full");
    let text = main_text(&parsed);
    assert_eq!(property(&parsed, "name"), ["Anybody’s & <Sons>"]);
    assert!(text.contains("Before: Swanswell."), "{text}");
    assert!(text.contains(words.get("places.missing")) && text.contains("Polish"), "{text}");
    let after = |title: &str, label: &str| {
        let (_, after) = text.split_once(title).unwrap_or_else(|| panic!("no {title}: {text}"));
        after.trim_start().starts_with(label)
    };
    assert!(after(words.get("entry.does"), words.get("does.naloxone")));
    assert!(after(words.get("entry.does-not"), words.get("does.needle-exchange")));
    let rows: Vec<String> = html::all(&parsed, "main table tr").into_iter().map(html::text).collect();
    assert_eq!(rows.len(), 7);
    assert_eq!(rows[0], "Monday9am to 1pm, 2pm to 5:30pm");
    assert_eq!(rows[4], "Friday10pm to 2am");
    assert_eq!((rows[5].as_str(), rows[6].as_str()), ("SaturdayNot known", "SundayClosed"));
    assert!(text.contains(words.get("entry.holidays-closed")));
    let hours = html::all(&parsed, "[itemprop='openingHoursSpecification']");
    assert_eq!(hours.len(), 9, "four days of two ranges, and one of one; none for a day that is not known or closed");
    let closes = html::all(&parsed, "meta[itemprop='closes']").into_iter().filter_map(|meta| meta.attr("content"));
    assert_eq!(closes.last(), Some("02:00"));
    assert_eq!(html::all(&parsed, "a[itemprop='url'][href='https://example.org/'][rel~='noreferrer']").len(), 1);
}

#[test]
fn a_record_without_a_number_or_a_place_says_so() {
    let words = given::site().words;
    let parsed = made_page("made-bare");
    let text = main_text(&parsed);
    for key in ["places.no-phone", "entry.no-address", "hours.unknown", "entry.ask"] {
        assert!(text.contains(words.get(key)), "{key}: {text}");
    }
    assert_eq!(html::all(&parsed, "main [itemprop='geo'], main a[href^='tel:']").len(), 0);
}

/// The letter has an address, a subject and a body; decoded, they name the entry, and the copy on the page says the same.
#[test]
fn the_letter_about_a_mistake_is_well_formed() {
    let site = given::site();
    let all = given::pages().iter().chain(made()).filter(|page| page.html.contains("id=\"mistake\""));
    let mut letters = 0;
    for page in all {
        let parsed = html::parse(&page.html);
        let id = page.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let links = html::all(&parsed, "#mistake a[href^='mailto:']");
        assert_eq!(links.len(), 1, "{}", page.path);
        let link = links[0].attr("href").unwrap_or_default();
        let (to, rest) = link["mailto:".len()..].split_once('?').expect("a subject");
        assert_eq!(to, site.mistakes_to);
        let (subject, body) = rest.split_once('&').expect("a body");
        let decode = |text: &str| decoded(text).unwrap_or_else(|| panic!("{}: {text}", page.path));
        let subject = decode(subject.strip_prefix("subject=").expect("a subject"));
        let body = decode(body.strip_prefix("body=").expect("a body"));
        assert!(subject.contains(id) && body.contains(id), "{}: {subject}", page.path);
        assert!(body.contains(&page.path) && !body.replace("\r\n", "").contains('\n'), "{}", page.path);
        let copy: String = html::all(&parsed, "#mistake pre")[0].text().collect();
        assert_eq!(copy.trim_end(), format!("{subject}\n\n{}", body.replace("\r\n", "\n")).trim_end());
        assert!(body.lines().filter(|line| line.ends_with(':')).count() >= 4, "lines to fill in: {body}");
        letters += 1;
    }
    assert!(letters > 600, "{letters}");
}

/// Percent-decoded; none if a byte stands in it that would have to be encoded.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'%' => {
                let (digits, after) = rest.split_at_checked(2)?;
                bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
                rest = after;
            }
            byte if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) => bytes.push(*byte),
            _ => return None,
        }
    }
    String::from_utf8(bytes).ok()
}

/// Each entry is counted once, in its area and kind, and the totals are those of all entries.
#[test]
fn freshness_counts_every_entry_once() {
    let site = given::site();
    let parsed = page("/find/freshness/");
    let rows: Vec<Vec<usize>> = html::all(&parsed, "main tbody tr")
        .into_iter()
        .map(|row| html::text_of_all(row, "td").iter().map(|cell| cell.parse().expect("a number")).collect())
        .filter(|row: &Vec<usize>| !row.is_empty())
        .collect();
    let (total, parts) = rows.split_last().expect("rows");
    for (column, sum) in total.iter().enumerate() {
        assert_eq!(parts.iter().map(|row| row[column]).sum::<usize>(), *sum, "column {column}");
    }
    assert!(rows.iter().all(|row| row[0] == row[1] + row[2] + row[3] && row[4] <= row[0]), "{rows:?}");
    let own = own(site);
    assert_eq!(total[0], own.len());
    let kinds: BTreeSet<_> = own.iter().map(|(area, record)| (area, record.kind)).collect();
    assert_eq!(parts.len(), kinds.len());
    let source_of = |record: &Record| {
        let books = site.services.iter().chain(&site.books);
        books.filter_map(|book| book.source(&record.provenance.source)).next().expect("a source")
    };
    let old = own
        .iter()
        .filter(|(_, record)| Freshness::of(record.last_known(source_of(record)), site.today) == Freshness::Old);
    assert_eq!(total[3], old.count());
    let text = main_text(&parsed);
    for said in ["90", "180", &site.today.to_string()] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for from in ["/find/".to_owned(), routes::area(&site.areas[0].id)] {
        assert!(!html::all(&page(&from), "main a[href='/find/freshness/']").is_empty(), "{from}");
    }
}

/// An old fact is called old wherever it is shown: on its page, on its area's page, on a card.
#[test]
fn what_is_old_is_called_old() {
    let site = given::site();
    let old = site.words.get("fresh.old");
    for area in &site.areas {
        let cards = page(&routes::area(&area.id));
        let cards: Vec<String> = html::all(&cards, ".app-service").into_iter().map(html::text).collect();
        for (service, card) in area.services.iter().zip(&cards) {
            let (record, source) = service.record(area);
            assert_eq!(record.last_known(&source), service.source.last_known(), "one rule for both");
            let is_old = Freshness::of(record.last_known(&source), site.today) == Freshness::Old;
            assert_eq!(card.contains(old), is_old, "{}", service.id);
            let own = main_text(&page(&routes::service(&area.id, &service.id)));
            assert_eq!(own.contains(old), is_old, "{}", service.id);
        }
    }
}

#[test]
fn the_sitemap_has_every_page_once() {
    let site = given::site();
    let paths: Vec<&str> = given::pages().iter().map(|page| page.path.as_str()).collect();
    let map = publish::sitemap::sitemap(&site.address, &paths);
    let rows: Vec<&str> = map.split("<loc>").skip(1).filter_map(|row| row.split("</loc>").next()).collect();
    assert!(rows.is_sorted(), "the same input gives the same file");
    for path in &paths {
        let hidden = ["/404.html", "/my-data/", "/start/"].contains(path);
        let address = format!("{}{path}", site.address);
        assert_eq!(rows.iter().filter(|row| **row == address).count(), usize::from(!hidden), "{path}");
    }
    assert_eq!(rows.len(), paths.len() - 3);
    let robots = publish::sitemap::robots(&site.address);
    assert!(robots.contains(&format!("Sitemap: {}/sitemap.xml\n", site.address)), "{robots}");
}

/// The feed has everything that is listed or near, and nothing that is only a lead; names and addresses are the standard's.
#[test]
fn the_feed_has_every_entry() {
    let content = given::content();
    let feed: BTreeMap<String, String> = publish::open_referral::feed(content).expect("a feed").into_iter().collect();
    let books = content.services.iter().chain(&content.books);
    let mut expected: BTreeSet<String> = ["index.json", "services.json"].map(str::to_owned).into();
    let mut all = 0;
    for book in books {
        for record in &book.records {
            if book.source(&record.provenance.source).is_some_and(|source| !source.lead) {
                let file = format!("services/{}", open_referral::id("service", &record.id));
                assert!(feed.get(&file).is_some_and(|text| text.contains(&record.id)), "{file}: {}", record.id);
                expected.insert(file);
                all += 1;
            }
        }
    }
    assert_eq!(feed.keys().cloned().collect::<BTreeSet<_>>(), expected);
    assert!(all > 1_000 && feed["services.json"].contains(&format!("\"total_items\":{all},")), "{all}");
}
