//! Netlify, Cloudflare Pages, and others that read `_headers` and `_redirects`.

use super::{Rule, answered_by, security};

/// `_headers`.
pub fn headers(rules: &[Rule]) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in security() {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for rule in rules {
        text.push_str(&format!("{}\n", rule.at.with_star()));
        for (name, value) in &rule.headers {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    text
}

/// `_redirects`: with the status 200 the host answers there itself, without sending anyone on.
pub fn redirects() -> String {
    answered_by().iter().map(|(address, file)| format!("{address} {file} 200\n")).collect()
}
