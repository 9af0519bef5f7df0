//! `dist/` at http://localhost, with the headers, compression, redirects and 404 page that a static host gives it.
//!
//! Written on the standard library and a parser, because the small server libraries did not hold: with `tiny_http`
//! 0.12 four of eight connections opened at once were never answered (its thread pool miscounts idle threads, and
//! browsers keep connections open), and each answer on a kept connection came 44 ms late (Nagle's algorithm), which
//! is what `bench` would have measured.

mod answer;
mod connection;
mod content_type;
mod encoding;
mod headers_file;
mod redirects_file;
mod request;
mod resolve;

use std::fs;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use crate::places;
use crate::site;

/// How many ports after a busy one are tried.
const TRIES: u16 = 50;

/// `cargo xtask serve`: builds if needed, then serves until Ctrl-C.
pub fn serve(port: u16) -> Result<(), String> {
    site::build_if_changed()?;
    let server = Server::start(&places::dist(), port)?;
    let headers = fs::read_to_string(places::dist().join("_headers")).unwrap_or_default();
    println!("\nWaymark is at {}{} (Ctrl-C stops it).", server.url(), answer::folder(&headers));
    loop {
        thread::park();
    }
}

/// A server at work in threads of its own; they end with the program.
pub struct Server {
    port: u16,
}

impl Server {
    /// Serves `dist` at `port`, or says that it is busy and takes the next that is not.
    pub fn start(dist: &Path, port: u16) -> Result<Server, String> {
        let mut port = port;
        for _ in 0..TRIES {
            match listen(port) {
                Ok(listeners) => return Server::run(dist, listeners),
                Err(error) if error.kind() == ErrorKind::AddrInUse && port < u16::MAX => {
                    println!("Port {port} is busy, so the next one is tried.");
                    port += 1;
                }
                Err(error) => return Err(format!("Port {port} cannot be listened to: {error}.")),
            }
        }
        Err(format!("{TRIES} ports up to {port} are busy. Name another: cargo xtask serve --port N"))
    }

    /// Serves `dist` at a port that the system chooses.
    pub fn start_anywhere(dist: &Path) -> Result<Server, String> {
        // The port that is free for IPv4 may be busy for IPv6, so it can take more than one try.
        let found = (0..TRIES).find_map(|_| listen(0).ok());
        Server::run(dist, found.ok_or("No port on this machine can be listened to.")?)
    }

    /// Without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    fn run(dist: &Path, listeners: Vec<TcpListener>) -> Result<Server, String> {
        let first = listeners.first().and_then(|listener| listener.local_addr().ok());
        let port = first.map(|address| address.port()).ok_or("The server has no address.")?;
        let dist: Arc<PathBuf> = Arc::new(dist.to_path_buf());
        for listener in listeners {
            let dist = Arc::clone(&dist);
            thread::spawn(move || accept(&listener, &dist));
        }
        Ok(Server { port })
    }
}

/// Both loopback addresses, because browsers ask either for `localhost`. A machine may have no IPv6.
fn listen(port: u16) -> io::Result<Vec<TcpListener>> {
    let four = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    let port = four.local_addr()?.port();
    match TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port))) {
        Ok(six) => Ok(vec![four, six]),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(error),
        Err(_) => Ok(vec![four]),
    }
}

/// A thread for each connection: a browser opens several, and leaves some of them silent for as long as it likes.
fn accept(listener: &TcpListener, dist: &Arc<PathBuf>) {
    for stream in listener.incoming().flatten() {
        let dist = Arc::clone(dist);
        thread::spawn(move || connection::talk(stream, &dist));
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::{Duration, Instant};

    use super::*;
    use crate::test_folder::TestFolder;

    /// A server for one page of three thousand bytes; the folder goes with the test.
    fn server() -> (Server, TestFolder) {
        let dist = TestFolder::with(&[("index.html", &"x".repeat(3000))]);
        (Server::start_anywhere(&dist).unwrap(), dist)
    }

    fn connect(server: &Server) -> TcpStream {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        stream
    }

    fn ask(stream: &mut TcpStream) -> String {
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut got = Vec::new();
        let mut piece = [0; 8192];
        while !got.ends_with(b"xxxx") || got.len() < 3000 {
            let length = stream.read(&mut piece).expect("an answer within five seconds");
            assert_ne!(length, 0, "the connection was closed");
            got.extend_from_slice(&piece[..length]);
        }
        String::from_utf8(got).unwrap()
    }

    #[test]
    fn many_connections_at_once_are_all_answered_and_kept() {
        let (server, _dist) = server();
        let mut streams: Vec<TcpStream> = (0..40).map(|_| connect(&server)).collect();
        for _ in 0..2 {
            for stream in streams.iter_mut().rev() {
                assert!(ask(stream).starts_with("HTTP/1.1 200 OK\r\n"));
            }
        }
    }

    #[test]
    fn a_kept_connection_does_not_wait() {
        let (server, _dist) = server();
        let mut stream = connect(&server);
        let start = Instant::now();
        for _ in 0..20 {
            ask(&mut stream);
        }
        // With Nagle's algorithm twenty answers take 800 ms.
        assert!(start.elapsed() < Duration::from_millis(400), "{:?}", start.elapsed());
    }

    #[test]
    fn a_busy_port_gives_the_next() {
        let (first, dist) = server();
        let second = Server::start(&dist, first.port).unwrap();
        assert!(second.port > first.port);
    }
}
