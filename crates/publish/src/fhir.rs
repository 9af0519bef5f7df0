//! The released instruments for other programs: a FHIR R4 Questionnaire for each form, and the code system of their
//! answers. What is held is not published.

use std::path::Path;

use content::Site;
use screening::fhir::{self, CODE_SYSTEM_FILE, questionnaire_file};

use crate::write;

/// Writes everything under `/fhir/`.
pub(crate) fn write_all(root: &Path, site: &Site) -> Result<(), String> {
    for (name, text) in files(site)? {
        write(&root.join("fhir").join(name), &text)?;
    }
    Ok(())
}

/// Name and text of every file.
pub fn files(site: &Site) -> Result<Vec<(String, String)>, String> {
    let (address, publisher) = (&site.publisher.address, &site.publisher.name);
    let mut files = Vec::new();
    for instrument in &site.instruments {
        for form in &instrument.data().form {
            let text = fhir::questionnaire(instrument, form, address, publisher).map_err(|reason| {
                format!("error: content/instruments/{}.toml: the form {:?}: {reason}", instrument.data().id, form.id)
            })?;
            files.push((questionnaire_file(form), text));
        }
    }
    let codes = fhir::code_system(&site.instruments, address, publisher)
        .map_err(|reason| format!("error: content/instruments: {reason}"))?;
    files.push((CODE_SYSTEM_FILE.to_owned(), codes));
    Ok(files)
}
