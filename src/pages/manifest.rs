//! What a browser asks for when someone puts the site on their home screen.
//!
//! There are two: the site under its own name, and under a plain one, for a phone that others see. Which one counts is
//! decided by the page from which it is put there.

use miniserde::{Serialize, json};

use super::Site;
use crate::routes::Route;

/// The manifest of every page but one.
pub const SITE: &str = "/site.webmanifest";

/// The manifest of the page about the plain name.
pub const PLAIN: &str = "/plain.webmanifest";

/// The manifest that a page names.
pub fn of(path: &str) -> &'static str {
    if path == Route::Prose("plain-icon").path() { PLAIN } else { SITE }
}

const PNG: &str = "image/png";

/// <https://www.w3.org/TR/appmanifest/>
#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    short_name: &'a str,
    description: &'a str,
    id: &'a str,
    lang: &'a str,
    start_url: String,
    scope: String,
    display: &'a str,
    theme_color: &'a str,
    background_color: &'a str,
    icons: Vec<Icon>,
    shortcuts: Vec<Shortcut<'a>>,
    screenshots: Vec<Screenshot>,
}

/// For any use, or with a margin that a phone may cut off (`maskable`).
#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
}

#[derive(Serialize)]
struct Screenshot {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    kind: &'static str,
    form_factor: &'static str,
}

#[derive(Serialize)]
struct Shortcut<'a> {
    name: &'a str,
    url: String,
}

/// The address of each manifest, and its text.
pub fn manifests(site: &Site) -> [(&'static str, String); 2] {
    let words = site.words;
    let of = |id: &'static str, name: &'static str, description: &'static str, icon: &str| Manifest {
        name,
        short_name: name,
        description,
        id,
        lang: words.get("site.language"),
        start_url: Route::Start.path(),
        scope: "/".into(),
        display: "standalone",
        theme_color: "#0b4f4a",
        background_color: "#ffffff",
        icons: [("any", 192), ("any", 512), ("maskable", 512)]
            .map(|(purpose, size)| self::icon(icon, purpose, size))
            .into(),
        shortcuts: Vec::new(),
        screenshots: Vec::new(),
    };
    let ours = Manifest {
        shortcuts: [
            (Route::Prose("emergency"), words.get("nav.emergency")),
            (Route::Find, words.get("nav.find")),
            (Route::Checks, words.get("nav.checks")),
        ]
        .map(|(route, name)| Shortcut { name, url: route.path() })
        .into(),
        screenshots: vec![screen("narrow", 720, 1600), screen("wide", 1280, 800)],
        ..of("/", words.get("site.name"), words.get("home.lead"), "waymark")
    };
    // What others may see of this one says nothing of the site, so it has no shortcuts and no pictures of it either.
    let plain = of("/plain", words.get("start.plain-name"), words.get("start.description"), "plain");
    [(SITE, json::to_string(&ours)), (PLAIN, json::to_string(&plain))]
}

fn icon(name: &str, purpose: &'static str, size: u32) -> Icon {
    let margin = if purpose == "maskable" { "-maskable" } else { "" };
    Icon { src: format!("/icons/{name}{margin}-{size}.png"), sizes: format!("{size}x{size}"), kind: PNG, purpose }
}

fn screen(form_factor: &'static str, width: u32, height: u32) -> Screenshot {
    Screenshot {
        src: format!("/icons/screen-{form_factor}.png"),
        sizes: format!("{width}x{height}"),
        kind: PNG,
        form_factor,
    }
}
