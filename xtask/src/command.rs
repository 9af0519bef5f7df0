//! What was typed after `cargo xtask`, as a value.

use std::path::PathBuf;

use crate::parts::{self, Chosen};

/// The port that README names.
pub const USUAL_PORT: u16 = 8080;

/// Shown by `help`, and after anything that is not a command.
pub const HELP: &str = "\
cargo xtask serve [--port N]            install what is missing, build the site if it changed, serve it
cargo xtask build                       install what is missing, build the site if it changed
cargo xtask test [--quick] [PART ...]   install what is missing, run all checks or those named (--quick: none that takes long)
cargo xtask check                       everything that CI runs: the same as test without a word after it
cargo xtask bench [find] [--sources F]  measure the built site in Chromium and print tables; `find`: only the search
cargo xtask gallery [FOLDER]            photograph every page and state into one HTML sheet outside the repository
cargo xtask verify URL [--folder DIR]   compare a live site with what was built: every file, its headers, wrong addresses
cargo xtask import [WHAT ...]           read open data into the records of the directory; alone it says what there is
cargo xtask export [WHAT ...]           write the directory in the standard form, or for a spreadsheet

Parts of test: fmt, deny, clippy, clippy-wasm, native, wasm, build, html, links, hosting, browser, axe, again.
WAYMARK_CHROMIUM and WAYMARK_CHROMEDRIVER name the browser and its driver where they are not found by themselves.";

/// One thing to do.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Build if needed, then serve `dist/`.
    Serve {
        /// The first port to try.
        port: u16,
    },
    /// Build if needed.
    Build,
    /// Run these parts of the checks.
    Test {
        /// In the order in which they run.
        parts: Vec<Chosen>,
    },
    /// Measure the site and the search.
    Bench {
        /// Whatever was typed after `bench`.
        arguments: Vec<String>,
    },
    /// Photograph the site.
    Gallery {
        /// Where to; a folder in the system's temporary folder when not said.
        folder: Option<PathBuf>,
    },
    /// Compare a live site with a folder.
    Verify {
        /// As it was typed; the script reads it.
        address: String,
        /// What was published; `dist/` when not said.
        folder: Option<PathBuf>,
    },
    /// Run the importer; it knows its own words.
    Import {
        /// Whatever was typed, `import` or `export` first.
        arguments: Vec<String>,
    },
}

/// Reads the arguments. The error is what to print before exiting with 2.
pub fn parse(arguments: &[String]) -> Result<Command, String> {
    let Some((name, rest)) = arguments.split_first() else {
        return Err(HELP.to_string());
    };
    match name.as_str() {
        "serve" => Ok(Command::Serve { port: port(rest)? }),
        "build" => no_more(name, rest, Command::Build),
        "test" => test(rest),
        "check" => no_more(name, rest, Command::Test { parts: parts::choose(&[], false)? }),
        "bench" => Ok(Command::Bench { arguments: rest.to_vec() }),
        "gallery" => gallery(rest),
        "verify" => verify(rest),
        "import" | "export" => Ok(Command::Import { arguments: arguments.to_vec() }),
        "help" | "-h" | "--help" => Ok(Command::Help),
        other => Err(format!("`{other}` is not a command of `cargo xtask`. These are:\n\n{HELP}")),
    }
}

fn no_more(name: &str, rest: &[String], command: Command) -> Result<Command, String> {
    match rest.first() {
        None => Ok(command),
        Some(extra) => Err(format!("`cargo xtask {name}` takes nothing after it, not `{extra}`.\n\n{HELP}")),
    }
}

fn port(rest: &[String]) -> Result<u16, String> {
    let number = match rest {
        [] => return Ok(USUAL_PORT),
        [option, number] if option == "--port" => number.as_str(),
        [option] if option.starts_with("--port=") => &option["--port=".len()..],
        _ => {
            return Err(format!("`cargo xtask serve` takes only `--port N`.\n\n{HELP}"));
        }
    };
    match number.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(format!("A port is a number from 1 to 65535, not `{number}`.")),
    }
}

fn test(rest: &[String]) -> Result<Command, String> {
    let (options, names): (Vec<String>, Vec<String>) = rest.iter().cloned().partition(|word| word.starts_with('-'));
    if let Some(unknown) = options.iter().find(|option| *option != "--quick") {
        return Err(format!("`cargo xtask test` knows the option --quick, not `{unknown}`.\n\n{HELP}"));
    }
    Ok(Command::Test { parts: parts::choose(&names, !options.is_empty())? })
}

fn gallery(rest: &[String]) -> Result<Command, String> {
    match rest {
        [] => Ok(Command::Gallery { folder: None }),
        [folder] if !folder.starts_with('-') => Ok(Command::Gallery { folder: Some(PathBuf::from(folder)) }),
        _ => Err(format!("`cargo xtask gallery` takes one folder and nothing else.\n\n{HELP}")),
    }
}

fn verify(rest: &[String]) -> Result<Command, String> {
    let (address, folder) = match rest {
        [address] => (address, None),
        [address, option, folder] if option == "--folder" => (address, Some(PathBuf::from(folder))),
        [option, folder, address] if option == "--folder" => (address, Some(PathBuf::from(folder))),
        [] => return Err("`cargo xtask verify` needs the address of the site, such as https://example.org/.".into()),
        _ => return Err(format!("`cargo xtask verify` takes an address and `--folder DIR`.\n\n{HELP}")),
    };
    if address.starts_with('-') {
        return Err(format!("`cargo xtask verify` takes an address and `--folder DIR`, not `{address}`.\n\n{HELP}"));
    }
    Ok(Command::Verify { address: address.clone(), folder })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Command, String> {
        parse(&line.split_whitespace().map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn serve_takes_a_port() {
        assert_eq!(typed("serve"), Ok(Command::Serve { port: 8080 }));
        assert_eq!(typed("serve --port 9000"), Ok(Command::Serve { port: 9000 }));
        assert_eq!(typed("serve --port=9000"), Ok(Command::Serve { port: 9000 }));
        for wrong in ["serve --port", "serve --port 0", "serve --port 70000", "serve 9000"] {
            assert!(typed(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn check_is_test_without_a_word_after_it() {
        assert_eq!(typed("check"), typed("test"));
        assert!(typed("check fmt").is_err());
    }

    #[test]
    fn anything_else_names_the_commands() {
        for wrong in ["", "deploy", "build now", "test --fast", "gallery a b"] {
            let problem = typed(wrong).expect_err(wrong);
            assert!(problem.contains("cargo xtask serve"), "{wrong}: {problem}");
        }
    }

    #[test]
    fn what_follows_import_is_the_importers() {
        let words = |line: &str| line.split_whitespace().map(String::from).collect();
        for line in ["import", "import ods epraccur a.csv --dry-run", "export open-referral out"] {
            assert_eq!(typed(line), Ok(Command::Import { arguments: words(line) }));
        }
    }

    #[test]
    fn verify_takes_an_address_and_perhaps_a_folder() {
        let verify = |folder: Option<&str>| {
            Ok(Command::Verify { address: "https://a.example".into(), folder: folder.map(PathBuf::from) })
        };
        assert_eq!(typed("verify https://a.example"), verify(None));
        assert_eq!(typed("verify https://a.example --folder old"), verify(Some("old")));
        assert_eq!(typed("verify --folder old https://a.example"), verify(Some("old")));
        assert!(typed("verify").is_err_and(|problem| problem.contains("needs the address")));
        for wrong in ["verify a b", "verify --folder old", "verify --fast", "verify a --folder"] {
            assert!(typed(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn gallery_takes_a_folder() {
        assert_eq!(typed("gallery"), Ok(Command::Gallery { folder: None }));
        assert_eq!(typed("gallery /tmp/g"), Ok(Command::Gallery { folder: Some(PathBuf::from("/tmp/g")) }));
    }
}
