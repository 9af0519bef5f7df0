use page_search::{Found, Index, Page};

use crate::{browser, html::Html, words::Words};

/// The pages that were found, each with what it is for and the places in it that fit.
pub fn list(index: &Index, found: &Found) -> String {
    let mut html = Html::new();
    for hit in &found.hits {
        let Some(page) = index.pages().get(hit.page) else { continue };
        html = link(html.raw("<li class=app-hits__hit>"), page, "", &page.title)
            .raw("<p>")
            .text(&page.summary)
            .raw("</p>");
        let headings = hit.headings.iter().filter_map(|place| page.headings.get(*place));
        for (place, heading) in headings.enumerate() {
            html = link(html.raw(if place == 0 { "<ul><li>" } else { "<li>" }), page, &heading.id, &heading.text);
        }
        html = html.raw(if hit.headings.is_empty() { "</li>" } else { "</ul></li>" });
    }
    html.finish()
}

fn link(html: Html, page: &Page, id: &str, text: &str) -> Html {
    html.raw("<a class=govuk-link href=\"")
        .text(&browser::at(&page.path))
        .raw(if id.is_empty() { "" } else { "#" })
        .text(id)
        .raw("\">")
        .text(text)
        .raw("</a>")
}

/// What is said of what was found.
pub fn said(words: Words, typed: &str, found: &Found) -> String {
    if typed.trim().is_empty() {
        return String::new();
    }
    if found.hits.is_empty() {
        return words.get("search.nothing").to_owned();
    }
    let mut said = String::new();
    for (typed, word) in &found.taken_for {
        said.push_str(&words.fill("search.taken", &[("typed", typed), ("word", word)]));
        said.push(' ');
    }
    let all = found.all as u32;
    said.push_str(&if found.only_some {
        words.get("search.some").to_owned()
    } else if found.all > found.hits.len() {
        words.fill("search.best", &[("n", &all.to_string()), ("shown", &found.hits.len().to_string())])
    } else {
        words.count("search.found", all)
    });
    said
}
