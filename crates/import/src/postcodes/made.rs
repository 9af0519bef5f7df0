//! The committed file and what is written beside it.

use std::{fs, io, path::Path};

use sha2::{Digest, Sha256};

use super::{Compiled, STEP};

/// The file's name, in a folder of its own. The table beside it is `areas.toml`.
pub const FILE: &str = "areas.bin";

const TABLE: &str = "areas.toml";
const MARK: &str = "[made]\n";

/// The table `[made]`: what the file holds, so that anyone can tell whether it is the one that its sources make.
pub fn made(compiled: &Compiled) -> String {
    let digest = Sha256::digest(&compiled.bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    format!(
        "{MARK}file = \"{FILE}\"\nbytes = {}\nsha256 = \"{digest}\"\nstep-metres = {STEP}\npostcodes = {}\nsectors = {}\n\
         outcodes = {}\nauthorities = {}\n",
        compiled.bytes.len(),
        compiled.postcodes,
        compiled.sectors,
        compiled.outcodes,
        compiled.authorities.len(),
    )
}

/// Writes the file, and its table at the end of what `areas.toml` says of the sources, which a person writes. False if
/// both were already so.
pub fn write(folder: &Path, compiled: &Compiled) -> io::Result<bool> {
    let (file, table) = (folder.join(FILE), folder.join(TABLE));
    let before = fs::read_to_string(&table)?;
    let sources = before.split_once(MARK).map_or(before.as_str(), |(sources, _)| sources);
    let after = format!("{sources}{}", made(compiled));
    let changed = before != after || fs::read(&file).ok().as_ref() != Some(&compiled.bytes);
    if changed {
        fs::write(file, &compiled.bytes)?;
        fs::write(table, after)?;
    }
    Ok(changed)
}
