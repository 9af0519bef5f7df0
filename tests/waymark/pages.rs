//! Every prerendered page, as the publisher writes it.

use std::collections::BTreeSet;

use scraper::Html;
use waymark::{layout::POLICY, pages::Script, routes};

use crate::{given, html};

/// Looks at every page, parsed.
fn check(look: impl Fn(&str, &Html, &str)) {
    for page in given::pages() {
        look(&page.path, &html::parse(&page.html), &page.html);
    }
}

fn count(page: &Html, selector: &str) -> usize {
    html::all(page, selector).len()
}

fn page(path: &str) -> Html {
    let page = given::pages().iter().find(|page| page.path == path);
    html::parse(&page.unwrap_or_else(|| panic!("there is no page {path}")).html)
}

/// The promised addresses. Add, never rename.
#[test]
fn every_promised_address_has_a_page() {
    let paths: BTreeSet<&str> = given::pages().iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths.len(), given::pages().len(), "an address twice");
    for path in [
        "/",
        "/check/",
        "/check/audit-c/",
        "/check/audit/",
        "/check/fast/",
        "/check/m-sasq/",
        "/check/someone/",
        "/check/drugs/",
        "/check/medicines/",
        "/find/",
        "/emergency/",
        "/privacy/",
        "/accessibility/",
        "/about/",
        "/worried/",
        "/young-people/",
        "/families/",
        "/schools/",
        "/pregnancy/",
        "/stopping-safely/",
        "/404.html",
        "/find/shropshire/",
        "/find/worcestershire/",
        "/find/halton/",
        "/find/south-tyneside/",
        "/find/telford-and-wrekin/",
    ] {
        assert!(paths.contains(path), "{path} is gone");
    }
    assert_eq!(routes::file_of("/check/audit/"), "check/audit/index.html");
    assert_eq!((routes::file_of("/"), routes::file_of("/404.html")), ("index.html".into(), "404.html".into()));
}

/// Invariant 9: on every page, in static HTML, digits only.
#[test]
fn the_crisis_numbers_are_on_every_page() {
    check(|path, page, _| {
        for tel in ["tel:999", "tel:111", "tel:116123", "tel:08001111"] {
            assert_eq!(count(page, &format!("footer .app-crisis a[href='{tel}']")), 1, "{path}: {tel}");
        }
        for link in html::all(page, "a[href^='tel:']") {
            let href = link.attr("href").unwrap_or_default();
            assert!(href["tel:".len()..].bytes().all(|byte| byte.is_ascii_digit()), "{path}: {href}");
            let text: String = html::text(link).chars().filter(char::is_ascii_digit).collect();
            assert_eq!(href, format!("tel:{text}"), "{path}: the link calls another number than it shows");
        }
    });
}

#[test]
fn every_page_has_one_heading_a_title_and_a_language() {
    let mut titles = BTreeSet::new();
    for page in given::pages() {
        let (path, parsed) = (&page.path, html::parse(&page.html));
        assert!(page.html.starts_with("<!DOCTYPE html><html lang=\"en\""), "{path}");
        assert_eq!(count(&parsed, "h1"), 1, "{path}: first-level headings");
        assert_eq!((count(&parsed, "main"), count(&parsed, "main h1")), (1, 1), "{path}");
        let title = html::text(html::all(&parsed, "head > title")[0]);
        assert!(title.contains("Waymark") && title.len() > "Waymark – ".len(), "{path}: {title:?}");
        assert!(titles.insert(title.clone()), "{path}: another page has the title {title:?}");
        let description = html::all(&parsed, "meta[name='description']")[0].attr("content").unwrap_or_default();
        assert!(description.len() > 20, "{path}: {description:?}");
        assert_eq!(count(&parsed, "meta[charset='utf-8'], meta[name='viewport']"), 2, "{path}");
    }
}

#[test]
fn headings_leave_out_no_level() {
    check(|path, page, _| {
        let mut last = 0;
        for heading in html::all(page, "main h1, main h2, main h3, main h4") {
            let level = heading.value().name()[1..].parse::<u8>().unwrap_or(9);
            assert!(level <= last + 1, "{path}: {:?} is of level {level} after {last}", html::text(heading));
            last = level;
        }
    });
}

/// Invariant 6: nothing inline, and the policy says so.
#[test]
fn nothing_is_inline() {
    check(|path, page, html| {
        for script in html::all(page, "script") {
            let inside: String = script.text().collect();
            match script.attr("type") {
                Some("application/json") => assert!(!inside.contains('<'), "{path}: props that end their element"),
                _ => {
                    assert!(inside.is_empty() && script.attr("src").is_some(), "{path}: an inline script");
                    assert!(script.attr("integrity").is_some_and(|hash| hash.starts_with("sha384-")), "{path}");
                }
            }
        }
        assert_eq!(
            count(page, "style, [style], [onclick], [onchange], [onload], base, iframe, object, embed"),
            0,
            "{path}"
        );
        assert!(!html.contains("javascript:"), "{path}");
        let policy = html::all(page, "meta[http-equiv='Content-Security-Policy']");
        assert_eq!(policy.len(), 1, "{path}");
        assert_eq!(policy[0].attr("content"), Some(POLICY), "{path}");
    });
    assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'"));
    for part in
        ["default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "form-action 'none'", "connect-src 'self'"]
    {
        assert!(POLICY.contains(part), "{part}");
    }
}

/// Invariant 4: what a page loads is the site's own, and only the way out leads away.
#[test]
fn nothing_is_loaded_from_elsewhere() {
    check(|path, page, _| {
        for part in html::all(page, "script[src], img[src], link[href], source[src], audio[src], video[src], use[href]")
        {
            let url = part.attr("src").or(part.attr("href")).unwrap_or_default();
            assert!(url.starts_with('/') && !url.starts_with("//"), "{path}: {url}");
        }
        assert_eq!(
            count(page, "[action], [formaction], [ping], link[rel='preconnect'], link[rel='dns-prefetch']"),
            0,
            "{path}"
        );
        assert_eq!(count(page, "meta[name='referrer'][content='no-referrer']"), 1, "{path}");
    });
}

#[test]
fn the_skip_link_comes_first_and_leads_to_the_main_part() {
    check(|path, page, _| {
        let links = html::all(page, "body a");
        assert_eq!(links[0].attr("class"), Some("govuk-skip-link"), "{path}");
        assert_eq!(links[0].attr("href"), Some("#main-content"), "{path}");
        assert_eq!(count(page, "main#main-content"), 1, "{path}");
    });
}

/// Works without any script: a link that leads away, to a page that says nothing.
#[test]
fn every_page_has_the_way_out() {
    check(|path, page, _| {
        let exits = html::all(page, "header a.app-exit[data-exit]");
        assert_eq!(exits.len(), 1, "{path}");
        assert!(exits[0].attr("href").is_some_and(|href| href.starts_with("https://")), "{path}");
        assert!(exits[0].attr("rel").is_some_and(|rel| rel.contains("noreferrer")), "{path}");
        assert_eq!(html::text(exits[0]), "Leave this site", "{path}");
        // By keys it is the second stop, right after the link to the content.
        let second = html::all(page, "a")[1];
        assert_eq!((second.attr("data-exit"), second.attr("href")), (Some(""), exits[0].attr("href")), "{path}");
    });
}

/// What leaving cannot do is told before the first answer, beside the first question and where checks are chosen.
#[test]
fn before_the_first_answer_a_page_leads_to_what_leaving_cannot_do() {
    check(|path, page, _| {
        if path.starts_with("/check/") {
            assert!(!html::all(page, "main a[href='/safety/']").is_empty(), "{path}");
        }
    });
}

#[test]
fn ids_are_there_once_and_are_what_points_at_them() {
    check(|path, page, _| {
        let mut ids = BTreeSet::new();
        for part in html::all(page, "[id]") {
            let id = part.attr("id").unwrap_or_default();
            assert!(ids.insert(id), "{path}: the id {id:?} twice");
        }
        for part in html::all(page, "[aria-labelledby], [aria-describedby], label[for]") {
            for key in ["aria-labelledby", "aria-describedby", "for"] {
                for id in part.attr(key).unwrap_or_default().split_whitespace() {
                    assert!(ids.contains(id), "{path}: {key} points at {id:?}, which is not there");
                }
            }
        }
        for link in html::all(page, "a[href^='#']") {
            let id = &link.attr("href").unwrap_or_default()[1..];
            assert!(ids.contains(id), "{path}: a link to #{id}, which is not there");
        }
    });
}

/// Words inside `main` come from `content/`: a key or a gap in them is a word that is missing.
#[test]
fn no_key_and_no_gap_is_shown() {
    let keys: Vec<String> = given::content().strings.keys().cloned().collect();
    check(|path, page, _| {
        let text = html::text(html::all(page, "body")[0]);
        let json: String = html::all(page, "script").into_iter().map(html::text).collect();
        let text = text.replace(&json, "");
        assert!(!text.contains('{') && !text.contains('}'), "{path}: a gap that nobody filled");
        for key in &keys {
            assert!(!text.contains(key.as_str()), "{path}: shows the key {key}");
        }
    });
}

#[test]
fn links_inside_the_site_lead_to_a_page() {
    let paths: BTreeSet<&str> = given::pages().iter().map(|page| page.path.as_str()).collect();
    check(|path, page, _| {
        for link in html::all(page, "a[href^='/']") {
            let href = link.attr("href").unwrap_or_default();
            let target = href.split('#').next().unwrap_or_default();
            assert!(paths.contains(target), "{path}: {href} leads nowhere");
        }
    });
}

/// The whole questionnaire without any program: the first question to answer, the others to read or print, with
/// their points, the bands and the credit.
fn check_form(path: &str, form: &str, questions: usize) {
    let parsed = page(path);
    let data = given::audit().data();
    assert_eq!(count(&parsed, "[data-island='check'] fieldset"), questions, "{path}");
    for (place, item) in data.item.iter().take(questions).enumerate() {
        let radios = html::all(&parsed, &format!("input[type='radio'][name='{}']", item.id));
        let options = given::audit().options(place);
        assert_eq!(radios.len(), options.len(), "{path}: {}", item.id);
        for (option, choice) in options.iter().enumerate() {
            let id = format!("{}-{option}", item.id);
            let label = html::all(&parsed, &format!("label[for='{id}']"));
            assert_eq!(label.len(), 1, "{path}: {id}");
            assert_eq!(html::text(label[0]), choice.label, "{path}: {id}, nothing but the exact label");
        }
        let legends: Vec<String> = html::all(&parsed, "legend").into_iter().map(html::text).collect();
        assert_eq!(legends[place], item.text, "{path}: the exact wording, in order");
    }
    assert_eq!(count(&parsed, "input[checked]"), 0, "{path}: nothing is chosen beforehand");
    let points: usize = (0..questions).map(|item| given::audit().options(item).len()).sum();
    assert_eq!(count(&parsed, ".app-points"), points, "{path}: points beside every answer");
    let paper = html::text(html::all(&parsed, "#whole-form")[0]);
    assert!(paper.contains(&data.credit), "{path}: the credit");
    let form = given::audit().form(form).expect("the form");
    for band in &form.band {
        assert!(paper.contains(&format!("{} to {}", band.from, band.to)), "{path}: {:?}", band.id);
    }
    for rule in &form.skip {
        assert!(paper.contains(&rule.say), "{path}: {}", rule.say);
    }
    assert!(count(&parsed, "#whole-form a[href='/stopping-safely/']") > 0, "{path}: how to stop safely");
    for way in ["/young-people/", "/pregnancy/"] {
        assert!(count(&parsed, &format!(".app-before a[href='{way}']")) > 0, "{path}: {way} beside the first question");
    }
}

#[test]
fn the_full_check_is_a_whole_form_without_any_program() {
    check_form("/check/audit/", "audit", 10);
}

#[test]
fn the_quick_check_is_a_whole_form_without_any_program() {
    check_form("/check/audit-c/", "audit-c", 3);
}

/// Only a check loads the program; every other page is done when its HTML is.
#[test]
fn only_pages_with_an_island_load_a_program() {
    for page in given::pages() {
        let check = page.path.starts_with("/check/") && page.path != "/check/"
            || ["/my-data/", "/find/", "/search/", "/schools/policy/"].contains(&page.path.as_str())
            || given::content()
                .pages
                .iter()
                .any(|prose| prose.island.is_some() && page.path == format!("/{}/", prose.name));
        assert_eq!(page.script != Script::Site, check, "{}", page.path);
        assert_eq!(page.html.contains("data-wasm="), check, "{}", page.path);
        assert_eq!(page.html.contains("data-island="), check, "{}", page.path);
    }
}

/// An area's page has its service first, with where we know it from and since when.
#[test]
fn an_areas_page_says_who_helps_and_how_we_know() {
    for area in &given::site().areas {
        let path = routes::area(&area.id);
        let parsed = page(&path);
        let text = html::text(html::all(&parsed, "main")[0]);
        for service in &area.services {
            assert!(text.contains(&service.name) && text.contains(&service.source.name), "{path}: {}", service.id);
            assert!(text.contains(&service.source.checked_on.to_string()), "{path}: {}", service.id);
            if let Some(phone) = &service.phone {
                assert!(count(&parsed, &format!("main a[href='{}']", phone.tel())) > 0, "{path}: {phone}");
            }
        }
        assert!(count(&page("/find/"), &format!("main a[href='{path}']")) == 1, "{path} is not on /find/");
    }
}

/// An area's page lists all its surgeries and pharmacies by town, without a script: each once, with its number or that
/// there is none, and each list with its source and day. What is only a lead is not there, nor what is only near.
#[test]
fn an_areas_page_lists_every_surgery_and_pharmacy() {
    let site = given::site();
    let mut listed = 0;
    for area in &site.areas {
        let parsed = page(&routes::area(&area.id));
        for book in site.books.iter().filter(|book| book.area == area.id) {
            for record in &book.records {
                let row = format!("main li[data-id='{}']", record.id);
                assert_eq!(count(&parsed, &row), usize::from(!book.nearby), "{}: {}", area.id, record.id);
                if book.nearby {
                    continue;
                }
                listed += 1;
                let row = html::all(&parsed, &row)[0];
                let text = html::text(row);
                let location = record.place.as_ref().map(|place| place.location.to_string()).unwrap_or_default();
                assert!(text.contains(&record.name) && text.contains(&location), "{}: {text}", record.id);
                match &record.phone {
                    Some(phone) => assert!(
                        html::all(&parsed, &format!("main a[href='{}']", phone.tel())).len() == 1
                            || text.contains(&phone.to_string()),
                        "{}",
                        record.id
                    ),
                    None => assert!(text.contains(site.words.get("places.no-phone")), "{}", record.id),
                }
                for branch in &record.branches {
                    assert_eq!(
                        count(&parsed, &format!("main li[data-id='{}']", branch.id)),
                        0,
                        "{}: a lead",
                        branch.id
                    );
                }
            }
            if !book.nearby {
                let text = html::text(html::all(&parsed, "main")[0]);
                for source in book.sources.iter().filter(|source| !source.lead) {
                    assert!(text.contains(&source.name) && text.contains(&source.as_at.to_string()), "{}", source.id);
                }
                assert_eq!(count(&parsed, &format!("main nav a[href='#{}']", directory::Term::id(book.kind))), 1);
            }
        }
    }
    assert!(listed > 300, "{listed}");
}

/// Every fact says where it comes from and when it was checked (invariant 8).
#[test]
fn every_page_of_words_names_its_sources() {
    for prose in given::site().prose.iter().filter(|prose| prose.name != "not-found") {
        let path = format!("/{}/", prose.name);
        let sources = html::text(html::all(&page(&path), ".app-sources")[0]);
        assert!(sources.contains(&prose.reviewed), "{path}");
        for (source, _) in &prose.sources {
            assert!(sources.contains(source.as_str()), "{path}: {source}");
        }
    }
}

/// Invariant 11: the same input gives the same bytes.
#[test]
fn rendering_twice_gives_the_same_bytes() {
    let again = given::render(|| waymark::pages::all(given::site()));
    for (first, second) in given::pages().iter().zip(&again) {
        assert!(first.html == second.html, "{} differs", first.path);
    }
}
