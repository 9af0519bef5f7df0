//! Where a result may lead. Possible dependence, a drink in the morning or a withdrawal sign never meets a
//! goal, a diary or a tip on cutting down (invariant 10).

use screening::{
    Advice, Answers, Assessment, Band, Flag, Instrument, Route, Step, Who, WithdrawalSign,
    advice::{self, Why},
};
use serde::Deserialize;

use crate::{cases, given};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default = "full")]
    form: String,
    points: [i16; 10],
    sign: String,
    advice: String,
    reassures: Option<bool>,
}

fn full() -> String {
    "audit".to_owned()
}

fn check(case: &Case) {
    let name = &case.name;
    let sign = match case.sign.as_str() {
        "none" => None,
        "stated" => Some(WithdrawalSign::Stated),
        "denied" => Some(WithdrawalSign::Denied),
        other => panic!("{name}: sign is {other:?}; write none, stated or denied"),
    };
    let answers = given::answers(&cases::points(&case.points));
    let result = given::screen(&case.form).assess(&answers).unwrap_or_else(|error| panic!("{name}: {error}"));
    let (id, reassures) = match advice::route(&result, sign, Who::Adult) {
        Route::AskAboutWithdrawal => ("ask", None),
        Route::Advise(advice @ Advice::LowRisk { reassure, .. }) => (advice.id(), Some(reassure)),
        Route::Advise(advice) => (advice.id(), None),
    };
    assert_eq!(id, case.advice, "{name}");
    if case.reassures.is_some() {
        assert_eq!(reassures, case.reassures, "{name}: does a sentence reassure?");
    }
}

#[test]
fn each_kind_of_result_leads_where_it_should() {
    let file: File = cases::read("audit/routing.toml");
    assert!(file.case.len() >= 20);
    file.case.iter().for_each(check);
}

/// Items 1, 2 and 3 in every combination, item 6 at every answer, and the others so that every total is reached.
fn for_all_results(mut check: impl FnMut(&Assessment<'_>, Option<WithdrawalSign>, &str)) {
    let screen = given::screen("audit");
    // Items 4, 5, 7 and 8 together, then 9 and 10.
    let others = [[0, 0, 0, 0], [1, 0, 0, 0], [2, 1, 0, 0], [4, 2, 0, 0], [4, 4, 2, 0], [4, 4, 4, 1], [4, 4, 4, 4]];
    let harms = [[0, 0], [2, 0], [0, 4], [4, 4]];
    for first in 0..125_u8 {
        let (one, two, three) = (first / 25, first / 5 % 5, first % 5);
        for morning in 0..=4_u8 {
            for [four, five, seven, eight] in others {
                for [nine, ten] in harms {
                    let points = [one, two, three, four, five, morning, seven, eight, nine, ten];
                    let answers = given::answers(&points.map(Some));
                    let name = format!("{points:?}");
                    let result = screen.assess(&answers).unwrap_or_else(|error| panic!("{name}: {error}"));
                    for sign in [None, Some(WithdrawalSign::Stated), Some(WithdrawalSign::Denied)] {
                        check(&result, sign, &name);
                    }
                }
            }
        }
    }
}

/// What is dangerous, written down here once more and from the points alone.
fn dangerous(name: &str, result: &Assessment<'_>, sign: Option<WithdrawalSign>) -> bool {
    let points: Vec<u16> =
        name.trim_matches(['[', ']']).split(", ").map(|points| points.parse().expect("a number")).collect();
    let short: u16 = if points[0] == 0 { 0 } else { points[..3].iter().sum() };
    let asked = points[0] > 0 && points[1] + points[2] > 0;
    result.score.total >= 20 || short >= 11 || (asked && points[5] > 0) || sign == Some(WithdrawalSign::Stated)
}

#[test]
fn danger_never_meets_a_way_of_cutting_down() {
    let mut seen = 0;
    for_all_results(|result, sign, name| {
        let route = advice::route(result, sign, Who::Adult);
        let someone = matches!(route, Route::Advise(Advice::SeeSomeone(_)));
        assert_eq!(someone, dangerous(name, result, sign), "{name}, {sign:?}: {route:?}");
        if let Route::Advise(advice @ Advice::SeeSomeone(why)) = route {
            assert!(advice.warns_of_withdrawal(), "{name}");
            assert!(!advice.next().is_cutting_down(), "{name}");
            assert!(!advice.others().iter().any(|step| step.is_cutting_down()), "{name}");
            assert_eq!(advice.next(), Step::CallService, "{name}: a person to call");
            assert_eq!(why == Why::MorningDrink, result.has(Flag::MorningDrink), "{name}");
            seen += 1;
        }
    });
    assert!(seen > 10_000, "only {seen} dangerous results were looked at");
}

#[test]
fn nothing_is_advised_alone_before_signs_were_asked_about_and_denied() {
    let mut totals = [false; 41];
    for_all_results(|result, sign, name| {
        totals[usize::from(result.score.total)] = true;
        match advice::route(result, sign, Who::Adult) {
            Route::Advise(Advice::Change { with_help }) => {
                assert_eq!(sign, Some(WithdrawalSign::Denied), "{name}");
                assert_eq!(with_help, result.leading() >= Band::Higher, "{name}");
                assert!(!result.has(Flag::NotDrinking), "{name}");
            }
            Route::AskAboutWithdrawal => assert_eq!(sign, None, "{name}: asked twice"),
            Route::Advise(_) => {}
        }
    });
    let missed: Vec<usize> = (0..=40).filter(|total| !totals[*total]).collect();
    assert!(missed.is_empty(), "no answers with these totals were looked at: {missed:?}");
}

#[test]
fn nothing_reassures_when_the_week_can_reach_the_line() {
    let mut reassured = 0;
    for_all_results(|result, sign, name| {
        let week = result.week.unwrap_or_else(|| panic!("{name}: no week"));
        let route = advice::route(result, sign, Who::Adult);
        if let Route::Advise(Advice::LowRisk { reassure, harm }) = route {
            assert_eq!(result.leading(), Band::Low, "{name}: the worse of the two keys has to lead");
            assert!(!week.may_exceed_low_risk(), "{name}");
            if reassure {
                reassured += 1;
                assert!(week.high.is_some_and(|high| high < 14), "{name}: {week:?}");
                assert!(!harm && !result.has(Flag::Harm) && !result.has(Flag::HeavyDays), "{name}");
            }
        }
        let not_drinking = matches!(route, Route::Advise(Advice::NotDrinking { .. }));
        assert!(!not_drinking || week.high == Some(0), "{name}");
    });
    assert!(reassured > 0);
}

/// Every step but those of cutting down is someone to talk to, or the line itself.
#[test]
fn steps_of_cutting_down_are_known_as_such() {
    let cutting: Vec<&str> = ALL_STEPS.iter().filter(|step| step.is_cutting_down()).map(|step| step.id()).collect();
    assert_eq!(cutting, ["drink-free-days", "smaller-weaker", "plan-instead"]);
}

const ALL_STEPS: [Step; 11] = [
    Step::CallService,
    Step::SeeGp,
    Step::CallLine,
    Step::DrinkFreeDays,
    Step::SmallerWeaker,
    Step::PlanInstead,
    Step::KnowTheLine,
    Step::FullCheck,
    Step::YoungPeople,
    Step::CallFrank,
    Step::DrugsPath,
];

/// An instrument without a week, or a flag that nobody raises, still routes: nothing relies on AUDIT's own data.
#[test]
fn an_instrument_without_a_week_is_read_by_its_score_alone() {
    let mut draft = given::audit().data().clone();
    draft.week = None;
    draft.flag.clear();
    let instrument = Instrument::try_from(draft).expect("sound without a week");
    let screen = screening::Screen::new(&instrument, "audit").expect("AUDIT");
    let answers = Answers::from_points(&instrument, &[3, 2, 0, 0, 0, 0, 0, 0, 0, 0].map(Some)).expect("answers");
    let result = screen.assess(&answers).expect("finished");
    assert_eq!(result.leading(), Band::Low);
    assert_eq!(
        advice::route(&result, None, Who::Adult),
        Route::Advise(Advice::LowRisk { reassure: false, harm: false })
    );
}

/// At 16 or 17 the same dangers lead to the same warning, and nothing else leads to a limit to drink up to, to praise of a
/// low score, or to a way of cutting down alone.
#[test]
fn at_16_or_17_there_is_a_person_to_talk_to_and_no_limit_to_drink_up_to() {
    let mut seen = [0, 0];
    for_all_results(|result, sign, name| {
        let route = advice::route(result, sign, Who::SixteenOrSeventeen);
        let someone = matches!(route, Route::Advise(Advice::SeeSomeone(_)));
        assert_eq!(someone, dangerous(name, result, sign), "{name}, {sign:?}: {route:?}");
        let Route::Advise(advice) = route else { return };
        let steps: Vec<Step> = [advice.next()].into_iter().chain(advice.others().iter().copied()).collect();
        assert!(!steps.iter().any(|step| step.is_cutting_down() || *step == Step::KnowTheLine), "{name}: {steps:?}");
        match advice {
            Advice::SeeSomeone(_) => {}
            Advice::Young { talk } => {
                seen[usize::from(talk)] += 1;
                assert!(talk || (result.leading() == Band::Low && !result.has(Flag::Harm)), "{name}");
            }
            other => panic!("{name}: {other:?} is for adults"),
        }
    });
    assert!(seen.iter().all(|count| *count > 50), "{seen:?}");
}

/// How other people answered is for those who may change: not for danger, not for low risk, not under 18.
#[test]
fn other_people_are_shown_only_to_those_who_may_change() {
    let norms = &given::content().norms;
    assert!(!norms.is_empty());
    let mut shown = 0;
    for_all_results(|result, sign, name| {
        for who in [Who::Adult, Who::SixteenOrSeventeen] {
            let Route::Advise(advice) = advice::route(result, sign, who) else { continue };
            let Some(norm) = screening::norm::fitting(norms, result, advice) else { continue };
            shown += 1;
            assert!(matches!(advice, Advice::Change { .. }) && who == Who::Adult, "{name}: {advice:?}");
            assert!(!dangerous(name, result, sign), "{name}");
            assert!((8..20).contains(&result.score.total) && norm.from <= result.score.total, "{name}");
        }
    });
    assert!(shown > 100, "{shown}");
}
