//! The `_headers` file, in the form that Netlify and several other static hosts read:
//!
//! ```text
//! # A comment.
//! /assets/*
//!   Cache-Control: public, max-age=31536000, immutable
//! ```
//!
//! All rules that match a path apply. A name said twice in one rule has both values, with a comma between them; said
//! in two rules, the later rule wins. Hosts differ on that last point, so the site's own file should not rely on it.

/// All rules of the file, in order.
#[derive(Debug, Default)]
pub struct HeadersFile {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl HeadersFile {
    /// Reads the file. The error names the line.
    pub fn parse(text: &str) -> Result<HeadersFile, String> {
        let mut rules: Vec<Rule> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let words = line.trim();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            if words.starts_with('/') {
                rules.push(Rule { pattern: words.to_string(), headers: Vec::new() });
                continue;
            }
            let rule = rules.last_mut().ok_or(format!("_headers:{number}: a header before the first path."))?;
            let header = words.split_once(':').map(|(name, value)| (name.trim(), value.trim()));
            match header {
                Some((name, value)) if is_token(name) && is_visible(value) => add(&mut rule.headers, name, value),
                _ => {
                    return Err(format!("_headers:{number}: `{words}` is neither a path nor a header."));
                }
            }
        }
        Ok(HeadersFile { rules })
    }

    /// The headers for a request's path.
    pub fn for_path(&self, path: &str) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        for rule in self.rules.iter().filter(|rule| matches(&rule.pattern, path)) {
            all.retain(|(name, _)| !rule.headers.iter().any(|(later, _)| later.eq_ignore_ascii_case(name)));
            all.extend(rule.headers.iter().cloned());
        }
        all
    }
}

fn add(headers: &mut Vec<(String, String)>, name: &str, value: &str) {
    match headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        Some((_, values)) => *values = format!("{values}, {value}"),
        None => headers.push((name.to_string(), value.to_string())),
    }
}

fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

fn is_visible(value: &str) -> bool {
    value.bytes().all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte))
}

/// A star stands for anything, slashes too; a name after a colon stands for what is between two slashes.
fn matches(pattern: &str, path: &str) -> bool {
    let Some(first) = pattern.chars().next() else {
        return path.is_empty();
    };
    match first {
        '*' => path.char_indices().map(|(at, _)| at).chain([path.len()]).any(|at| matches(&pattern[1..], &path[at..])),
        ':' => {
            let name = pattern[1..].find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
            let segment = path.find('/').unwrap_or(path.len());
            segment > 0 && matches(&pattern[name.map_or(pattern.len(), |end| end + 1)..], &path[segment..])
        }
        letter => path.starts_with(letter) && matches(&pattern[letter.len_utf8()..], &path[letter.len_utf8()..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# Everything.
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'; img-src 'self' data:
  Cache-Control: no-cache

/assets/*
  cache-control: public
  cache-control: immutable
/check/:name/
  X-Check: yes
";

    fn value(path: &str, name: &str) -> Option<String> {
        let headers = HeadersFile::parse(FILE).unwrap().for_path(path);
        let mut found = headers.into_iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let first = found.next();
        assert_eq!(found.next(), None, "{name} twice");
        first.map(|(_, value)| value)
    }

    #[test]
    fn rules_apply_by_path() {
        assert_eq!(value("/", "x-content-type-options").unwrap(), "nosniff");
        assert_eq!(value("/", "Cache-Control").unwrap(), "no-cache");
        assert_eq!(value("/assets/a/b.js", "Cache-Control").unwrap(), "public, immutable");
        assert_eq!(value("/nowhere", "Content-Security-Policy").unwrap(), "default-src 'self'; img-src 'self' data:");
        assert_eq!(value("/check/audit/", "X-Check").unwrap(), "yes");
        assert_eq!(value("/check/", "X-Check"), None);
        assert_eq!(value("/check/a/b/", "X-Check"), None);
    }

    #[test]
    fn patterns() {
        for (pattern, path, expected) in [
            ("/*", "/", true),
            ("/*.html", "/check/index.html", true),
            ("/*.html", "/check/", false),
            ("/sw.js", "/sw.js", true),
            ("/sw.js", "/sw.js.map", false),
            ("/:area/find", "/halton/find", true),
            ("/:area/find", "//find", false),
            ("/*", "/é", true),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn a_broken_file_names_its_line() {
        assert!(HeadersFile::parse("  X-A: b").unwrap_err().starts_with("_headers:1:"));
        assert!(HeadersFile::parse("/*\n  X-A b").unwrap_err().starts_with("_headers:2:"));
        assert!(HeadersFile::parse("/*\n  X-A: b\u{7f}c").is_err());
        assert!(HeadersFile::parse("").unwrap().for_path("/").is_empty());
    }
}
