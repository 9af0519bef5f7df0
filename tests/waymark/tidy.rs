//! The architecture's invariants, read from the files.

use crate::given::{self, root, text_of};

/// A Rust file without its comments and without its tests, so that only what runs is left.
fn code(file: &str) -> String {
    let text = text_of(file);
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// The Rust files under some folders that run: not their tests and examples.
fn rust(folders: &[&str]) -> Vec<String> {
    let runs = |file: &String| !["/tests/", "/examples/"].iter().any(|part| file.contains(part));
    folders.iter().flat_map(|folder| given::files(folder)).filter(|file| file.ends_with(".rs")).filter(runs).collect()
}

/// Fails for every line of these files that holds one of these words.
fn check_none(files: &[String], words: &[&str], why: &str) {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in code(file).lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                found.push(format!("{file}:{}: {word:?} in {:?}", number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{why}:\n{}", found.join("\n"));
}

const RULES: [&str; 5] =
    ["crates/screening", "crates/drinks", "crates/directory", "crates/page-search", "crates/policy"];

/// Invariant 1: the rules know nothing of the browser, of Leptos, of files or of the clock.
#[test]
fn rules_know_nothing_of_the_world() {
    let never = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::time",
        "SystemTime",
        "Instant",
        "std::thread",
        "println!",
        "eprintln!",
    ];
    check_none(&rust(&RULES), &never, "time, files and the browser stay outside the rules");
    for folder in RULES {
        let manifest = text_of(&format!("{folder}/Cargo.toml"));
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        let dependencies = dependencies.split("\n[").next().unwrap_or_default();
        for line in dependencies.lines().filter(|line| !line.trim().is_empty()) {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            // How words are compared is the directory's and strsim's.
            let may = ["serde", "miniserde"].contains(&name)
                || folder == "crates/page-search" && ["directory", "strsim"].contains(&name);
            assert!(may, "{folder} depends on {name}");
        }
    }
}

/// Nothing panics but xtask and tests: rules return errors, and the program in the browser stays alive.
#[test]
fn nothing_panics() {
    let files = rust(&[
        "crates/screening",
        "crates/drinks",
        "crates/directory",
        "crates/page-search",
        "crates/policy",
        "crates/records",
        "crates/import",
        "crates/open-referral",
        "crates/content",
        "crates/publish",
        "src",
    ]);
    let never = [".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!", "unreachable!", "dbg!"];
    check_none(&files, &never, "return an error in place of a panic");
}

#[test]
fn only_the_browser_folder_touches_the_browser() {
    let files: Vec<String> = rust(&["src"])
        .into_iter()
        .filter(|file| !file.starts_with("src/browser"))
        // The island's element comes in as its type; what is done with it is in `browser`.
        .filter(|file| !["src/islands/check/live.rs"].contains(&file.as_str()))
        .collect();
    check_none(&files, &["web_sys", "js_sys", "wasm_bindgen"], "the browser is touched in src/browser only");
    let live: Vec<String> =
        code("src/islands/check/live.rs").lines().filter(|line| line.contains("web_sys")).map(str::to_owned).collect();
    assert_eq!(live, ["use web_sys::HtmlElement;"], "only the type of the island's element");
}

#[test]
fn dependencies_point_one_way() {
    check_none(&rust(&["src/islands"]), &["pages::", "crate::pages", "layout::"], "islands never use pages");
    check_none(
        &rust(&["src/islands/check", "src/islands/path", "src/islands/kept"]),
        &["directory::"],
        "only the search carries the directory",
    );
    check_none(
        &rust(&["src/islands/quiz", "src/islands/class_quiz", "src/islands/steps", "src/islands/plan"]),
        &["directory::", "leptos"],
        "small islands have no views, whose code is more than all of theirs",
    );
    check_none(
        &rust(&["src/components", "src/browser"]),
        &["islands::", "pages::", "layout::"],
        "parts know nothing of who uses them",
    );
    check_none(&rust(&["crates/content"]), &["leptos", "waymark"], "content knows nothing of views");
    for folder in ["crates/screening", "crates/drinks", "crates/directory", "crates/content"] {
        let manifest = text_of(&format!("{folder}/Cargo.toml"));
        assert!(!manifest.contains("leptos") && !manifest.contains("waymark"), "{folder}/Cargo.toml");
    }
}

/// Invariant 2 and 3, as far as files tell: nothing is stored, logged or sent.
#[test]
fn nothing_is_stored_logged_or_sent() {
    let never = [
        "local_storage",
        "session_storage",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "console.",
        "console_log",
        "log!(",
        "XMLHttpRequest",
        "sendBeacon",
        "WebSocket",
    ];
    let mut files = rust(&["src"]);
    files.extend(given::files("boot"));
    // One file keeps a check's place in the tab, one a result on the device, each when the person asks for it; leaving the
    // site clears the tab, and the device for those who chose so at the page of what was kept.
    let allowed: [(&str, &[&str]); 6] = [
        ("src/browser/tab.rs", &["session_storage"]),
        ("src/browser/device.rs", &["local_storage"]),
        ("boot/site.js", &["sessionStorage", "localStorage"]),
        ("boot/kept.js", &["localStorage"]),
        ("boot/sealed.js", &["localStorage"]),
        ("boot/app.js", &["localStorage"]),
    ];
    for (file, words) in allowed {
        let others: Vec<&str> = never.into_iter().filter(|never| !words.contains(never)).collect();
        check_none(&[file.to_owned()], &others, "one kind of storage, and no other");
    }
    let exit = code("boot/site.js");
    assert_eq!(
        exit.matches("setItem(").count(),
        exit.matches("setItem(LEFT, \"\")").count(),
        "the one mark, without a word in it"
    );
    assert_eq!(code("boot/app.js").matches("localStorage").count(), 1, "only whether there is a PIN");
    files.retain(|file| !allowed.iter().any(|(allowed, _)| allowed == file));
    check_none(&files, &never, "nothing leaves the page");
    // The tab's name carries how a check is begun from one page to the next.
    files.retain(|file| file != "boot/app.js");
    check_none(&files, &["window.name"], "only the boot scripts use the tab's name");
    // The program and what it reads; in the service worker a page, a file, and what it was told to copy.
    let fetches = |file: &str| code(file).matches("fetch(").count();
    for (file, count) in [("boot/app.js", 2), ("boot/offline.js", 3)] {
        assert_eq!(fetches(file), count, "{file} fetches nothing else");
    }
    for file in given::files("boot").iter().filter(|file| !["boot/app.js", "boot/offline.js"].contains(&file.as_str()))
    {
        assert_eq!(fetches(file), 0, "{file} fetches nothing");
    }
}

/// Files stay short enough to read in one go.
#[test]
fn files_are_short() {
    let kinds = [".rs", ".js", ".mjs", ".scss"];
    let files = given::files("").into_iter().filter(|file| kinds.iter().any(|kind| file.ends_with(kind)));
    let long: Vec<String> = files
        .filter_map(|file| {
            let lines = text_of(&file).lines().count();
            (lines > 400).then(|| format!("{file} has {lines} lines: look for the seam"))
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// Every file that is text and ours.
fn texts() -> Vec<(String, String)> {
    let kinds =
        ["rs", "js", "mjs", "scss", "toml", "md", "html", "json", "svg", "yml", "run", "txt", "LICENSE", "NOTICE"];
    given::files("")
        .into_iter()
        .filter(|file| kinds.iter().any(|kind| file.ends_with(kind)))
        .map(|file| (file.clone(), text_of(&file)))
        .collect()
}

#[test]
fn no_file_names_a_machine() {
    // Put together here, so that this file does not name one either.
    let never = [["/wo", "rk/"], ["/ro", "ot/"], ["/ho", "me/"], ["/Use", "rs/"], ["C:", "\\"], ["shared/", "facts"]];
    for (file, text) in texts() {
        if file.starts_with("xtask/") {
            // xtask looks for tools where systems keep them.
            continue;
        }
        for parts in &never {
            let name = parts.concat();
            let line = text.lines().position(|line| line.contains(&name));
            assert!(line.is_none(), "{file}:{}: names {name}", line.unwrap_or_default() + 1);
        }
    }
}

#[test]
fn lines_end_cleanly() {
    for (file, text) in texts() {
        assert!(!text.contains('\r'), "{file} has line ends of another system");
        assert!(!text.trim().is_empty(), "{file} is empty");
        assert!(text.ends_with('\n'), "{file} does not end with a line end");
        if !file.ends_with(".md") {
            let line = text.lines().position(|line| line.ends_with(' ') || line.ends_with('\t'));
            assert!(line.is_none(), "{file}:{}: white space at the end", line.unwrap_or_default() + 1);
        }
    }
}

/// A document that names things goes stale unless something looks.
#[test]
fn documents_name_paths_that_exist() {
    let mut missing = Vec::new();
    let documents = given::files("").into_iter().filter(|file| file.ends_with(".md")).filter(|file| {
        let top = !file.contains('/');
        top || file.starts_with("docs/")
    });
    for file in documents {
        for (number, line) in text_of(&file).lines().enumerate() {
            for name in paths(line) {
                // What a build makes is not there yet; what a recipe will make has a placeholder.
                let made = ["dist", "target", "node_modules"].iter().any(|made| name.split('/').next() == Some(made));
                let beside = root().join(&file).parent().is_some_and(|folder| folder.join(&name).exists());
                if !made && !beside && !root().join(&name).exists() {
                    missing.push(format!("{file}:{}: `{name}` does not exist", number + 1));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The words in backticks that look like a path of the project: a slash and nothing that a path has not, or the
/// name of a file at the top. Addresses of the site begin with a slash and are not meant.
fn paths(line: &str) -> Vec<String> {
    let quoted = line.split('`').skip(1).step_by(2);
    quoted
        .filter(|name| !name.starts_with(['/', '-', '@', '.']) || name.starts_with(".c"))
        // A recipe's placeholder.
        .filter(|name| !name.contains("NNN"))
        .filter(|name| name.chars().all(|letter| letter.is_ascii_alphanumeric() || "/._-".contains(letter)))
        .filter(|name| {
            let top = name.split('/').next().unwrap_or_default();
            let here = root().join(top).exists();
            let kind = name.rsplit_once('.').is_some_and(|(before, kind)| {
                !before.is_empty() && ["rs", "toml", "md", "js", "mjs", "scss", "json", "html"].contains(&kind)
            });
            (name.contains('/') && here) || (!name.contains('/') && kind)
        })
        .filter(|name| {
            name.contains('/') || root().join(name).exists() || name.chars().next().is_some_and(char::is_uppercase)
        })
        .map(|name| name.trim_end_matches('/').to_owned())
        .collect()
}

/// An invariant that names the test which holds it is held only while that test is there.
#[test]
fn tests_named_in_documents_exist() {
    for document in ["ARCHITECTURE.md", "docs/clinical-safety/hazard-log.md", "docs/privacy/dpia.md"] {
        tests_named_in(document);
    }
}

fn tests_named_in(document: &str) {
    let mut named = 0;
    for (number, line) in text_of(document).lines().enumerate() {
        // `tests/a.rs` (`one`, `two`) … `tests/b.mjs` ("a title, or its beginning…")
        for part in line.split("`tests/").skip(1) {
            let Some((file, after)) = part.split_once('`') else { continue };
            let Some((names, _)) = after.trim_start().strip_prefix('(').and_then(|names| names.split_once(')')) else {
                continue;
            };
            let text = text_of(&format!("tests/{file}"));
            let functions = names.split('`').skip(1).step_by(2).map(|name| format!("fn {name}("));
            let titles = names.split('"').skip(1).step_by(2).map(|title| title.trim_end_matches('…').to_owned());
            let is_path = |name: &String| name.contains('/');
            for name in functions.chain(titles).filter(|name| !is_path(name)) {
                named += 1;
                assert!(text.contains(&name), "{document}:{}: tests/{file} has no {name:?}", number + 1);
            }
        }
    }
    assert!(named >= 10, "{document}: only {named} tests are named");
}

#[test]
fn paths_are_told_from_other_words() {
    assert_eq!(
        paths("see `src/routes.rs`, `/check/`, `cargo xtask serve`, `a/b`, `content/en/`"),
        ["src/routes.rs", "content/en"]
    );
    assert_eq!(paths("`Cargo.toml` and `<id>.toml`, `govuk-button`"), ["Cargo.toml"]);
}

/// Retries hide what is broken, and an ignored test is no test.
#[test]
fn no_test_is_ignored_or_retried() {
    let files: Vec<String> = given::files("tests")
        .into_iter()
        .chain(given::files("crates").into_iter().filter(|file| file.ends_with(".rs")))
        .chain(rust(&["src", "xtask"]))
        .collect();
    let never = [
        ["#[ig", "nore"],
        ["#[should_", "panic"],
        ["test.", "skip("],
        ["test.", "todo("],
        ["ret", "ries:"],
        ["test.o", "nly("],
    ];
    for file in files.iter().filter(|file| [".rs", ".mjs"].iter().any(|kind| file.ends_with(kind))) {
        let text = text_of(file);
        for parts in &never {
            let word = parts.concat();
            assert!(!text.contains(&word), "{file}: {word}");
        }
    }
}
