//! Debian's packages, for programs that neither cargo nor npm has.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process;

/// True on Debian, and on what is made from it.
pub fn is_here() -> bool {
    is_made_from_debian(&system())
}

/// True when we may install for the whole machine. On Debian only: what is made from it may have a package of the same name
/// that is something else, as Ubuntu has for Chromium.
pub fn may_install() -> bool {
    system().lines().any(|line| line.trim() == "ID=debian") && is_root()
}

/// Installs these packages. `name` is for the sentence that says that it could not be done.
pub fn install(name: &str, packages: &[&str]) -> Result<(), String> {
    let updated = update();
    run(Path::new("."), &[&["install", "-y", "--no-install-recommends"], packages].concat())
        .map_err(|words| sentence(name, updated.err().unwrap_or(words)))
}

/// Unpacks these packages into `folder`, without installing them: nothing on the machine changes, no service is started,
/// and nobody has to be root. What they depend on has to be there.
pub fn unpack(name: &str, packages: &[&str], folder: &Path) -> Result<(), String> {
    let _ = fs::remove_dir_all(folder);
    let archives = folder.join("archives");
    fs::create_dir_all(&archives).map_err(|error| format!("{} cannot be made: {error}.", archives.display()))?;
    let updated = if is_root() { update() } else { Ok(()) };
    run(&archives, &[&["download"], packages].concat())
        .map_err(|words| sentence(name, updated.err().unwrap_or(words)))?;
    let entries = fs::read_dir(&archives).map_err(|error| format!("{}: {error}.", archives.display()))?;
    for archive in entries.flatten().map(|entry| entry.path()) {
        process::quiet(Command::new("dpkg-deb").arg("--extract").arg(archive).arg(folder))
            .map_err(|words| sentence(name, words))?;
    }
    let _ = fs::remove_dir_all(archives);
    Ok(())
}

/// A fresh machine has no package lists, and an old one has lists whose files are gone.
fn update() -> Result<(), String> {
    run(Path::new("."), &["update"])
}

fn run(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let mut command = Command::new("apt-get");
    process::quiet(command.current_dir(folder).env("DEBIAN_FRONTEND", "noninteractive").args(arguments))
}

fn sentence(name: &str, words: String) -> String {
    let verb = if process::lacks_network(&words) { "downloaded" } else { "installed" };
    format!("{name} is not installed and could not be {verb}:\n{words}")
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn system() -> String {
    fs::read_to_string("/etc/os-release").unwrap_or_default()
}

fn is_made_from_debian(system: &str) -> bool {
    system.lines().map(str::trim).any(|line| match line.split_once('=') {
        Some(("ID" | "ID_LIKE", names)) => names.trim_matches('"').split(' ').any(|name| name == "debian"),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_is_known_by_its_name_and_by_its_children() {
        assert!(is_made_from_debian("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n"));
        assert!(is_made_from_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_made_from_debian("ID=fedora\nHOME_URL=\"https://debian.example\"\n"));
        assert!(!is_made_from_debian(""));
    }
}
