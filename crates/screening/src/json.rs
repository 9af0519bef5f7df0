//! Writes JSON: just what FHIR and kept results need, and in the order in which it is given, which miniserde's maps do not keep.

/// A JSON value. FHIR forbids empty texts, lists and objects, so a member that is empty is left out.
pub(crate) enum Json {
    Text(String),
    Whole(u16),
    Yes(bool),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    pub fn text(text: &str) -> Json {
        Json::Text(text.to_owned())
    }

    /// The file: indented, since people open it too, with a line end at the end.
    pub fn file(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn is_empty(&self) -> bool {
        match self {
            Json::Text(text) => text.is_empty(),
            Json::Whole(_) | Json::Yes(_) => false,
            Json::List(list) => list.is_empty(),
            Json::Object(members) => members.iter().all(|(_, value)| value.is_empty()),
        }
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Json::Text(text) => quote(out, text),
            Json::Whole(number) => out.push_str(&number.to_string()),
            Json::Yes(true) => out.push_str("true"),
            Json::Yes(false) => out.push_str("false"),
            Json::List(list) => {
                out.push('[');
                for (place, value) in list.iter().enumerate() {
                    line(out, place, depth + 1);
                    value.write(out, depth + 1);
                }
                end(out, depth, ']');
            }
            Json::Object(members) => {
                out.push('{');
                for (place, (key, value)) in members.iter().filter(|(_, value)| !value.is_empty()).enumerate() {
                    line(out, place, depth + 1);
                    quote(out, key);
                    out.push_str(": ");
                    value.write(out, depth + 1);
                }
                end(out, depth, '}');
            }
        }
    }
}

fn line(out: &mut String, place: usize, depth: usize) {
    if place > 0 {
        out.push(',');
    }
    end_line(out, depth);
}

fn end(out: &mut String, depth: usize, bracket: char) {
    end_line(out, depth);
    out.push(bracket);
}

fn end_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1f}' => {
                // Only these 32 need it, so the first two digits are always 0.
                out.push_str(if letter < '\u{10}' { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(u32::from(letter) & 15, 16));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::Json;

    fn written(text: &str) -> String {
        Json::text(text).file()
    }

    #[test]
    fn what_would_end_a_string_is_escaped() {
        assert_eq!(written("say \"no\" \\ or"), "\"say \\\"no\\\" \\\\ or\"\n");
        assert_eq!(written("a\nb\tc\u{0}\u{1f}\u{7f}"), "\"a\\nb\\u0009c\\u0000\\u001f\u{7f}\"\n");
        assert_eq!(written("“‘©é\u{2028}🍺"), "\"“‘©é\u{2028}🍺\"\n");
    }

    /// Every single character comes back from another reader.
    #[test]
    fn every_character_comes_back() {
        for letter in (0..=0x2fff).chain(0x1f300..0x1f700).filter_map(char::from_u32) {
            let read: Result<String, _> = miniserde::json::from_str(&written(&letter.to_string()));
            assert_eq!(read.ok(), Some(letter.to_string()), "{letter:?}");
        }
    }

    #[test]
    fn what_is_empty_is_left_out() {
        let value = Json::Object(vec![
            ("a", Json::text("")),
            ("b", Json::List(vec![Json::Whole(4), Json::Yes(false)])),
            ("c", Json::List(Vec::new())),
            ("d", Json::Object(vec![("e", Json::text(""))])),
        ]);
        assert_eq!(value.file(), "{\n  \"b\": [\n    4,\n    false\n  ]\n}\n");
    }
}
