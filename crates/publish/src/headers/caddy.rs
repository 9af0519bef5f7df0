//! Caddy: a snippet for the inside of a site block.

use super::{Rule, answered_by, security};

/// `hosting/Caddyfile`. The longest path wins in Caddy whatever the order, so no rule has a wider one of the same header
/// behind it.
pub fn snippet(rules: &[Rule]) -> String {
    let all: String = security().iter().map(|(name, value)| format!("\t{name} \"{value}\"\n")).collect();
    let some: String = rules
        .iter()
        .flat_map(|rule| rule.headers.iter().map(|(name, value)| (rule.at.with_star(), name, value)))
        .map(|(path, name, value)| format!("header {path} {name} \"{value}\"\n"))
        .collect();
    let answers: String = answered_by().iter().map(|(address, file)| format!("rewrite {address} {file}\n")).collect();
    format!(
        "# Import inside your site block, with `root` set to this site's folder.\n\
         header {{\n{all}}}\n{some}{answers}\
         file_server {{\n\tprecompressed br gzip\n}}\n\
         # A wrong address gets the page that says so, whatever the rules above said of its place.\n\
         handle_errors {{\n\
         \trewrite * /404.html\n\
         \theader {{\n\t\t-Cache-Control\n\t\t-Access-Control-Allow-Origin\n\
         \t\tContent-Type \"text/html; charset=utf-8\"\n\t\tdefer\n\t}}\n\
         \tfile_server\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::super::{rules, tests::SOME_PAGES};
    use super::*;

    /// Caddy puts the rule with the longest path first and lets a later one win, so one for everything would undo the others.
    #[test]
    fn caddy_is_told_how_long_to_keep_by_path_only() {
        let text = snippet(&rules(&SOME_PAGES));
        let lines: Vec<&str> = text.lines().filter(|line| line.contains("Cache-Control \"")).collect();
        assert_eq!(lines.len(), 9, "{text}");
        assert!(lines.iter().all(|line| line.starts_with("header /")), "{text}");
    }
}
