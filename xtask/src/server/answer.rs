//! The answer to a request: a file of the site with the headers it is published with.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::content_type;
use super::encoding;
use super::headers_file::HeadersFile;
use super::redirects_file;
use super::request::Request;
use super::resolve::{Found, resolve};

/// A status, headers without the length, and a body.
#[derive(Debug)]
pub struct Answer {
    /// As HTTP numbers it.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// Perhaps empty.
    pub body: Vec<u8>,
}

impl Answer {
    /// A sentence.
    pub fn plain(status: u16, words: &str) -> Answer {
        let kind = ("Content-Type".to_string(), "text/plain; charset=utf-8".to_string());
        Answer { status, headers: vec![kind], body: format!("{words}\n").into_bytes() }
    }
}

/// Answers from the files in `dist` as they are now, so that a new build needs no new server.
pub fn answer(dist: &Path, request: &Request) -> Answer {
    let published = fs::read_to_string(dist.join("_headers")).unwrap_or_default();
    let mut answer = plain_answer(dist, folder(&published), request);
    let published = match HeadersFile::parse(&published) {
        Ok(file) => file.for_path(request.path()),
        Err(problem) => return Answer::plain(500, &problem),
    };
    // What the site publishes wins over what we would say.
    answer.headers.retain(|(name, _)| !published.iter().any(|(other, _)| other.eq_ignore_ascii_case(name)));
    answer.headers.extend(published);
    answer
}

/// The folder of its host that the site lies in, as the first rule of its headers tells: `/*`, or `/waymark/*`.
pub fn folder(headers: &str) -> &str {
    headers.lines().next().and_then(|rule| rule.strip_suffix("/*")).unwrap_or_default()
}

fn plain_answer(dist: &Path, folder: &str, request: &Request) -> Answer {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        let mut answer = Answer::plain(405, "This is a static site: it can be read and takes nothing.");
        answer.headers.push(("Allow".into(), "GET, HEAD".into()));
        return answer;
    }
    let rules = fs::read_to_string(dist.join("_redirects")).unwrap_or_default();
    let path = match redirects_file::answered_by(&rules, request.path()) {
        Ok(path) => path,
        Err(problem) => return Answer::plain(500, &problem),
    };
    // What is not in the folder is nothing of ours.
    let path = path.strip_prefix(folder).unwrap_or_default();
    if !folder.is_empty() && request.path() == folder {
        return moved(request);
    }
    match resolve(dist, path) {
        Found::File(path) => file(&path, 200, request),
        Found::Folder => moved(request),
        Found::Nothing => match resolve(dist, "/404.html") {
            Found::File(path) => file(&path, 404, request),
            _ => Answer::plain(404, "There is no such page."),
        },
    }
}

/// The same address with a slash at the end of its path.
fn moved(request: &Request) -> Answer {
    let path = request.path();
    let location = format!("{path}/{}", &request.target[path.len()..]);
    let mut answer = Answer::plain(301, "Moved.");
    answer.headers.push(("Location".into(), location));
    answer
}

fn file(path: &Path, status: u16, request: &Request) -> Answer {
    let accept = request.header("accept-encoding").unwrap_or_default();
    let copies = encoding::allowed(accept).map(|(name, ending)| (Some(name), with_ending(path, ending)));
    let choice = copies.into_iter().find(|(_, copy)| copy.is_file());
    let (encoding, chosen) = choice.unwrap_or_else(|| (None, path.to_path_buf()));
    let (Ok(body), Some(tag)) = (fs::read(&chosen), tag(&chosen)) else {
        return Answer::plain(500, "The file cannot be read.");
    };
    let mut headers = vec![("Content-Type".to_string(), content_type::of(path).to_string())];
    if let Some(encoding) = encoding {
        headers.push(("Content-Encoding".into(), encoding.into()));
    }
    headers.push(("Vary".into(), "Accept-Encoding".into()));
    headers.push(("ETag".into(), tag.clone()));
    if status == 200 && request.header("if-none-match").is_some_and(|known| is_known(known, &tag)) {
        headers.retain(|(name, _)| name == "Vary" || name == "ETag");
        return Answer { status: 304, headers, body: Vec::new() };
    }
    Answer { status, headers, body }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Differs between two states of a file, and between a file and its compressed copies.
fn tag(path: &Path) -> Option<String> {
    let about = fs::metadata(path).ok()?;
    let time = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    Some(format!("\"{:x}-{:x}-{ending}\"", about.len(), time.as_nanos()))
}

fn is_known(known: &str, tag: &str) -> bool {
    known.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

#[cfg(test)]
mod tests {
    use super::super::request::Parsed;
    use super::*;
    use crate::test_folder::TestFolder;

    fn site() -> TestFolder {
        TestFolder::with(&[
            ("index.html", "home"),
            ("index.html.br", "brotli"),
            ("index.html.gz", "gzip"),
            ("check/index.html", "check"),
            ("404.html", "lost"),
            ("a.wasm", "\0asm"),
            ("feed/all.json", "[]"),
            ("_redirects", "/feed/all /feed/all.json 200\n"),
            ("_headers", "/*\n  X-Frame-Options: DENY\n/a.wasm\n  Cache-Control: immutable\n"),
        ])
    }

    fn ask(dist: &Path, line: &str, headers: &str) -> (u16, String, String) {
        let Parsed::Whole(request, _) = Request::parse(format!("{line} HTTP/1.1\r\n{headers}\r\n").as_bytes()) else {
            panic!("{line}");
        };
        let answer = answer(dist, &request);
        let headers: Vec<String> = answer.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        (answer.status, headers.join("\n"), String::from_utf8(answer.body).unwrap())
    }

    #[test]
    fn a_site_in_a_folder_is_there_and_nowhere_else() {
        let dist = TestFolder::with(&[
            ("index.html", "home"),
            ("check/index.html", "check"),
            ("404.html", "lost"),
            ("all.json", "[]"),
            ("_redirects", "/way/all /way/all.json 200\n"),
            ("_headers", "/way/*\n  X-Frame-Options: DENY\n"),
        ]);
        for (path, status, body) in [
            ("/way/", 200, "home"),
            ("/way", 301, "Moved.\n"),
            ("/way/check", 301, "Moved.\n"),
            ("/way/check/", 200, "check"),
            ("/way/all", 200, "[]"),
            ("/way/none", 404, "lost"),
            ("/check/", 404, "lost"),
            ("/", 404, "lost"),
            ("/wayfarer/", 404, "lost"),
        ] {
            let answer = ask(&dist, &format!("GET {path}"), "");
            assert_eq!((answer.0, answer.2.as_str()), (status, body), "{path}");
        }
    }

    #[test]
    fn a_page_comes_compressed_when_it_may() {
        let dist = site();
        for (accept, encoding, body) in [
            ("gzip, deflate, br", "Content-Encoding: br", "brotli"),
            ("gzip", "Content-Encoding: gzip", "gzip"),
            ("identity", "Vary: Accept-Encoding", "home"),
        ] {
            let answer = ask(&dist, "GET /", &format!("Accept-Encoding: {accept}\r\n"));
            assert_eq!((answer.0, answer.2.as_str()), (200, body));
            assert!(answer.1.contains("Content-Type: text/html; charset=utf-8"), "{}", answer.1);
            assert!(answer.1.contains(encoding), "{}", answer.1);
            assert!(answer.1.contains("X-Frame-Options: DENY"), "{}", answer.1);
        }
        let wasm = ask(&dist, "GET /a.wasm?x", "Accept-Encoding: br\r\n");
        assert!(wasm.1.contains("application/wasm") && wasm.1.contains("immutable"), "{}", wasm.1);
        assert!(!wasm.1.contains("Content-Encoding"), "{}", wasm.1);
    }

    #[test]
    fn a_folder_moves_and_a_wrong_address_gets_the_404_page() {
        let dist = site();
        let moved = ask(&dist, "GET /check?a=b", "");
        assert_eq!(moved.0, 301);
        assert!(moved.1.contains("Location: /check/?a=b"), "{}", moved.1);
        let lost = ask(&dist, "GET /chekc/", "");
        assert_eq!((lost.0, lost.2.as_str()), (404, "lost"));
        assert!(lost.1.contains("text/html") && lost.1.contains("DENY"), "{}", lost.1);
        assert_eq!(ask(&dist, "POST /check/", "").0, 405);
    }

    #[test]
    fn an_address_without_a_file_is_answered_by_the_file_that_a_rule_names() {
        let dist = site();
        let all = ask(&dist, "GET /feed/all?page=1", "");
        assert_eq!((all.0, all.2.as_str()), (200, "[]"));
        assert!(all.1.contains("application/json"), "{}", all.1);
        assert_eq!(ask(&dist, "GET /_redirects", "").0, 404);
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again() {
        let dist = site();
        let first = ask(&dist, "GET /", "");
        let tag = first.1.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
        let again = ask(&dist, "GET /", &format!("If-None-Match: \"x\", W/{tag}\r\n"));
        assert_eq!((again.0, again.2.as_str()), (304, ""));
        assert!(again.1.contains("X-Frame-Options"), "{}", again.1);
        let compressed = ask(&dist, "GET /", &format!("If-None-Match: {tag}\r\nAccept-Encoding: br\r\n"));
        assert_eq!(compressed.0, 200, "another form of the page is another thing");
    }
}
