//! Whether a text that is kept once only can be read: how long it is, and of which version.

use crate::json;

/// Why a text cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It was changed or cut off.
    Damaged,
    /// It is longer than anything that is written here.
    TooLong,
    /// A newer version of the site kept it.
    Newer,
}

/// Reads what can be in a text of this version that is at most so many bytes long; a newer one may go on in any way.
///
/// # Errors
///
/// Why it cannot be shown.
pub fn readable<T: miniserde::Deserialize>(text: &str, version: u16, longest: usize) -> Result<T, Unreadable> {
    if text.len() > longest {
        return Err(Unreadable::TooLong);
    }
    if json::version(text).ok_or(Unreadable::Damaged)? > version {
        return Err(Unreadable::Newer);
    }
    miniserde::json::from_str(text).map_err(|_| Unreadable::Damaged)
}
