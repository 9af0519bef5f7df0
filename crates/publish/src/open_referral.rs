//! The directory as a feed of Open Referral UK 3.0, under `/openreferral/`, for other websites and programs.

use std::path::Path;

use ::open_referral::Feed;

use crate::write;

/// Where the feed is. An address is a promise.
pub const FOLDER: &str = "openreferral";

/// The files of the feed: the services of the areas and all books, those of places near an area too.
pub fn feed(content: &content::Site) -> Result<Feed, String> {
    let books = content.services.iter().chain(&content.books);
    let names = ::open_referral::names(&content.areas);
    ::open_referral::feed(books, &names).map_err(|error| format!("the feed cannot be written: {error}"))
}

/// Writes them.
pub fn write_all(root: &Path, content: &content::Site) -> Result<(), String> {
    feed(content)?.iter().try_for_each(|(name, text)| write(&root.join(FOLDER).join(name), text))
}
