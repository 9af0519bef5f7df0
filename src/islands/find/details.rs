//! The rest of what is known of an entry. It opens on a press, and is made only then.

use directory::{Known, Term, listing::Listing};

use super::{
    answer::Around,
    card::{address, link, page_of, paragraph},
};
use crate::{
    components::{letter::Letter, map_link},
    html::Html,
    words::Words,
};

/// The closed part: a heading to press, and an empty place for [`opened`].
pub fn closed(entry: &Listing, words: Words) -> Html {
    Html::new()
        .raw("<details class=govuk-details id=\"more-of-")
        .text(&entry.id)
        .raw("\"><summary class=govuk-details__summary id=\"about-")
        .text(&entry.id)
        .raw("\"><span class=govuk-details__summary-text>")
        .text(words.get("card.more"))
        .raw("<span class=govuk-visually-hidden>: ")
        .text(&entry.name)
        .raw("</span></span></summary><div class=govuk-details__text></div></details>")
}

/// What opens.
pub fn opened(entry: &Listing, around: Around<'_>) -> String {
    let words = around.words;
    let mut html = Html::new();
    html = paragraph(html, "", &entry.who_for);
    html = row(html, words.get("card.does"), &terms(entry.does.all(Known::Present), |term| words.get(&["does.", term].concat())));
    html = row(html, words.get("card.does-not"), &terms(entry.does.all(Known::Absent), |term| words.get(&["does.", term].concat())));
    html = row(html, words.get("card.who"), &terms(entry.who.iter().copied(), |term| words.get(&["who.", term].concat())));
    html = row(html, words.get("card.how"), &terms(entry.how.iter().copied(), |term| words.get(&["how.", term].concat())));
    html = row(html, words.get("card.access"), &terms(entry.access.all(Known::Present), |term| words.get(&["access.", term].concat())));
    html = row(html, words.get("card.cost"), &terms(entry.cost.into_iter(), |term| words.get(&["cost.", term].concat())));
    let languages: Vec<&str> =
        entry.languages.iter().map(|tag| words.get(&["language.", &tag.to_string()].concat())).collect();
    html = row(html, words.get("card.languages"), &languages);
    html = paragraph(html, "", &entry.first_visit);
    if entry.does.is_unknown() {
        html = paragraph(html, "", words.get("card.unknown"));
    }
    let source = around.finder.listings().sources.get(entry.source as usize);
    if let Some(source) = source {
        let day = source.as_at.to_string();
        html = html.small(&words.fill("find.source", &[("source", &source.name), ("day", &day)]));
    }
    if let Some(checked) = entry.checked {
        html = html.small(&words.fill("card.checked", &[("day", &checked.to_string())]));
    }
    html = html.raw("<ul>");
    if let Some(page) = page_of(entry, around) {
        html = item(html, &page, words.get("find.own-page"));
        html = item(html, &[&page, "#mistake"].concat(), words.get("card.mistake"));
    } else {
        let source = source.map_or("", |source| source.name.as_str());
        let address = address(entry);
        let letter = Letter { id: &entry.id, name: &entry.name, phone: &entry.phone, address: &address, source };
        html = item(html, &letter.link(around.mistakes_to, words), words.get("card.mistake"));
    }
    if !entry.website.is_empty() {
        html = leaving(html, &entry.website, words.get("card.website"));
    }
    if let Some(map) = entry.point.and_then(map_link::to) {
        html = leaving(html, &map, words.get("card.map"));
    }
    html.raw("</ul>").finish()
}

fn item(html: Html, to: &str, label: &str) -> Html {
    link(html.raw("<li>"), to, "govuk-link", label).raw("</li>")
}

/// A link that leaves the site; its words say so.
fn leaving(html: Html, to: &str, label: &str) -> Html {
    html.raw("<li><a class=govuk-link rel=\"noreferrer nofollow\" href=\"").text(to).raw("\">").text(label).raw("</a></li>")
}

fn terms<T: Term>(all: impl Iterator<Item = T>, name: impl Fn(&str) -> &'static str) -> Vec<&'static str> {
    all.map(|term| name(term.id())).collect()
}

fn row(html: Html, label: &str, terms: &[&str]) -> Html {
    if terms.is_empty() {
        return html;
    }
    html.raw("<p><strong>").text(label).raw("</strong> ").text(&terms.join(", ")).raw("</p>")
}
