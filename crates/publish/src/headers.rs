//! The headers of the site for the common static hosts. One list, three formats.

use std::{collections::BTreeSet, path::Path};

use waymark::layout::POLICY;

use crate::write;

/// Headers of every answer. The policy is in each page as well; only here can it also forbid framing.
fn security() -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'")),
        ("Referrer-Policy", "no-referrer".into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("X-Frame-Options", "DENY".into()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
        ("Cross-Origin-Resource-Policy", "same-origin".into()),
        (
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()".into(),
        ),
        ("Strict-Transport-Security", "max-age=31536000".into()),
    ]
}

/// Files named by their hash never change.
const ASSETS: &str = "public, max-age=31536000, immutable";

/// A page that was seen in the last five minutes is shown at once; asking whether it changed takes longer, on a slow
/// phone, than everything else. A mended page reaches everybody in those five minutes.
const PAGES: &str = "max-age=300";

/// Anyone's program may fetch the questionnaires in FHIR: a renderer on another site, for example.
const FHIR: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// Writes `_headers` (Netlify, Cloudflare Pages), and snippets for nginx and Caddy under `hosting/`.
/// `pages` are the paths of all pages.
pub fn write_all(root: &Path, pages: &[&str]) -> Result<(), String> {
    write(&root.join("_headers"), &netlify(pages))?;
    write(&root.join("hosting/nginx.conf"), &nginx())?;
    write(&root.join("hosting/Caddyfile"), &caddy(pages))
}

fn netlify(pages: &[&str]) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in security() {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str(&format!("/assets/*\n  Cache-Control: {ASSETS}\n"));
    text.push_str(&format!("/fhir/*\n  {}: {}\n", FHIR.0, FHIR.1));
    for rule in rules_for(pages) {
        text.push_str(&format!("{rule}\n  Cache-Control: {PAGES}\n"));
    }
    text
}

/// One rule for the start page and one for each folder beside it, so that no two match one path: hosts differ on a
/// header that two rules set, and some send both. A wrong address outside these folders has none.
fn rules_for(pages: &[&str]) -> BTreeSet<String> {
    let folder = |path: &&str| path.strip_prefix('/')?.split_once('/').map(|(folder, _)| format!("/{folder}/*"));
    let start = pages.contains(&"/").then(|| "/".to_owned());
    pages.iter().filter_map(folder).chain(start).collect()
}

fn nginx() -> String {
    let headers: Vec<String> =
        security().iter().map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n")).collect();
    let headers = headers.concat();
    // nginx forgets the outer add_header lines in a location that has one of its own, so they are repeated.
    format!(
        "# Put inside your server block, with `root` set to this site's folder. A file `x.gz` is served as it is;\n\
         # for `x.br` load the brotli module and switch on brotli_static.\n\
         gzip_static on;\nerror_page 404 /404.html;\ntypes_hash_max_size 2048;\n\n\
         location / {{\n    try_files $uri $uri/index.html =404;\n    add_header Cache-Control \"{PAGES}\";\n{headers}}}\n\n\
         location /assets/ {{\n    add_header Cache-Control \"{ASSETS}\" always;\n{headers}}}\n\n\
         location /fhir/ {{\n    add_header {} \"{}\";\n{headers}}}\n",
        FHIR.0, FHIR.1
    )
}

/// The longest path wins in Caddy whatever the order, so no rule has a wider one of the same header behind it.
fn caddy(pages: &[&str]) -> String {
    let headers: Vec<String> = security().iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).collect();
    let rules: String =
        rules_for(pages).iter().map(|rule| format!("header {rule} Cache-Control \"{PAGES}\"\n")).collect();
    format!(
        "# Import inside your site block, with `root` set to this site's folder.\n\
         header {{\n{}}}\n{rules}\
         header /assets/* Cache-Control \"{ASSETS}\"\n\
         header /fhir/* {} {}\n\
         file_server {{\n\tprecompressed br gzip\n}}\n\
         handle_errors {{\n\trewrite * /404.html\n\tfile_server\n}}\n",
        headers.concat(),
        FHIR.0,
        FHIR.1
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_one_rule_and_the_404_none() {
        let pages = ["/", "/404.html", "/check/", "/check/audit/", "/find/", "/find/halton/"];
        assert_eq!(rules_for(&pages).into_iter().collect::<Vec<_>>(), ["/", "/check/*", "/find/*"]);
    }

    /// Caddy puts the rule with the longest path first and lets a later one win, so one for everything would undo the others.
    #[test]
    fn caddy_is_told_how_long_to_keep_by_path_only() {
        let text = caddy(&["/", "/check/"]);
        let lines: Vec<&str> = text.lines().filter(|line| line.contains("Cache-Control")).collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert!(lines.iter().all(|line| line.starts_with("header /")), "{text}");
    }
}
