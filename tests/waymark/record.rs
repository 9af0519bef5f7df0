//! What a person takes along: the record of a check, its notes in every form, the code, the reminder.

use std::collections::BTreeSet;

use proptest::prelude::*;
use screening::{Advice, Answers, Instrument, Record, Screen, Who, WithdrawalSign, advice, instrument::About};
use serde::Deserialize;
use waymark::{
    islands::check::{
        flow::Flow,
        take::{
            code,
            notes::{self, Added, MOST_LETTERS, Section},
            panel, reminder, sheet, text,
        },
    },
    words::Words,
};

use crate::{cases, given, html};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
    typed: Vec<Typed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Case {
    name: String,
    form: String,
    points: Vec<i16>,
    sign: String,
    score: (u16, u16),
    short: Option<(u16, u16)>,
    advice: String,
    first: Vec<String>,
    week: Option<(u32, i64)>,
    points_line: String,
    not_asked: Vec<usize>,
    ask: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    typed: String,
    lines: Vec<String>,
}

fn words() -> Words {
    given::site().words
}

/// The record of a check of AUDIT; none while there is nothing to advise.
fn record(form: &str, points: &[Option<u8>], sign: Option<WithdrawalSign>) -> Option<Record<'static>> {
    let mut flow = Flow::new(given::audit(), form).expect("the form");
    (flow.answers, flow.sign) = (given::answers(points), sign);
    let (assessment, advice) = (flow.assess().ok()?, flow.advice()?);
    Record::new(flow.instrument(), &flow.answers, &assessment, flow.sign, advice)
}

fn noted(record: &Record<'static>, matters: &str) -> Vec<Section> {
    let questions = (0..notes::questions(record.advice).len()).collect();
    notes::notes(record, &Added { matters: matters.into(), questions, today: "22/11/2026".into() }, words())
}

fn section<'a>(notes: &'a [Section], id: &str) -> Option<&'a Section> {
    notes.iter().find(|section| section.id == id)
}

fn lines(section: &Section) -> Vec<&str> {
    section.lines.iter().map(|(line, _)| line.as_str()).collect()
}

#[test]
fn the_notes_say_what_the_check_said() {
    for case in cases::read::<File>("record/notes.toml").case {
        let name = &case.name;
        let sign = match case.sign.as_str() {
            "stated" => Some(WithdrawalSign::Stated),
            "denied" => Some(WithdrawalSign::Denied),
            "none" => None,
            other => panic!("{name}: {other:?}"),
        };
        let record = record(&case.form, &cases::points(&case.points), sign).expect("a record");
        assert_eq!((record.score.total, record.score.max), case.score, "{name}");
        assert_eq!(record.short.map(|short| (short.total, short.max)), case.short, "{name}");
        assert_eq!(record.advice.id(), case.advice, "{name}");
        assert_eq!(record.sign, sign, "{name}");
        assert_eq!(record.not_asked, case.not_asked, "{name}");
        let notes = noted(&record, "");
        let first = section(&notes, "first").map(lines).unwrap_or_default();
        let keys = case.first.iter().map(|key| words().get(&format!("sheet.{key}"))).collect::<Vec<_>>();
        assert_eq!(first, keys, "{name}");
        let result = lines(section(&notes, "result").expect("a result"));
        assert!(result.iter().any(|line| line.ends_with(&case.points_line)), "{name}: {result:?}");
        let score = format!("{} out of {}, {}", case.score.0, case.score.1, record.score.band);
        let score = result.iter().position(|line| line.ends_with(&score));
        assert!(score.is_some(), "{name}: {result:?}");
        let week = case.week.map(|(low, high)| {
            let key = if high < 0 { "sheet.week-open" } else { "sheet.week" };
            words().fill(key, &[("low", &low.to_string()), ("high", &high.to_string())])
        });
        let weeks = result.iter().filter(|line| week.as_deref() == Some(**line)).count();
        assert_eq!(weeks, usize::from(week.is_some()), "{name}: {week:?} {result:?}");
        let units = words().get("sheet.week").split('{').next().unwrap_or_default();
        let units = result.iter().position(|line| line.starts_with(units));
        assert_eq!(units.is_some(), week.is_some(), "{name}: {result:?}");
        // A score that could read as low never stands before a week that may be over the line.
        let over = case.week.is_some_and(|(_, high)| !(0..=14).contains(&high));
        assert_eq!(units.is_some() && units < score, over, "{name}: {result:?}");
        let change = words().get("sheet.ask-change");
        let asks = lines(section(&notes, "questions").expect("questions")).contains(&change);
        assert_eq!(asks, case.ask, "{name}");
        let answers = section(&notes, "answers").expect("answers");
        let asked = answers.lines.iter().filter(|(_, answer)| !answer.is_empty()).count();
        assert_eq!(asked, case.points.iter().filter(|points| **points >= 0).count(), "{name}");
        assert_eq!(answers.lines.len() > asked, !case.not_asked.is_empty(), "{name}");
    }
}

/// Signs, advice and every combination of answers that matters: the warning stands first in all three forms, and what
/// would help to drink less never stands beside it.
#[test]
fn a_warning_comes_first_and_never_meets_a_question_about_drinking_less() {
    let (mut warned, mut asked) = (0, 0);
    let (stop, change) = (words().get("sheet.stop"), words().get("sheet.ask-change"));
    let rests: [[u8; 7]; 4] = [[0; 7], [2, 2, 0, 2, 1, 2, 0], [4, 4, 0, 4, 4, 4, 4], [0, 0, 1, 0, 0, 0, 0]];
    for first in 0..125_u8 {
        for rest in rests {
            for sign in [WithdrawalSign::Denied, WithdrawalSign::Stated] {
                let start = [first / 25, first / 5 % 5, first % 5];
                let points: Vec<Option<u8>> = start.iter().chain(&rest).copied().map(Some).collect();
                let record = record("audit", &points, Some(sign)).expect("a record");
                let warns = matches!(record.advice, Advice::SeeSomeone(_));
                let notes = noted(&record, "What I typed");
                let (long, short) = (text::long(&notes), text::short(&notes));
                let paper = sheet::html(&notes, "");
                for form in [&long, &short, &paper] {
                    let at = |text: &str| form.find(text);
                    assert_eq!(at(stop).is_some(), warns, "{points:?} {sign:?}: {form}");
                    let result = words().get("sheet.score").split("{score}").next().unwrap_or_default();
                    let result = result.replace("{form}", record.score.form);
                    assert!(at(&result).is_some(), "{points:?}: {form}");
                    assert!(!warns || at(stop) < at(&result), "{points:?}: the score comes before the warning");
                    assert!(!(warns && form.contains(change)), "{points:?} {sign:?}");
                    assert!(!form.contains('{') && !form.contains("sheet."), "{points:?}: {form}");
                }
                let change_is_asked = long.contains(change);
                assert_eq!(change_is_asked, matches!(record.advice, Advice::Change { .. }), "{points:?} {sign:?}");
                assert!(!(warns && panel::html(record.advice, true, words()).contains(change)), "{points:?} {sign:?}");
                warned += usize::from(warns);
                asked += usize::from(change_is_asked);
            }
        }
    }
    assert!(warned > 100 && asked > 100, "{warned} and {asked} were looked at");
}

/// The sheet, the text and the code cannot differ: whatever the code says stands in the text, and the sheet and the
/// text have the same lines.
#[test]
fn sheet_text_and_code_say_the_same() {
    for case in cases::read::<File>("record/notes.toml").case {
        let record = record(&case.form, &cases::points(&case.points), Some(WithdrawalSign::Denied)).expect("a record");
        let notes = noted(&record, "Sleep & <rest>\nMy family");
        let (long, short) = (text::long(&notes), text::short(&notes));
        for line in short.lines() {
            assert!(long.lines().any(|other| other == line), "{}: {line:?} is not in the text", case.name);
        }
        let page = html::parse(&sheet::html(&notes, ""));
        let paper: Vec<String> = html::all(&page, "h2, p").into_iter().map(html::text).collect();
        for section in &notes {
            assert!(paper.contains(&section.title.to_owned()), "{}: {}", case.name, section.title);
            for (line, answer) in &section.lines {
                assert!(long.contains(line.as_str()) && long.contains(answer.as_str()), "{}: {line}", case.name);
                let line = format!("{line} {answer}");
                assert!(paper.contains(&line.trim().to_owned()), "{}: {line:?} is not on {paper:?}", case.name);
            }
        }
        let rows = paper.len();
        assert_eq!(rows, notes.iter().map(|section| 1 + section.lines.len()).sum::<usize>(), "{}", case.name);
    }
}

#[test]
fn what_is_typed_stays_text_and_fits_three_lines() {
    let record = record("audit", &[2, 1, 0, 0, 0, 0, 0, 0, 0, 0].map(Some), None).expect("a record");
    for Typed { typed, lines: wanted } in cases::read::<File>("record/notes.toml").typed {
        let notes = noted(&record, &typed);
        assert_eq!(lines(section(&notes, "matters").expect("a place for it")), wanted, "{typed:?}");
        let page = html::parse(&sheet::html(&notes, ""));
        assert_eq!(html::all(&page, "img, script, [onerror]").len(), 0, "{typed:?} became markup");
        let paper: Vec<String> = html::all(&page, ".app-sheet__matters p").into_iter().map(html::text).collect();
        assert_eq!(paper, wanted, "{typed:?}");
    }
}

#[test]
fn nothing_unfinished_and_nothing_unadvised_becomes_a_record() {
    assert!(record("audit", &[], None).is_none());
    assert!(record("audit", &[Some(3), Some(2)], None).is_none());
    // Signs have to be asked about before anything is advised.
    assert!(record("audit", &[3, 2, 2, 0, 0, 0, 1, 0, 0, 0].map(Some), None).is_none());
    let (answers, full) = (given::answers(&[3, 2, 2, 0, 0, 0, 1, 0, 0, 0].map(Some)), given::screen("audit"));
    let assessment = full.assess(&answers).expect("finished");
    let advice = Advice::Change { with_help: false };
    let other = given::answers(&[Some(3)]);
    assert!(Record::new(given::audit(), &other, &assessment, None, advice).is_none(), "answers of another check");
}

/// All that the site says of itself in these forms; the questionnaire's own wording is not ours.
#[test]
fn no_form_diagnoses_praises_or_forecasts() {
    let strings = &given::content().strings;
    for (key, text) in strings.iter().filter(|(key, _)| key.starts_with("sheet.") || key.starts_with("take.")) {
        let text = text.to_lowercase();
        for never in ["you have", "i am dependent", "alcoholic", "well done", "good news", "blood", "to drive", "taper"]
        {
            assert!(!text.contains(never), "{key}: {never:?}");
        }
    }
}

/// Instruments of any kind: also one with a question that adds no points, and with an answer inside another's wording.
#[test]
fn every_instrument_can_be_taken_along() {
    let all = given::content();
    let held = all.held.iter().map(|held| &held.instrument);
    let mut without_points = 0;
    for instrument in all.instruments.iter().chain(held) {
        let data = instrument.data();
        for form in &data.form {
            for option in 0..3_u8 {
                let record = any_record(instrument, &form.id, option);
                let notes = noted(&record, "");
                let long = text::long(&notes);
                for text in [record.name, record.version, record.credit, record.source, record.score.band] {
                    assert!(long.contains(text), "{}: {text}", form.id);
                }
                assert!(!long.contains('{'), "{}: {long}", form.id);
                without_points += record.answers.iter().filter(|answered| answered.points.is_none()).count();
                let sum: u32 = record.answers.iter().filter_map(|answered| answered.points).map(u32::from).sum();
                assert_eq!(sum, u32::from(record.score.total), "{}", form.id);
                if data.about == About::Drug {
                    assert!(!long.contains(words().get("sheet.ask-change")), "{}", form.id);
                }
            }
        }
    }
    assert!(without_points > 0, "no instrument has a question without points");
}

/// The record of a form under answers that all have the same place, or the last.
fn any_record(instrument: &'static Instrument, form: &str, option: u8) -> Record<'static> {
    let screen = Screen::new(instrument, form).expect("its own form");
    let mut answers = Answers::none();
    for item in 0..instrument.data().item.len() {
        let last = instrument.options(item).len() as u8 - 1;
        answers.choose(instrument, item, option.min(last)).expect("an option");
    }
    let assessment = screen.assess(&answers).expect("finished");
    let sign = Some(WithdrawalSign::Denied);
    let advice::Route::Advise(advice) = advice::route(&assessment, sign, Who::Adult) else { panic!("{form}: asks") };
    Record::new(instrument, &answers, &assessment, sign, advice).expect("a record")
}

proptest! {
    #![proptest_config(given::tries(300))]

    /// Whatever was answered and typed: no panic, no gap, and a code for everything that the field can hold.
    #[test]
    fn any_check_has_notes_and_a_code(options in proptest::collection::vec(0..3_u8, 10), typed in "\\PC{0,240}") {
        let mut flow = Flow::new(given::audit(), "audit").expect("AUDIT");
        for (item, option) in options.iter().enumerate() {
            let _ = flow.answers.choose(given::audit(), item, *option);
        }
        flow.sign = Some(WithdrawalSign::Denied);
        let (assessment, advice) = (flow.assess().expect("finished"), flow.advice().expect("advice"));
        let record = Record::new(given::audit(), &flow.answers, &assessment, flow.sign, advice).expect("a record");
        // The browser counts a letter beyond the first 65,536 as two.
        let typed: String = typed.chars().scan(0, |sum, letter| {
            *sum += letter.len_utf16();
            (*sum <= MOST_LETTERS).then_some(letter)
        }).collect();
        let notes = noted(&record, &typed);
        let short = text::short(&notes);
        prop_assert!(code::svg(&short).is_some(), "{} bytes have no code", short.len());
        prop_assert!(section(&notes, "matters").is_some_and(|section| section.lines.len() <= 3));
    }

    /// A calendar file of any title: lines of at most 75 bytes, ended as the standard says, and the title whole.
    #[test]
    fn any_title_makes_a_calendar_file(title in "\\PC{0,300}") {
        let file = reminder::file("2027-02-14", "2026-11-22T02:00:00.123Z", 7, &title);
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains('\n'), "{line:?}");
        }
        let unfolded = file.replace("\r\n ", "");
        let escaped = title.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        let summary = format!("SUMMARY:{escaped}");
        prop_assert!(unfolded.split("\r\n").any(|line| line == summary), "{unfolded}");
    }
}

#[test]
fn the_reminder_is_in_twelve_weeks_and_names_nothing() {
    assert_eq!(reminder::DAYS, 12 * 7);
    let title = words().get("take.reminder-title");
    let file = reminder::file("2027-02-14", "2026-11-22T02:00:00.123Z", 7, title);
    for line in ["DTSTART:20270214T100000", "DTSTAMP:20261122T020000Z", "UID:20261122020000123-7"] {
        assert!(file.contains(&format!("{line}\r\n")), "{line}: {file}");
    }
    let small = file.to_lowercase();
    for never in ["http", "www", "url", "waymark", "drink", "alcohol", "audit", "gp", "health"] {
        assert!(!small.contains(never), "{never}: {file}");
    }
}

/// Closed at first, every field with its label, nothing that is announced before it has happened.
#[test]
fn the_panel_is_closed_and_labelled() {
    for advice in
        [Advice::Change { with_help: false }, Advice::NotDrinking { harm: true }, Advice::Young { talk: true }]
    {
        let page = html::parse(&panel::html(advice, true, words()));
        assert_eq!(html::all(&page, "details").len(), 5);
        assert_eq!(html::all(&html::parse(&panel::html(advice, false, words())), "#take-keep").len(), 0);
        assert_eq!(html::all(&page, "details[open]").len(), 0);
        assert_eq!(html::all(&page, "#take-share[hidden]").len(), 1, "there only where the browser has it");
        let ids: Vec<&str> = html::all(&page, "[id]").iter().filter_map(|part| part.attr("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
        let fields = html::all(&page, "input, textarea");
        assert_eq!(fields.len(), 1 + notes::questions(advice).len());
        for field in fields {
            let id = field.attr("id").unwrap_or_default();
            assert_eq!(html::all(&page, &format!("label[for='{id}']")).len(), 1, "{id}");
            assert_eq!(field.attr("autocomplete"), Some("off"), "{id}: a reload must not bring it back");
        }
        for button in html::all(&page, "button") {
            assert_eq!(button.attr("type"), Some("button"));
            assert!(!html::text(button).is_empty());
        }
        let typed = html::all(&page, "textarea")[0];
        assert_eq!(typed.attr("spellcheck"), Some("false"), "a spelling check may send what is typed");
        assert_eq!(typed.attr("maxlength"), Some(MOST_LETTERS.to_string().as_str()));
        assert!(html::all(&page, "[role=status]").iter().all(|status| html::text(*status).is_empty()));
    }
}

/// An adult's line of 14 units is not held against someone of 16 or 17, on paper as little as on the screen.
#[test]
fn at_16_or_17_no_week_is_taken_along() {
    let points = [4, 3, 3, 1, 1, 0, 2, 1, 0, 0].map(Some);
    let adult = record("audit", &points, Some(WithdrawalSign::Denied)).expect("a record");
    assert!(adult.week.is_some() && adult.clone().of(Who::Adult).week.is_some());
    let young = adult.of(Who::SixteenOrSeventeen);
    assert_eq!(young.week, None);
    assert!(!text::long(&noted(&young, "")).contains("14"));
}
