//! The web server that the test of hosting runs. On Debian its packages are unpacked into the person's cache, so that no
//! service of the machine is installed or started; elsewhere we say what to install.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::apt;
use crate::places;
use crate::process;
use crate::progress::{patience, step};

/// The server, its module for `.br`, and what it takes endings for.
const PACKAGES: [&str; 3] = ["nginx", "nginx-common", "libnginx-mod-http-brotli-static"];
const MODULE: &str = "ngx_http_brotli_static_module.so";

/// A server that can be started.
#[derive(Debug)]
pub struct Nginx {
    /// The program.
    pub program: PathBuf,
    /// The module that sends `.br`.
    pub brotli: PathBuf,
    /// Its own list of endings and types.
    pub mime_types: PathBuf,
}

/// Makes sure that there is one.
pub fn ready() -> Result<(), String> {
    step("nginx", || {
        if find()?.is_some() {
            return Ok("already here");
        }
        if !apt::is_here() {
            return Err(format!("nginx with its module for brotli was not found. {}", advice()));
        }
        patience("nginx", "is downloaded and unpacked, and not installed");
        apt::unpack("nginx", &PACKAGES, &unpacked()?)?;
        match find()? {
            Some(_) => Ok("unpacked"),
            None => Err(format!("nginx was unpacked and does not run here. {}", advice())),
        }
    })
}

/// The one that was unpacked, or the machine's own if it has the module.
pub fn find() -> Result<Option<Nginx>, String> {
    let unpacked = unpacked()?;
    let installed = places::on_path("nginx").unwrap_or_else(|| PathBuf::from("/usr/sbin/nginx"));
    Ok([(unpacked.join("usr/sbin/nginx"), unpacked), (installed, PathBuf::from("/"))]
        .into_iter()
        .find_map(|(program, base)| at(program, &base)))
}

fn at(program: PathBuf, base: &Path) -> Option<Nginx> {
    let brotli = base.join("usr/lib/nginx/modules").join(MODULE);
    let mime_types = base.join("etc/nginx/mime.types");
    let runs = || process::quiet(Command::new(&program).arg("-v")).is_ok();
    let whole = fs::exists(&brotli).unwrap_or(false) && mime_types.is_file() && program.is_file() && runs();
    whole.then_some(Nginx { program, brotli, mime_types })
}

fn unpacked() -> Result<PathBuf, String> {
    Ok(places::cache()?.join("tools").join(format!("nginx-{}", env::consts::ARCH)))
}

fn advice() -> String {
    "On Debian and Ubuntu: `sudo apt-get install nginx libnginx-mod-http-brotli-static`. \
     `--quick` does without."
        .to_string()
}
