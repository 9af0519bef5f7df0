//! Questions without a score: which are asked, and what is shown at the end.

use std::collections::BTreeMap;

use proptest::prelude::*;
use screening::path::{Choice, Draft, Kind, Path, Piece, Question};
use serde::Deserialize;
use waymark::islands::path::flow::{Flow, Stop};

use crate::{cases, given, path_files::sound};

/// A path under way.
fn flow(path: &Path) -> Flow {
    Flow::new(path.steps())
}

/// The names of the pieces that the answers show, in the order in which they are shown.
fn advice<'a>(path: &'a Path, flow: &Flow) -> Vec<&'a str> {
    let Some(shown) = flow.advice() else { return Vec::new() };
    let order = path.order().into_iter().enumerate();
    order.filter(|(number, _)| shown.has(*number)).map(|(_, place)| path.data().piece[place].id.as_str()).collect()
}

/// The site's own, with their names.
fn real() -> Vec<(&'static str, &'static Path)> {
    given::site().paths.iter().map(|found| (found.page.name.as_str(), &found.path)).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Walks {
    case: Vec<Walk>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Walk {
    name: String,
    answers: BTreeMap<String, Vec<usize>>,
    asked: Vec<String>,
    shown: Option<Vec<String>>,
}

/// Fails unless these answers lead through these questions to these pieces.
fn check_walk(path: &Path, walk: &Walk) {
    let Walk { name, answers, asked, shown } = walk;
    let mut flow = flow(path);
    for (id, options) in answers {
        let question = path.data().question.iter().position(|question| question.id == *id).expect("a question");
        flow.choose(question, options).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let stops = flow.stops();
    let ids = |stop: &Stop| match stop {
        Stop::Question(place) => path.data().question[*place].id.clone(),
        Stop::Advice => "advice".into(),
    };
    let mut expected = asked.clone();
    expected.extend(shown.is_some().then(|| "advice".to_owned()));
    assert_eq!(stops.iter().map(ids).collect::<Vec<_>>(), expected, "{name}");
    assert_eq!(advice(path, &flow), shown.clone().unwrap_or_default(), "{name}");
}

#[test]
fn answers_lead_to_questions_and_advice() {
    let found = sound("walks");
    let Walks { case } = cases::read("path/walks.toml");
    for walk in &case {
        check_walk(&found.path, walk);
    }
    assert!(case.len() >= 10);
}

#[test]
fn an_answer_that_is_not_offered_is_refused() {
    let mut flow = flow(&sound("refused").path);
    for (question, options) in [(0, vec![2]), (0, vec![0, 2]), (9, vec![0]), (3, vec![4]), (3, vec![usize::MAX])] {
        assert!(flow.choose(question, &options).is_err(), "{question}: {options:?}");
        assert_eq!(flow.stops(), [Stop::Question(0)], "nothing was chosen");
    }
}

#[test]
fn at_most_is_the_longest_way_that_is_left() {
    let mut flow = flow(&sound("longest").path);
    assert_eq!(flow.progress(0), (1, 5));
    flow.choose(0, &[0]).expect("an answer");
    flow.choose(1, &[1]).expect("an answer");
    // The third question, ill, is left out: two more to come at most, this one included.
    assert_eq!(flow.progress(2), (3, 4));
    flow.choose(3, &[0]).expect("an answer");
    assert_eq!(flow.progress(3), (4, 4));
}

#[test]
fn a_fragment_that_is_no_step_leads_to_the_first_question() {
    let mut flow = flow(&sound("fragments").path);
    flow.choose(0, &[0]).expect("an answer");
    for fragment in ["", "0", "-1", "whole-form", "18446744073709551616", "2.5", " 2", "not-safe"] {
        assert_eq!(flow.place_of(fragment), 0, "{fragment:?}");
    }
    assert_eq!(
        (flow.place_of("2"), flow.place_of("3"), flow.place_of("advice")),
        (1, 1, 1),
        "no further than answered"
    );
}

/// Numbers from a page lead forward or are refused, so that the program cannot go round in circles.
#[test]
fn steps_that_lead_back_are_unsound() {
    let sound = sound("steps").path.steps();
    assert!(sound.sound());
    for (question, leads) in [(1, 1), (1, 0), (4, 6), (0, u8::MAX)] {
        let mut steps = sound.clone();
        steps.options[question][0].1 = leads;
        assert!(!steps.sound(), "question {question} leads to {leads}");
    }
}

/// Options for each question; none for a question left open.
fn any_answers() -> impl Strategy<Value = Vec<Vec<prop::sample::Index>>> {
    prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 0..4), 0..8)
}

fn answer(path: &Path, answers: &[Vec<prop::sample::Index>]) -> Flow {
    let mut flow = flow(path);
    for (place, question) in path.data().question.iter().enumerate() {
        let given = answers.get(place).map(Vec::as_slice).unwrap_or_default();
        let mut options: Vec<usize> = given.iter().map(|index| index.index(question.option.len())).collect();
        if !question.many {
            options.truncate(1);
        }
        flow.choose(place, &options).expect("options that are offered");
    }
    flow
}

/// What holds of every path under any answers.
fn check_any(path: &Path, flow: &Flow) -> Result<(), TestCaseError> {
    let (stops, data) = (flow.stops(), path.data());
    let kind = |id: &&str| data.piece.iter().find(|piece| piece.id == **id).map(|piece| piece.kind);
    let advice = advice(path, flow);
    let kinds: Vec<Option<Kind>> = advice.iter().map(kind).collect();
    prop_assert!(!(kinds.contains(&Some(Kind::NeverStop)) && kinds.contains(&Some(Kind::CuttingDown))), "{:?}", advice);
    let rank = |kind: &Option<Kind>| match kind {
        Some(Kind::Emergency) => 0,
        Some(Kind::Urgent | Kind::NeverStop) => 1,
        _ => 2,
    };
    prop_assert!(kinds.is_sorted_by_key(rank), "{:?}", advice);
    prop_assert_eq!(stops.last() == Some(&Stop::Advice), !advice.is_empty(), "an end that shows nothing");
    prop_assert_eq!(stops.first(), Some(&Stop::Question(0)));
    let questions: Vec<usize> =
        stops.iter().filter_map(|stop| if let Stop::Question(place) = stop { Some(*place) } else { None }).collect();
    prop_assert!(questions.is_sorted_by(|a, b| a < b) && questions.len() <= path.steps().at_most(0));
    for place in 0..questions.len() {
        let (number, of) = flow.progress(place);
        prop_assert!(
            number == place + 1 && questions.len() <= of && of <= path.steps().at_most(0),
            "{} of {}",
            number,
            of
        );
    }
    for (place, stop) in stops.iter().enumerate() {
        prop_assert_eq!(flow.place_of(&flow.fragment_of(place)), place, "Back has to find the same screen");
        let expected = match (stop, place) {
            (Stop::Advice, _) => "advice".to_owned(),
            (_, 0) => String::new(),
            _ => (place + 1).to_string(),
        };
        prop_assert_eq!(flow.fragment_of(place), expected, "where it is, and never what was answered");
    }
    Ok(())
}

/// Any draft at all, most of them unsound.
fn any_draft() -> impl Strategy<Value = Draft> {
    let name = || prop::sample::select(vec!["a", "b", "c", "d"]).prop_map(str::to_owned);
    let then = prop::option::weighted(0.2, prop::sample::select(vec!["q1", "q2", "end", "x"]).prop_map(str::to_owned));
    let choice = (prop::collection::vec(name(), 0..3), then, any::<bool>()).prop_map(|(show, then, alone)| Choice {
        show,
        then,
        alone,
    });
    let question = (any::<bool>(), prop::collection::vec(choice, 1..5));
    let questions = prop::collection::vec(question, 0..4).prop_map(|questions| {
        let numbered = questions.into_iter().enumerate();
        let question = |(n, (many, mut option)): (usize, (bool, Vec<Choice>))| {
            option.iter_mut().for_each(|choice| choice.alone &= many);
            Question { id: format!("q{n}"), many, option }
        };
        numbered.map(question).collect::<Vec<_>>()
    });
    let kinds = vec![Kind::Emergency, Kind::Urgent, Kind::NeverStop, Kind::CuttingDown, Kind::Ordinary];
    let pieces = prop::collection::vec(prop::sample::select(kinds), 4).prop_map(|kinds| {
        let names = ["a", "b", "c", "d"].map(str::to_owned);
        names.into_iter().zip(kinds).map(|(id, kind)| Piece { id, kind }).collect::<Vec<_>>()
    });
    (questions, pieces, prop::collection::vec(name(), 0..3)).prop_map(|(question, piece, always)| Draft {
        question,
        piece,
        always,
    })
}

proptest! {
    #![proptest_config(given::tries(2_000))]

    #[test]
    fn any_answers_to_the_sites_own_questions_are_safe(answers in any_answers()) {
        prop_assert!(!real().is_empty());
        for (_, path) in real() {
            check_any(path, &answer(path, &answers))?;
        }
    }

    #[test]
    fn any_draft_is_refused_or_safe(draft in any_draft(), answers in any_answers()) {
        if let Ok(path) = Path::try_from(draft) {
            check_any(&path, &answer(&path, &answers))?;
        }
    }
}

/// The property above would say nothing if no draft were sound, or none had both kinds.
#[test]
fn some_drafts_are_sound_and_hold_both_kinds() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let drafts = (0..2_000).map(|_| any_draft().new_tree(&mut runner).expect("a draft").current());
    let sound: Vec<Path> = drafts.filter_map(|draft| Path::try_from(draft).ok()).collect();
    let has = |path: &Path, kind: Kind| path.data().piece.iter().any(|piece| piece.kind == kind);
    let both = sound.iter().filter(|path| has(path, Kind::NeverStop) && has(path, Kind::CuttingDown)).count();
    assert!(sound.len() >= 20 && both >= 5, "{} sound, {both} with both kinds", sound.len());
}

/// The two keep out of each other's way by rule, and a page on which they never met would not need it: the site's own
/// do meet, so that the rule is seen to work.
#[test]
fn the_rule_is_needed_by_the_sites_own_questions() {
    let meets = real().into_iter().any(|(_, path)| {
        let kinds = |kind: Kind| path.data().piece.iter().any(|piece| piece.kind == kind);
        kinds(Kind::NeverStop) && kinds(Kind::CuttingDown)
    });
    assert!(meets);
}
