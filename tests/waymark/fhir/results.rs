//! What a person takes away: their answers and scores, and nothing that they typed.

use std::{fs, path::Path};

use miniserde::json::Value;
use proptest::prelude::*;
use screening::{Answers, Assessment, Instrument, Screen, fhir};
use serde::Deserialize;

use super::{
    SITE, all, instrument,
    value::{find, list, number, parse, text, texts},
};
use crate::{cases, given};

const DAY: &str = "2026-11-22";

fn assess<'a>(instrument: &'a Instrument, form: &str, answers: &Answers) -> Assessment<'a> {
    let screen = Screen::new(instrument, form).unwrap_or_else(|| panic!("there is no form {form}"));
    screen.assess(answers).unwrap_or_else(|error| panic!("{form}: {error}"))
}

#[derive(Deserialize)]
struct Vectors {
    case: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Vector {
    name: String,
    form: Option<String>,
    points: Vec<i16>,
    total: Option<u16>,
    short_total: Option<u16>,
}

/// Every published example: the scores, bands and answers of the bundle are those of the engine.
#[test]
fn a_result_says_what_the_engine_says() {
    let mut seen = 0;
    for instrument in all() {
        let id = &instrument.data().id;
        let file: Vectors = cases::read(&format!("{id}/vectors.toml"));
        for case in file.case.iter().filter(|case| case.total.is_some()) {
            let name = format!("{id}: {}", case.name);
            let answers = Answers::from_points(instrument, &cases::points(&case.points)).expect("offered");
            let result = assess(instrument, case.form.as_deref().unwrap_or(id), &answers);
            let bundle = parse(&fhir::result(instrument, &answers, &result, DAY, SITE));
            let scores = list(&bundle, "entry").into_iter().skip(1).map(|entry| {
                let observation = find(entry, "resource").expect("a resource");
                assert_eq!(text(observation, "derivedFrom/0/reference"), text(&bundle, "entry/0/fullUrl"), "{name}");
                number(observation, "valueInteger")
            });
            let expected = case.total.into_iter().chain(case.short_total).map(u64::from);
            assert_eq!(scores.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{name}");
            let band = result.reading.map(|reading| reading.name.as_str());
            assert_eq!(Some(text(&bundle, "entry/1/resource/interpretation/0/text")), band, "{name}");
            check_response(instrument, &answers, &result, &bundle, &name);
            seen += 1;
        }
    }
    assert!(seen >= 40, "only {seen} examples");
}

/// The response holds the items that were asked, each with the answer and its points, and the total.
fn check_response(instrument: &Instrument, answers: &Answers, result: &Assessment<'_>, bundle: &Value, name: &str) {
    let response = find(bundle, "entry/0/resource").expect("a response");
    let (file, version) = (fhir::questionnaire_file(result.form), &instrument.data().reviewed_on);
    assert_eq!(text(response, "questionnaire"), format!("{SITE}/fhir/{file}|{version}"), "{name}");
    let items = list(response, "item");
    let (score, asked) = items.split_last().expect("a score");
    assert_eq!(number(score, "answer/0/valueInteger"), u64::from(result.score.total), "{name}");
    let path = result.form.path(instrument, answers);
    assert_eq!(asked.len(), path.len(), "{name}");
    for (item, place) in asked.iter().zip(path) {
        let asked = instrument.item(place).expect("an item");
        let chosen = &instrument.options(place)[usize::from(answers.chosen(place).expect("answered"))];
        assert_eq!(text(item, "linkId"), asked.id, "{name}");
        assert_eq!(text(item, "answer/0/valueCoding/display"), chosen.label, "{name}");
        let ordinal = find(item, "answer/0/valueCoding/extension/0/valueDecimal").is_some();
        assert_eq!(ordinal, asked.counts, "{name}: what only sorts has no points");
        if ordinal {
            let points = number(item, "answer/0/valueCoding/extension/0/valueDecimal");
            assert_eq!(points, u64::from(chosen.points), "{name}");
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Results {
    case: Vec<Kept>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    file: String,
    instrument: String,
    form: String,
    points: Vec<i16>,
    total: u16,
}

/// The files that browser tests validate are what the program writes.
#[test]
fn results_are_written_as_their_files_say() {
    let Results { case } = cases::read("fhir/results.toml");
    assert!(case.len() >= 5);
    let mut differ = Vec::new();
    for case in &case {
        // The day of a review is in a result; whoever reviews an instrument does not have to know these files.
        let mut draft = instrument(&case.instrument).data().clone();
        draft.reviewed_on = DAY.into();
        let instrument = &Instrument::try_from(draft).expect("sound");
        let answers = Answers::from_points(instrument, &cases::points(&case.points)).expect("offered");
        let result = assess(instrument, &case.form, &answers);
        assert_eq!(result.score.total, case.total, "{}", case.file);
        let written = fhir::result(instrument, &answers, &result, DAY, SITE);
        let tmp = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&case.file);
        fs::write(&tmp, &written).expect("a file to compare");
        let path = format!("tests/suite/fhir/{}", case.file);
        let kept = fs::read_to_string(given::root().join(&path)).unwrap_or_default();
        if written != kept {
            differ.push(format!("{path} differs. If that is meant, copy {} over it.", tmp.display()));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

/// The page carries less of the instrument than its file has; the result is the same.
#[test]
fn the_page_carries_what_a_result_needs() {
    for instrument in &given::content().instruments {
        let carried = Instrument::try_from(instrument.data().for_the_page()).expect("sound");
        for form in &instrument.data().form {
            let mut answers = Answers::none();
            for place in 0..instrument.data().item.len() {
                answers.choose(instrument, place, 1).expect("an option");
            }
            let written = |instrument: &Instrument| {
                fhir::result(instrument, &answers, &assess(instrument, &form.id, &answers), DAY, SITE)
            };
            assert_eq!(written(&carried), written(instrument), "{}", form.id);
        }
    }
}

/// Everything that a result may say, whoever answers: words of the instrument, our own names, and FHIR's.
fn sayable(instrument: &Instrument, bundle: &Value, said: &str) -> bool {
    let data = instrument.data();
    let items = data.item.iter().any(|item| item.id == said);
    let wordings = (0..data.item.len()).any(|place| {
        let options = instrument.options(place);
        options.iter().any(|choice| choice.label == said)
            || said.starts_with(data.item[place].text.split('{').next().unwrap_or_default())
    });
    let forms = data.form.iter().any(|form| form.name == said || said == format!("{}-score", form.id));
    let codes = data.form.iter().filter_map(|form| form.codes.as_ref());
    let standard = codes.flat_map(|codes| [&codes.loinc_total, &codes.snomed_score]).any(|code| code == said);
    let bands = data.reading.iter().any(|reading| reading.name == said);
    let addresses =
        [SITE, "http://loinc.org", "http://snomed.info/sct", "http://hl7.org/", "http://terminology.hl7.org/"];
    let address = addresses.iter().any(|address| said.starts_with(address));
    let names = list(bundle, "entry").into_iter().any(|entry| text(entry, "fullUrl") == said);
    let kinds =
        ["Bundle", "collection", "QuestionnaireResponse", "completed", "Observation", "final", "social-history"];
    // A code is made of a label's own letters.
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let codes = (0..data.item.len()).flat_map(|place| instrument.options(place));
    let code = codes.into_iter().any(|choice| letters(said).trim_end_matches("units") == letters(&choice.label));
    items || wordings || forms || standard || bands || address || names || code || kinds.contains(&said) || said == DAY
}

proptest! {
    #![proptest_config(given::tries(300))]

    /// Whatever is answered: a sound file that says nothing but what the instrument, the site and FHIR say, so nothing
    /// that was typed, and nobody's name or number.
    #[test]
    fn a_result_holds_nothing_that_was_typed(which in 0..9_usize, options in prop::collection::vec(0..9_u8, 12)) {
        let forms: Vec<_> = all().flat_map(|found| found.data().form.iter().map(move |form| (found, form))).collect();
        let (instrument, form) = forms[which % forms.len()];
        let mut answers = Answers::none();
        for (place, option) in options.iter().enumerate().take(instrument.data().item.len()) {
            let many = instrument.options(place).len() as u8;
            answers.choose(instrument, place, option % many).expect("an option");
        }
        let result = assess(instrument, &form.id, &answers);
        let bundle = parse(&fhir::result(instrument, &answers, &result, DAY, SITE));
        for said in texts(&bundle) {
            prop_assert!(sayable(instrument, &bundle, said), "{said:?} is said in a result");
        }
        for entry in list(&bundle, "entry") {
            let resource = find(entry, "resource").expect("a resource");
            for member in ["subject", "author", "source", "performer", "identifier", "id", "note"] {
                prop_assert!(find(resource, member).is_none(), "{member}");
            }
        }
    }

    /// A day that is none makes no broken file.
    #[test]
    fn any_day_and_any_address_make_a_sound_file(day in any::<String>(), site in any::<String>()) {
        let answers = given::answers(&cases::points(&[4; 10]));
        let result = assess(given::audit(), "audit", &answers);
        let bundle = parse(&fhir::result(given::audit(), &answers, &result, &day, &site));
        let authored = find(&bundle, "entry/0/resource/authored").is_some();
        prop_assert_eq!(authored, !day.is_empty());
        if authored {
            prop_assert_eq!(text(&bundle, "entry/0/resource/authored"), &day);
        }
    }
}
