//! A form as a FHIR R4 Questionnaire: exact wording, options and points, when an item is asked, and how to score it.
//!
//! Items have our own names and no LOINC codes: LOINC's items ask about drinks of another size than the UK forms do. Only
//! the whole and its total carry codes, where the instrument's file has them.

use crate::{
    answers::Answers,
    fhir::{
        CODE_SYSTEM_FILE, LOINC, Unsayable, address,
        asked::{self, Asked},
        code, coding, expression, ordinal, published, questionnaire_file, score_id,
    },
    instrument::{Form, Instrument},
    json::Json,
};

const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
const CONTROLS: &str = "http://hl7.org/fhir/questionnaire-item-control";
const CALCULATED: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

/// The Questionnaire of a form, for the site at `site` (no slash at the end) and whoever answers for it.
pub fn questionnaire(instrument: &Instrument, form: &Form, site: &str, publisher: &str) -> Result<String, Unsayable> {
    let data = instrument.data();
    let asked = asked::items(instrument, form)?;
    let system = address(site, CODE_SYSTEM_FILE);
    let mut items = vec![intro(form)];
    for asked in &asked {
        items.push(item(instrument, asked, &system)?);
    }
    items.push(score(form, expression::total(instrument, &asked)));
    items.retain(|item| !matches!(item, Json::Object(members) if members.is_empty()));
    let panel = form.codes.as_ref().map(|codes| published(LOINC, &codes.loinc_panel));
    let questionnaire = Json::Object(vec![
        ("resourceType", Json::text("Questionnaire")),
        ("id", Json::text(&form.id)),
        ("url", Json::Text(address(site, &questionnaire_file(form)))),
        ("version", Json::text(&data.reviewed_on)),
        ("name", Json::Text(name(&form.id))),
        ("title", Json::Text([&form.name, ", ", &data.version].concat())),
        ("status", Json::text("active")),
        ("experimental", Json::Yes(false)),
        ("subjectType", Json::List(vec![Json::text("Patient")])),
        ("date", Json::text(&data.reviewed_on)),
        ("publisher", Json::text(publisher)),
        ("copyright", Json::Text([&data.credit, "\n\n", &data.licence].concat())),
        ("code", Json::List(panel.into_iter().collect())),
        ("item", Json::List(items)),
    ]);
    Ok(questionnaire.file())
}

/// What holds for all questions, if anything does.
fn intro(form: &Form) -> Json {
    let Some(intro) = &form.intro else { return Json::Object(Vec::new()) };
    Json::Object(vec![
        ("linkId", Json::Text([&form.id, "-intro"].concat())),
        ("text", Json::text(intro)),
        ("type", Json::text("display")),
    ])
}

fn item(instrument: &Instrument, asked: &Asked, system: &str) -> Result<Json, Unsayable> {
    let place = asked.item;
    let Some(item) = instrument.item(place) else { return Ok(Json::Object(Vec::new())) };
    let choices = instrument.options(place);
    let mut options = Vec::with_capacity(choices.len());
    for (at, choice) in choices.iter().enumerate() {
        let code = code(choice);
        if code.is_empty() || choices.iter().take(at).any(|earlier| super::code(earlier) == code) {
            return Err(Unsayable::Code(choice.label.clone()));
        }
        let coding = Json::Object(coding(choice, system));
        options.push(Json::Object(vec![("extension", ordinal(item, choice)), ("valueCoding", coding)]));
    }
    let conditions = asked.any.as_deref().unwrap_or_default();
    let behaviour = if conditions.len() > 1 { "any" } else { "" };
    // All options in sight, as on the printed form.
    let radios = Json::Object(vec![("coding", Json::List(vec![published(CONTROLS, "radio-button")]))]);
    let control = Json::Object(vec![("url", Json::text(CONTROL)), ("valueCodeableConcept", radios)]);
    Ok(Json::Object(vec![
        ("extension", Json::List(vec![control])),
        ("linkId", Json::text(&item.id)),
        // A wording with a place for another answer stands here as it is before that answer.
        ("text", Json::Text(instrument.wording(place, &Answers::none()))),
        ("type", Json::text("choice")),
        (
            "enableWhen",
            Json::List(conditions.iter().filter_map(|answer| enable(instrument, *answer, system)).collect()),
        ),
        ("enableBehavior", Json::text(behaviour)),
        ("required", Json::Yes(true)),
        ("answerOption", Json::List(options)),
    ]))
}

/// `=` and never `!=`: versions of FHIR differ in what that says of a question without an answer.
fn enable(instrument: &Instrument, (item, option): (usize, u8), system: &str) -> Option<Json> {
    let choice = instrument.options(item).get(usize::from(option))?;
    Some(Json::Object(vec![
        ("question", Json::text(&instrument.item(item)?.id)),
        ("operator", Json::text("=")),
        ("answerCoding", Json::Object(coding(choice, system))),
    ]))
}

fn score(form: &Form, expression: String) -> Json {
    let total = form.codes.as_ref().map(|codes| published(LOINC, &codes.loinc_total));
    let value = Json::Object(vec![("language", Json::text("text/fhirpath")), ("expression", Json::Text(expression))]);
    let calculated = Json::Object(vec![("url", Json::text(CALCULATED)), ("valueExpression", value)]);
    Json::Object(vec![
        ("extension", Json::List(vec![calculated])),
        ("linkId", Json::Text(score_id(form))),
        ("code", Json::List(total.into_iter().collect())),
        ("text", Json::text(&form.name)),
        ("type", Json::text("integer")),
        ("readOnly", Json::Yes(true)),
    ])
}

/// A name for programs: `audit-c` is `AuditC`.
fn name(id: &str) -> String {
    let mut name = String::new();
    for part in id.split('-') {
        let mut letters = part.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}
