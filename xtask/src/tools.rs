//! The build tools that come from crates.io, kept in the person's cache, each version in a folder of its own.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::lock_file;
use crate::places;
use crate::process;
use crate::progress::{patience, step};

/// The last Trunk that compiles with the Rust this project asks for.
const TRUNK_VERSION: &str = "0.21.14";

/// The newest when it was chosen.
const CARGO_DENY_VERSION: &str = "0.20.2";

/// A program to install with `cargo install`.
pub struct Tool {
    package: &'static str,
    version: String,
    /// What has to be in its `bin` folder, and answer `--version` with the version.
    programs: &'static [&'static str],
    /// More arguments for `cargo install`.
    arguments: &'static [&'static str],
}

/// Trunk, without the features that only its own downloads need: it gets everything from us.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: TRUNK_VERSION.to_string(),
        programs: &["trunk"],
        arguments: &["--no-default-features"],
    }
}

/// cargo-deny, which holds what is compiled in to `deny.toml`; without the feature for what it need not do here.
pub fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        version: CARGO_DENY_VERSION.to_string(),
        programs: &["cargo-deny"],
        arguments: &["--no-default-features"],
    }
}

/// wasm-bindgen: its two halves speak to each other only when they are of exactly one version.
pub fn wasm_bindgen() -> Result<Tool, String> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: lock_file::version_of("wasm-bindgen")?,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        arguments: &[],
    })
}

/// Installs it unless it is there: in the cache, or with exactly this version on PATH.
pub fn ready(tool: &Tool) -> Result<(), String> {
    let name = format!("{} {}", tool.package, tool.version);
    step(&name, || {
        if tool.is_in(&tool.folder()?.join("bin")) {
            return Ok("already here");
        }
        if tool.is_on_path() {
            return Ok("already on PATH");
        }
        patience(&name, "is compiled once on this machine, which takes 2 to 5 minutes");
        tool.install()?;
        Ok("installed")
    })
}

/// PATH with our tools and npm's programs before everything else.
pub fn search_path() -> Result<OsString, String> {
    let mut folders = vec![trunk().folder()?.join("bin"), wasm_bindgen()?.folder()?.join("bin")];
    folders.push(places::node_modules().join(".bin"));
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).map_err(|error| format!("PATH cannot be extended: {error}."))
}

/// The program that runs wasm tests.
pub fn test_runner() -> Result<PathBuf, String> {
    program(&wasm_bindgen()?, "wasm-bindgen-test-runner")
}

/// The program of a tool: ours, or the one on PATH.
pub fn program(tool: &Tool, program: &str) -> Result<PathBuf, String> {
    let ours = tool.folder()?.join("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    if ours.is_file() { Ok(ours) } else { places::on_path(program).ok_or(format!("`{program}` was not found.")) }
}

impl Tool {
    fn folder(&self) -> Result<PathBuf, String> {
        Ok(places::cache()?.join("tools").join(format!("{}-{}", self.package, self.version)))
    }

    fn is_in(&self, bin: &Path) -> bool {
        self.programs.iter().all(|program| self.answers(&bin.join(format!("{program}{}", env::consts::EXE_SUFFIX))))
    }

    fn is_on_path(&self) -> bool {
        self.programs.iter().all(|program| places::on_path(program).is_some_and(|path| self.answers(&path)))
    }

    fn answers(&self, program: &Path) -> bool {
        let answer = process::output(Command::new(program).arg("--version"));
        answer.is_some_and(|words| words.split_whitespace().any(|word| word == self.version))
    }

    /// Compiles into a folder beside the last place and renames it, so that an interrupted install leaves nothing
    /// that looks finished. What was compiled so far stays, and the next try goes on from there.
    fn install(&self) -> Result<(), String> {
        let name = format!("{}-{}", self.package, self.version);
        let folder = self.folder()?;
        let build = places::cache()?.join("build").join(&name);
        let partial = folder.with_file_name(format!(".{name}-{}", std::process::id()));
        let outcome = self.compile(&partial, &build).and_then(|()| {
            let _ = fs::remove_dir_all(&folder);
            fs::rename(&partial, &folder)
                .map_err(|error| format!("{} cannot be put in place: {error}.", folder.display()))
        });
        match outcome {
            Err(words) if !self.is_in(&folder.join("bin")) => {
                let _ = fs::remove_dir_all(&partial);
                let verb = if process::lacks_network(&words) { "downloaded" } else { "compiled" };
                Err(format!("{} {} is not installed and could not be {verb}:\n{words}", self.package, self.version))
            }
            // It is there, whether this run put it there or another one at the same time.
            _ => {
                let _ = fs::remove_dir_all(&build);
                remove_beginnings(&folder, &format!(".{name}-"));
                Ok(())
            }
        }
    }

    fn compile(&self, partial: &Path, build: &Path) -> Result<(), String> {
        let tools = partial.parent().unwrap_or(partial);
        fs::create_dir_all(tools).map_err(|error| format!("{} cannot be made: {error}.", tools.display()))?;
        let first = process::quiet(self.cargo_install(partial, build, tools).arg("--locked"));
        match first {
            Err(words) if !process::lacks_network(&words) => {
                println!("{words}\nTrying once more without the package's own lock file.");
                process::quiet(&mut self.cargo_install(partial, build, tools))
            }
            outcome => outcome,
        }
    }

    fn cargo_install(&self, partial: &Path, build: &Path, directory: &Path) -> Command {
        let mut command = process::cargo();
        // Outside the repository, so that nothing of its configuration applies.
        command.current_dir(directory).args(["install", self.package, "--version", &self.version]);
        command.arg("--root").arg(partial).args(self.arguments);
        command.env("CARGO_TARGET_DIR", build).env_remove("CARGO_BUILD_TARGET");
        // The tools' own release settings take five times as long to compile and save seconds when they run.
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64");
        command
    }
}

/// What interrupted installs of the same tool left beside it.
fn remove_beginnings(folder: &Path, prefix: &str) {
    let Some(entries) = folder.parent().and_then(|tools| fs::read_dir(tools).ok()) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
