//! What a browser asks for.

/// The most headers that we read.
const MOST_HEADERS: usize = 100;

/// The head of a request.
#[derive(Debug, PartialEq)]
pub struct Request {
    /// `GET`, `HEAD` or something that we do not answer.
    pub method: String,
    /// As it was sent: the path, and perhaps a question mark and more.
    pub target: String,
    version: u8,
    headers: Vec<(String, String)>,
}

/// How far we got.
#[derive(Debug, PartialEq)]
pub enum Parsed {
    /// A request, and how many bytes it took.
    Whole(Request, usize),
    /// More has to come.
    Unfinished,
    /// No request begins like this.
    Broken,
}

impl Request {
    /// Reads the request that `bytes` begin with.
    pub fn parse(bytes: &[u8]) -> Parsed {
        let mut space = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut head = httparse::Request::new(&mut space);
        let length = match head.parse(bytes) {
            Ok(httparse::Status::Complete(length)) => length,
            Ok(httparse::Status::Partial) => return Parsed::Unfinished,
            Err(_) => return Parsed::Broken,
        };
        let request = Request {
            method: head.method.unwrap_or_default().to_string(),
            target: head.path.unwrap_or_default().to_string(),
            version: head.version.unwrap_or_default(),
            headers: head
                .headers
                .iter()
                .map(|header| (header.name.to_string(), String::from_utf8_lossy(header.value).into_owned()))
                .collect(),
        };
        Parsed::Whole(request, length)
    }

    /// The header of this name, however it is written.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(&found.1)
    }

    /// The path without what follows the question mark.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// Whether another request may follow on the same connection. Not after one with a body, since we read none.
    pub fn keeps_connection(&self) -> bool {
        let connection = self.header("connection").unwrap_or_default().to_ascii_lowercase();
        let has_body = self.header("transfer-encoding").is_some()
            || self.header("content-length").is_some_and(|length| length.trim() != "0");
        self.version == 1 && !connection.contains("close") && !has_body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(head: &str) -> Request {
        match Request::parse(head.as_bytes()) {
            Parsed::Whole(request, length) => {
                assert_eq!(length, head.len());
                request
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn reads_a_request() {
        let request = request("GET /check/?a=b HTTP/1.1\r\nHost: localhost\r\naccept-encoding: br\r\n\r\n");
        assert_eq!((request.method.as_str(), request.path()), ("GET", "/check/"));
        assert_eq!(request.header("Accept-Encoding"), Some("br"));
        assert!(request.keeps_connection());
    }

    #[test]
    fn waits_for_the_rest_and_refuses_nonsense() {
        assert_eq!(Request::parse(b""), Parsed::Unfinished);
        assert_eq!(Request::parse(b"GET / HTTP/1.1\r\nHost:"), Parsed::Unfinished);
        assert_eq!(Request::parse(b"\x16\x03\x01\x02\x00"), Parsed::Broken);
    }

    #[test]
    fn closes_when_it_has_to() {
        assert!(!request("GET / HTTP/1.0\r\n\r\n").keeps_connection());
        assert!(!request("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").keeps_connection());
        assert!(!request("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\n").keeps_connection());
        assert!(request("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n").keeps_connection());
    }
}
