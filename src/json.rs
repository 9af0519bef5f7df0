//! Texts as JSON has them, written here: miniserde's writer prints numbers and cuts texts, which is 11 KB of program.

/// Puts a text between quotes, byte for byte as browsers write it (`JSON.stringify`): what is kept is compared so.
pub fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\u{0}'..='\u{1f}' => {
                out.push_str("\\u00");
                let code = letter as u32;
                out.extend([code >> 4, code & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

/// How everything begins that is kept as one text, before its version.
pub const BEGIN: &str = "{\"waymark\":";

/// The version of such a text, with which it begins: a newer one may go on in any way.
pub fn version(text: &str) -> Option<u16> {
    let after = text.trim_ascii().strip_prefix(BEGIN)?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    after.get(..digits)?.parse().ok().filter(|version| *version > 0)
}
