//! `/.well-known/security.txt` (RFC 9116): to whom a fault in the site's safety is told.

use std::path::Path;

use content::{Date, Publisher};

use crate::write;

/// Where everybody looks for it.
pub const PATH: &str = "/.well-known/security.txt";

/// Less than a year, as the standard asks. A site is built more often: facts go out of date sooner.
const DAYS: i64 = 350;

/// Writes it, as of the day of the build.
pub fn write_all(root: &Path, publisher: &Publisher, today: Date) -> Result<(), String> {
    write(&root.join(PATH.trim_start_matches('/')), &text(publisher, today))
}

fn text(publisher: &Publisher, today: Date) -> String {
    let Publisher { address, security_contact, .. } = publisher;
    let expires = String::from(Date::from_days_since_1970(today.days_since_1970() + DAYS));
    format!(
        "Contact: {security_contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: en\nCanonical: {address}{PATH}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_expires_within_a_year_of_the_build() {
        let publisher = Publisher {
            address: "https://sound.example".into(),
            security_contact: "mailto:s@sound.example".into(),
            ..Publisher::default()
        };
        let today = Date::read("2026-11-28").expect("a date");
        assert_eq!(
            text(&publisher, today),
            "Contact: mailto:s@sound.example\nExpires: 2027-11-13T00:00:00Z\nPreferred-Languages: en\n\
             Canonical: https://sound.example/.well-known/security.txt\n"
        );
    }
}
