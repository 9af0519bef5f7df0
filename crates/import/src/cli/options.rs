//! Words after a command: some in their places, others as `--name value`.

use std::{collections::BTreeMap, path::PathBuf};

use directory::Date;

use super::HELP;

/// What was typed after a command.
pub struct Options {
    places: Vec<String>,
    named: BTreeMap<String, String>,
}

impl Options {
    /// Reads words. `flags` are the names that stand without a value, `names` those with one.
    pub fn read(words: &[String], flags: &[&str], names: &[&str]) -> Result<Options, String> {
        let mut options = Options { places: Vec::new(), named: BTreeMap::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let Some(name) = word.strip_prefix("--") else {
                options.places.push(word.clone());
                continue;
            };
            let value = if flags.contains(&name) {
                String::new()
            } else if names.contains(&name) {
                words.next().ok_or_else(|| format!("`{word}` needs a value after it.\n\n{HELP}"))?.clone()
            } else {
                return Err(format!("`{word}` is not known here.\n\n{HELP}"));
            };
            options.named.insert(name.to_owned(), value);
        }
        Ok(options)
    }

    /// The words without a name, if there are so many of them.
    pub fn places<const N: usize>(&self) -> Result<[&str; N], String> {
        let places: Vec<&str> = self.places.iter().map(String::as_str).collect();
        places.try_into().map_err(|_| HELP.to_owned())
    }

    /// The words without a name.
    pub fn all(&self) -> Vec<String> {
        self.places.clone()
    }

    /// Whether a flag was given.
    pub fn flag(&self, name: &str) -> bool {
        self.named.contains_key(name)
    }

    /// The value of a name that may be left out.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.named.get(name).map(String::as_str)
    }

    /// The value of a name that has to be there.
    pub fn need(&self, name: &str) -> Result<&str, String> {
        self.get(name).ok_or_else(|| format!("`--{name}` is missing.\n\n{HELP}"))
    }

    /// A file that has to be there.
    pub fn file(&self, name: &str) -> Result<PathBuf, String> {
        self.need(name).map(PathBuf::from)
    }

    /// A day that has to be there.
    pub fn day(&self, name: &str) -> Result<Date, String> {
        Date::read(self.need(name)?).map_err(|fault| format!("`--{name}`: {fault}."))
    }
}
