//! What is published and taken away as FHIR says what the instruments say, neither more nor less.
//!
//! | module | what it holds |
//! |---|---|
//! | `results` | what a person takes away |
//! | `site` | the address that all of it is made from |
//! | `value` | finds its way in JSON |

mod results;
mod site;
mod value;

use std::collections::BTreeSet;

use miniserde::json::Value;
use screening::{
    Answers, Form, Instrument,
    fhir::{self, Unsayable},
    instrument::Draft,
};

use crate::given;
use value::{find, list, number, parse, text};

const SITE: &str = "https://waymark.example";

/// Every instrument of the repository, released or held.
fn all() -> impl Iterator<Item = &'static Instrument> {
    let content = given::content();
    content.instruments.iter().chain(content.held.iter().map(|held| &held.instrument))
}

fn instrument(id: &str) -> &'static Instrument {
    all().find(|instrument| instrument.data().id == id).unwrap_or_else(|| panic!("there is no {id}"))
}

fn questionnaire(instrument: &Instrument, form: &Form) -> Value {
    let written = fhir::questionnaire(instrument, form, SITE, "Waymark");
    parse(&written.unwrap_or_else(|reason| panic!("{}: {reason}", form.id)))
}

#[test]
fn every_form_that_is_released_is_published_and_no_other() {
    let files = publish::fhir::files(given::content()).expect("all can be said");
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Questionnaire-audit-c.json",
            "Questionnaire-audit.json",
            "Questionnaire-fast.json",
            "Questionnaire-m-sasq.json",
            "CodeSystem-answers.json"
        ],
        "a form was released or held: then change this list"
    );
    for held in &given::content().held {
        for item in &held.instrument.data().item {
            let found = files.iter().find(|(_, text)| text.contains(&item.text) || text.contains(&item.id));
            assert_eq!(found.map(|(name, _)| name), None, "{} is held", item.id);
        }
    }
}

/// Wording, options, points, codes and credit of every released form, and its answers in the code system.
#[test]
fn a_questionnaire_says_what_the_instrument_says() {
    let content = given::content();
    let system = parse(&fhir::code_system(&content.instruments, SITE, "Waymark").expect("codes"));
    let concepts: Vec<(&str, &str)> =
        list(&system, "concept").into_iter().map(|concept| (text(concept, "code"), text(concept, "display"))).collect();
    assert_eq!(number(&system, "count"), concepts.len() as u64);
    let mut used = BTreeSet::new();
    for instrument in &content.instruments {
        let data = instrument.data();
        for form in &data.form {
            let made = questionnaire(instrument, form);
            assert_eq!(text(&made, "url"), format!("{SITE}/fhir/Questionnaire-{}.json", form.id));
            assert!(text(&made, "copyright").starts_with(&data.credit), "{}", form.id);
            assert!(text(&made, "copyright").ends_with(&data.licence), "{}", form.id);
            let codes = form.codes.as_ref();
            assert_eq!(list(&made, "code").len(), usize::from(codes.is_some()), "{}", form.id);
            let items = list(&made, "item");
            assert_eq!(items.len(), form.items.len() + 1, "{}", form.id);
            for (item, id) in items.iter().zip(&form.items) {
                let place = instrument.position(id).expect("an item");
                assert_eq!(text(item, "linkId"), id);
                assert_eq!(text(item, "text"), data.item[place].text);
                assert!(find(item, "code").is_none(), "{id}: LOINC's items ask about other drinks");
                let options = list(item, "answerOption");
                assert_eq!(options.len(), instrument.options(place).len(), "{id}");
                for (option, choice) in options.iter().zip(instrument.options(place)) {
                    let code = text(option, "valueCoding/code");
                    assert_eq!(text(option, "valueCoding/display"), choice.label);
                    assert_eq!(number(option, "extension/0/valueDecimal"), u64::from(choice.points), "{code}");
                    assert!(concepts.contains(&(code, choice.label.as_str())), "{code}");
                    used.insert(code.to_owned());
                }
            }
            let score = items.last().expect("a score");
            assert_eq!(text(score, "linkId"), format!("{}-score", form.id));
            assert_eq!(find(score, "code").is_some(), codes.is_some());
            if let Some(codes) = codes {
                assert_eq!(text(&made, "code/0/code"), codes.loinc_panel);
                assert_eq!(text(score, "code/0/code"), codes.loinc_total);
            }
        }
    }
    assert_eq!(used.len(), concepts.len(), "the code system has answers that nobody offers");
}

/// The codes as the public standards have them, written down here once more.
#[test]
fn standard_codes_are_those_that_were_read() {
    let form = |id: &str| questionnaire(given::audit(), given::audit().form(id).expect("a form"));
    let (full, short) = (form("audit"), form("audit-c"));
    assert_eq!((text(&full, "code/0/code"), text(&full, "item/10/code/0/code")), ("72110-0", "75624-7"));
    assert_eq!((text(&short, "code/0/code"), text(&short, "item/3/code/0/code")), ("72109-2", "75626-2"));
    for id in ["fast", "m-sasq"] {
        let instrument = instrument(id);
        assert!(instrument.data().form[0].codes.is_none(), "{id}: no code of it was read");
    }
}

/// Which items a reader of `enableWhen` asks, going through them in order.
fn enabled(made: &Value, instrument: &Instrument, answers: &Answers) -> Vec<usize> {
    let mut path: Vec<usize> = Vec::new();
    for item in list(made, "item") {
        let Some(place) = instrument.position(text(item, "linkId")) else { continue };
        let conditions = list(item, "enableWhen");
        if conditions.len() > 1 {
            assert_eq!(text(item, "enableBehavior"), "any");
        }
        let holds = |condition: &&Value| {
            assert_eq!(text(condition, "operator"), "=");
            let other = instrument.position(text(condition, "question")).expect("an item");
            let chosen = answers.chosen(other).filter(|_| path.contains(&other));
            let label = chosen.map(|option| instrument.options(other)[usize::from(option)].label.as_str());
            label == Some(text(condition, "answerCoding/display"))
        };
        if conditions.is_empty() || conditions.iter().any(holds) {
            path.push(place);
        }
    }
    path
}

fn check_path(instrument: &Instrument, form: &Form, made: &Value, answers: &Answers) {
    let asked = enabled(made, instrument, answers);
    assert_eq!(asked, form.path(instrument, answers), "{}: {answers:?}", form.id);
}

/// Every way to answer the questions that decide: AUDIT's first three, all of FAST and M-SASQ, the one that CUDIT-R and SDS
/// begin with. The rest is answered too, so that nothing hangs on it.
#[test]
fn skip_rules_ask_the_same_items_in_every_combination() {
    let mut tried = 0;
    for instrument in all() {
        for form in &instrument.data().form {
            let made = questionnaire(instrument, form);
            for first in 0..9_u8 {
                for second in 0..5_u8 {
                    for third in 0..5_u8 {
                        let mut answers = Answers::none();
                        for place in 0..instrument.data().item.len() {
                            let options = instrument.options(place).len() as u8;
                            let option = [first, second, third].get(place).copied().unwrap_or(1);
                            answers.choose(instrument, place, option % options).expect("an option");
                        }
                        check_path(instrument, form, &made, &answers);
                        tried += 1;
                    }
                }
            }
        }
    }
    assert!(tried >= 6 * 225);
    let made = questionnaire(given::audit(), given::audit().form("audit").expect("AUDIT"));
    let conditions = |place: usize| list(&made, &format!("item/{place}/enableWhen")).len();
    assert_eq!([0, 1, 2, 3, 7, 8, 9].map(conditions), [0, 4, 4, 8, 8, 0, 0], "AUDIT's rules");
}

/// AUDIT with something changed, as a draft that is still sound.
fn changed(change: impl Fn(&mut Draft)) -> Instrument {
    let mut draft = given::audit().data().clone();
    change(&mut draft);
    Instrument::try_from(draft).expect("still sound")
}

#[test]
fn what_cannot_be_said_is_refused() {
    let refused = |instrument: &Instrument| {
        let form = instrument.form("audit").expect("AUDIT");
        fhir::questionnaire(instrument, form, SITE, "Waymark").err()
    };
    assert_eq!(refused(given::audit()), None);
    // A sum of 2 or more from two items: 1 and 1 is asked on, and neither answer alone decides it.
    let sum = changed(|draft| draft.form[1].skip[1].most = 1);
    assert_eq!(refused(&sum), Some(Unsayable::Skip("audit-4".into())));
    let rule = refused(&sum).expect("refused").to_string();
    assert!(rule.contains("\"audit-4\"") && rule.contains("any one"), "{rule}");
    let same = changed(|draft| draft.item[0].options[3].label = "2 to 4 times, per month".into());
    assert_eq!(refused(&same), Some(Unsayable::Code("2 to 4 times, per month".into())));
    let none = changed(|draft| draft.item[0].options[0].label = "…".into());
    assert_eq!(refused(&none), Some(Unsayable::Code("…".into())));
    // Across instruments the labels of one code have to be the same too.
    let other = changed(|draft| draft.scale[0].options[0].label = "Never.".into());
    let both = [given::audit().clone(), other];
    assert_eq!(fhir::code_system(&both, SITE, "Waymark").err(), Some(Unsayable::Code("Never.".into())));
}
