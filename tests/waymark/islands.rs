//! The rules behind the islands of guidance, and what their pages have to have. The plan has a file of its own.

use serde::Deserialize;
use waymark::{
    islands::{
        class_quiz::{
            hands::{Hands, RANGES, range_of},
            round::{Ages, Round, Statement},
            stage,
        },
        guidance::ISLANDS,
        quiz::tally::Tally,
        steps::doses::{Doses, Due, clock},
    },
    pages::{Program, Script},
};

use crate::{cases, given, html};

/// The page that has this island.
fn page(island: &str) -> &'static content::Page {
    let found = given::content().pages.iter().find(|page| page.island.as_deref() == Some(island));
    found.unwrap_or_else(|| panic!("no page has the island {island:?}"))
}

#[test]
fn the_reader_of_pages_knows_the_islands_that_there_are() {
    assert_eq!(content::islands(), ISLANDS.map(|(name, _)| name));
}

#[test]
fn a_page_with_an_island_has_its_program_its_words_and_all_of_its_text() {
    for island in content::islands() {
        let found = page(island);
        let path = format!("/{}/", found.name);
        let finished = given::pages().iter().find(|page| page.path == path).expect("the page");
        assert_eq!(finished.script, Script::Island(Program::Guidance), "{path}");
        let parsed = html::parse(&finished.html);
        assert_eq!(html::all(&parsed, &format!("[data-island='{island}'] > .app-prose")).len(), 1, "{path}");
        assert_eq!(html::all(&parsed, "[data-island] [data-failed][hidden]").len(), 1, "{path}");
        assert!(finished.html.contains(&found.html), "{path}: the text is there whole");
        let data = given::data(given::site(), &path);
        assert!(data.contains(&format!("\"{island}.")), "{path}: {data}");
        assert!(!data.contains("\"check."), "{path}: no words of others");
    }
}

#[test]
fn every_statement_of_the_quiz_says_first_whether_it_is_true() {
    let parsed = html::parse(&page("quiz").html);
    let answers = html::all(&parsed, "details[data-answer]");
    assert_eq!(answers.len(), html::all(&parsed, "details").len());
    assert!(answers.len() >= 5);
    for answer in answers {
        let fact = answer.value().attr("data-answer").unwrap_or_default();
        let said = html::text_of_all(answer, ".govuk-details__text strong").first().cloned().unwrap_or_default();
        let begin = if fact == "true" { "True" } else { "Not true" };
        assert!(said.starts_with(begin), "{fact}: {said}");
    }
}

#[test]
fn a_guess_counts_once_and_only_the_facts_judge_it() {
    let mut tally = Tally::new([true, false, true]);
    assert_eq!((tally.all(), tally.guessed(), tally.same(), tally.is_over()), (3, 0, 0, false));
    assert_eq!(tally.guess(1, true), Some(false));
    assert_eq!(tally.guess(1, false), None, "the facts have been read");
    assert_eq!(tally.guess(3, true), None, "there is no such statement");
    assert_eq!(tally.guess(0, true), Some(true));
    assert_eq!((tally.guessed(), tally.same(), tally.is_over()), (2, 1, false));
    assert_eq!(tally.guess(2, false), Some(true));
    assert_eq!((tally.guessed(), tally.same(), tally.is_over()), (3, 1, true));
    tally.again();
    assert_eq!(tally, Tally::new([true, false, true]));
}

fn statement(words: &str, number: &str) -> Statement {
    Statement { words: words.into(), number: number.into(), group: "age 11, England, 2023".into() }
}

fn ages() -> Vec<Ages> {
    let ages = |name: &str, words: [&str; 2]| Ages {
        name: name.into(),
        statements: words.map(|words| statement(words, "85")).into(),
    };
    vec![ages("young", ["a", "b"]), ages("older", ["c", "d"]), ages("oldest", ["e", "f"])]
}

/// "Use only those for your age, or younger."
#[test]
fn a_class_gets_statements_for_its_age_and_younger_and_none_for_older() {
    for (place, expected) in [(0, "ab"), (1, "cdab"), (2, "efcdab")] {
        let mut round = Round::new(&ages(), place).expect("a round");
        let mut found = String::new();
        loop {
            found.push_str(&round.statement().expect("a statement").words);
            if !round.go_on() {
                break;
            }
        }
        assert_eq!(found, expected);
    }
    assert_eq!(Round::new(&ages(), 3), None);
    assert_eq!(Round::new(&[Ages { name: "none".into(), statements: Vec::new() }], 0), None);
}

#[test]
fn a_number_once_shown_stays_with_its_guess() {
    let mut round = Round::new(&ages(), 0).expect("a round");
    assert!(!round.go_back(), "there is none before the first");
    let (counted, none) = (hands([3, 12, 0, 9]), Hands::default());
    round.show(counted);
    assert!(round.go_on() && round.shown().is_none());
    assert!(!round.go_on());
    round.show(none);
    assert_eq!((round.shown(), round.progress()), (Some(none), (2, 2)));
    assert!(round.go_back());
    assert_eq!((round.shown(), round.progress()), (Some(counted), (1, 2)));
}

fn hands(counts: [u16; 4]) -> Hands {
    Hands::read(&counts.map(|count| count.to_string())).expect("hands")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Counts {
    case: Vec<Typed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    typed: [String; 4],
    #[serde(default)]
    all: u16,
    #[serde(default)]
    near: Vec<(u8, u16)>,
    refused: Option<usize>,
}

#[test]
fn hands_are_whole_numbers_and_what_is_none_is_named_by_its_place() {
    for Typed { typed, all, near, refused } in cases::read::<Counts>("guidance/hands.toml").case {
        let found = Hands::read(&typed);
        assert_eq!(found.err(), refused, "{typed:?}");
        let Ok(hands) = found else { continue };
        assert_eq!(hands.all(), all, "{typed:?}");
        for (number, expected) in near {
            assert_eq!(hands.near(number), expected, "{typed:?} {number}");
        }
    }
}

#[test]
fn every_number_from_0_to_100_is_in_one_range() {
    for number in 0..=100 {
        let within: Vec<_> = RANGES
            .iter()
            .enumerate()
            .filter(|(_, (from, to))| (*from..=*to).contains(&number))
            .map(|(at, _)| at)
            .collect();
        assert_eq!(within, [range_of(number)], "{number}");
    }
}

/// Every row of the page's tables can be shown, or a class would wonder where it is.
#[test]
fn every_statement_of_the_class_quiz_has_a_number_a_group_a_place_and_a_year() {
    let parsed = html::parse(&page("class-quiz").html);
    let rows = html::all(&parsed, "tbody tr");
    assert!(rows.len() > 10);
    for row in rows {
        let cells = html::text_of_all(row, "td");
        let [words, number, group] = cells.as_slice() else { panic!("{cells:?}") };
        assert!(statement(words, number).value().is_some(), "{words}: {number}");
        assert!(group.contains("England") && group.contains("20"), "{words}: {group}");
    }
    for (number, value) in [("about 85", Some(85)), ("93", Some(93)), ("none", None), ("101", None), ("", None)] {
        assert_eq!(statement("a", number).value(), value, "{number:?}");
    }
}

#[test]
fn the_stage_asks_first_and_draws_number_and_hands_with_their_words() {
    let words = given::site().words;
    let mut round = Round::new(&ages(), 0).expect("a round");
    let asked = stage::statement(&round, words);
    assert!(!asked.contains("85 in") && asked.contains("<form"), "{asked}");
    assert!(asked.contains(words.get("class-quiz.nothing-kept")));
    round.show(hands([3, 12, 0, 9]));
    let shown = html::parse(&stage::statement(&round, words));
    let of = |selector: &str, name: &str| -> Vec<String> {
        html::all(&shown, selector).iter().filter_map(|part| part.value().attr(name)).map(str::to_owned).collect()
    };
    assert_eq!(of("svg[aria-hidden=true] rect", "width"), ["85", "3", "12", "0", "9"]);
    assert_eq!(of("svg[aria-hidden=true]", "viewBox"), [100, 24, 24, 24, 24].map(|whole| format!("0 0 {whole} 6")));
    let text = html::text(shown.root_element());
    for part in [
        "85",
        "9 of 24 hands",
        "3 hands",
        "12 hands",
        "0 hands",
        "76 to 100: 9 hands (true number)",
        "age 11, England, 2023",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(text.matches("(true number)").count(), 1);
    round.go_on();
    round.show(Hands::default());
    let uncounted = html::parse(&stage::statement(&round, words));
    assert_eq!(html::all(&uncounted, "svg").len(), 1, "nobody counted");
    assert!(stage::choice(&ages(), words).contains(words.get("class-quiz.nothing-kept")));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clocks {
    case: Vec<After>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    seconds: u32,
    clock: String,
    due: String,
}

const START: f64 = 1_795_867_200_000.0;

#[test]
fn what_is_due_follows_the_time_since_the_last_dose() {
    for After { seconds, clock: shown, due } in cases::read::<Clocks>("guidance/clock.toml").case {
        let mut doses = Doses::default();
        // An earlier dose changes nothing.
        assert!(doses.give(START - 600_000.0) && doses.give(START));
        let now = START + f64::from(seconds) * 1_000.0 + 999.0;
        let expected = match due.as_str() {
            "watch" => Due::Watch,
            "may-give" => Due::MayGive,
            "give" => Due::Give,
            "wears-off" => Due::WearsOff,
            other => panic!("{other}"),
        };
        assert_eq!((doses.seconds(now), doses.due(now)), (Some(seconds), expected));
        assert_eq!(clock(seconds), shown);
    }
}

#[test]
fn presses_are_doses_once_and_the_last_can_be_taken_back() {
    let mut doses = Doses::default();
    assert_eq!((doses.due(START), doses.seconds(START), doses.can_undo()), (Due::Nothing, None, false));
    assert!(doses.give(START));
    assert!(!doses.give(START + 2_000.0), "a hand that shakes");
    assert!(doses.give(START + 150_000.0));
    assert_eq!(doses.given(), [START, START + 150_000.0]);
    assert!(doses.undo());
    assert_eq!(doses.seconds(START + 150_000.0), Some(150), "the clock goes on from the dose before");
    assert!(!doses.undo(), "once");
    doses.clear();
    assert_eq!(doses.due(START), Due::Nothing);
    assert!(doses.undo());
    assert_eq!(doses.given(), [START]);
    assert_eq!(doses.due(START - 60_000.0), Due::Watch, "a clock that was set back");
}

/// The clock says nothing of medicine that its page does not say: every sentence is the page's, or is listed here with what
/// of the page it says.
#[test]
fn the_clock_says_nothing_that_its_page_does_not() {
    let said_otherwise = [
        ("If there is no change, you can give another dose now.", "No change after 2 to 3 minutes? Give another dose."),
        ("Give another dose now if there is no change.", "No change after 2 to 3 minutes? Give another dose."),
    ];
    let plain = |text: &str| text.replace("**", "").replace("{phone:999}", "999");
    let text = html::text(html::parse(&page("steps").html).root_element());
    let words = given::site().words;
    for key in ["watch", "may-give", "give", "wears-off-now", "cpr", "sleepy", "wears-off"] {
        let said = plain(words.get(&format!("steps.{key}")));
        for sentence in said.split_inclusive(['.', '?']).map(str::trim).filter(|sentence| !sentence.is_empty()) {
            let meant = said_otherwise.iter().find(|(said, _)| *said == sentence).map_or(sentence, |(_, meant)| *meant);
            assert!(text.contains(meant), "steps.{key}: the page does not say {meant:?}");
        }
    }
    assert!(words.get("steps.call-md").contains("href=\"tel:999\""));
}
