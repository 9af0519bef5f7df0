//! The answers of all instruments as one FHIR R4 CodeSystem. Answers with the same label are the same answer: "Monthly"
//! is one concept, whichever questionnaire offers it.

use crate::{
    fhir::{CODE_SYSTEM_FILE, Unsayable, address, code},
    instrument::Instrument,
    json::Json,
};

/// The code system of these instruments, for the site at `site` and whoever answers for it.
pub fn code_system(instruments: &[Instrument], site: &str, publisher: &str) -> Result<String, Unsayable> {
    let mut concepts: Vec<(String, &str)> = Vec::new();
    for instrument in instruments {
        let places = 0..instrument.data().item.len();
        for choice in places.flat_map(|place| instrument.options(place)) {
            let code = code(choice);
            match concepts.iter().find(|(other, _)| *other == code) {
                Some((_, label)) if *label != choice.label => return Err(Unsayable::Code(choice.label.clone())),
                Some(_) => {}
                None => concepts.push((code, &choice.label)),
            }
        }
    }
    // The order of the files in a folder must not show.
    concepts.sort();
    let reviewed =
        instruments.iter().map(|instrument| instrument.data().reviewed_on.as_str()).max().unwrap_or_default();
    let count = u16::try_from(concepts.len()).unwrap_or(u16::MAX);
    let concept =
        |(code, label): (String, &str)| Json::Object(vec![("code", Json::Text(code)), ("display", Json::text(label))]);
    let system = Json::Object(vec![
        ("resourceType", Json::text("CodeSystem")),
        ("id", Json::text("answers")),
        ("url", Json::Text(address(site, CODE_SYSTEM_FILE))),
        ("version", Json::text(reviewed)),
        ("name", Json::text("Answers")),
        ("status", Json::text("active")),
        ("experimental", Json::Yes(false)),
        ("date", Json::text(reviewed)),
        ("publisher", Json::text(publisher)),
        ("caseSensitive", Json::Yes(true)),
        ("content", Json::text("complete")),
        ("count", Json::Whole(count)),
        ("concept", Json::List(concepts.into_iter().map(concept).collect())),
    ]);
    Ok(system.file())
}
