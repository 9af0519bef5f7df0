//! `/SHA256SUMS.txt`: what is in each file, so that anyone can see whether a copy of the site is the site.
//!
//! In the form that `sha256sum -c` reads, and with everything in the folder, packed copies and files for the host too: a
//! host sends the packed copy and not the file. `cargo xtask verify` asks a live site for the files and compares what comes
//! out of the packing. The ending .txt is for hosts, which do not know what a file without one is.

use std::{fs, path::Path};

use sha2::{Digest, Sha256};

use crate::{compress, write};

/// Its name; the one file that is not in it.
pub const FILE: &str = "SHA256SUMS.txt";

/// Writes it. Nothing of the site may be written after.
pub fn write_all(root: &Path) -> Result<(), String> {
    let mut lines = Vec::new();
    for path in compress::all_files(root)? {
        let name = path.strip_prefix(root).map_err(|_| "a file outside the site".to_owned())?;
        // As addresses have it, on every system.
        let name = name.to_string_lossy().replace('\\', "/");
        if name != FILE {
            let bytes = fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
            lines.push(format!("{}  {name}\n", digits(&bytes)));
        }
    }
    write(&root.join(FILE), &lines.concat())
}

fn digits(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_but_the_list() {
        let folder = std::env::temp_dir().join(format!("waymark-hashes-{}", std::process::id()));
        for name in ["index.html", "index.html.br", ".well-known/security.txt", FILE] {
            write(&folder.join(name), "abc").expect("a file");
        }
        write_all(&folder).expect("the list");
        let text = fs::read_to_string(folder.join(FILE)).expect("the list");
        fs::remove_dir_all(&folder).expect("the folder goes");
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(text, format!("{abc}  .well-known/security.txt\n{abc}  index.html\n{abc}  index.html.br\n"));
    }
}
