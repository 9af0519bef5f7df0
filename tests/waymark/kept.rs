//! What a person keeps on their device: it comes back as it was, and whatever else stands there is refused with a reason.
//! `list` is how it is shown.

use proptest::prelude::*;
use screening::{
    Advice, Instrument, Kept, Record, Screen, Who, WithdrawalSign,
    advice::{self, Route},
    kept::{LONGEST, Unreadable, write},
};
use serde::Deserialize;
use waymark::islands::kept::{entry::Entry, store};

use crate::{cases, given};

mod list;

const DAY: &str = "2026-11-22";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    from: String,
    to: String,
    score: Option<u16>,
    why: Option<String>,
    #[serde(default)]
    warns: bool,
}

fn instruments() -> &'static [Instrument] {
    &given::site_with_held().instruments
}

/// A check that was kept with the first version of the format. It stays as it is for as long as that version is read.
fn first_version() -> String {
    given::text_of("tests/suite/kept/audit-v1.json")
}

fn open(text: &str) -> Result<(u16, Advice), Unreadable> {
    let opened = Kept::read(text)?.open(instruments())?;
    Ok((opened.assessment.score.total, opened.record.advice))
}

#[test]
fn what_was_changed_is_told_from_what_was_not() {
    for Case { name, from, to, score, why, warns } in cases::read::<File>("kept/edits.toml").case {
        let text = first_version();
        assert!(text.contains(&from), "{name}: {from:?} is not in the file");
        match (open(&text.replacen(&from, &to, 1)), score, why) {
            (Ok((total, advice)), Some(score), None) => {
                assert_eq!((total, advice.warns_of_withdrawal()), (score, warns), "{name}");
            }
            (Err(reason), None, Some(why)) => assert_eq!(reason.id(), why, "{name}"),
            (found, ..) => panic!("{name}: {found:?}"),
        }
    }
}

/// The texts of `tests/suite/kept/` are what version 1 of the format writes, byte for byte.
#[test]
fn what_version_1_wrote_is_still_written_and_read() {
    for Version1 { file, instrument, form, options, sign, young, longer, score } in
        cases::read::<Version1s>("kept/v1.toml").case
    {
        let instrument = instruments().iter().find(|found| found.data().id == instrument).expect("the questionnaire");
        let screen = Screen::new(instrument, &form).expect("the form");
        let screen = if longer { screen.going_on() } else { screen };
        let mut answers = screening::Answers::none();
        for (item, option) in options.iter().enumerate() {
            if let Ok(option) = u8::try_from(*option) {
                answers.choose(instrument, item, option).expect("an option");
            }
        }
        let sign = match sign.as_str() {
            "yes" => Some(WithdrawalSign::Stated),
            "no" => Some(WithdrawalSign::Denied),
            _ => None,
        };
        let who = if young { Who::SixteenOrSeventeen } else { Who::Adult };
        let text = given::text_of(&format!("tests/suite/kept/{file}"));
        assert_eq!(write(&screen, &answers, sign, who, DAY).expect("a finished check"), text, "{file}");
        assert_eq!(open(&text).map(|(total, _)| total), Ok(score), "{file}");
    }
}

#[derive(Deserialize)]
struct Version1s {
    case: Vec<Version1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Version1 {
    file: String,
    instrument: String,
    form: String,
    options: Vec<i8>,
    sign: String,
    #[serde(default)]
    young: bool,
    #[serde(default)]
    longer: bool,
    score: u16,
}

/// Cut off anywhere, it is refused; and no cut makes a panic or another result.
#[test]
fn a_text_cut_off_anywhere_is_refused() {
    let text = first_version();
    for end in 0..text.trim_end().len() {
        let cut = text.get(..end).unwrap_or_default();
        assert_eq!(open(cut), Err(Unreadable::Damaged), "{cut:?}");
    }
}

/// Five megabytes are refused without being read, and so is what is nested deeper than any reader's stack.
#[test]
fn what_is_too_long_is_refused() {
    let long = first_version().replacen("\"check\",", &format!("\"check\",{}", " ".repeat(5 << 20)), 1);
    assert_eq!(open(&long), Err(Unreadable::Damaged));
    let room = LONGEST - first_version().len();
    assert!(open(&first_version().replacen("\"check\",", &format!("\"check\",{}", " ".repeat(room)), 1)).is_ok());
    for open_only in ["[", "{\"a\":", "[{\"waymark\":"] {
        assert_eq!(open(&open_only.repeat(LONGEST / open_only.len())), Err(Unreadable::Damaged));
    }
}

/// Every check of the site fits many times over.
#[test]
fn the_longest_check_is_a_quarter_of_what_is_read() {
    for instrument in instruments() {
        let longest = |item: usize| {
            let labels = instrument.options(item).iter().enumerate();
            labels.max_by_key(|(_, choice)| choice.label.len()).map(|(place, _)| place as u8)
        };
        for form in &instrument.data().form {
            let mut answers = screening::Answers::none();
            for item in 0..instrument.data().item.len() {
                answers.choose(instrument, item, longest(item).expect("an option")).expect("an option of its own");
            }
            let screen = Screen::new(instrument, &form.id).expect("the form").going_on();
            let text = write(&screen, &answers, None, Who::Adult, DAY).expect("a finished check");
            assert!(text.len() * 4 < LONGEST, "{}: {}", form.id, text.len());
        }
    }
}

#[derive(Debug, Clone)]
struct Done {
    instrument: usize,
    form: usize,
    options: Vec<u8>,
    sign: Option<WithdrawalSign>,
    who: Who,
    longer: bool,
}

fn done() -> impl Strategy<Value = Done> {
    let sign = prop_oneof![Just(None), Just(Some(WithdrawalSign::Stated)), Just(Some(WithdrawalSign::Denied))];
    let who = prop_oneof![Just(Who::Adult), Just(Who::SixteenOrSeventeen)];
    (0..instruments().len(), 0..4_usize, proptest::collection::vec(0..9_u8, 16), sign, who, any::<bool>()).prop_map(
        |(instrument, form, options, sign, who, longer)| Done { instrument, form, options, sign, who, longer },
    )
}

/// The text of a check that is done, and its record; none where the answers lead nowhere yet.
fn kept(done: &Done) -> Option<(String, Record<'static>)> {
    let instrument = &instruments()[done.instrument];
    let form = &instrument.data().form[done.form % instrument.data().form.len()];
    let screen = Screen::new(instrument, &form.id)?;
    let screen = if done.longer { screen.going_on() } else { screen };
    let mut answers = screening::Answers::none();
    for (item, option) in done.options.iter().enumerate().take(instrument.data().item.len()) {
        let offered = instrument.options(item).len() as u8;
        answers.choose(instrument, item, option % offered).expect("an option that is offered");
    }
    let assessment = screen.assess(&answers).ok()?;
    let Route::Advise(advice) = advice::route(&assessment, done.sign, done.who) else { return None };
    let record = Record::new(instrument, &answers, &assessment, done.sign, advice)?.of(done.who);
    Some((write(&screen, &answers, done.sign, done.who, DAY)?, record))
}

/// Is it refused, or do its answers make the score that stands beside them?
fn adds_up(text: &str) -> bool {
    let Ok(kept) = Kept::read(text) else { return true };
    let Ok(opened) = kept.open(instruments()) else { return true };
    let answered: u16 = opened.record.answers.iter().filter_map(|answer| answer.points).map(u16::from).sum();
    answered == kept.total() && answered == opened.assessment.score.total
}

proptest! {
    #![proptest_config(given::tries(400))]

    /// Round trip: what is opened says what the result said, for every check of the site.
    #[test]
    fn what_is_kept_comes_back(done in done()) {
        if let Some((text, record)) = kept(&done) {
            let back = Kept::read(&text).expect("what was written");
            prop_assert_eq!(&back.day, DAY);
            prop_assert_eq!(back.open(instruments()).expect("the same result").record, record);
            prop_assert!(store::is_name(&store::name(&text)));
        }
    }

    /// A check that was kept and then changed anywhere is refused or adds up. It never panics.
    #[test]
    fn what_was_changed_anywhere_is_refused_or_adds_up(
        done in done(),
        at in 0.0..1.0_f64,
        remove in 0..40_usize,
        put in "(\\PC|[\"{}\\[\\]:,0-9]|null|true|-|\\\\u00){0,8}",
    ) {
        if let Some((text, _)) = kept(&done) {
            let letters: Vec<char> = text.chars().collect();
            let at = (letters.len() as f64 * at) as usize;
            let changed: String =
                letters[..at].iter().copied().chain(put.chars()).chain(letters[at..].iter().skip(remove).copied()).collect();
            prop_assert!(adds_up(&changed), "{}", changed);
        }
    }

    /// Anything at all is read or refused.
    #[test]
    fn anything_is_read_or_refused(text in "(\\PC|[\"{}\\[\\]:,0-9 ]|\"waymark\"|: 1|\"kind\"|\"check\"|null|1e999){0,60}") {
        prop_assert!(adds_up(&text), "{}", text);
    }
}

/// Every questionnaire's wording stands for its version: other words would make kept answers answers to something else.
#[test]
fn other_wording_has_another_version() {
    let found: Vec<(String, String, String)> = instruments()
        .iter()
        .map(|instrument| {
            let data = instrument.data();
            let labels = |item: usize| instrument.options(item).iter().map(|choice| choice.label.clone());
            let words: Vec<String> = (0..data.item.len())
                .flat_map(|item| core::iter::once(data.item[item].text.clone()).chain(labels(item)))
                .collect();
            (data.id.clone(), data.version.clone(), store::name(&words.join("\n")))
        })
        .collect();
    for Wording { id, version, print } in cases::read::<Wordings>("kept/wording.toml").wording {
        let (_, _, now) =
            found.iter().find(|(found, its, _)| *found == id && *its == version).expect("a questionnaire");
        assert_eq!(
            *now, print,
            "{id}: its words have changed, so it needs another `version`, and then its new print here"
        );
    }
    assert_eq!(found.len(), cases::read::<Wordings>("kept/wording.toml").wording.len());
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wordings {
    wording: Vec<Wording>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    id: String,
    version: String,
    print: String,
}

/// A text under a name that was not made from it was changed since. A newer version may make names in its own way.
#[test]
fn a_text_under_another_name_was_changed() {
    let entry = |name: &str, text: &str| Entry::new(name.into(), text.into(), false, instruments()).result.map(drop);
    let text = first_version();
    assert_eq!(entry(&store::name(&text), &text), Ok(()));
    let changed = text.replace("\"signs\": \"no\"", "\"signs\": \"yes\"");
    assert_eq!(entry(&store::name(&text), &changed), Err(Unreadable::Damaged));
    let newer = text.replace("\"waymark\": 1", "\"waymark\": 2");
    assert_eq!(entry(&store::name(&text), &newer), Err(Unreadable::Newer));
}

/// Two people who look at one screen keep nothing.
#[test]
fn nothing_is_kept_of_a_check_done_together() {
    let mut flow = waymark::islands::check::flow::Flow::new(given::audit(), "audit-c").expect("the form");
    assert_eq!(flow.kept(), None, "unfinished");
    flow.answers = given::answers(&[Some(2), Some(1), Some(0)]);
    assert_eq!(flow.kept(), None, "no day yet");
    flow.day = Some(DAY.to_owned());
    assert!(flow.kept().is_some());
    flow.together = true;
    assert_eq!(flow.kept(), None);
}

/// A check that was changed is another check: it is not finished until its result is shown again.
#[test]
fn an_answer_that_is_changed_takes_the_day_away() {
    let mut flow = waymark::islands::check::flow::Flow::new(given::audit(), "audit-c").expect("the form");
    flow.answers = given::answers(&[Some(2), Some(1), Some(0)]);
    flow.day = Some(DAY.to_owned());
    flow.choose(0, 2);
    assert!(flow.day.is_some(), "the same answer");
    flow.choose(0, 99);
    assert!(flow.day.is_some(), "no answer at all");
    flow.choose(0, 3);
    assert_eq!(flow.day, None);
    flow.day = Some(DAY.to_owned());
    flow.say_sign(1);
    assert_eq!(flow.day, None);
    flow.day = Some(DAY.to_owned());
    flow.go_on();
    assert_eq!(flow.day, None);
}
