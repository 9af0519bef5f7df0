//! Which of the compressed copies that lie beside a file the browser may have.

/// The name that HTTP uses, and the ending of the copy; the smaller one first.
const KNOWN: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The encodings that `accept` (an Accept-Encoding header) allows, the best first, each with its file's ending.
pub fn allowed(accept: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    KNOWN.into_iter().filter(move |(name, _)| allows(accept, name))
}

fn allows(accept: &str, encoding: &str) -> bool {
    let weight = |wanted: &str| {
        accept.split(',').find_map(|choice| {
            let (name, rest) = choice.split_once(';').unwrap_or((choice, ""));
            name.trim().eq_ignore_ascii_case(wanted).then(|| quality(rest))
        })
    };
    weight(encoding).or_else(|| weight("*")).is_some_and(|quality| quality > 0.0)
}

fn quality(parameters: &str) -> f32 {
    let found = parameters.split(';').find_map(|part| part.trim().strip_prefix("q=")?.trim().parse().ok());
    found.unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accept: &str, expected: &str) {
        let endings: Vec<&str> = allowed(accept).map(|(_, ending)| ending).collect();
        assert_eq!(endings.join(" "), expected, "{accept}");
    }

    #[test]
    fn what_browsers_send() {
        check("gzip, deflate, br, zstd", ".br .gz");
        check("gzip, deflate", ".gz");
        check("", "");
        check("identity", "");
    }

    #[test]
    fn weights_only_say_yes_or_no() {
        check("br;q=0, gzip;q=0.5", ".gz");
        check("GZIP; q=1.0", ".gz");
        check("*", ".br .gz");
        check("*;q=0.1, br;q=0", ".gz");
        check("brotli", "");
    }
}
