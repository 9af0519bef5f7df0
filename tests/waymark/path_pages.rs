//! The prerendered pages of questions without a score: whole without any program, and what the program relies on.

use std::fs;

use miniserde::json;
use screening::path::{Kind, Steps};
use waymark::pages::{PathWords, Program, Script};

use crate::{
    given,
    html::{self, Element, Inside},
};

/// Looks at each of these pages, parsed.
fn check(look: impl Fn(&PathWords, &str, &scraper::Html)) {
    assert_eq!(given::site().paths.len(), 3);
    for found in &given::site().paths {
        let path = format!("/check/{}/", found.page.name);
        let page = given::pages().iter().find(|page| page.path == path);
        let page = page.unwrap_or_else(|| panic!("there is no page {path}"));
        assert_eq!(page.script, Script::Island(Program::Path), "{path}");
        look(found, &path, &html::parse(&page.html));
    }
}

fn texts(page: &scraper::Html, selector: &str) -> Vec<String> {
    html::all(page, selector).into_iter().map(html::text).collect()
}

#[test]
fn every_question_is_a_group_that_can_be_answered() {
    check(|found, path, page| {
        let data = found.path.data();
        let legends: Vec<&str> = found.questions.iter().map(|said| said.text.as_str()).collect();
        assert_eq!(texts(page, "[data-island='path'] fieldset > legend > h2"), legends, "{path}");
        for (question, said) in data.question.iter().zip(&found.questions) {
            let id = &question.id;
            let (kind, name) = if question.many { ("checkbox", format!("{id}[]")) } else { ("radio", id.clone()) };
            let group = format!("[data-question='{id}'] fieldset");
            assert_eq!(texts(page, &format!("{group} label")), said.labels, "{path}: {id}");
            let inputs = html::all(page, &format!("{group} input"));
            assert_eq!(inputs.len(), question.option.len(), "{path}: {id}");
            for (place, input) in inputs.iter().enumerate() {
                assert_eq!(input.attr("type"), Some(kind), "{path}: {id}");
                assert_eq!(input.attr("name"), Some(name.as_str()), "{path}: {id}");
                assert_eq!(input.attr("id"), Some(format!("{id}-{place}").as_str()), "{path}: {id}");
                let exclusive = question.option[place].alone.then_some("exclusive");
                assert_eq!(input.attr("data-behaviour"), exclusive, "{path}: {id}");
                assert_eq!(input.attr("checked"), None, "{path}: {id}: nothing is chosen beforehand");
            }
            let hints = texts(page, &format!("{group} .govuk-hint"));
            assert_eq!(hints, said.hint.iter().cloned().collect::<Vec<_>>(), "{path}: {id}");
        }
    });
}

/// Without the program there is one thing to read after the other, and nothing of it is hidden.
#[test]
fn every_piece_is_there_to_read_the_most_pressing_first() {
    check(|found, path, page| {
        let pieces: Vec<_> =
            found.path.order().into_iter().map(|place| (place, &found.path.data().piece[place])).collect();
        let ids: Vec<&str> = pieces.iter().map(|(_, piece)| piece.id.as_str()).collect();
        let shown = html::all(page, "#advice > .app-card, #advice > .app-panel");
        assert_eq!(shown.iter().filter_map(|part| part.attr("id")).collect::<Vec<_>>(), ids, "{path}");
        for ((place, piece), part) in pieces.iter().zip(&shown) {
            let class = match piece.kind {
                Kind::Emergency => "app-card app-card--emergency",
                Kind::Urgent | Kind::NeverStop => "app-card app-card--urgent",
                Kind::CuttingDown | Kind::Ordinary => "app-panel",
            };
            assert_eq!((part.attr("class"), part.attr("hidden")), (Some(class), None), "{path}: {}", piece.id);
            let (heading, words) = &found.pieces[*place];
            let text = html::text(*part);
            assert!(text.starts_with(&html::text(html::all(&html::parse(heading), "body")[0])), "{path}: {text}");
            let words = html::parse(words);
            assert!(text.ends_with(&html::text(html::all(&words, "body")[0])), "{path}: {}", piece.id);
        }
        let kinds: Vec<Kind> = pieces.iter().map(|(_, piece)| piece.kind).collect();
        let first_tip = kinds.iter().position(|kind| *kind == Kind::CuttingDown).unwrap_or(usize::MAX);
        let last_warning = kinds.iter().rposition(|kind| *kind == Kind::NeverStop).unwrap_or(0);
        assert!(last_warning < first_tip, "{path}: do not stop suddenly comes before using less");
    });
}

#[test]
fn what_is_hidden_is_the_programs_own() {
    check(|_, path, page| {
        let known = ["app-check__status", "app-path__last", "govuk-button", "govuk-error-message"];
        for part in html::all(page, "main [hidden]") {
            let class = part.attr("class").unwrap_or_default();
            assert!(known.contains(&class) || part.attr("data-problem").is_some(), "{path}: {class} is hidden");
            assert_eq!(
                part.select(&scraper::Selector::parse("input, .app-card, .app-panel").expect("a selector")).count(),
                0
            );
        }
    });
}

#[test]
fn the_page_says_that_all_advice_is_below_and_names_its_sources() {
    check(|found, path, page| {
        let words = given::site().words;
        assert!(texts(page, ".app-path__opening .app-path__paper")[0].starts_with(words.get("path.all")), "{path}");
        assert_eq!(html::all(page, ".app-path__opening a[href='#advice']").len(), 1, "{path}");
        let foot = html::text(html::all(page, "#advice .app-sources")[0]);
        assert!(foot.contains(&found.page.reviewed), "{path}");
        for (source, _) in &found.page.sources {
            assert!(foot.contains(source.as_str()), "{path}: {source}");
        }
    });
}

/// Words that travelled twice would cost bytes, and the program would undo a page translator's work with them.
#[test]
fn props_are_numbers() {
    check(|found, path, page| {
        let json: String =
            html::all(page, "[data-island='path'] script").into_iter().flat_map(|script| script.text()).collect();
        let steps: Steps = json::from_str(&json).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(steps, found.path.steps(), "{path}");
        let words = ["pieces", "always", "never_stop", "cutting_down", "options"];
        let left = words.iter().fold(json, |json, word| json.replace(word, ""));
        assert!(!left.contains(char::is_alphabetic), "{path}: words in the props: {left}");
    });
}

/// No score, no label, and nothing that could say an answer.
#[test]
fn nothing_adds_up() {
    check(|_, path, page| {
        assert_eq!(
            html::all(page, "[data-score], [data-band], [data-advice], [data-step], .app-points").len(),
            0,
            "{path}"
        );
    });
}

/// The markup of an option is the published one, but for names and numbers of ours.
#[test]
fn checkboxes_are_govuk_frontends() {
    let file = "node_modules/govuk-frontend/dist/govuk/components/checkboxes/fixtures.json";
    let text = fs::read_to_string(given::root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let item = text.split(r#"<div class=\"govuk-checkboxes__item\">"#).nth(1).expect("an option in the fixtures");
    let item = item.split(r"<\/div>").next().unwrap_or_default().split("</div>").next().unwrap_or_default();
    let item = item.replace("\\n", " ").replace("\\\"", "\"").replace("\\/", "/");
    let mut theirs = html::element(&format!("<div class=\"govuk-checkboxes__item\">{item}</div>"));
    theirs.each(&mut plain);
    check(|_, path, page| {
        for ours in html::all(page, ".govuk-checkboxes > *") {
            let mut ours = html::element(&ours.html());
            ours.each(&mut plain);
            assert_eq!(ours, theirs, "{path}");
        }
        assert!(!html::all(page, ".govuk-checkboxes > *").is_empty(), "{path}: no checkbox");
    });
}

fn plain(part: &mut Element) {
    for attribute in ["id", "name", "value", "for", "data-behaviour"] {
        part.attributes.remove(attribute);
    }
    part.inside.retain(|inside| matches!(inside, Inside::Element(_)));
}
