//! `content/site.toml`: who publishes the site, and at which address.

use serde::Deserialize;

use crate::file::Report;

/// Who publishes the site, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Publisher {
    /// The site's address: `https://` and a name, perhaps with a path, without a slash at the end.
    pub address: String,
    /// Who publishes it.
    #[serde(rename = "publisher")]
    pub name: String,
    /// The e-mail address for mistakes in the directory.
    pub mistakes_to: String,
    /// Where faults in the site's safety are told: `mailto:` and an e-mail address, or a page (`https://`).
    pub security_contact: String,
}

pub(crate) fn read(report: &mut Report<'_>) -> Publisher {
    let Some(source) = report.read("content/site.toml") else { return Publisher::default() };
    let Some(publisher) = report.toml::<Publisher>(&source) else { return Publisher::default() };
    if let Some(reason) = wrong(&publisher.address) {
        report.faults.push(source.fault(source.line_of_words("address"), reason));
    }
    if publisher.name.trim().is_empty() {
        report.faults.push(source.fault(source.line_of_words("publisher"), "say who publishes the site"));
    }
    if !is_mail_address(&publisher.mistakes_to) {
        let reason = "people write here about mistakes: an e-mail address such as mistakes@example.org";
        report.faults.push(source.fault(source.line_of_words("mistakes-to"), reason));
    }
    if !is_contact(&publisher.security_contact) {
        let reason = "faults in the site's safety are told here: mailto:security@example.org, or a page that begins with https://";
        report.faults.push(source.fault(source.line_of_words("security-contact"), reason));
    }
    publisher
}

/// A name, an @, and a name with a dot in it, in the letters that need no care in a link. The content files need no more.
fn is_mail_address(text: &str) -> bool {
    let sound = |part: &str, more: &[u8]| {
        let letters = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || more.contains(&byte));
        letters && !part.is_empty() && !part.starts_with('.') && !part.ends_with('.')
    };
    text.split_once('@').is_some_and(|(who, place)| sound(who, b".-_+") && sound(place, b".-") && place.contains('.'))
}

/// As `security.txt` wants it: an address of any kind with the kind before it.
fn is_contact(text: &str) -> bool {
    let sound = |page: &str| page.contains('.') && page.bytes().all(|byte| byte.is_ascii_graphic());
    match text.strip_prefix("mailto:") {
        Some(letter) => is_mail_address(letter),
        None => text.strip_prefix("https://").is_some_and(sound),
    }
}

/// What is wrong with the site's address, if anything.
fn wrong(address: &str) -> Option<&'static str> {
    let Some(name) = address.strip_prefix("https://") else { return Some("the address begins with https://") };
    if name.ends_with('/') {
        return Some("the address has no slash at its end");
    }
    let (name, path) = name.split_once('/').unwrap_or((name, "a"));
    // Small letters, so that no host is asked for one folder under two names.
    let plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    if !path.split('/').all(plain) {
        return Some(
            "a path after the name is made of small letters, digits and dashes, such as https://example.org/drink",
        );
    }
    let letters = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte));
    let sound = letters && name.contains('.') && !name.starts_with(['.', '-']) && !name.ends_with(['.', '-', ':']);
    (!sound).then_some("the address is https:// and a name such as example.org")
}

#[cfg(test)]
mod tests {
    use super::{is_contact, is_mail_address, wrong};

    #[test]
    fn mistakes_go_to_a_mail_address() {
        for sound in ["a@b.org", "mistakes+dir@drink.halton.gov.uk", "a-b_c@x-y.example"] {
            assert!(is_mail_address(sound), "{sound}");
        }
        for wrong in ["", "a", "a@b", "@b.org", "a@.org", "a@b.org.", "a b@c.org", "a@b@c.org", "a?b@c.org", "a@b.org "]
        {
            assert!(!is_mail_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_contact_says_of_which_kind_it_is() {
        for sound in ["mailto:security@halton.gov.uk", "https://halton.gov.uk/security"] {
            assert!(is_contact(sound), "{sound}");
        }
        for wrong in
            ["", "security@halton.gov.uk", "mailto:", "mailto:x", "http://halton.gov.uk", "https://", "https://a b.org"]
        {
            assert!(!is_contact(wrong), "{wrong}");
        }
    }

    #[test]
    fn an_address_is_https_and_a_name() {
        for sound in [
            "https://waymark.example",
            "https://drink.halton.gov.uk",
            "https://waymark.example:8443",
            "https://example.org/waymark",
            "https://example.org/health/drink-2",
        ] {
            assert_eq!(wrong(sound), None, "{sound}");
        }
        for (address, reason) in [
            ("http://waymark.example", "begins with https://"),
            ("waymark.example", "begins with https://"),
            ("https://waymark.example/", "no slash at its end"),
            ("https://example.org/Waymark", "small letters"),
            ("https://example.org//waymark", "small letters"),
            ("https://example.org/way?x", "small letters"),
            ("https://waymark.example?x", "and a name"),
            ("https://", "and a name"),
            ("https://waymark", "and a name"),
            ("https://way mark.example", "and a name"),
            ("https://me@waymark.example", "and a name"),
            ("https://waymark.example.", "and a name"),
        ] {
            assert!(wrong(address).is_some_and(|found| found.contains(reason)), "{address}: {:?}", wrong(address));
        }
    }
}
