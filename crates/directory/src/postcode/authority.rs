use core::fmt;

/// The code of a local authority district (ONS): a letter for the country and eight digits, such as `E06000051`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Authority([u8; 9]);

impl Authority {
    /// Reads a code; anything but a capital letter and eight digits is none.
    pub fn read(text: &str) -> Option<Authority> {
        Authority::from_bytes(text.as_bytes())
    }

    /// As [`Authority::read`], from bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Authority> {
        let code: [u8; 9] = bytes.try_into().ok()?;
        let (letter, digits) = code.split_first()?;
        (letter.is_ascii_uppercase() && digits.iter().all(u8::is_ascii_digit)).then_some(Authority(code))
    }

    /// The code, as areas have it in their `authority-codes`.
    pub fn as_str(&self) -> &str {
        // Letters and digits are text; nothing else gets in.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
