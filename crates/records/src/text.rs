use directory::{Known, Offer, Term};

/// TOML that is being written, a key on a line. What is empty is left out.
#[derive(Default)]
pub struct Text(String);

impl Text {
    /// The comment at the top of a file, and an empty line after it.
    pub fn heading(&mut self, lines: &[String]) {
        for line in lines {
            self.raw(if line.is_empty() { "#" } else { "# " });
            self.raw(line);
            self.raw("\n");
        }
        if !lines.is_empty() {
            self.raw("\n");
        }
    }

    pub fn finish(self) -> String {
        self.0
    }

    pub fn raw(&mut self, text: &str) {
        self.0.push_str(text);
    }

    pub fn key(&mut self, key: &str) {
        self.raw(key);
        self.raw(" = ");
    }

    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quoted(value);
        self.raw("\n");
    }

    pub fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    pub fn displayed(&mut self, key: &str, value: Option<&impl ToString>) {
        self.optional(key, value.map(ToString::to_string).as_deref());
    }

    pub fn flag(&mut self, key: &str, value: bool) {
        if value {
            self.key(key);
            self.raw("true\n");
        }
    }

    pub fn number(&mut self, key: &str, value: Option<u8>) {
        if let Some(value) = value {
            self.key(key);
            self.raw(&value.to_string());
            self.raw("\n");
        }
    }

    pub fn terms<T: Term>(&mut self, key: &str, terms: &[T]) {
        self.list(key, terms.iter().map(|term| term.id()));
    }

    pub fn offer<T: Term>(&mut self, present: &str, absent: &str, offer: &Offer<T>) {
        self.list(present, offer.all(Known::Present).map(Term::id));
        self.list(absent, offer.all(Known::Absent).map(Term::id));
    }

    pub fn owned_list(&mut self, key: &str, values: impl Iterator<Item = String>) {
        let values: Vec<String> = values.collect();
        self.list(key, values.iter().map(String::as_str));
    }

    pub fn list<'v>(&mut self, key: &str, values: impl Iterator<Item = &'v str>) {
        let mut values = values.peekable();
        if values.peek().is_none() {
            return;
        }
        self.key(key);
        for (place, value) in values.enumerate() {
            self.raw(if place == 0 { "[" } else { ", " });
            self.quoted(value);
        }
        self.raw("]\n");
    }

    /// A basic string: on one line, with everything escaped that TOML asks for.
    pub fn quoted(&mut self, value: &str) {
        self.raw("\"");
        for letter in value.chars() {
            match letter {
                '"' => self.raw("\\\""),
                '\\' => self.raw("\\\\"),
                '\n' => self.raw("\\n"),
                '\t' => self.raw("\\t"),
                letter if letter.is_control() => self.raw(&format!("\\u{:04X}", u32::from(letter))),
                letter => self.0.push(letter),
            }
        }
        self.raw("\"");
    }
}
