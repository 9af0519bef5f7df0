//! The rest of what is known of an entry. It opens on a press, and is made only then.

use directory::{Known, listing::Listing};

use super::{
    answer::Around,
    card::{address, link, page_of, paragraph},
};
use crate::{
    browser::Part,
    components::{letter::Letter, map_link, terms},
    html::Html,
};

/// Opens the rest of an entry, or closes it.
pub fn pressed(host: &Part, id: &str, around: Around<'_>) {
    let part = |what: &str| host.find(&["[id='", what, id, "']"].concat());
    let (Some(card), Some(button)) = (part("r-"), part("about-")) else { return };
    let open = button.attribute("aria-expanded") == "false";
    button.set("aria-expanded", if open { "true" } else { "false" });
    if let Some(rest) = part("more-of-") {
        return rest.show(open);
    }
    if let Some(entry) = around.finder.listings().entries.iter().find(|entry| entry.id == id) {
        let html = Html::new().raw("<div class=app-result__rest id=\"more-of-").text(id).raw("\">");
        card.append(&html.raw(&opened(entry, around)).raw("</div>").finish());
    }
}

/// What opens.
pub fn opened(entry: &Listing, around: Around<'_>) -> String {
    let words = around.words;
    let mut html = Html::new();
    html = paragraph(html, "", &entry.who_for);
    let present = entry.does.all(Known::Present).map(|term| terms::does(words, term));
    html = row(html, words.get("card.does"), present);
    let absent = entry.does.all(Known::Absent).map(|term| terms::does(words, term));
    html = row(html, words.get("card.does-not"), absent);
    html = row(html, words.get("card.who"), entry.who.iter().map(|term| terms::who(words, *term)));
    html = row(html, words.get("card.how"), entry.how.iter().map(|term| terms::how(words, *term)));
    let access = entry.access.all(Known::Present).map(|term| terms::access(words, term));
    html = row(html, words.get("card.access"), access);
    html = row(html, words.get("card.cost"), entry.cost.iter().map(|cost| terms::cost(words, *cost)));
    let languages: Vec<String> = entry.languages.iter().map(|tag| terms::language(words, *tag)).collect();
    html = row(html, words.get("card.languages"), languages.iter().map(String::as_str));
    html = paragraph(html, "", &entry.first_visit);
    if entry.does.is_unknown() {
        html = paragraph(html, "", words.get("card.unknown"));
    }
    let source = around.finder.listings().sources.get(entry.source as usize);
    if let Some(checked) = entry.checked {
        html = html.small(&words.fill("fresh.checked", &[("day", &checked.to_string())]));
    }
    html = html.raw("<ul>");
    if let Some(page) = page_of(entry, around) {
        html = item(html, &page, words.get("find.own-page"));
        html = item(html, &[&page, "#mistake"].concat(), words.get("mistake.title"));
    } else {
        let (source, day) = source.map(|source| (source.name.as_str(), source.as_at.to_string())).unwrap_or_default();
        let letter = Letter {
            id: &entry.id,
            name: &entry.name,
            page: around.here,
            phone: &entry.phone,
            place: &address(entry),
            source,
            day: &day,
        };
        html = item(html, &letter.link(around.mistakes_to, words), words.get("mistake.title"));
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
    html.raw("<li><a class=govuk-link rel=\"noreferrer nofollow\" href=\"")
        .text(to)
        .raw("\">")
        .text(label)
        .raw("</a></li>")
}

fn row<'a>(html: Html, label: &str, terms: impl Iterator<Item = &'a str>) -> Html {
    let terms: Vec<&str> = terms.collect();
    if terms.is_empty() {
        return html;
    }
    html.raw("<p><strong>").text(label).raw("</strong> ").text(&terms.join(", ")).raw("</p>")
}
