//! How compiled files are written and read: numbers, texts, and nothing that any bytes could make panic.
//!
//! A number is seven bits a byte, least first, the eighth bit set when more follow. A text is its length in bytes, then UTF-8.

/// Bytes that are not what was expected: cut short, or of something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// Runs a reader, and moves `bytes` on only if it succeeds.
pub fn reading<T>(bytes: &mut &[u8], read: impl FnOnce(&mut &[u8]) -> Option<T>) -> Result<T, Damaged> {
    let mut rest = *bytes;
    let value = read(&mut rest).ok_or(Damaged)?;
    *bytes = rest;
    Ok(value)
}

/// The next byte.
pub fn byte(bytes: &mut &[u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

/// Writes a number.
pub fn put_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Four bytes at most: 28 bits hold every date, length, coordinate and list of terms here.
pub fn number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in [0, 7, 14, 21] {
        let next = byte(bytes)?;
        number |= u32::from(next & 0x7f) << shift;
        if next & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// Writes a text.
pub fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u32);
    out.extend_from_slice(text.as_bytes());
}

/// A text.
pub fn text(bytes: &mut &[u8]) -> Option<String> {
    let length = usize::try_from(number(bytes)?).ok()?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    core::str::from_utf8(text).ok().map(String::from)
}

/// A list: how many, then each.
pub fn put_list<T>(out: &mut Vec<u8>, all: &[T], put: impl Fn(&mut Vec<u8>, &T)) {
    put_number(out, all.len() as u32);
    for one in all {
        put(out, one);
    }
}

/// A list; nothing is set aside for more than has been read, however many it claims.
pub fn list<T>(bytes: &mut &[u8], read: impl Fn(&mut &[u8]) -> Option<T>) -> Option<Vec<T>> {
    let count = number(bytes)?;
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(read(bytes)?);
    }
    Some(all)
}
