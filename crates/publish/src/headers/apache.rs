//! Apache: `.htaccess`, which it reads at the top of the site where `AllowOverride All` is set.

use super::{At, CACHE, PAGES, Rule, TYPE, answered_by, security};

const BEGINNING: &str = "\
# Read by Apache 2.4 where `AllowOverride All` is set for this folder, with mod_headers, mod_rewrite, mod_dir and mod_mime
# (Debian: a2enmod headers rewrite).
DirectoryIndex index.html
Options -Indexes
ErrorDocument 403 /404.html
ErrorDocument 404 /404.html
AddType application/wasm .wasm
AddType text/javascript .js
AddType application/json .json
AddType image/svg+xml .svg
AddType application/octet-stream .bin
# `x.br` and `x.gz` are `x`, packed. Apache takes .br for the language of Brittany.
RemoveLanguage .br
RemoveType .gz
AddEncoding br .br
AddEncoding gzip .gz
RewriteEngine On
";

/// What is packed is sent to whoever can unpack it, the smaller first.
const PACKED: &str = "\
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^ %{REQUEST_URI}.br [E=no-gzip:1,END]
RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^ %{REQUEST_URI}.gz [E=no-gzip:1,END]
";

/// The text.
pub fn htaccess(rules: &[Rule]) -> String {
    let mut text = String::from(BEGINNING);
    for (address, file) in answered_by() {
        text.push_str(&format!("RewriteRule ^{}$ {file} [L]\n", address.trim_start_matches('/')));
    }
    // Apache's own way of adding the slash would come before the rules above: the second of them is a folder too.
    text.push_str("DirectorySlash Off\nRewriteCond %{REQUEST_FILENAME} -d\nRewriteRule ^(.*[^/])$ /$1/ [R=301,L]\n");
    // A folder's page is named before it is looked for packed.
    text.push_str("RewriteCond %{REQUEST_FILENAME}index.html -f\nRewriteRule ^(|.*/)$ /$1index.html\n");
    text.push_str("RewriteRule ^(|.*/)$ - [R=404]\n");
    text.push_str(PACKED);
    for (name, value) in security() {
        text.push_str(&format!("Header always set {name} \"{value}\"\n"));
    }
    text.push_str("Header merge Vary Accept-Encoding\n");
    text.push_str(&format!("Header set {CACHE} \"{PAGES}\"\n"));
    for rule in rules.iter().filter(|rule| !rule.is_for_pages()) {
        let pattern = match &rule.at {
            At::Exactly(path) => format!("{}(\\.br|\\.gz)?$", path.replace('.', "\\.")),
            At::Under(folder) => folder.clone(),
        };
        text.push_str(&format!("<If \"%{{REQUEST_URI}} =~ m#^{pattern}#\">\n"));
        for (name, value) in &rule.headers {
            text.push_str(&match *name {
                TYPE => format!("    ForceType \"{value}\"\n"),
                _ => format!("    Header set {name} \"{value}\"\n"),
            });
        }
        text.push_str("</If>\n");
    }
    text.push_str(
        "# A wrong address must not be kept.\nHeader unset Cache-Control \"expr=%{REQUEST_STATUS} -ge 400\"\n",
    );
    text
}
