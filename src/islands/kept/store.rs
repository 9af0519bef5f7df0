//! Where things are kept. Each has a name of its own and is never written again: two tabs that keep something at once lose
//! nothing, and one that is damaged does not touch another.

use crate::{
    browser::{self, Stored},
    islands::check::place,
};

/// What every name begins with.
const BEGIN: &str = "waymark-kept-";

/// The name of a text: made from what is in it, so that the same result is kept once however often someone presses.
pub fn name(text: &str) -> String {
    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ (public domain). Nobody is kept from anything by it.
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    [BEGIN, &hash.to_string()].concat()
}

/// Keeps a text.
pub fn keep(text: &str) -> Stored {
    browser::store(&name(text), text)
}

/// Is this text kept?
pub fn is_kept(text: &str) -> bool {
    browser::is_stored(&name(text))
}

/// Everything that is kept, with its name; none where this browser keeps nothing for us. Names become ids in the page, so
/// one that was not made here is passed over.
pub fn all() -> Option<Vec<(String, String)>> {
    let mut all = browser::stored(BEGIN)?;
    all.retain(|(name, _)| is_name(name));
    Some(all)
}

/// Is it a name that was made here?
pub fn is_name(name: &str) -> bool {
    name.strip_prefix(BEGIN).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// May a change of what is kept under this name be one of ours? None stands for everything.
pub fn concerns(name: Option<&str>) -> bool {
    name.is_none_or(|name| name.starts_with(BEGIN))
}

/// Deletes everything, also what was not made here but is called so, the PIN, and the place of a check in this tab. False if
/// something is still there.
pub fn delete_all() -> bool {
    place::forget();
    browser::delete_all(BEGIN)
}

/// Deletes one. False if it is still there.
pub fn delete(name: &str) -> bool {
    browser::delete(name)
}

/// Puts one back that was just deleted, under the name it had.
pub fn put_back(name: &str, text: &str) -> Stored {
    browser::store(name, text)
}
