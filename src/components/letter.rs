//! A letter about a mistake in the directory. The person's own mail program sends it, or they post it: the site sends
//! nothing.

use crate::words::Words;

/// What the letter says of an entry: as it stands on the site, so that whoever mends it sees what was seen.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// The entry's id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The address of the page where it was seen.
    pub page: &'a str,
    /// Its number; empty if there is none.
    pub phone: &'a str,
    /// Where it is; empty if it is nowhere.
    pub place: &'a str,
    /// Where its facts are from.
    pub source: &'a str,
    /// The day that they speak of.
    pub day: &'a str,
}

impl Letter<'_> {
    /// The subject, in one line.
    pub fn subject(&self, words: Words) -> String {
        words.fill("mistake.subject", &[("name", self.name), ("id", self.id)])
    }

    /// The letter, with room for what only the person knows.
    pub fn text(&self, words: Words) -> String {
        let none = words.get("mistake.none");
        words.fill(
            "mistake.letter",
            &[
                ("name", self.name),
                ("id", self.id),
                ("page", self.page),
                ("phone", or(self.phone, none)),
                ("place", or(self.place, none)),
                ("source", self.source),
                ("day", self.day),
            ],
        )
    }

    /// A link that opens the person's mail program with the letter in it.
    pub fn link(&self, to: &str, words: Words) -> String {
        let (subject, body) = (encoded(&self.subject(words)), encoded(&self.text(words)));
        ["mailto:", to, "?subject=", &subject, "&body=", &body].concat()
    }
}

fn or<'a>(text: &'a str, none: &'a str) -> &'a str {
    if text.is_empty() { none } else { text }
}

/// A text as the part of an address (RFC 6068): letters, digits and `-._~` as they are, every other byte as `%20`; the end
/// of a line is two.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.trim_end().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            b'\n' => out.push_str("%0D%0A"),
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.extend(char::from_digit(u32::from(digit), 16).map(|digit| digit.to_ascii_uppercase()));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn only_plain_letters_stay_as_they_are() {
        assert_eq!(encoded("A & b?\nc’s\n"), "A%20%26%20b%3F%0D%0Ac%E2%80%99s");
    }
}
