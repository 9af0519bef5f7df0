//! The headers of the site for the common static hosts. One list, three formats.

use std::{collections::BTreeSet, path::Path};

use waymark::layout::POLICY;

use crate::{open_referral, write};

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
            "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()".into(),
        ),
        ("Strict-Transport-Security", "max-age=31536000".into()),
    ]
}

/// Files named by their hash never change.
const ASSETS: &str = "public, max-age=31536000, immutable";

/// A page that was seen in the last five minutes is shown at once; asking whether it changed takes longer, on a slow
/// phone, than everything else. A mended page reaches everybody in those five minutes.
const PAGES: &str = "max-age=300";

/// Anyone's program may fetch the questionnaires in FHIR and the feed: a renderer on another site, for example.
const FHIR: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// What every answer of the Open Referral feed has: files of single services have no ending that a host could tell it by.
const JSON: &str = "application/json";

/// The feed's two addresses that no file can have, each with the file that answers there.
fn answered_by() -> [(String, String); 2] {
    let feed = format!("/{}", open_referral::FOLDER);
    [
        (format!("{feed}/"), format!("{feed}/{}", ::open_referral::ABOUT)),
        (format!("{feed}/services"), format!("{feed}/{}", ::open_referral::SERVICES)),
    ]
}

/// Writes `_headers` and `_redirects` (Netlify, Cloudflare Pages), and snippets for nginx and Caddy under `hosting/`.
/// `pages` are the paths of all pages.
pub fn write_all(root: &Path, pages: &[&str]) -> Result<(), String> {
    write(&root.join("_headers"), &netlify(pages))?;
    write(&root.join("_redirects"), &redirects())?;
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
    text.push_str(&format!(
        "/{}/*\n  Content-Type: {JSON}\n  {}: {}\n  Cache-Control: {PAGES}\n",
        open_referral::FOLDER,
        FHIR.0,
        FHIR.1
    ));
    for rule in rules_for(pages) {
        text.push_str(&format!("{rule}\n  Cache-Control: {PAGES}\n"));
    }
    text
}

/// With the status 200 the host answers there itself, without sending anyone on.
fn redirects() -> String {
    answered_by().iter().map(|(address, file)| format!("{address} {file} 200\n")).collect()
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
    let (feed, any) = (open_referral::FOLDER, format!("    add_header {} \"{}\";\n", FHIR.0, FHIR.1));
    let feed_headers = format!("    add_header Cache-Control \"{PAGES}\";\n{any}{headers}");
    let answers: String = answered_by()
        .iter()
        .map(|(address, file)| format!("\nlocation = {address} {{\n    try_files {file} =404;\n{feed_headers}}}\n"))
        .collect();
    // nginx forgets the outer add_header lines in a location that has one of its own, so they are repeated.
    format!(
        "# Put inside your server block, with `root` set to this site's folder. A file `x.gz` is served as it is;\n\
         # for `x.br` load the brotli module and switch on brotli_static.\n\
         gzip_static on;\nerror_page 404 /404.html;\ntypes_hash_max_size 2048;\n\n\
         location / {{\n    try_files $uri $uri/index.html =404;\n    add_header Cache-Control \"{PAGES}\";\n{headers}}}\n\n\
         location /assets/ {{\n    add_header Cache-Control \"{ASSETS}\" always;\n{headers}}}\n\n\
         location /fhir/ {{\n{any}{headers}}}\n{answers}\n\
         location /{feed}/ {{\n    default_type {JSON};\n    try_files $uri =404;\n{feed_headers}}}\n"
    )
}

/// The longest path wins in Caddy whatever the order, so no rule has a wider one of the same header behind it.
fn caddy(pages: &[&str]) -> String {
    let headers: Vec<String> = security().iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).collect();
    let (feed, any) = (open_referral::FOLDER, format!("{} {}", FHIR.0, FHIR.1));
    let answers: String = answered_by().iter().map(|(address, file)| format!("rewrite {address} {file}\n")).collect();
    let rules: String =
        rules_for(pages).iter().map(|rule| format!("header {rule} Cache-Control \"{PAGES}\"\n")).collect();
    format!(
        "# Import inside your site block, with `root` set to this site's folder.\n\
         header {{\n{}}}\n{rules}\
         header /assets/* Cache-Control \"{ASSETS}\"\n\
         header /fhir/* {any}\n\
         header /{feed}/* {any}\n\
         header /{feed}/* Content-Type {JSON}\n\
         header /{feed}/* Cache-Control \"{PAGES}\"\n\
         {answers}\
         file_server {{\n\tprecompressed br gzip\n}}\n\
         handle_errors {{\n\trewrite * /404.html\n\tfile_server\n}}\n",
        headers.concat(),
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
        assert_eq!(lines.len(), 4, "{text}");
        assert!(lines.iter().all(|line| line.starts_with("header /")), "{text}");
    }
}
