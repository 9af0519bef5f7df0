//! The index of all guidance, which `/search/` searches.

use content::PathPage;
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
        texts.push(of_page(page, format!("/{}/", page.name)));
    }
    for PathPage { page, questions, pieces, .. } in &content.paths {
        let mut text = of_page(page, routes::check(&page.name));
        for piece in pieces {
            // No link leads to a piece: its name would say what was answered.
            text.headings.push_str(&[" ", &piece.heading].concat());
            text.body.push_str(&[" ", &words(&piece.html)].concat());
        }
        text.body.extend(questions.iter().flat_map(|question| [" ", &question.text]));
        texts.push(text);
    }
    for form in content.instruments.iter().flat_map(|instrument| &instrument.data().form) {
        if let Some(page) = &form.page {
            let (path, title, summary) = (routes::check(&page.address), page.title.clone(), page.summary.clone());
            texts.push(Text { page: Page { path, title, summary, ..Page::default() }, ..Text::default() });
        }
    }
    for text in &mut texts {
        text.also = also(&text.page.path);
        text.urgent = text.page.path.starts_with(&routes::Route::Prose("emergency").path());
    }
    let stemmer = Stemmer::create(Algorithm::English);
    page_search::make(texts, &content.search.ignored, |word| stemmer.stem(word).into_owned())
}

fn of_page(page: &content::Page, path: String) -> Text {
    let headings: Vec<Heading> =
        page.headings.iter().map(|heading| Heading { id: heading.id.clone(), text: words(&heading.html) }).collect();
    Text {
        headings: headings.iter().flat_map(|heading| [heading.text.as_str(), " "]).collect(),
        body: words(&page.html),
        page: Page {
            path,
            title: page.title.clone(),
            summary: page.summary.clone(),
            headings: headings.into_iter().filter(|heading| !heading.id.is_empty()).collect(),
        },
        ..Text::default()
    }
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
