//! What has to be on the machine, and making it so. Each thing is looked at once a run, and says so on one line.

use std::collections::BTreeMap;

use crate::{chromium, nginx, npm, rust, tools};

/// One thing that a part of the work cannot do without. The order here is the order in which they are installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// `cargo fmt`.
    Rustfmt,
    /// `cargo clippy`.
    Clippy,
    /// The standard library for wasm.
    WasmTarget,
    /// The source of every crate in `Cargo.lock`.
    Crates,
    /// cargo-deny.
    CargoDeny,
    /// Node, and the packages of `package-lock.json`.
    Npm,
    /// Trunk.
    Trunk,
    /// wasm-bindgen and its test runner, of the version in `Cargo.lock`.
    WasmBindgen,
    /// A Chromium to drive.
    Chromium,
    /// The program that drives it for the wasm tests.
    Chromedriver,
    /// A web server as a host has it, with its module for brotli.
    Nginx,
}

impl Need {
    /// What a build of the site needs.
    pub const TO_BUILD: &'static [Need] = &[Need::WasmTarget, Need::Crates, Need::Npm, Need::Trunk, Need::WasmBindgen];

    fn install(self) -> Result<(), String> {
        match self {
            Need::Rustfmt => rust::component("rustfmt", "fmt"),
            Need::Clippy => rust::component("clippy", "clippy"),
            Need::WasmTarget => rust::wasm_target(),
            Need::Crates => rust::crates(),
            Need::CargoDeny => tools::ready(&tools::cargo_deny()),
            Need::Npm => npm::packages(),
            Need::Trunk => tools::ready(&tools::trunk()),
            Need::WasmBindgen => tools::ready(&tools::wasm_bindgen()?),
            Need::Chromium => chromium::ready("chromium", chromium::browser),
            Need::Chromedriver => chromium::ready("chromedriver", chromium::driver),
            Need::Nginx => nginx::ready(),
        }
    }
}

/// What is known to be there, or known to be out of reach and why.
#[derive(Default)]
pub struct Setup {
    known: BTreeMap<Need, Result<(), String>>,
}

impl Setup {
    /// Installs those of `needs` that are missing. What a tool printed when it failed is shown at once; the error is
    /// only the sentence about it, since several parts may fail for the same reason.
    pub fn ready(&mut self, needs: &[Need]) -> Result<(), String> {
        let mut needs = needs.to_vec();
        needs.sort_unstable();
        needs.iter().try_for_each(|need| self.known.entry(*need).or_insert_with(|| install(*need)).clone())
    }
}

fn install(need: Need) -> Result<(), String> {
    need.install().map_err(|problem| match problem.split_once('\n') {
        None => problem,
        Some((sentence, details)) => {
            eprintln!("{sentence}\n{details}");
            format!("{} (see above)", sentence.trim_end_matches(':'))
        }
    })
}
