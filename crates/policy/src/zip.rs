//! An archive whose files are stored as they are, which every program that opens Word files can read.
//!
//! By hand: it is two kinds of header and a check sum (PKWARE's APPNOTE.TXT, 4.3), and a library for all that archives can do
//! weighs more than the rest of the page's program.

/// The day that every file has: 1 January 1980, the first that an archive can name. What day it is here is nobody's business.
const DAY: u16 = 1 << 5 | 1;

/// An archive of these files, by name.
pub fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in files {
        let begin = out.len() as u32;
        // Version 2.0, no flags but that names are UTF-8, stored, at midnight.
        let mut head = Vec::new();
        for number in [20, 1 << 11, 0, 0, DAY] {
            put16(&mut head, number);
        }
        for number in [check_sum(text.as_bytes()), text.len() as u32, text.len() as u32] {
            put32(&mut head, number);
        }
        put16(&mut head, name.len() as u16);
        put16(&mut head, 0);
        put32(&mut out, 0x0403_4b50);
        out.extend_from_slice(&head);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(text.as_bytes());
        put32(&mut directory, 0x0201_4b50);
        put16(&mut directory, 20);
        directory.extend_from_slice(&head);
        // No comment, the first disk, no attributes.
        for number in [0, 0, 0, 0, 0] {
            put16(&mut directory, number);
        }
        put32(&mut directory, begin);
        directory.extend_from_slice(name.as_bytes());
    }
    let begin = out.len() as u32;
    out.extend_from_slice(&directory);
    put32(&mut out, 0x0605_4b50);
    for number in [0, 0, files.len() as u16, files.len() as u16] {
        put16(&mut out, number);
    }
    put32(&mut out, directory.len() as u32);
    put32(&mut out, begin);
    put16(&mut out, 0);
    out
}

/// CRC-32 with the polynomial of IEEE 802.3. A bit at a time: a policy is some 30 KB.
fn check_sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0_u32, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

fn put16(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

#[cfg(test)]
mod tests {
    /// The check value that every description of this sum has.
    #[test]
    fn the_sum_is_that_of_the_standard() {
        assert_eq!(super::check_sum(b"123456789"), 0xcbf4_3926);
    }
}
