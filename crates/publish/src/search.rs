//! The index of all guidance, which `/search/` searches.

use page_search::{Heading, Index, Page, Text};
use rust_stemmers::{Algorithm, Stemmer};
use waymark::routes;

/// Words of the site itself, which answer no question of a reader's.
const NOT_SEARCHED: [&str; 2] = ["not-found", "plain-icon"];

/// The index of every page of words, every check and every path.
///
/// Which words belong together is decided here, by Snowball's rules for English: the program in the browser is told, and
/// has no grammar.
pub fn index(content: &content::Site) -> Index {
    let also = |path: &str| {
        let of_page = content.search.also.iter().find(|also| also.page == path);
        of_page.map(|also| also.words.clone()).unwrap_or_default()
    };
    let mut texts = Vec::new();
    for page in content.pages.iter().filter(|page| !NOT_SEARCHED.contains(&page.name.as_str())) {
        texts.push(text(format!("/{}/", page.name), &page.title, &page.summary, &page.html, ""));
    }
    for path in &content.paths {
        let asked: Vec<&str> = path.questions.iter().map(|question| question.text.as_str()).collect();
        let pieces: Vec<String> =
            path.pieces.iter().map(|piece| format!("<h2>{}</h2>{}", piece.heading, piece.html)).collect();
        let html = path.page.html.clone() + &pieces.concat();
        texts.push(text(routes::check(&path.page.name), &path.page.title, &path.page.summary, &html, &asked.join(" ")));
    }
    for form in content.instruments.iter().flat_map(|instrument| &instrument.data().form) {
        if let Some(page) = &form.page {
            texts.push(text(routes::check(&page.address), &page.title, &page.summary, "", ""));
        }
    }
    for text in &mut texts {
        text.also = also(&text.page.path);
        text.urgent = text.page.path.starts_with(&routes::Route::Prose("emergency").path());
    }
    let stemmer = Stemmer::create(Algorithm::English);
    page_search::make(texts, &content.search.ignored, |word| stemmer.stem(word).into_owned())
}

fn text(path: String, title: &str, summary: &str, html: &str, more: &str) -> Text {
    let mut all = String::new();
    let mut linked = Vec::new();
    for (tag, inside) in headings(html) {
        let text = words(inside);
        all.push_str(&text);
        all.push(' ');
        let id = tag.split_once("id=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(id, _)| id);
        if let Some(id) = id {
            linked.push(Heading { id: id.to_owned(), text: text.trim().to_owned() });
        }
    }
    let page = Page { path, title: title.to_owned(), summary: summary.to_owned(), headings: linked };
    Text { page, headings: all, body: words(html) + " " + more, ..Text::default() }
}

/// The headings under the title: what stands in the tag, and what stands between it and its end.
fn headings(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split("<h2").skip(1).filter_map(|rest| {
        let (tag, rest) = rest.split_once('>')?;
        Some((tag, rest.split_once("</h2>")?.0))
    })
}

/// What can be read of HTML that was made from checked words: nothing in it is a script or a comment.
fn words(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        // In front of the first tag nothing closes.
        words.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        words.push(' ');
    }
    for (escaped, plain) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        words = words.replace(escaped, plain);
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
