//! What every page of guidance has to say, and what none may.

use content::Page;

use crate::{given, html};

/// The pages of a folder, its own page left out.
fn pages(folder: &str) -> Vec<&'static Page> {
    let within = [folder, "/"].concat();
    let pages: Vec<&Page> = given::content().pages.iter().filter(|page| page.name.starts_with(&within)).collect();
    assert!(!pages.is_empty(), "{folder} has no page");
    pages
}

fn count(page: &Page, selector: &str) -> usize {
    html::all(&html::parse(&page.html), selector).len()
}

const FOLDERS: [&str; 7] = ["alcohol", "drugs", "emergency", "families", "professionals", "schools", "young-people"];

/// Whoever has read to the end of a page is told where there is help near them, under words that are the same everywhere.
#[test]
fn every_page_ends_in_help_nearby() {
    let alone = ["wellbeing", "worried", "pregnancy", "stopping-safely"];
    let hub = |page: &&Page| alone.iter().chain(&FOLDERS).any(|name| *name == page.name);
    // An emergency's page is a card of one sheet, which says where the rest is.
    let folders = FOLDERS.into_iter().filter(|folder| *folder != "emergency").flat_map(pages);
    let mut ends = Vec::new();
    for page in folders.chain(given::content().pages.iter().filter(hub)) {
        let last = page.headings.last().map(|heading| heading.html.as_str());
        if last != Some("Help near you") {
            ends.push(format!("{}: {last:?}", page.name));
        }
    }
    assert!(ends.is_empty(), "{ends:#?}");
}

/// Nobody is left alone at the end of a page: it leads to help near them.
#[test]
fn every_page_leads_to_help_nearby() {
    for page in FOLDERS.into_iter().flat_map(pages) {
        assert!(count(page, "a[href^='/find/']") > 0, "{}", page.name);
    }
}

/// What stands in every page about a drug: not using is safest, when to call 999, that nobody knows what is in it, and with
/// what it must not be mixed or stopped suddenly.
#[test]
fn every_drug_page_says_four_things() {
    // These are about no drug of their own, or about one that people drink with breakfast.
    let others = ["drugs/mixing", "drugs/law", "drugs/caffeine"];
    for page in pages("drugs").into_iter().filter(|page| !others.contains(&page.name.as_str())) {
        let name = &page.name;
        let text = html::text(html::parse(&page.html).root_element()).to_lowercase();
        assert!(count(page, ".app-card--emergency a[href='tel:999']") > 0, "{name}: when to call 999");
        assert!(text.contains("what is in"), "{name}: nobody knows what is in it");
        assert!(text.contains("naloxone"), "{name}: naloxone");
        assert!(count(page, "a[href^='/drugs/mixing/']") > 0, "{name}: mixing");
        assert!(count(page, "a[href^='/stopping-safely/']") > 0, "{name}: not to stop suddenly");
        assert!(count(page, "a[href^='/drugs/law/']") > 0, "{name}: the law");
        let safest = text.contains("is the safest choice") || text.contains("not using") && text.contains("safest");
        assert!(safest || text.contains("prescri"), "{name}: not using is the safest choice");
    }
}

/// Read while someone lies on the floor: first whom to call, then numbered steps, all of it on one sheet of paper.
#[test]
fn an_emergency_page_is_short_and_begins_with_whom_to_call() {
    for page in pages("emergency") {
        let parsed = html::parse(&page.html);
        let first = page.html.trim_start();
        assert!(first.starts_with("<div class=\"app-card app-card--emergency\">"), "{}", page.name);
        assert!(count(page, ".app-card--emergency a[href='tel:999']") > 0, "{}", page.name);
        assert!(count(page, ".app-card--steps ol > li") > 2, "{}", page.name);
        let words = html::text(parsed.root_element()).split_whitespace().count();
        assert!(words <= 340, "{}: {words} words", page.name);
    }
}

/// No taper, no amount to take, no time to wait after: not in any page.
#[test]
fn no_page_has_a_taper_or_a_sum() {
    for page in &given::content().pages {
        let text = html::text(html::parse(&page.html).root_element()).to_lowercase();
        for never in
            ["10%", "10 %", "a tenth each", "by a third", "per cent a day", "halve your", "mg/100", "µg", "micrograms"]
        {
            assert!(!text.contains(never), "{}: {never}", page.name);
        }
    }
}

/// Whoever reads how to cut down has first read who must not do it alone.
#[test]
fn cutting_down_begins_with_who_must_not() {
    let page = pages("alcohol").into_iter().find(|page| page.name == "alcohol/cutting-down").expect("the page");
    let (must_not, how) = (page.html.find("/stopping-safely/"), page.html.find("Pick one thing"));
    assert!(must_not.is_some() && must_not < how, "{must_not:?} {how:?}");
}

/// What must be the same wherever it is said. A page that begins to say it says all of it, or leads to the page that does.
#[test]
fn what_keeps_someone_alive_is_the_same_on_every_page() {
    // When a page has all of the first, it has one of the second.
    let rules: [(&[&str], &[&str]); 4] = [
        // A child who seems well after an opioid is not well for long.
        (&["child", "swallow", "999"], &["even if the child seems well", "href=\"/emergency/child-swallowed/\""]),
        (&["on to their side"], &["not breathing", "href=\"/emergency/\"", "href=\"/emergency/#on-their-side\""]),
        (
            &["ill after stopping?"],
            &["sleeping tablets", "href=\"/emergency/withdrawal/\"", "href=\"/stopping-safely/\""],
        ),
        (&["naloxone", "will not wake"], &["tel:999"]),
    ];
    let mut missing = Vec::new();
    for page in &given::content().pages {
        let html = page.html.to_lowercase();
        for (said, also) in rules {
            if said.iter().all(|words| html.contains(words)) && !also.iter().any(|words| html.contains(words)) {
                missing.push(format!("{}: says {said:?}, and none of {also:?}", page.name));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
