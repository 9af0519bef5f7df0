//! `sitemap.xml` and `robots.txt`, by which search engines find every page.

use std::path::Path;

use waymark::{pages::Finished, routes::Route};

use crate::write;

/// Writes both, for a site at `address`.
pub fn write_all(root: &Path, address: &str, pages: &[Finished]) -> Result<(), String> {
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    write(&root.join("sitemap.xml"), &sitemap(address, &paths))?;
    write(&root.join("robots.txt"), &robots(address))
}

/// Every page but the one for wrong addresses, the one for what a person kept and where the installed site opens, in order.
///
/// No page says when it was last changed: the dates that we have are those of checks and of sources, and a date that is not
/// the one of a change is worse than none.
pub fn sitemap(address: &str, paths: &[&str]) -> String {
    let hidden = [Route::NotFound.path(), Route::MyData.path(), Route::Start.path()];
    let mut paths: Vec<&str> =
        paths.iter().copied().filter(|path| !hidden.iter().any(|hidden| hidden == path)).collect();
    paths.sort_unstable();
    let rows: String = paths.iter().map(|path| format!("<url><loc>{}{path}</loc></url>\n", escaped(address))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{rows}</urlset>\n"
    )
}

/// Everything may be read; where the pages are listed.
pub fn robots(address: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {address}/sitemap.xml\n")
}

/// Paths are made of letters, digits, dashes and slashes; an address could hold more.
fn escaped(address: &str) -> String {
    address.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
