//! A letter about a mistake, for the person's own mail program. The site itself sends nothing.

use leptos::prelude::*;

use crate::{
    components::letter::Letter,
    pages::{Site, entry::Entry},
};

/// The part of the page: a link that opens the letter, and the letter to copy or print.
pub fn part(site: &'static Site, entry: &Entry) -> AnyView {
    let words = site.words;
    let record = entry.record;
    let phone = record.phone.as_ref().map(ToString::to_string).unwrap_or_default();
    let place = record.place.as_ref().map(|place| place.location.to_string()).unwrap_or_default();
    let day = entry.source.as_at.to_string();
    let letter = Letter {
        id: &record.id,
        name: &entry.label,
        page: &[site.address.as_str(), &entry.path()].concat(),
        phone: &phone,
        place: &place,
        source: &entry.source.name,
        day: &day,
    };
    let to = &site.mistakes_to;
    let link = letter.link(to, words);
    view! {
        <section id="mistake" class="app-entry__mistake">
            <h2 class="govuk-heading-m">{words.get("mistake.title")}</h2>
            <p>{words.get("mistake.text")}</p>
            <p><a href=link>{words.get("mistake.write")}</a></p>
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{words.get("mistake.copy")}</span>
                </summary>
                <div class="govuk-details__text">
                    <p>{words.fill("mistake.to", &[("address", to)])}</p>
                    <pre class="app-letter">{letter.subject(words)}"\n\n"{letter.text(words)}</pre>
                </div>
            </details>
        </section>
    }
    .into_any()
}
