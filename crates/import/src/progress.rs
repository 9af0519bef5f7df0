//! How far an import is: one line on a terminal, nothing anywhere else.

use std::{
    io::{self, BufRead, BufReader, IsTerminal, Read, Seek, SeekFrom, Stderr, Write},
    time::{Duration, Instant},
};

/// How often the line is drawn.
const EVERY: Duration = Duration::from_millis(100);
/// How many characters the bar has.
const WIDTH: u64 = 30;

/// A bar for so many bytes.
#[derive(Debug)]
pub struct Bar {
    label: String,
    total: u64,
    done: u64,
    drawn: Option<Instant>,
    to: Option<Stderr>,
}

impl Bar {
    /// A bar that shows itself if the program's messages go to a terminal.
    pub fn new(label: impl Into<String>, total: u64) -> Bar {
        let to = io::stderr();
        let to = to.is_terminal().then_some(to);
        Bar { label: label.into(), total, done: 0, drawn: None, to }
    }

    /// So much more has been read.
    pub fn add(&mut self, bytes: u64) {
        self.done = self.done.saturating_add(bytes);
        if self.drawn.is_none_or(|drawn| drawn.elapsed() >= EVERY) {
            self.draw();
            self.drawn = Some(Instant::now());
        }
    }

    /// The line as it is now: `gp.csv [######----] 60 %`.
    pub fn line(&self) -> String {
        let share = |of: u64| self.done.min(self.total).saturating_mul(of).checked_div(self.total).unwrap_or(of);
        let full = share(WIDTH);
        let bar: String = (0..WIDTH).map(|place| if place < full { '#' } else { '-' }).collect();
        format!("{} [{bar}] {} %", self.label, share(100))
    }

    fn draw(&mut self) {
        let line = self.line();
        if let Some(to) = &mut self.to {
            // A bar that cannot be drawn is no reason to stop.
            let _ = write!(to, "\r{line}").and_then(|()| to.flush());
        }
    }
}

/// The line is wiped out, so that the summary stands alone.
impl Drop for Bar {
    fn drop(&mut self) {
        let width = self.line().chars().count();
        if let Some(to) = &mut self.to {
            let _ = write!(to, "\r{:width$}\r", "");
        }
    }
}

/// A file that tells its bar how much of it has been read.
#[derive(Debug)]
pub struct Watched<R> {
    file: R,
    bar: Bar,
}

impl<R: Read> Watched<R> {
    /// A file of so many bytes.
    pub fn new(file: R, label: impl Into<String>, bytes: u64) -> Watched<R> {
        Watched { file, bar: Bar::new(label, bytes) }
    }

    /// The same, read in larger parts.
    pub fn buffered(self) -> impl BufRead {
        BufReader::with_capacity(1 << 16, self)
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        self.bar.add(read as u64);
        Ok(read)
    }
}

/// A zip is read from its end; what was read before does not count twice.
impl<R: Seek> Seek for Watched<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
