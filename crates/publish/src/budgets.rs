//! The byte budgets: what a first visit costs with brotli, printed on every build, and refused past a limit.

use waymark::pages::{Finished, Script, Site};

use crate::compress::Sizes;

struct Row {
    what: String,
    bytes: usize,
    aim: usize,
    limit: usize,
}

/// Prints the table; an error names every row that is past its limit.
pub fn check(pages: &[Finished], site: &Site, sizes: &Sizes) -> Result<(), String> {
    let size = |url: &str| sizes.get(url).copied().unwrap_or(0);
    let page = |page: &Finished| size(&format!("/{}", waymark::routes::file_of(&page.path)));
    let (css, site_js) = (size(&site.assets.css.url), size(&site.assets.site_js.url));
    let (app_js, wasm) = (size(&site.assets.app_js.url), size(&site.assets.wasm.url));
    let data = |page: &Finished| site.data_of(&page.path).map_or(0, |file| size(&file.url));
    let largest = |script: Script, bytes: &dyn Fn(&Finished) -> usize| {
        let of_kind = pages.iter().filter(|page| page.script == script);
        of_kind.max_by_key(|found| bytes(found)).map_or(("none", 0), |found| (found.path.as_str(), bytes(found)))
    };
    let (words_path, words_page) = largest(Script::Site, &page);
    let (question_path, question_page) = largest(Script::Island, &page);
    let (tool_path, tool_page) = largest(Script::Island, &|found| page(found) + data(found));
    let row = |what: String, bytes: usize, aim: usize, limit: usize| Row {
        what,
        bytes,
        aim: aim * 1024,
        limit: limit * 1024,
    };
    let rows = [
        row(format!("content page, first visit ({words_path})"), words_page + css + site_js, 14, 20),
        row(format!("first question: page and style ({question_path})"), question_page + css, 14, 16),
        row("style sheet".into(), css, 7, 9),
        row("program (wasm)".into(), wasm, 90, 120),
        row("glue and boot".into(), app_js, 6, 8),
        row(format!("tool page, first visit ({tool_path})"), tool_page + css + app_js + wasm, 110, 150),
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
