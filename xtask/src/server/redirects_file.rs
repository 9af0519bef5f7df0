//! The `_redirects` file, as far as the site uses it: addresses that no file can have, each with the file that answers there.
//!
//! ```text
//! /openreferral/services /openreferral/services.json 200
//! ```

/// The path of the file that answers for a path; the path itself if no rule is about it. A rule that is not of this form is
/// refused with its line, so that nobody relies on one that other hosts follow and this server does not.
pub fn answered_by<'a>(text: &'a str, path: &'a str) -> Result<&'a str, String> {
    for (number, line) in (1..).zip(text.lines()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [from, to, "200"] if from.starts_with('/') && to.starts_with('/') && !from.contains(['*', ':']) => {
                if *from == path {
                    return Ok(to);
                }
            }
            [] => {}
            _ => return Err(format!("_redirects:{number}: `{line}` is not `/from /to 200`.")),
        }
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_for_its_own_path_only() {
        let text = "/feed/ /feed/index.json 200\n\n/feed/all /feed/all.json 200\n";
        let check = |path: &str, expected: &str| assert_eq!(answered_by(text, path).as_deref(), Ok(expected));
        check("/feed/", "/feed/index.json");
        check("/feed/all", "/feed/all.json");
        check("/feed/all/", "/feed/all/");
        check("/feed/all/1", "/feed/all/1");
    }

    #[test]
    fn another_rule_is_refused() {
        for line in ["/a /b 301", "/a/* /b 200", "/a/:id /b 200", "a /b 200", "/a"] {
            assert!(answered_by(line, "/").is_err_and(|problem| problem.contains("_redirects:1:")), "{line}");
        }
    }
}
