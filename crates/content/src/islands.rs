//! What a program does with a page of words: `island = "quiz"` above them. The programs are in `src/islands`.

/// Each island's name, what its page has to have in its HTML, and that in words.
const ISLANDS: [(&str, &str, &str); 4] = [
    ("quiz", " data-answer=", "a card `answer-true` or `answer-false`"),
    ("class-quiz", "<table", "a table of statements"),
    ("steps", "app-card--steps", "a card of steps"),
    ("plan", "<h2 class=\"govuk-heading-m\" id=", "a heading with an id"),
];

/// The names of all islands that a page of words can have.
pub fn names() -> [&'static str; 4] {
    ISLANDS.map(|(name, ..)| name)
}

/// What is wrong with an island on a page, if anything.
pub(crate) fn fault(island: &str, html: &str) -> Option<String> {
    match ISLANDS.iter().find(|(name, ..)| *name == island) {
        None => Some(format!("there is no island {island:?}; use one of {}, or none", names().join(", "))),
        Some((_, mark, what)) if !html.contains(mark) => {
            Some(format!("a page with the island {island:?} needs {what}"))
        }
        Some(_) => None,
    }
}
