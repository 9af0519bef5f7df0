//! The line that says how far an import is.

use std::io::{Cursor, Read};

use import::progress::{Bar, Watched};

#[test]
fn a_bar_fills_as_bytes_are_read() {
    let mut bar = Bar::new("gp.csv", 200);
    assert_eq!(bar.line(), format!("gp.csv [{}] 0 %", "-".repeat(30)));
    bar.add(100);
    assert_eq!(bar.line(), format!("gp.csv [{}{}] 50 %", "#".repeat(15), "-".repeat(15)));
    bar.add(u64::MAX);
    assert_eq!(bar.line(), format!("gp.csv [{}] 100 %", "#".repeat(30)), "no more than all of it");
    assert_eq!(Bar::new("nothing", 0).line(), format!("nothing [{}] 100 %", "#".repeat(30)));
}

#[test]
fn a_watched_file_is_read_as_it_is() {
    let text = "line\n".repeat(10_000);
    let mut read = String::new();
    let file = Watched::new(Cursor::new(text.clone()), "file", text.len() as u64);
    file.buffered().read_to_string(&mut read).expect("read");
    assert_eq!(read, text);
}
