//! The byte budgets: what a first visit costs with brotli, printed on every build, and refused past a limit.

use waymark::pages::{Finished, Program, Script, Site};

use crate::compress::Sizes;

struct Row {
    what: String,
    bytes: usize,
    aim: usize,
    limit: usize,
}

/// Prints the table; an error names every row that is past its limit. `copy` are the addresses of what a browser keeps
/// for when there is no signal.
pub fn check(pages: &[Finished], copy: &[String], site: &Site, sizes: &Sizes) -> Result<(), String> {
    let size = |url: &str| sizes.get(url).copied().unwrap_or(0);
    let size_of = |page: &Finished| size(&format!("/{}", waymark::routes::file_of(&page.path)));
    let (css, site_js) = (size(&site.assets.css.url), size(&site.assets.site_js.url));
    let wasm = |program| site.assets.of(program).map_or(0, |files| size(&files.wasm.url));
    let js = |program| site.assets.of(program).map_or(0, |files| size(&files.js.url));
    let data = |page: &Finished| site.data_of(&page.path).map_or(0, |file| size(&file.url));
    let of_words = |page: &Finished| (page.script == Script::Site).then_some(size_of(page));
    let island = |found: &Finished| match found.script {
        Script::Site => None,
        Script::Island(program) => Some((program, size_of(found))),
    };
    let largest = |bytes: &dyn Fn(&Finished) -> Option<usize>| {
        let sizes = pages.iter().filter_map(|page| Some((page.path.as_str(), bytes(page)?)));
        sizes.max_by_key(|(_, bytes)| *bytes).unwrap_or(("none", 0))
    };
    let (words_path, words_page) = largest(&of_words);
    // Without its program the policy of a school is a document: the whole draft, and no question.
    let asks = |found: &Finished| island(found).filter(|(program, _)| *program != Program::Policy);
    let (question_path, question_page) = largest(&|found| asks(found).map(|(_, page)| page));
    let policy_page = pages.iter().find(|found| found.script == Script::Island(Program::Policy)).map_or(0, size_of);
    let (tool_path, tool_page) =
        largest(&|found| island(found).map(|(program, page)| page + data(found) + wasm(program) + js(program)));
    let row = |what: String, bytes: usize, aim: usize, limit: usize| Row {
        what,
        bytes,
        aim: aim * 1024,
        limit: limit * 1024,
    };
    let rows = [
        row(format!("content page, first visit ({words_path})"), words_page + css + site_js, 14, 20),
        row(format!("first question: page and style ({question_path})"), question_page + css, 14, 16),
        row("a school's policy: page and style".into(), policy_page + css, 18, 20),
        row("style sheet".into(), css, 7, 9),
        row("program of a check (wasm)".into(), wasm(Program::Check), 90, 120),
        row("program of a path (wasm)".into(), wasm(Program::Path), 30, 40),
        row("program of what was kept (wasm)".into(), wasm(Program::Kept), 50, 60),
        // With filters, hours, a list and the map (docs/decisions/016-narrowing-and-lists.md).
        row("program of the search (wasm)".into(), wasm(Program::Find), 72, 80),
        row("program of a page of guidance (wasm)".into(), wasm(Program::Guidance), 40, 48),
        row(
            "what is searched for help".into(),
            size(&site.assets.entries.url) + size(&site.assets.postcodes.url),
            200,
            300,
        ),
        row("program of the search in guidance (wasm)".into(), wasm(Program::Search), 40, 48),
        row("program of a school's policy (wasm)".into(), wasm(Program::Policy), 40, 48),
        row("index of guidance".into(), size(&site.assets.guidance.url), 60, 60),
        row("glue and boot, the largest".into(), Program::ALL.map(js).into_iter().max().unwrap_or(0), 6, 8),
        row(
            "copy for when there is no signal".into(),
            copy.iter().map(|url| size(url)).sum::<usize>() + size(&format!("/{}", crate::offline::FILE)),
            900,
            1024,
        ),
        row(format!("tool page, first visit ({tool_path})"), tool_page + css, 110, 150),
    ];
    println!("\n{:<52} {:>9} {:>9} {:>9}", "with brotli, in bytes", "is", "aim", "limit");
    for Row { what, bytes, aim, limit } in &rows {
        let note = if bytes > limit {
            "  PAST THE LIMIT"
        } else if bytes > aim {
            "  over the aim"
        } else {
            ""
        };
        println!("{what:<52} {bytes:>9} {aim:>9} {limit:>9}{note}");
    }
    println!("{} pages\n", pages.len());
    let past: Vec<&str> = rows.iter().filter(|row| row.bytes > row.limit).map(|row| row.what.as_str()).collect();
    if past.is_empty() { Ok(()) } else { Err(format!("past the byte budget: {}", past.join("; "))) }
}
