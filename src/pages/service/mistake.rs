//! A letter about a mistake, for the person's own mail program. The site itself sends nothing.

use leptos::prelude::*;

use crate::pages::{Site, entry::Entry};

/// The part of the page: a link that opens the letter, and the letter to copy or print.
pub fn part(site: &'static Site, entry: &Entry) -> AnyView {
    let words = site.words;
    let subject = words.fill("mistake.subject", &[("name", &entry.label), ("id", &entry.record.id)]);
    let letter = letter(site, entry);
    let to = &site.mistakes_to;
    // RFC 6068 has CR and LF between lines.
    let link =
        ["mailto:", to, "?subject=", &encoded(&subject), "&body=", &encoded(&letter.replace('\n', "\r\n"))].concat();
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
                    <pre class="app-letter">{subject}"\n\n"{letter}</pre>
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// What the page says, and lines to fill in.
fn letter(site: &Site, entry: &Entry) -> String {
    let words = site.words;
    let record = entry.record;
    let none = words.get("mistake.none").to_owned();
    let location = record.place.as_ref().map(|place| place.location.to_string()).filter(|place| !place.is_empty());
    let phone = record.phone.as_ref().map(ToString::to_string);
    words.fill(
        "mistake.letter",
        &[
            ("name", &entry.label),
            ("id", &record.id),
            ("page", &[site.address.as_str(), &entry.path()].concat()),
            ("phone", &phone.unwrap_or_else(|| none.clone())),
            ("place", &location.unwrap_or(none)),
            ("source", &entry.source.name),
            ("day", &entry.source.as_at.to_string()),
        ],
    )
}

/// A text in an address: every byte but the letters, digits and signs that RFC 3986 leaves alone.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
