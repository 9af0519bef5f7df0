//! One connection: requests are read and answered in turn until the browser has had enough.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use super::answer::{Answer, answer};
use super::request::{Parsed, Request};

/// A browser that has nothing more to say may keep the connection this long.
const IDLE: Duration = Duration::from_secs(300);
/// More than any browser sends before the body.
const LONGEST_HEAD: usize = 64 * 1024;

/// Talks to the browser at the other end. Every error ends the conversation; there is nobody to tell.
pub fn talk(mut stream: TcpStream, dist: &Path) {
    let _ = stream.set_nodelay(true);
    let _ = stream.set_read_timeout(Some(IDLE));
    let mut unread = Vec::new();
    while let Some(request) = next(&mut stream, &mut unread) {
        let keep = request.as_ref().is_ok_and(Request::keeps_connection);
        let bytes = match &request {
            Ok(request) => bytes(&answer(dist, request), keep, request.method == "HEAD"),
            Err(()) => bytes(&Answer::plain(400, "This is not a request."), false, false),
        };
        // Head and body in one write: two would wait for each other on the way.
        if stream.write_all(&bytes).is_err() || !keep {
            return;
        }
    }
}

/// The next request; None when the browser has gone, an error when what it sent cannot be read.
fn next(stream: &mut TcpStream, unread: &mut Vec<u8>) -> Option<Result<Request, ()>> {
    let mut piece = [0; 4096];
    loop {
        match Request::parse(unread) {
            Parsed::Whole(request, length) => {
                unread.drain(..length);
                return Some(Ok(request));
            }
            Parsed::Broken => return Some(Err(())),
            Parsed::Unfinished if unread.len() > LONGEST_HEAD => return Some(Err(())),
            Parsed::Unfinished => match stream.read(&mut piece) {
                Ok(0) | Err(_) => return None,
                Ok(length) => unread.extend_from_slice(&piece[..length]),
            },
        }
    }
}

fn bytes(answer: &Answer, keep: bool, head_only: bool) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    for (name, value) in &answer.headers {
        head += &format!("{name}: {value}\r\n");
    }
    if answer.status != 304 {
        head += &format!("Content-Length: {}\r\n", answer.body.len());
    }
    head += if keep { "\r\n" } else { "Connection: close\r\n\r\n" };
    let mut bytes = head.into_bytes();
    if !head_only {
        bytes.extend_from_slice(&answer.body);
    }
    bytes
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_says_the_length_and_sends_nothing() {
        let answer = Answer { status: 200, headers: vec![("ETag".into(), "\"1\"".into())], body: b"abc".to_vec() };
        let whole = String::from_utf8(bytes(&answer, true, false)).unwrap();
        assert_eq!(whole, "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 3\r\n\r\nabc");
        let head = String::from_utf8(bytes(&answer, false, true)).unwrap();
        assert!(head.ends_with("Content-Length: 3\r\nConnection: close\r\n\r\n"), "{head}");
    }
}
