//! The folders that xtask reads and writes.

use std::env;
use std::path::{Path, PathBuf};

/// The repository.
pub fn root() -> PathBuf {
    // Cargo says where we are while it runs us, so the repository may move after compiling. The path from compile time
    // serves when the program is started by hand, or from inside another package's build.
    let said = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let here = said.filter(|folder| folder.ends_with("xtask"));
    let here = here.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo builds, and where we keep what `cargo clean` may take.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Where npm puts packages.
pub fn node_modules() -> PathBuf {
    root().join("node_modules")
}

/// This project's folder in the person's cache: survives `cargo clean`, and two checkouts share it.
pub fn cache() -> Result<PathBuf, String> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let parent = if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library/Caches"))
    } else {
        absolute("XDG_CACHE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".cache")))
    };
    parent.map(|folder| folder.join("waymark")).ok_or_else(|| {
        "There is no cache folder to keep the tools in: set HOME (or LOCALAPPDATA on Windows).".to_string()
    })
}

/// The first file called `name` in the folders of PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}
