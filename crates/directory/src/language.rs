use core::fmt;

/// A language by its tag (BCP 47): two or three small letters, such as `pl` for Polish and `bfi` for British Sign
/// Language. Which tags there are is for the content that names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
pub struct Language([u8; 3]);

impl Language {
    /// Reads a tag; anything but two or three small letters is none.
    pub fn read(text: &str) -> Option<Language> {
        if !text.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        match *text.as_bytes() {
            [a, b] => Some(Language([a, b, b' '])),
            [a, b, c] => Some(Language([a, b, c])),
            _ => None,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().filter(|byte| **byte != b' ').try_for_each(|byte| fmt::Write::write_char(f, char::from(*byte)))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl TryFrom<String> for Language {
    type Error = String;
    fn try_from(text: String) -> Result<Language, String> {
        Language::read(&text).ok_or_else(|| {
            let mut reason = text;
            reason.push_str(" is not the tag of a language; write two or three small letters, as pl or bfi");
            reason
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<Language> for String {
    fn from(language: Language) -> String {
        language.to_string()
    }
}
