//! The scripts, the style sheet and the program: bundled, hashed and named by what is in them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};
use waymark::pages::{Asset, Assets, Program, ProgramFiles};

/// What is searched in the browser.
pub struct Searched<'a> {
    /// The places that help.
    pub entries: &'a [u8],
    /// The pages of guidance.
    pub guidance: &'a [u8],
}

/// Bundles the scripts with the glue that Trunk made, and gives every file its final name in `assets/`.
///
/// `pin_words` are what is said by the script that asks for a PIN, as JSON.
///
/// Names are made here and not by Trunk, because Trunk's hash of the program predates wasm-opt.
pub fn bundle(source: &Path, staging: &Path, searched: &Searched<'_>, pin_words: &str) -> Result<Assets, String> {
    let css = take(staging, "main-", ".css")?;
    let icon = staging.join("icon.svg");
    let programs = Program::ALL.into_iter().map(|found| Ok((found, program(source, staging, found.name())?)));
    let pin = esbuild(source, &source.join("boot/pin.js"), None)?;
    let pin = [b"const WORDS=", pin_words.as_bytes(), b";\n", &pin].concat();
    let assets = Assets {
        icon: place(staging, "icon", "svg", &read(&icon)?)?,
        css: place(staging, "main", "css", &esbuild(source, &css, None)?)?,
        site_js: place(staging, "site", "js", &esbuild(source, &source.join("boot/page.js"), None)?)?,
        pin_js: place(staging, "pin", "js", &pin)?,
        programs: programs.collect::<Result<_, String>>()?,
        entries: place(staging, "places", "bin", searched.entries)?,
        guidance: place(staging, "guidance", "bin", searched.guidance)?,
        postcodes: place(staging, "postcodes", "bin", &read(&source.join("data/postcodes/areas.bin"))?)?,
    };
    for left in [css, icon, staging.join("index.html")] {
        remove(&left)?;
    }
    Ok(assets)
}

/// A program, and the boot script with its glue. Trunk names the files of one program with a hash, of others without.
fn program(source: &Path, staging: &Path, name: &str) -> Result<ProgramFiles, String> {
    let (wasm, glue) = (take(staging, name, "_bg.wasm")?, take(staging, name, ".js")?);
    // A page whose program is not all has a script of its own around the one that starts programs.
    let own = source.join(format!("boot/{name}.js"));
    let entry = if own.is_file() { own } else { source.join("boot/app.js") };
    let files = ProgramFiles {
        js: place(staging, name, "js", &esbuild(source, &entry, Some(&glue))?)?,
        wasm: place(staging, name, "wasm", &read(&wasm)?)?,
    };
    remove(&wasm)?;
    remove(&glue)?;
    Ok(files)
}

fn remove(path: &Path) -> Result<(), String> {
    fs::remove_file(path).map_err(|error| format!("{} cannot be removed: {error}", path.display()))
}

/// A file of JSON, such as one that the program reads on one page.
pub fn json(staging: &Path, name: &str, json: &str) -> Result<Asset, String> {
    place(staging, name, "json", json.as_bytes())
}

/// The one file of Trunk's whose name begins and ends like this.
fn take(staging: &Path, begin: &str, end: &str) -> Result<PathBuf, String> {
    let entries = fs::read_dir(staging).map_err(|error| format!("{} cannot be read: {error}", staging.display()))?;
    let mut found = entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(begin) && name.ends_with(end))
    });
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        (None, _) => Err(format!("Trunk has built no {begin}*{end}")),
        (Some(_), Some(_)) => Err(format!("Trunk has built more than one {begin}*{end}")),
    }
}

/// A script with what it imports in one file, made small.
pub fn esbuild(source: &Path, entry: &Path, glue: Option<&Path>) -> Result<Vec<u8>, String> {
    let mut command = Command::new("node");
    command.arg(source.join("node_modules/esbuild/bin/esbuild")).arg(entry);
    command.args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--legal-comments=none",
        "--log-level=error",
    ]);
    if let Some(glue) = glue {
        command.arg(format!("--alias:waymark-glue={}", glue.display()));
    }
    let output = command.output().map_err(|error| format!("esbuild cannot be started: {error}"))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(format!("esbuild refused {}:\n{}", entry.display(), String::from_utf8_lossy(&output.stderr)))
    }
}

fn place(staging: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<Asset, String> {
    let hash = Sha384::digest(bytes);
    let file = format!("assets/{name}-{}.{extension}", short_hash(bytes));
    let path = staging.join(&file);
    let problem = |error: std::io::Error| format!("{} cannot be written: {error}", path.display());
    fs::create_dir_all(staging.join("assets")).map_err(problem)?;
    fs::write(&path, bytes).map_err(problem)?;
    Ok(Asset { url: format!("/{file}"), integrity: format!("sha384-{}", STANDARD.encode(hash)) })
}

/// What names a file by what is in it.
pub fn short_hash(bytes: &[u8]) -> String {
    Sha384::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}
