//! What is tested: the project's own content, and the site made from it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use content::Date;
use proptest::prelude::ProptestConfig;
use screening::{Answers, Instrument, Screen};
use waymark::pages::{Asset, Assets, Finished, Program, ProgramFiles, Site};

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the project.
pub fn text_of(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file} cannot be read: {error}"))
}

/// Every file under a folder of the project, as a path from the project's folder, in order. What tools make and
/// what git keeps for itself is left out.
pub fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry of a folder").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            if path.is_dir() {
                if !["target", "dist", "node_modules", ".git", ".stage"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if let Ok(inside) = path.strip_prefix(root()) {
                found.push(inside.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The day on which the content is read: the latest on which any of it was checked. So a test does not turn red
/// because time passes; the build looks at the clock and does.
pub fn day() -> Date {
    let mut latest = Date::read("2026-11-21").expect("a date");
    for file in files("content").into_iter().chain(files("areas")) {
        for (at, mark) in ["reviewed-on = \"", "checked-on = \""]
            .iter()
            .flat_map(|mark| text_of(&file).match_indices(mark).map(|(at, _)| (at, *mark)).collect::<Vec<_>>())
        {
            let text = text_of(&file);
            if let Some(date) = text.get(at + mark.len()..at + mark.len() + 10).and_then(|day| Date::read(day).ok()) {
                latest = latest.max(date);
            }
        }
    }
    latest
}

/// The project's content. A fault in it fails every test that needs it, with file, line and reason.
pub fn content() -> &'static content::Site {
    static CONTENT: OnceLock<content::Site> = OnceLock::new();
    CONTENT.get_or_init(load)
}

pub fn load() -> content::Site {
    match content::load(root(), day()).site {
        Ok(site) => site,
        Err(faults) => panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

/// The site, as the publisher makes it from the content; only the files that pages load are stand-ins.
pub fn site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| publish::site::from(load(), assets()))
}

fn assets() -> Assets {
    let asset = |name: &str| Asset { url: format!("/assets/{name}"), integrity: "sha384-test".into() };
    Assets {
        css: asset("main.css"),
        icon: asset("icon.svg"),
        site_js: asset("site.js"),
        pin_js: asset("pin.js"),
        programs: Program::ALL
            .map(|program| {
                let file = |extension: &str| asset(&format!("{}.{extension}", program.name()));
                (program, ProgramFiles { js: file("js"), wasm: file("wasm") })
            })
            .into(),
        entries: asset("places.bin"),
        postcodes: asset("postcodes.bin"),
        guidance: asset("guidance.bin"),
    }
}

/// A site of its own, to be changed by a test.
pub fn fresh_site() -> Site {
    publish::site::from(load(), assets())
}

/// The site as it will be when every instrument that is held may be shown: nothing about them waits for Rust.
pub fn site_with_held() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let mut content = load();
        content.instruments.extend(content.held.drain(..).map(|held| held.instrument));
        publish::site::from(content, assets())
    })
}

/// What the program reads on a check's page.
pub fn data(site: &'static Site, path: &str) -> String {
    let found = render(|| waymark::pages::data(site)).into_iter().find(|(page, _)| page == path);
    found.unwrap_or_else(|| panic!("nothing to read on {path}")).1
}

/// Every page of the site, rendered once.
pub fn pages() -> &'static [Finished] {
    static PAGES: OnceLock<Vec<Finished>> = OnceLock::new();
    PAGES.get_or_init(|| render(|| waymark::pages::all(site())))
}

/// Runs something that makes views, as the publisher does.
pub fn render<T>(make: impl FnOnce() -> T) -> T {
    leptos::prelude::Owner::new().with(make)
}

/// So many tries of a property. What fails is printed in its smallest form, to be written down as a case in
/// `tests/suite/`; nothing is kept beside the tests.
pub fn tries(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// AUDIT with AUDIT-C.
pub fn audit() -> &'static Instrument {
    let found = site().instruments.iter().find(|instrument| instrument.data().id == "audit");
    found.expect("the AUDIT in content/instruments")
}

/// A check that begins with a form of AUDIT.
pub fn screen(form: &str) -> Screen<'static> {
    Screen::new(audit(), form).unwrap_or_else(|| panic!("AUDIT has no form {form:?}"))
}

/// Answers by their points, which the form has to offer.
pub fn answers(points: &[Option<u8>]) -> Answers {
    Answers::from_points(audit(), points).unwrap_or_else(|error| panic!("{points:?}: {error}"))
}

/// The points that each item of AUDIT offers, in order.
pub fn offered(item: usize) -> Vec<u8> {
    audit().options(item).iter().map(|choice| choice.points).collect()
}
