//! What `cargo xtask test` consists of, and which of it to run.

use crate::setup::Need;

/// One check with its own row in the table at the end. The order here is the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `cargo fmt --check`.
    Fmt,
    /// Licences, sources and crates that are not wanted: `deny.toml`.
    Deny,
    /// Clippy for this machine, warnings as errors.
    Clippy,
    /// Clippy for wasm, warnings as errors.
    ClippyWasm,
    /// All native tests of the workspace.
    Native,
    /// The site's tests in wasm, in a headless browser.
    Wasm,
    /// The release build with its budgets.
    Build,
    /// html-validate on every page.
    Html,
    /// Every link of the built site leads somewhere.
    Links,
    /// What the site says to hosts, held to nginx.
    Hosting,
    /// The journeys in Chromium.
    Browser,
    /// The accessibility scan in Chromium.
    Axe,
    /// A copy in another folder gives the same site, byte for byte.
    Again,
}

/// A part to run, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which one.
    pub part: Part,
    /// False when nobody asked for it and another part needs it. Then a build that is still good is good enough.
    pub asked: bool,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Part; 13] = [
        Part::Fmt,
        Part::Deny,
        Part::Clippy,
        Part::ClippyWasm,
        Part::Native,
        Part::Wasm,
        Part::Build,
        Part::Html,
        Part::Links,
        Part::Hosting,
        Part::Browser,
        Part::Axe,
        Part::Again,
    ];

    /// As it is typed and printed.
    pub fn name(self) -> &'static str {
        match self {
            Part::Fmt => "fmt",
            Part::Deny => "deny",
            Part::Clippy => "clippy",
            Part::ClippyWasm => "clippy-wasm",
            Part::Native => "native",
            Part::Wasm => "wasm",
            Part::Build => "build",
            Part::Html => "html",
            Part::Links => "links",
            Part::Hosting => "hosting",
            Part::Browser => "browser",
            Part::Axe => "axe",
            Part::Again => "again",
        }
    }

    /// What has to be installed for it.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Part::Fmt => &[Need::Rustfmt],
            Part::Deny => &[Need::Crates, Need::CargoDeny],
            Part::Clippy => &[Need::Clippy, Need::Crates],
            Part::ClippyWasm => &[Need::Clippy, Need::WasmTarget, Need::Crates],
            // The native tests compare our markup with the fixtures inside the npm package govuk-frontend.
            Part::Native => &[Need::Crates, Need::Npm],
            Part::Wasm => &[Need::WasmTarget, Need::Crates, Need::WasmBindgen, Need::Chromium, Need::Chromedriver],
            Part::Build | Part::Again => Need::TO_BUILD,
            Part::Html => &[Need::Npm],
            Part::Links => &[Need::Crates],
            Part::Hosting => &[Need::Npm, Need::Nginx],
            Part::Browser | Part::Axe => &[Need::Npm, Need::Chromium],
        }
    }

    /// The part whose result it looks at, if any.
    pub fn after(self) -> Option<Part> {
        match self {
            Part::Html | Part::Links | Part::Hosting | Part::Browser | Part::Axe | Part::Again => Some(Part::Build),
            _ => None,
        }
    }

    /// True when `--quick` leaves it out: it needs a program that few machines have, such as a browser, or builds everything
    /// once more.
    pub fn is_slow(self) -> bool {
        matches!(self, Part::Wasm | Part::Hosting | Part::Browser | Part::Axe | Part::Again)
    }
}

/// The parts to run: those named, or all; those that they look at come with them.
pub fn choose(names: &[String], quick: bool) -> Result<Vec<Chosen>, String> {
    let mut asked = Vec::new();
    for name in names {
        let part = Part::ALL.into_iter().find(|part| part.name() == name);
        asked.push(part.ok_or_else(|| format!("There is no part `{name}`. The parts are {}.", all_names()))?);
    }
    if quick && let Some(part) = asked.iter().find(|part| part.is_slow()) {
        return Err(format!("--quick leaves out what takes long, and the part `{}` does.", part.name()));
    }
    if names.is_empty() {
        asked.extend(Part::ALL.into_iter().filter(|part| !(quick && part.is_slow())));
    }
    let wanted = |part: Part| asked.contains(&part) || asked.iter().any(|other| other.after() == Some(part));
    Ok(Part::ALL
        .into_iter()
        .filter(|part| wanted(*part))
        .map(|part| Chosen { part, asked: asked.contains(&part) })
        .collect())
}

fn all_names() -> String {
    let names: Vec<&str> = Part::ALL.into_iter().map(Part::name).collect();
    match names.split_last() {
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts that a command line chooses; one that nobody asked for is in brackets.
    fn chosen(names: &str, quick: bool) -> Result<String, String> {
        let names: Vec<String> = names.split_whitespace().map(String::from).collect();
        let parts = choose(&names, quick)?;
        let shown = parts.iter().map(|c| if c.asked { c.part.name().into() } else { format!("({})", c.part.name()) });
        Ok(shown.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn no_name_means_all_in_order() {
        let all = "fmt deny clippy clippy-wasm native wasm build html links hosting browser axe again";
        assert_eq!(chosen("", false).unwrap(), all);
    }

    #[test]
    fn quick_leaves_out_what_takes_long() {
        assert_eq!(chosen("", true).unwrap(), "fmt deny clippy clippy-wasm native build html links");
        assert_eq!(chosen("native", true).unwrap(), "native");
        assert!(chosen("axe", true).unwrap_err().contains("`axe` does"));
    }

    #[test]
    fn a_named_part_brings_what_it_looks_at() {
        assert_eq!(chosen("browser", false).unwrap(), "(build) browser");
        assert_eq!(chosen("axe fmt", false).unwrap(), "fmt (build) axe");
        assert_eq!(chosen("links build", false).unwrap(), "build links");
        assert_eq!(chosen("fmt fmt", false).unwrap(), "fmt");
    }

    #[test]
    fn an_unknown_part_names_the_parts() {
        let problem = chosen("fmt tests", false).unwrap_err();
        assert!(problem.starts_with("There is no part `tests`. The parts are fmt, "), "{problem}");
        assert!(problem.ends_with("axe and again."), "{problem}");
    }

    #[test]
    fn what_a_part_looks_at_runs_before_it() {
        let place = |wanted: Part| Part::ALL.iter().position(|part| *part == wanted).unwrap();
        for part in Part::ALL {
            assert!(part.after().is_none_or(|first| place(first) < place(part)), "{part:?}");
        }
    }
}
