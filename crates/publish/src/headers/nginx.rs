//! nginx: a snippet for the inside of a `server` block.

use super::{ASSETS, At, CACHE, JSON, PAGES, Rule, TYPE, answered_by, security};

/// What `hosting/nginx.conf` says before its locations. It holds for all of them.
const BEGINNING: &str = "\
# Put inside your server block, with `root` set to this site's folder; your http block includes nginx's mime.types.
# A file `x.gz` beside `x` is sent as it is. For `x.br`, the smaller ones, load the brotli module
# (Debian: libnginx-mod-http-brotli-static) and take the # away:
# brotli_static on;
gzip_static on;
index index.html;
autoindex off;
# `/check` is sent on to `/check/` without naming a host, a port or http, which are wrong behind a proxy.
absolute_redirect off;
# A folder without a page is no more than a wrong address.
error_page 403 404 =404 /404.html;
types_hash_max_size 2048;
# Nobody's visit is written down. If you keep a log, say so in your privacy page.
access_log off;
";

/// Older versions of nginx do not know wasm; named here, the list is whole.
const TYPES: &str = "    types {
        text/css css;
        text/javascript js;
        application/wasm wasm;
        application/json json;
        image/svg+xml svg;
        image/png png;
        application/octet-stream bin;
    }
";

/// `hosting/nginx.conf`.
pub fn snippet(rules: &[Rule]) -> String {
    let mut text = format!("{BEGINNING}{}", location("/", "", &[(CACHE, PAGES)]));
    for rule in rules.iter().filter(|rule| !rule.is_for_pages()) {
        let name = match &rule.at {
            At::Exactly(path) => format!("= {path}"),
            At::Under(folder) => folder.clone(),
        };
        let rest: Vec<(&str, &str)> = rule.headers.iter().copied().filter(|(name, _)| *name != TYPE).collect();
        let before = match (rule.header(TYPE), &rule.at) {
            (Some(kind), At::Exactly(_)) => format!("    types {{ }}\n    default_type \"{kind}\";\n"),
            // Files with an ending keep their own.
            (Some(kind), At::Under(_)) => format!("    default_type {kind};\n    try_files $uri =404;\n"),
            (None, _) if rule.header(CACHE) == Some(ASSETS) => TYPES.to_owned(),
            (None, _) => String::new(),
        };
        text.push_str(&location(&name, &before, &rest));
        if rule.header(TYPE) == Some(JSON) {
            for (address, file) in answered_by() {
                text.push_str(&location(&format!("= {address}"), &format!("    try_files {file} =404;\n"), &rest));
            }
        }
    }
    text
}

/// nginx forgets the outer add_header lines in a location that has one of its own, so they are repeated. Those of one place
/// go without `always`: a wrong address must not be kept.
fn location(name: &str, before: &str, headers: &[(&str, &str)]) -> String {
    let own: String = headers.iter().map(|(name, value)| format!("    add_header {name} \"{value}\";\n")).collect();
    let all = security();
    let all: String = all.iter().map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n")).collect();
    format!("\nlocation {name} {{\n{before}{own}{all}}}\n")
}

#[cfg(test)]
mod tests {
    use super::super::{rules, tests::SOME_PAGES};
    use super::*;

    #[test]
    fn every_location_has_all_headers_and_a_404_is_kept_by_none() {
        let text = snippet(&rules(&SOME_PAGES));
        let locations: Vec<&str> = text.split("\nlocation ").skip(1).collect();
        assert_eq!(locations.len(), 10, "{text}");
        for location in locations {
            assert_eq!(location.matches(" always;").count(), security().len(), "{location}");
            assert!(location.lines().all(|line| !(line.contains(CACHE) && line.contains("always"))), "{location}");
        }
    }
}
