//! Every way a content file can be wrong stops the build with the file, the line and what to do.

use std::collections::BTreeSet;

use content::{Date, Fault};
use proptest::prelude::*;
use serde::Deserialize;

use crate::{
    cases, given, html,
    sound::{self, Edit, FOLDER as SOUND, day, faults, load},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// The file that cases edit, unless they name another.
    file: String,
    case: Vec<Edit>,
}

fn check_all(suite: &str) {
    let File { file, case } = cases::read(suite);
    sound::all_refused(suite, &case, &file, |file| given::text_of(&format!("{}/{file}", sound::FOLDER)));
}

#[test]
fn faults_of_instruments() {
    check_all("content/instrument.toml");
}

#[test]
fn faults_of_pages() {
    check_all("content/page.toml");
}

#[test]
fn faults_of_facts() {
    check_all("content/facts.toml");
}

#[test]
fn faults_of_the_policy() {
    check_all("content/policy.toml");
}

#[test]
fn faults_of_what_the_search_is_told() {
    check_all("content/search.toml");
}

#[test]
fn faults_of_norms() {
    check_all("content/norms.toml");
}

#[test]
fn faults_of_holidays() {
    check_all("content/holidays.toml");
}

#[test]
fn faults_of_places() {
    check_all("content/books.toml");
}

#[test]
fn faults_of_outlines() {
    check_all("content/outlines.toml");
    assert_eq!(load("", "", "", day()).site.map(|site| site.outlines.len()).ok(), Some(1));
}

#[test]
fn faults_of_reading() {
    check_all("content/reading.toml");
}

#[test]
fn faults_of_reviews() {
    check_all("content/reviews.toml");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    /// A word that is not used, and a sentence that uses it.
    refused: Vec<(String, String)>,
    kept: Vec<String>,
}

/// What is wrong with the sound page when a sentence stands in it.
fn faults_with(sentence: &str) -> Vec<Fault> {
    let page = given::text_of(&format!("{SOUND}/content/en/page.md")).replace("More words,", sentence);
    faults(load(sentence, "content/en/page.md", &page, day()))
}

#[test]
fn words_about_people() {
    let Words { refused, kept } = cases::read("content/words.toml");
    for (word, sentence) in refused {
        let reason = format!("{word:?} is not a word of this site");
        let found = faults_with(&sentence);
        assert!(found.iter().any(|fault| fault.line == 18 && fault.reason.contains(&reason)), "{sentence} {found:?}");
    }
    for sentence in kept {
        assert_eq!(faults_with(&sentence), [], "{sentence}");
    }
}

/// Whoever reads what the law says, or a number, reads on the same page where it is from.
#[test]
fn a_page_has_the_sources_of_all_that_it_names_each_once() {
    let site = load("", "", "", day()).site.expect("sound");
    let page = site.pages.iter().find(|page| page.name == "drugs/gas").expect("a page");
    let sources: Vec<_> = page.sources.iter().map(|source| (source.name.as_str(), source.as_at.as_deref())).collect();
    assert_eq!(sources, [("A source", None), ("A book of laws", Some("2026-01-31")), ("A survey", None)]);
    assert!(page.html.contains("13 in 100 pupils, so 13 in 100."), "{}", page.html);
}

/// A medical passage may be harder with a reason, and even then not without a limit.
#[test]
fn a_medical_passage_may_be_harder_with_a_reason() {
    let plain = "Talk to a doctor or a nurse before you stop drinking, because it can be dangerous for some people.";
    let hard = "Unsupervised withdrawal precipitates irreversible neurological deterioration in dependent individuals.";
    let reason = "reading-age = { limit = 14, because = \"Doctors use these words.\" }\n";
    for (file, replaced) in [("content/en/page.md", "More words,"), ("content/en/check/questions.md", "Call someone.")]
    {
        let page = |sentence: &str, reason: &str| {
            let words = [sentence; 8].join(" ");
            let text = given::text_of(&format!("{SOUND}/{file}")).replace(replaced, &words);
            let text = text.replace("[[source]]", &format!("{reason}[[source]]"));
            faults(load(&format!("medical {file} {sentence:.5} {}", reason.len()), file, &text, day())).len()
        };
        assert_eq!((page(plain, ""), page(plain, reason)), (1, 0), "{file}");
        assert_eq!((page(hard, ""), page(hard, reason)), (1, 1), "{file}");
    }
}

/// The same for a table of short texts, by its name.
#[test]
fn a_table_of_short_texts_may_be_harder_with_a_reason() {
    let plain = "Talk to a doctor or a nurse before you stop drinking, because it can be dangerous for some people. ";
    let strings = |reason: &str| {
        let sound = given::text_of(&format!("{SOUND}/content/en/strings.toml"));
        let text = sound
            .replace("\"Back\"", &format!("{:?}", plain.repeat(6)))
            .replace("[check]", &format!("{reason}[check]"));
        faults(load(&format!("table {}", reason.len()), "content/en/strings.toml", &text, day())).len()
    };
    assert_eq!(strings(""), 1);
    assert_eq!(strings("[about.reading-age]\ncheck = { limit = 14, because = \"Doctors use these words.\" }\n"), 0);
    assert_eq!(strings("[about.reading-age]\nresult = { limit = 14, because = \"Doctors use these words.\" }\n"), 1);
}

/// So few words say little of how hard a text is.
#[test]
fn short_texts_under_60_words_are_not_measured() {
    let strings = |words: usize| {
        let sound = given::text_of(&format!("{SOUND}/content/en/strings.toml"));
        let text = sound.replace("\"Back\"", &format!("\"{}.\"", vec!["complication"; words].join(" ")));
        faults(load(&format!("short {words}"), "content/en/strings.toml", &text, day())).len()
    };
    // The two items of the table's list are sentences too.
    assert_eq!((strings(57), strings(58)), (0, 1));
}

#[test]
fn the_sound_content_has_no_fault() {
    let loaded = load("sound", "", "", day());
    assert_eq!((faults(loaded), 0), (Vec::new(), 0));
}

/// All that is wrong is reported at once, so that it is mended in one go.
#[test]
fn every_fault_is_reported_at_once() {
    let page = given::text_of(&format!("{SOUND}/content/en/page.md"));
    let page = page.replace("More words", "Well done! An addict").replace("[[source]]\nname = \"A source\"\n", "");
    assert_eq!(faults(load("many", "content/en/page.md", &page, day())).len(), 4);
}

#[test]
fn a_review_is_announced_30_days_ahead_and_then_overdue() {
    let on = |day: &str| load(&format!("review {day}"), "", "", Date::read(day).expect("a date"));
    assert_eq!(on("2027-05-01").warnings.len(), 0);
    let soon = on("2027-05-02");
    // Two pages, one file of questions, two instruments, five lines, a limit, a law, a figure, one service, the short texts, the drinks, the norms, the holidays,
    // the policy.
    assert_eq!((soon.warnings.len(), soon.site.is_ok()), (19, true));
    assert!(on("2027-06-01").site.is_ok(), "the last day is still in time");
    assert_eq!(faults(on("2027-06-02")).len(), 19);
}

#[test]
fn a_page_in_a_folder_names_laws_limits_and_lines() {
    let site = load("as it is", "content/en/page.md", &given::text_of(&format!("{SOUND}/content/en/page.md")), day());
    let site = site.site.expect("sound");
    let table = html::parse(&site.page("page").expect("the page").html);
    assert_eq!(html::all(&table, ".govuk-table th.govuk-table__header[scope=col]").len(), 2);
    assert_eq!(html::all(&table, ".govuk-table td.govuk-table__cell").len(), 2);
    let page = site.page("drugs/gas").expect("a page in a folder");
    assert_eq!(page.who, "Young people");
    let html = html::parse(&page.html);
    let text = html::text(html::all(&html, "p")[0]);
    assert_eq!(
        text,
        "The law: It is a Class B drug. At most 14 units a week. In a survey, 13 in 100 pupils, so 13 in 100. Text 85258."
    );
    assert_eq!(html::all(&html, "p a[href='sms:85258']").len(), 1, "a text and not a call");
    let card = html::text(html::all(&html, ".app-card")[0]);
    assert!(card.contains("Samaritans") && card.contains("116 123") && card.contains("For anyone."), "{card}");
    assert_eq!(html::all(&html, ".app-card a[href='tel:116123']").len(), 1);
}

#[test]
fn the_projects_content_has_no_fault() {
    let site = given::content();
    assert!(site.pages.len() >= 10 && site.areas.len() >= 5 && !site.drinks.is_empty());
}

/// Every page that other parts of the site lead to exists, and every page that exists has an address.
#[test]
fn pages_and_addresses_are_the_same() {
    let files = given::content().pages.iter().map(|page| page.name.as_str());
    let words: BTreeSet<String> =
        files.filter(|name| !waymark::routes::WITHIN.contains(name)).map(|name| format!("/{name}/")).collect();
    let finished: BTreeSet<String> = given::pages().iter().map(|page| page.path.clone()).collect();
    assert_eq!(words.difference(&finished).next(), None, "a file without a page");
    for name in waymark::routes::PROSE {
        assert!(words.contains(&format!("/{name}/")), "{name} is linked to, and has no file");
    }
}

proptest! {
    #![proptest_config(given::tries(150))]

    /// Whatever stands in a file, reading it gives a site or faults, and never a panic; what it makes of a page
    /// holds no script and no style.
    #[test]
    fn any_page_is_read_or_refused(body in "(#{0,3} |[-*|:+`>_\\[\\](){}<=!&\\n]|\\PC|:::|\\{phone:|999\\}|urgent|--:|javascript:){0,24}") {
        let sound = given::text_of(&format!("{SOUND}/content/en/page.md"));
        let page = format!("{}\n{body}\n", sound.split_once("## A heading").expect("a heading").0);
        if let Ok(site) = load("any page", "content/en/page.md", &page, day()).site {
            let page = html::parse(&site.pages[0].html);
            prop_assert!(html::all(&page, "script, style, iframe, img, [style], [onclick]").is_empty(), "{:?}", body);
            for link in html::all(&page, "[href]") {
                let href = link.attr("href").unwrap_or_default();
                prop_assert!(["/", "#", "https://", "mailto:", "tel:"].iter().any(|begin| href.starts_with(begin)), "{}", href);
            }
        }
    }
}
