//! Which screen of a check comes when.

use proptest::prelude::*;
use screening::WithdrawalSign;
use waymark::islands::check::flow::{Flow, Stop};

use crate::given;

/// A check that begins with a form, with these points given (none: not answered).
fn flow(form: &str, points: &[Option<u8>]) -> Flow {
    let mut flow = Flow::new(given::audit(), form).unwrap_or_else(|| panic!("no form {form:?}"));
    flow.answers = given::answers(points);
    flow
}

/// The screens as one line: numbers of the questions, then "sign" and "result".
fn check(form: &str, points: &[u8], expected: &str) {
    let points: Vec<Option<u8>> = points.iter().copied().map(Some).collect();
    let flow = flow(form, &points);
    let stops: Vec<String> = flow
        .stops()
        .into_iter()
        .map(|stop| match stop {
            Stop::Question(item) => (item + 1).to_string(),
            Stop::Withdrawal => "sign".to_owned(),
            Stop::Result => "result".to_owned(),
        })
        .collect();
    assert_eq!(stops.join(" "), expected, "{form} after {points:?}");
    let questions = stops.iter().filter(|stop| stop.parse::<u8>().is_ok()).count();
    assert_eq!(flow.questions(), questions, "{form} after {points:?}: the count in \"Question n of …\"");
}

#[test]
fn the_full_check_asks_ten_questions_and_then_has_a_result() {
    check("audit", &[], "1 2 3 4 5 6 7 8 9 10");
    check("audit", &[1, 1, 1], "1 2 3 4 5 6 7 8 9 10");
    check("audit", &[1, 1, 1, 0, 0, 0, 0, 0, 0, 0], "1 2 3 4 5 6 7 8 9 10 result");
}

#[test]
fn never_leaves_three_questions_of_the_full_check() {
    check("audit", &[0], "1 9 10");
    let flow = flow("audit", &[Some(0), None, None, None, None, None, None, None, Some(0), Some(0)]);
    assert_eq!(flow.stops(), [Stop::Question(0), Stop::Question(8), Stop::Question(9), Stop::Result]);
}

#[test]
fn never_ends_the_quick_check_at_once() {
    check("audit-c", &[], "1 2 3");
    check("audit-c", &[0], "1 result");
}

#[test]
fn nothing_on_items_2_and_3_leads_on_to_9_and_10() {
    check("audit", &[1, 0, 0], "1 2 3 9 10");
    check("audit", &[1, 0], "1 2 3 4 5 6 7 8 9 10");
    check("audit", &[1, 0, 1], "1 2 3 4 5 6 7 8 9 10");
}

#[test]
fn the_quick_check_goes_on_by_itself_from_5() {
    check("audit-c", &[2, 1, 1], "1 2 3 result");
    check("audit-c", &[2, 2, 1], "1 2 3 4 5 6 7 8 9 10");
    check("audit-c", &[4, 4, 4], "1 2 3 4 5 6 7 8 9 10");
}

#[test]
fn the_quick_check_goes_on_by_choice_below_5() {
    let mut flow = flow("audit-c", &[Some(1), Some(1), Some(0)]);
    assert!(flow.can_go_on());
    flow.go_on();
    assert!(!flow.can_go_on());
    assert_eq!((flow.questions(), flow.furthest()), (10, 3));
}

#[test]
fn someone_who_never_drinks_can_go_on_to_the_two_questions_of_harm() {
    let mut flow = flow("audit-c", &[Some(0)]);
    assert!(flow.can_go_on());
    flow.go_on();
    assert_eq!(flow.stops(), [Stop::Question(0), Stop::Question(8), Stop::Question(9)]);
}

#[test]
fn signs_are_asked_about_only_where_change_might_be_advised() {
    check("audit", &[3, 2, 2, 0, 0, 0, 1, 0, 0, 0], "1 2 3 4 5 6 7 8 9 10 sign result");
    check("audit", &[3, 2, 0, 0, 0, 0, 0, 0, 0, 0], "1 2 3 4 5 6 7 8 9 10 sign result");
    check("audit", &[4, 4, 4, 4, 4, 4, 4, 4, 4, 4], "1 2 3 4 5 6 7 8 9 10 result");
    check("audit", &[3, 2, 2, 0, 0, 1, 0, 0, 0, 0], "1 2 3 4 5 6 7 8 9 10 result");
}

#[test]
fn there_is_no_advice_before_the_question_about_signs_is_answered() {
    let mut flow = flow("audit", &[3, 2, 2, 0, 0, 0, 1, 0, 0, 0].map(Some));
    assert_eq!((flow.advice(), flow.furthest()), (None, 10));
    assert_eq!(flow.place_of("result"), 10, "the address cannot jump over the question");
    flow.sign = Some(WithdrawalSign::Denied);
    assert_eq!(flow.advice().map(|advice| advice.id()), Some("change"));
    assert_eq!((flow.furthest(), flow.place_of("result")), (11, 11));
}

/// An answer changed from the result may ask for more: the result is gone until that is answered.
#[test]
fn a_changed_answer_opens_the_questions_that_it_needs() {
    let mut flow = flow("audit", &[Some(0), None, None, None, None, None, None, None, Some(0), Some(0)]);
    assert_eq!(flow.place_of("result"), 3);
    flow.answers.choose(given::audit(), 0, 2).expect("an answer of item 1");
    assert_eq!((flow.questions(), flow.furthest(), flow.place_of("result")), (10, 1, 1));
    assert!(flow.advice().is_none());
}

#[test]
fn a_fragment_that_is_no_step_leads_to_the_first_question() {
    let flow = flow("audit", &[Some(1), Some(1)]);
    for fragment in ["", "0", "-1", "whole-form", "18446744073709551616", "2.5", " 2"] {
        assert_eq!(flow.place_of(fragment), 0, "{fragment:?}");
    }
    assert_eq!((flow.place_of("2"), flow.place_of("3"), flow.place_of("9")), (1, 2, 2));
}

/// Any answers of a check, and any word about signs.
fn any_flow() -> impl Strategy<Value = Flow> {
    let points = (0..10_usize)
        .map(|item| {
            let offered = proptest::sample::select(given::offered(item)).prop_map(Some);
            prop_oneof![1 => Just(None), 9 => offered].boxed()
        })
        .collect::<Vec<_>>();
    let signs = vec![None, Some(WithdrawalSign::Stated), Some(WithdrawalSign::Denied)];
    (points, proptest::sample::select(signs), proptest::sample::select(vec!["audit-c", "audit"]), any::<bool>())
        .prop_map(|(points, sign, form, on)| {
            let mut flow = flow(form, &points);
            flow.sign = sign;
            if on {
                flow.go_on();
            }
            flow
        })
}

proptest! {
    #![proptest_config(given::tries(1_000))]

    /// Whatever the address says, nobody gets past the first question without an answer.
    #[test]
    fn no_fragment_leads_beyond_the_furthest(flow in any_flow(), fragment in "result|[0-9]{1,2}|[a-z0-9-]{0,8}") {
        let (stops, place) = (flow.stops(), flow.place_of(&fragment));
        prop_assert!(place <= flow.furthest());
        prop_assert!(flow.furthest() < stops.len());
        for stop in &stops[..flow.furthest()] {
            match stop {
                Stop::Question(item) => prop_assert!(flow.answers.chosen(*item).is_some()),
                Stop::Withdrawal => prop_assert!(flow.sign.is_some()),
                Stop::Result => prop_assert!(false, "a screen after the result"),
            }
        }
        if stops[place] == Stop::Result {
            prop_assert!(flow.advice().is_some());
        }
    }

    /// A fragment is where a screen stands, and nothing else (invariant 2): it is the same for all answers.
    #[test]
    fn a_fragment_never_holds_an_answer(flow in any_flow()) {
        for (place, stop) in flow.stops().into_iter().enumerate() {
            let fragment = flow.fragment_of(place);
            let expected = match (stop, place) {
                (Stop::Result, _) => "result".to_owned(),
                (_, 0) => String::new(),
                (_, place) => (place + 1).to_string(),
            };
            prop_assert_eq!(&fragment, &expected);
            if place <= flow.furthest() {
                prop_assert_eq!(flow.place_of(&fragment), place, "Back has to find the same screen");
            }
        }
    }

    /// The result is there exactly when every question asked is answered, and it is the last screen.
    #[test]
    fn the_result_comes_last_and_only_when_all_is_answered(flow in any_flow()) {
        let stops = flow.stops();
        let finished = flow.assess().is_ok();
        prop_assert_eq!(stops.last() == Some(&Stop::Result), finished);
        prop_assert_eq!(stops.iter().filter(|stop| **stop == Stop::Result).count(), usize::from(finished));
        if let Some(place) = stops.iter().position(|stop| *stop == Stop::Withdrawal) {
            prop_assert_eq!(place + 2, stops.len(), "signs are asked about right before the result");
        }
    }
}
