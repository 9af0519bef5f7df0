//! The text of a file as a book.

use std::{collections::HashSet, ops::Range};

use directory::DataSource;
use toml::Spanned;

use crate::{
    Book, Fault,
    shape::{self, File},
};

mod record;

/// Reads a file's text. `name` is its path from the project's folder, for what is said of faults.
///
/// # Errors
/// Everything that is wrong, each with its line; if it does not even have the shape of such a file, only the first
/// thing that does not fit.
pub fn read(name: &str, text: &str) -> Result<Book, Vec<Fault>> {
    let mut reader = Reader { name, text, faults: Vec::new(), ids: HashSet::new() };
    let heading = reader.heading();
    reader.comments(heading.len());
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span().map_or(1, |span| reader.line_at(span.start));
            reader.fault(line, error.message().to_owned());
            return Err(reader.faults);
        }
    };
    let sources: Vec<DataSource> = file.source.into_iter().map(|source| reader.source(source)).collect();
    reader.unique(&sources);
    if sources.is_empty() {
        reader.fault(1, "there is no source; add [[source]] with id, name, licence and as-at".to_owned());
    }
    let mut book = Book {
        heading,
        area: file.area,
        kind: file.kind,
        nearby: file.nearby,
        sources,
        records: Vec::with_capacity(file.service.len()),
    };
    for service in file.service {
        let record = reader.record(&book, service);
        book.records.push(record);
    }
    if reader.faults.is_empty() { Ok(book) } else { Err(reader.faults) }
}

struct Reader<'t> {
    name: &'t str,
    text: &'t str,
    faults: Vec<Fault>,
    ids: HashSet<String>,
}

impl Reader<'_> {
    fn fault(&mut self, line: usize, reason: String) {
        self.faults.push(Fault { file: self.name.to_owned(), line, reason });
    }

    fn line_at(&self, offset: usize) -> usize {
        self.text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
    }

    /// The line on which a key of a table stands, or the table's first line.
    fn line_of(&self, span: &Range<usize>, key: &str) -> usize {
        let first = self.line_at(span.start);
        let table = self.text.lines().enumerate().skip(first.saturating_sub(1));
        // The table ends where the next begins.
        let mut table = table.enumerate().take_while(|(place, (_, line))| *place == 0 || !line.starts_with('['));
        let found = table.find(|(_, (_, line))| line.split('=').next().is_some_and(|start| start.trim() == key));
        found.map_or(first, |(_, (place, _))| place + 1)
    }

    /// The comment at the top of the file.
    fn heading(&self) -> Vec<String> {
        let lines = self.text.lines().take_while(|line| line.starts_with('#'));
        lines.map(|line| line.trim_start_matches('#').trim().to_owned()).collect()
    }

    /// A comment anywhere else would be lost when the file is written again.
    fn comments(&mut self, after: usize) {
        let lines = self.text.lines().enumerate().skip(after);
        let found: Vec<usize> = lines.filter(|(_, line)| has_comment(line)).map(|(place, _)| place + 1).collect();
        for line in found {
            let reason = "a comment here is lost at the next import; write it at the top, or as `note` of a service";
            self.fault(line, reason.to_owned());
        }
    }

    fn source(&mut self, source: Spanned<shape::Source>) -> DataSource {
        let span = source.span();
        let source = source.into_inner();
        for (key, value) in [("id", &source.id), ("name", &source.name), ("licence", &source.licence)] {
            if value.trim().is_empty() {
                self.fault(self.line_of(&span, key), format!("a source has to have its {key}"));
            }
        }
        let shape::Source { id, name, licence, as_at, lead } = source;
        DataSource { id, name, licence, as_at, lead }
    }

    fn unique(&mut self, sources: &[DataSource]) {
        for (place, source) in sources.iter().enumerate() {
            if sources.iter().take(place).any(|other| other.id == source.id) {
                self.fault(1, format!("two sources have the id {:?}", source.id));
            }
        }
    }
}

/// A `#` outside of quotes.
fn has_comment(line: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    for letter in line.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '#' if !quoted => return true,
            _ => {}
        }
    }
    false
}
