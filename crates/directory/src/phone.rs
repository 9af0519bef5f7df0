use core::fmt;

use serde::{Deserialize, Serialize};

/// A telephone number in Britain as people read it: digits in groups, `0300 123 1110`, or short as `111`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// Reads a number written in groups of digits. A full number begins with 0 and has 10 or 11 digits (the
    /// one free line with eight, 0800 1111, too); a short one has 3 to 6 digits and no 0 in front.
    pub fn read(text: &str) -> Result<Phone, String> {
        let tidy = text.split(' ').all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let sound = if text.starts_with('0') { matches!(digits, 8 | 10 | 11) } else { (3..=6).contains(&digits) };
        if tidy && sound {
            Ok(Phone(text.to_owned()))
        } else {
            Err(format!("{text:?} is not a telephone number; write groups of digits, as in 0300 123 1110"))
        }
    }

    /// The address of a link that calls it: digits only.
    pub fn tel(&self) -> String {
        let mut link = String::from("tel:");
        link.extend(self.0.chars().filter(char::is_ascii_digit));
        link
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Phone {
    type Error = String;
    fn try_from(text: String) -> Result<Phone, String> {
        Phone::read(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> String {
        phone.0
    }
}
