//! Reading files so that everything wrong has a file and a line.

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use directory::Date;
pub use records::Fault;
use screening::fault::Part;
use serde::de::DeserializeOwned;

/// Collects what is wrong while everything is read.
pub(crate) struct Report<'a> {
    pub root: &'a Path,
    pub today: Date,
    pub faults: Vec<Fault>,
    pub warnings: Vec<Fault>,
}

/// A file's text, with its name for messages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Source {
    pub name: String,
    pub text: String,
}

/// One step of the way to a value in a TOML file.
enum Step<'p> {
    Key(&'p str),
    At(usize),
}

impl Source {
    /// The line, from 1, of a place in the text.
    pub fn line_at(&self, offset: usize) -> usize {
        self.text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
    }

    /// The line of the first occurrence of some words; the first line if they are not there.
    pub fn line_of(&self, words: &str) -> usize {
        self.text.find(words).map_or(1, |offset| self.line_at(offset))
    }

    pub fn fault(&self, line: usize, reason: impl Into<String>) -> Fault {
        Fault { file: self.name.clone(), line, reason: reason.into() }
    }

    /// The line of the value at a path of keys and positions, or of the nearest part of the path that exists.
    pub fn line_of_path(&self, path: &[Part]) -> usize {
        let steps = path.iter().map(|part| match part {
            Part::Key(key) => Step::Key(key),
            Part::At(place) => Step::At(*place),
        });
        self.line_at(self.start_of(steps))
    }

    /// The line on which the words of a text begin (`result.list-md`): one down where they begin under their quotes.
    pub fn line_of_words(&self, key: &str) -> usize {
        let start = self.start_of(key.split('.').map(Step::Key));
        let under = ["\"\"\"\n", "'''\n"].iter().any(|quotes| self.text[start..].starts_with(quotes));
        self.line_at(start) + usize::from(under)
    }

    /// Where the value at a path begins, or the nearest part of the path that exists.
    fn start_of<'p>(&self, path: impl Iterator<Item = Step<'p>>) -> usize {
        let Ok(table) = toml::de::DeTable::parse(&self.text) else { return 0 };
        let mut span: Range<usize> = table.span();
        let mut value: Option<&toml::de::DeValue<'_>> = None;
        for part in path {
            let next = match (value, part) {
                (None, Step::Key(key)) => table.get_ref().get(key),
                (Some(toml::de::DeValue::Table(table)), Step::Key(key)) => table.get(key),
                (Some(toml::de::DeValue::Array(list)), Step::At(place)) => list.get(place),
                _ => None,
            };
            let Some(next) = next else { break };
            span = next.span();
            value = Some(next.get_ref());
        }
        span.start
    }
}

impl<'a> Report<'a> {
    pub fn new(root: &'a Path, today: Date) -> Self {
        Report { root, today, faults: Vec::new(), warnings: Vec::new() }
    }

    /// The text of a file, named from the project's folder.
    pub fn read(&mut self, name: &str) -> Option<Source> {
        match fs::read_to_string(self.root.join(name)) {
            Ok(text) => Some(Source { name: name.to_owned(), text }),
            Err(error) => {
                self.faults.push(Fault { file: name.to_owned(), line: 1, reason: format!("cannot be read: {error}") });
                None
            }
        }
    }

    /// The names, from the project's folder and in order, of a folder's entries that end in `.extension`
    /// (or of its folders, for an empty extension).
    pub fn list(&mut self, folder: &str, extension: &str) -> Vec<String> {
        let entries = match fs::read_dir(self.root.join(folder)) {
            Ok(entries) => entries,
            Err(error) => {
                let reason = format!("the folder cannot be read: {error}");
                self.faults.push(Fault { file: folder.to_owned(), line: 1, reason });
                return Vec::new();
            }
        };
        let wanted = |path: &PathBuf| {
            if extension.is_empty() { path.is_dir() } else { path.extension().is_some_and(|found| found == extension) }
        };
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(wanted)
            .filter_map(|path| Some(format!("{folder}/{}", path.file_name()?.to_str()?)))
            .collect();
        names.sort();
        names
    }

    /// A TOML file as a type, with the line of whatever does not fit.
    pub fn toml<T: DeserializeOwned>(&mut self, source: &Source) -> Option<T> {
        match toml::from_str(&source.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let line = error.span().map_or(1, |span| source.line_at(span.start));
                self.faults.push(source.fault(line, error.message().to_owned()));
                None
            }
        }
    }
}
