//! The words that travel with a page.
//!
//! No sentence is compiled into the program: a page carries the words its islands need, so another language
//! costs the program nothing. Every key is written out where it is used, so a test can find them all.

/// Short texts with their keys, as `content/<language>/strings.toml` holds them: `check.continue`. In the
/// order of the keys. Pairs and not a map, whose code would travel with the program.
pub type Strings = Vec<(String, String)>;

/// The words of one page. They live as long as the page (or the publisher) does, so this is free to copy.
#[derive(Debug, Clone, Copy)]
pub struct Words(&'static [(String, String)]);

impl Words {
    /// Keeps the strings, which come in the order of their keys, for as long as the program runs.
    pub fn keep(strings: Strings) -> Words {
        Words(Box::leak(strings.into_boxed_slice()))
    }

    /// The text of a key. An unknown key shows itself, so that a missing word is seen and not hidden.
    pub fn get(self, key: &str) -> &'static str {
        match self.0.binary_search_by(|(known, _)| known.as_str().cmp(key)) {
            Ok(place) => &self.0[place].1,
            Err(_) => Box::leak(key.to_owned().into_boxed_str()),
        }
    }

    /// The text of a key with its `{name}`s filled in.
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(key);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                filled.push_str(value);
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// A text that depends on a number: the key ends in `.one` for 1 and in `.other` for all else.
    pub fn count(self, key: &str, number: u32) -> String {
        let form = if number == 1 { ".one" } else { ".other" };
        self.fill(&[key, form].concat(), &[("n", &number.to_string())])
    }

    /// The texts of some keys' first parts, to send along with a page: `["check", "result"]`.
    pub fn only(self, parts: &[&str]) -> Strings {
        let wanted = |key: &String| key.split_once('.').is_some_and(|(part, _)| parts.contains(&part));
        self.0.iter().filter(|(key, _)| wanted(key)).cloned().collect()
    }
}
