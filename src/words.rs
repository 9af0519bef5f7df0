//! The words that travel with a page.
//!
//! No sentence is compiled into the program: a page carries the words its islands need, so another language
//! costs the program nothing. Every key is written out where it is used, so a test can find them all.

use std::collections::BTreeMap;


/// Short texts by key, as `content/<language>/strings.toml` holds them: `check.continue`.
pub type Strings = BTreeMap<String, String>;

/// The words of one page. They live as long as the page (or the publisher) does, so this is free to copy.
#[derive(Debug, Clone, Copy)]
pub struct Words(&'static Strings);

impl Words {
    /// Keeps the strings for as long as the program runs.
    pub fn keep(strings: Strings) -> Words {
        Words(Box::leak(Box::new(strings)))
    }

    /// The text of a key. An unknown key shows itself, so that a missing word is seen and not hidden.
    pub fn get(self, key: &str) -> &'static str {
        match self.0.get_key_value(key) {
            Some((_, text)) => text,
            None => Box::leak(key.to_owned().into_boxed_str()),
        }
    }

    /// The text of a key with its `{name}`s filled in.
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.get(key).to_owned();
        for (name, value) in values {
            text = text.replace(&["{", name, "}"].concat(), value);
        }
        text
    }

    /// A text that depends on a number: the key ends in `.one` for 1 and in `.other` for all else.
    pub fn count(self, key: &str, number: u32) -> String {
        let form = if number == 1 { ".one" } else { ".other" };
        self.fill(&[key, form].concat(), &[("n", &number.to_string())])
    }

    /// Is there a text for this key?
    pub fn has(self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The texts of some keys' first parts, to send along with a page: `["check", "result"]`.
    pub fn only(self, parts: &[&str]) -> Strings {
        let wanted = |key: &String| key.split_once('.').is_some_and(|(part, _)| parts.contains(&part));
        self.0.iter().filter(|(key, _)| wanted(key)).map(|(key, text)| (key.clone(), text.clone())).collect()
    }
}

