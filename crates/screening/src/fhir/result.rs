//! One person's answers and scores as a FHIR R4 Bundle, which they may take to someone who treats them.
//!
//! It holds what was asked, what was answered, the totals and their bands; no name, no address and no identifier of a
//! person. Whoever puts it into a record says there whose it is. Nothing in it was typed: answers are chosen.

use crate::{
    answers::Answers,
    assessment::Assessment,
    fhir::{CODE_SYSTEM_FILE, LOINC, SNOMED, address, coding, ordinal, published, questionnaire_file, score_id},
    form::Score,
    instrument::{Form, Instrument},
    json::Json,
};

const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// The Bundle of a finished check: the answers (QuestionnaireResponse), then a score (Observation) for its form and one
/// for the short form inside. `authored` is the day in FHIR's form (`2026-11-22`), `site` the site's address without a
/// slash at the end.
pub fn result(
    instrument: &Instrument,
    answers: &Answers,
    assessment: &Assessment<'_>,
    authored: &str,
    site: &str,
) -> String {
    let (form, score) = (assessment.form, assessment.score);
    let (response_name, response) = named(response(instrument, form, answers, score, authored, site));
    let mut entries = vec![response];
    let full = [(form, score)];
    for (form, score) in full.into_iter().chain(assessment.short) {
        let band = form.reading(instrument, answers, score.total).map_or("", |reading| &reading.name);
        entries.push(named(observation(form, score, band, &response_name, authored)).1);
    }
    let bundle = Json::Object(vec![
        ("resourceType", Json::text("Bundle")),
        ("type", Json::text("collection")),
        ("entry", Json::List(entries)),
    ]);
    bundle.file()
}

fn response(instrument: &Instrument, form: &Form, answers: &Answers, score: Score, authored: &str, site: &str) -> Json {
    let system = address(site, CODE_SYSTEM_FILE);
    let mut items = Vec::new();
    for place in form.path(instrument, answers) {
        let Some(item) = instrument.item(place) else { continue };
        let chosen = answers.chosen(place).and_then(|option| instrument.options(place).get(usize::from(option)));
        let Some(choice) = chosen else { continue };
        let mut value = vec![("extension", ordinal(item, choice))];
        value.extend(coding(choice, &system));
        items.push(Json::Object(vec![
            ("linkId", Json::text(&item.id)),
            ("text", Json::Text(instrument.wording(place, answers))),
            ("answer", answer("valueCoding", Json::Object(value))),
        ]));
    }
    items.push(Json::Object(vec![
        ("linkId", Json::Text(score_id(form))),
        ("text", Json::text(&form.name)),
        ("answer", answer("valueInteger", Json::Whole(score.total))),
    ]));
    let file = questionnaire_file(form);
    let questionnaire = [&address(site, &file), "|", &instrument.data().reviewed_on].concat();
    Json::Object(vec![
        ("resourceType", Json::text("QuestionnaireResponse")),
        ("questionnaire", Json::Text(questionnaire)),
        ("status", Json::text("completed")),
        ("authored", Json::text(authored)),
        ("item", Json::List(items)),
    ])
}

fn answer(kind: &'static str, value: Json) -> Json {
    Json::List(vec![Json::Object(vec![(kind, value)])])
}

/// A total as NHS practice records it: a whole number under social history, with SNOMED CT's code and LOINC's, where
/// the instrument's file has them.
fn observation(form: &Form, score: Score, band: &str, response: &str, authored: &str) -> Json {
    let codes = form.codes.as_ref().map_or_else(Vec::new, |codes| {
        vec![published(SNOMED, &codes.snomed_score), published(LOINC, &codes.loinc_total)]
    });
    let category = Json::Object(vec![("coding", Json::List(vec![published(CATEGORY, "social-history")]))]);
    Json::Object(vec![
        ("resourceType", Json::text("Observation")),
        ("status", Json::text("final")),
        ("category", Json::List(vec![category])),
        ("code", Json::Object(vec![("coding", Json::List(codes)), ("text", Json::text(&form.name))])),
        ("effectiveDateTime", Json::text(authored)),
        ("valueInteger", Json::Whole(score.total)),
        ("interpretation", Json::List(vec![Json::Object(vec![("text", Json::text(band))])])),
        ("derivedFrom", Json::List(vec![Json::Object(vec![("reference", Json::text(response))])])),
    ])
}

/// A resource as an entry, with the name under which others refer to it.
fn named(resource: Json) -> (String, Json) {
    let name = name(&resource.file());
    let entry = Json::Object(vec![("fullUrl", Json::text(&name)), ("resource", resource)]);
    (name, entry)
}

/// A name made from the contents (a UUID of version 8, RFC 9562), because a bundle needs one for each entry and there is
/// no chance here. The same answers on the same day have the same name, so it tells nobody from anybody.
fn name(contents: &str) -> String {
    const HEX: [u8; 16] = *b"0123456789abcdef";
    // FNV-1a, 128 bits.
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in contents.bytes() {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    let hash = (hash & !(0xf << 76) & !(0x3 << 62)) | (0x8 << 76) | (0x2 << 62);
    let mut name = String::from("urn:uuid:");
    for place in 0..32_u32 {
        if [8, 12, 16, 20].contains(&place) {
            name.push('-');
        }
        let digit = (hash >> (124 - 4 * place)) & 15;
        name.extend(HEX.get(digit as usize).map(|digit| char::from(*digit)));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_name_is_a_uuid_of_the_contents() {
        // The version is the 13th digit, the variant the 17th.
        let empty = name("");
        assert_eq!(empty, "urn:uuid:6c62272e-07bb-8142-a2b8-21756295c58d");
        let a = name("a");
        assert_eq!(a, "urn:uuid:d228cb69-6f1a-8caf-b891-2b704e4a8964");
        assert_ne!(name("b"), a);
    }
}
