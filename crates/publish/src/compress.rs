//! `.br` and `.gz` beside every file that gains from it, so that any static host can serve them.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    num::NonZero,
    path::{Path, PathBuf},
    thread,
};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// Size of every file as sent with brotli, by its path from the site's root.
pub type Sizes = BTreeMap<String, usize>;

const TEXT: [&str; 10] = ["html", "css", "js", "wasm", "bin", "svg", "json", "xml", "txt", "webmanifest"];

/// Compresses every file of the site; gives the sizes with brotli. Files are shared out among the processors, since each
/// is compressed on its own and hundreds of pages take long.
pub fn all(root: &Path) -> Result<Sizes, String> {
    let files = files(root)?;
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    // One after another in turn, so that no worker gets all the programs.
    let share = |worker: usize| files.iter().skip(worker).step_by(workers);
    thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|worker| scope.spawn(move || some(root, share(worker)))).collect();
        let mut sizes = Sizes::new();
        for worker in running {
            sizes.extend(worker.join().map_err(|_| "compressing stopped".to_owned())??);
        }
        Ok(sizes)
    })
}

fn some<'p>(root: &Path, files: impl Iterator<Item = &'p PathBuf>) -> Result<Sizes, String> {
    let mut sizes = Sizes::new();
    for path in files {
        let problem = |error: std::io::Error| format!("{} cannot be compressed: {error}", path.display());
        let bytes = fs::read(path).map_err(problem)?;
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let mut size = bytes.len();
        if TEXT.contains(&extension) {
            let brotli = brotli(&bytes).map_err(problem)?;
            size = brotli.len();
            fs::write(with(path, "br"), brotli).map_err(problem)?;
            fs::write(with(path, "gz"), gzip(&bytes).map_err(problem)?).map_err(problem)?;
        }
        let name = path.strip_prefix(root).map_err(|_| "a file outside the site".to_owned())?;
        sizes.insert(format!("/{}", name.display()), size);
    }
    Ok(sizes)
}

/// Every file under a folder, in order, without those that are already compressed.
pub fn files(root: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = all_files(root)?;
    found.retain(|path| !path.extension().is_some_and(|extension| extension == "br" || extension == "gz"));
    Ok(found)
}

/// Every file under a folder, in order.
pub fn all_files(root: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn with(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    // No time and no name in the header: the same input gives the same bytes.
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
