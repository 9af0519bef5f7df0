//! One entry of an answer as HTML. What most people need is in sight; the rest opens on a press, and is made only then, so
//! that a list is there within a frame of the keystroke.

use directory::{Freshness, Kind, Miles, Term, find::Shown, listing::Listing};

use super::{answer::Around, status};
use crate::{components::terms, html::Html, words::Words};

/// An entry that is shown.
pub struct Card<'a> {
    /// The entry.
    pub entry: &'a Listing,
    /// How it was found.
    pub shown: Shown,
    /// Its number in the list.
    pub number: usize,
}

impl Card<'_> {
    /// The item of the list.
    pub fn item(&self, html: Html, around: Around<'_>) -> Html {
        let (entry, words) = (self.entry, around.words);
        let own = self.shown.own && entry.kind == Kind::DrugAndAlcohol;
        let tag = if own { words.get("service.own") } else { terms::kind(words, entry.kind) };
        let mut html = html
            .raw("<li class=\"app-panel app-result\" data-kind=")
            .raw(entry.kind.id())
            .raw(" data-id=\"")
            .text(&entry.id)
            .raw("\" id=\"r-")
            .text(&entry.id)
            .raw("\" tabindex=-1><p class=app-tag>")
            .text(tag)
            .raw("</p><h2 class=app-service__name id=\"name-")
            .text(&entry.id)
            .raw("\"><span class=app-result__number>")
            .raw(&self.number.to_string())
            .raw("</span> ");
        html = match page_of(entry, around) {
            Some(page) => link(html, &page, "govuk-link", &entry.name),
            None => html.text(&entry.name),
        }
        .raw("</h2>");
        if self.shown.by_former_name {
            let names = entry.former_names.join(", ");
            html = html.raw("<p>").text(&words.fill("service.former", &[("names", &names)])).raw("</p>");
        }
        let old = around.now.map_or(Freshness::Old, |now| around.finder.listings().freshness(entry, now.date()));
        // What nobody has checked for long is to be called before anything else about it is believed.
        html = if old == Freshness::Old {
            let html = paragraph(call(html, entry, words), "", &entry.about);
            self.place(html, around)
        } else {
            let html = self.place(paragraph(html, "", &entry.about), around);
            call(html, entry, words)
        };
        html = paragraph(html, " class=app-service__caution", &entry.caution);
        html = match old {
            Freshness::Recent => html,
            Freshness::NotRecent => paragraph(html, " class=app-fresh", words.get("fresh.not-recent")),
            Freshness::Old => paragraph(html, " class=\"app-fresh app-fresh--old\"", words.get("fresh.old")),
        };
        if let Some(source) = around.finder.listings().sources.get(entry.source as usize) {
            let day = source.as_at.to_string();
            html = html.small(&words.fill("card.source", &[("source", &source.name), ("day", &day)]));
        }
        let listed = around.shortlist.has(&entry.id);
        let html = html.raw("<p class=app-result__more>");
        let html = press(html, "about", entry, "expanded", false, words.get("card.more"));
        press(html, "list", entry, "pressed", listed, on_list(listed, words)).raw("</p></li>")
    }

    /// Where it is and how far, and whether it is open.
    fn place(&self, html: Html, around: Around<'_>) -> Html {
        let words = around.words;
        let address = address(self.entry);
        let far = match (self.shown.metres, self.entry.point) {
            (Some(metres), _) => distance(metres, words),
            (None, None) if address.is_empty() && !self.entry.phone.is_empty() => words.get("find.by-phone").to_owned(),
            _ => String::new(),
        };
        let between = if address.is_empty() || far.is_empty() { "" } else { " · " };
        let html = paragraph(html, "", &[address.as_str(), between, &far].concat());
        let Some(now) = around.now else { return html };
        let status = around.finder.status(self.entry, now);
        let class = if status.open_now() { " class=app-open" } else { "" };
        paragraph(html, class, &status::said(&status, words))
    }
}

/// What the button says that puts an entry on the person's list, or takes it off.
pub fn on_list(listed: bool, words: Words) -> &'static str {
    words.get(if listed { "shortlist.take-off" } else { "shortlist.add" })
}

/// A button about the entry. Its name is its own words and the entry's, without a part of the page that only says it: a
/// browser lays out every part of every card before it shows the first.
fn press(html: Html, what: &str, entry: &Listing, state: &str, on: bool, label: &str) -> Html {
    html.raw("<button type=button class=app-link-button id=\"")
        .raw(what)
        .raw("-")
        .text(&entry.id)
        .raw("\" aria-labelledby=\"")
        .raw(what)
        .raw("-")
        .text(&entry.id)
        .raw(" name-")
        .text(&entry.id)
        .raw("\" aria-")
        .raw(state)
        .raw(if on { "=true>" } else { "=false>" })
        .text(label)
        .raw("</button> ")
}

/// The address of its own page, if it has one.
pub fn page_of(entry: &Listing, around: Around<'_>) -> Option<String> {
    let area = around.areas.get(entry.area? as usize)?;
    Some([&area.path, entry.id.as_str(), "/"].concat())
}

/// Its number, large enough for a thumb; or that there is none.
fn call(html: Html, entry: &Listing, words: Words) -> Html {
    if entry.phone.is_empty() {
        return paragraph(html, "", words.get("places.no-phone"));
    }
    let html = html.raw("<p>");
    link(html, &tel(&entry.phone), "app-tel app-tel--large", &entry.phone).raw("</p>")
}

/// The link that calls a number.
pub fn tel(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    ["tel:", &digits].concat()
}

/// A link with a class.
pub fn link(html: Html, to: &str, class: &str, label: &str) -> Html {
    html.raw("<a class=\"").raw(class).raw("\" href=\"").text(to).raw("\">").text(label).raw("</a>")
}

/// Street, town and postcode in one line.
pub fn address(entry: &Listing) -> String {
    let postcode = entry.postcode.map(|postcode| postcode.to_string()).unwrap_or_default();
    let lines = [entry.address.as_str(), entry.town.as_str()];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    [lines.join(", ").as_str(), " ", &postcode].concat().trim().to_owned()
}

fn distance(metres: u32, words: Words) -> String {
    let miles = Miles::from_metres(metres);
    let key = if miles.is_under() {
        "find.under"
    } else if miles.is_one() {
        "find.mile"
    } else {
        "find.miles"
    };
    words.fill(key, &[("n", &miles.to_string())])
}

/// A paragraph, unless there is nothing to say.
pub fn paragraph(html: Html, class: &str, text: &str) -> Html {
    if text.is_empty() { html } else { html.raw("<p").raw(class).raw(">").text(text).raw("</p>") }
}
