//! Node scripts that look at the served site in Chromium.

use std::process::Command;

use crate::chromium;
use crate::places;
use crate::server::Server;
use crate::tools;

/// Where they are.
pub const SCRIPTS: &str = "tests/browser";

/// `node`, told where the site and the browser are.
pub fn node(server: &Server) -> Result<Command, String> {
    let mut command = Command::new("node");
    command.current_dir(places::root()).env("PATH", tools::search_path()?).env("WAYMARK_URL", server.url());
    if let Some(chromium) = chromium::browser()? {
        // The second name is the one that Lighthouse looks for.
        command.env("WAYMARK_CHROMIUM", &chromium).env("CHROME_PATH", &chromium);
    }
    Ok(command)
}
