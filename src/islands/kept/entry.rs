use screening::{
    Instrument, Kept,
    kept::{Opened, Unreadable},
};

use super::store;

/// One kept thing.
pub struct Entry<'a> {
    /// The name it is kept under.
    pub name: String,
    /// What is kept.
    pub text: String,
    /// Was it deleted a moment ago? Then it can still be put back.
    pub gone: bool,
    /// What it says; or why that cannot be shown.
    pub result: Result<(String, Opened<'a>), Unreadable>,
}

impl<'a> Entry<'a> {
    /// Reads it, whatever it is.
    pub fn new(name: String, text: String, gone: bool, instruments: &'a [Instrument]) -> Entry<'a> {
        let result = match Kept::read(&text) {
            // The name was made from what was kept, so it tells that something else stands there now.
            Ok(_) if store::name(&text) != name => Err(Unreadable::Damaged),
            Ok(kept) => kept.open(instruments).map(|opened| (kept.day, opened)),
            Err(why) => Err(why),
        };
        Entry { name, text, gone, result }
    }

    /// The day of the check; empty for what cannot be shown.
    pub fn day(&self) -> &str {
        self.result.as_ref().map_or("", |(day, _)| day)
    }
}

/// The newest first; what cannot be shown comes last. The name decides between two of one day, so that the order stays.
pub fn sort(entries: &mut [Entry<'_>]) {
    entries.sort_by(|a, b| b.day().cmp(a.day()).then_with(|| a.name.cmp(&b.name)));
}
