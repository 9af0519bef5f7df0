//! The part `hosting`: nginx serves `dist/` with the file that the site has for it, and `verify` finds nothing to say.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::nginx::{self, Nginx};
use crate::places;
use crate::process;
use crate::verify;

/// Tests in Node: of nginx, of the function for CloudFront, and of `verify` itself.
const TESTS: [&str; 2] = ["tests/hosting", verify::SCRIPTS];

/// How long nginx may take until it answers.
const START: Duration = Duration::from_secs(10);

/// Starts it, asks everything, stops it.
pub fn test() -> Result<(), String> {
    let server = Running::start(&places::dist())?;
    process::shown(&mut verify::script(&server.url(), &places::dist()))?;
    let mut command = Command::new("node");
    command.current_dir(places::root()).env("WAYMARK_URL", server.url()).env("WAYMARK_SITE", places::dist());
    process::shown(command.args(["--test", "--test-reporter=spec"]).args(scripts()?))
}

fn scripts() -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for folder in TESTS.map(|folder| places::root().join(folder)) {
        let entries =
            fs::read_dir(&folder).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
        files.extend(
            entries.flatten().map(|entry| entry.path()).filter(|path| path.to_string_lossy().ends_with(".test.mjs")),
        );
    }
    files.sort();
    Ok(files)
}

/// An nginx of ours; it stops when this is dropped.
struct Running {
    child: Child,
    port: u16,
}

impl Running {
    fn start(dist: &Path) -> Result<Running, String> {
        let nginx = nginx::find()?.ok_or("nginx was there a moment ago.")?;
        let folder = places::target().join("hosting");
        fs::create_dir_all(folder.join("temporary")).map_err(|error| format!("{}: {error}.", folder.display()))?;
        let port = free_port()?;
        let settings = folder.join("nginx.conf");
        fs::write(&settings, text(&nginx, &folder, dist, port))
            .map_err(|error| format!("{} cannot be written: {error}.", settings.display()))?;
        let log = folder.join("error.log");
        let out = fs::File::create(&log).map_err(|error| format!("{} cannot be written: {error}.", log.display()))?;
        let mut command = Command::new(&nginx.program);
        command.arg("-e").arg(&log).arg("-p").arg(&folder).arg("-c").arg(&settings);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(out).spawn();
        let child = child.map_err(|error| format!("nginx could not be started: {error}."))?;
        let mut running = Running { child, port };
        running
            .wait()
            .map_err(|problem| format!("{problem}\n{}", fs::read_to_string(&log).unwrap_or_default().trim_end()))?;
        Ok(running)
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait(&mut self) -> Result<(), String> {
        let start = Instant::now();
        while start.elapsed() < START {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("nginx ended at once ({status}):"));
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(format!("nginx did not answer within {} seconds:", START.as_secs()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    address.map(|address| address.port()).map_err(|error| format!("No port can be listened to: {error}."))
}

/// Everything that nginx has to be told around the site's own file. One process and in front, so that stopping it stops all
/// of it, and so that it reads the site as whoever started it.
fn text(nginx: &Nginx, folder: &Path, dist: &Path, port: u16) -> String {
    let quoted = |path: &Path| format!("\"{}\"", path.display());
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|kind| {
        let place = folder.join("temporary").join(kind);
        format!("    {kind}_temp_path {};\n", quoted(&place))
    });
    format!(
        "load_module {module};\ndaemon off;\nmaster_process off;\npid {pid};\nevents {{ }}\nhttp {{\n\
         \x20   include {types};\n    access_log off;\n{folders}    server {{\n        listen 127.0.0.1:{port};\n\
         \x20       root {dist};\n        brotli_static on;\n        include {site};\n    }}\n}}\n",
        module = quoted(&nginx.brotli),
        pid = quoted(&folder.join("nginx.pid")),
        types = quoted(&nginx.mime_types),
        folders = folders.concat(),
        dist = quoted(dist),
        site = quoted(&dist.join("hosting/nginx.conf")),
    )
}
