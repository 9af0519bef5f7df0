//! A site that is not at the root of its address: `https://example.org/waymark/`.
//!
//! Everything is made as if it were at the root, and what is written is put under the path at the end, in one place. The
//! scripts know where they are from their own address (`boot/site.js`), and tell the programs.

/// The path under which the site lies: nothing, or `/waymark`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

/// The attributes of a page that hold an address of the site.
const ATTRIBUTES: [&str; 6] = ["href", "src", "data-wasm", "data-props", "data-pin", "data-to"];

impl Base {
    /// The path of an address such as `https://example.org/waymark`.
    pub fn of(address: &str) -> Base {
        let name = address.strip_prefix("https://").unwrap_or(address);
        Base(name.find('/').map(|at| name[at..].trim_end_matches('/').to_owned()).unwrap_or_default())
    }

    /// The path: empty at the root.
    pub fn path(&self) -> &str {
        &self.0
    }

    /// A page, or a text that holds pages: every address in an attribute.
    pub fn html(&self, text: &str) -> String {
        self.after(text, |before| {
            let before = before.strip_suffix('"').map(|before| before.strip_suffix('\\').unwrap_or(before));
            let Some(before) = before.and_then(|before| before.strip_suffix('=')) else { return false };
            ATTRIBUTES.iter().any(|name| before.strip_suffix(name).is_some_and(|before| before.ends_with(' ')))
        })
    }

    /// JSON: every text that is an address, as a value or as a key, and every address in the attributes of a text.
    pub fn json(&self, text: &str) -> String {
        let begins = |before: &str| before.strip_suffix('"').is_some_and(|before| !before.ends_with('\\'));
        self.after(&self.html(text), begins)
    }

    /// The rules of a host: every word that is an address, or a pattern of one.
    pub fn rules(&self, text: &str) -> String {
        self.after(text, |before| before.is_empty() || before.ends_with(['\n', ' ', '^']))
    }

    /// Puts the path in front of each slash that begins an address, as what stands before it tells. One that has it is left.
    fn after(&self, text: &str, begins: impl Fn(&str) -> bool) -> String {
        if self.0.is_empty() {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len() + text.len() / 16);
        let mut from = 0;
        for (at, _) in text.match_indices('/') {
            let (before, rest) = text.split_at(at);
            // Two slashes begin the address of another site.
            if rest.starts_with("//") || rest.starts_with(&format!("{}/", self.0)) || !begins(before) {
                continue;
            }
            out.push_str(&text[from..at]);
            out.push_str(&self.0);
            from = at;
        }
        out.push_str(&text[from..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    fn base() -> Base {
        Base::of("https://example.org/waymark")
    }

    #[test]
    fn an_address_without_a_path_changes_nothing() {
        for address in ["https://example.org", "https://example.org/"] {
            let base = Base::of(address);
            assert_eq!((base.path(), base.html("<a href=\"/x/\">").as_str()), ("", "<a href=\"/x/\">"));
        }
        assert_eq!(Base::of("https://example.org/a/b/").path(), "/a/b");
    }

    #[test]
    fn addresses_in_pages() {
        for (page, there) in [
            ("<a href=\"/\">", "<a href=\"/waymark/\">"),
            ("<a class=\"x\" href=\"/find/#map\">", "<a class=\"x\" href=\"/waymark/find/#map\">"),
            (
                "<script src=\"/assets/a.js\" data-wasm=\"/assets/a.wasm\">",
                "<script src=\"/waymark/assets/a.js\" data-wasm=\"/waymark/assets/a.wasm\">",
            ),
            ("<a href=\"//other.example/\">", "<a href=\"//other.example/\">"),
            ("<a href=\"https://other.example/a\">", "<a href=\"https://other.example/a\">"),
            ("<a href=\"tel:111\"> 1/2 \"/\"", "<a href=\"tel:111\"> 1/2 \"/\""),
            ("<a href=\"/waymark/a/\">", "<a href=\"/waymark/a/\">"),
        ] {
            assert_eq!(base().html(page), there);
        }
    }

    #[test]
    fn addresses_in_json() {
        let json = r#"{"/a/":"<a href=\"/b/\">1/2 \"/\"</a>","url":"/assets/c.bin","list":["/d/"]}"#;
        let there = r#"{"/waymark/a/":"<a href=\"/waymark/b/\">1/2 \"/\"</a>","url":"/waymark/assets/c.bin","list":["/waymark/d/"]}"#;
        assert_eq!(base().json(json), there);
        assert_eq!(base().json(there), there, "and not twice");
    }

    #[test]
    fn addresses_in_rules() {
        for (rules, there) in [
            ("/*\n  A: b/c\n/assets/*\n", "/waymark/*\n  A: b/c\n/waymark/assets/*\n"),
            ("location / {\n try_files /a.json =404;", "location /waymark/ {\n try_files /waymark/a.json =404;"),
            ("=~ m#^/assets/#", "=~ m#^/waymark/assets/#"),
            ("text/css css; image/png", "text/css css; image/png"),
        ] {
            assert_eq!(base().rules(rules), there);
        }
    }
}
