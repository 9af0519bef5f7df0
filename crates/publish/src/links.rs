//! Every link inside the site leads somewhere, and to every page leads one; every call link has digits only; nothing is
//! loaded from elsewhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::{base::Base, compress};

/// A page's links and the places in it that can be linked to.
#[derive(Default)]
struct Page {
    links: Vec<String>,
    loads: Vec<String>,
    ids: BTreeSet<String>,
}

/// Checks all pages under a folder; the number of links if all are good.
pub fn check(root: &Path, base: &Base) -> Result<usize, String> {
    let mut pages: BTreeMap<String, Page> = BTreeMap::new();
    let mut files = BTreeSet::new();
    for path in compress::files(root)? {
        let name = path.strip_prefix(root).map_err(|_| "a file outside the site".to_owned())?;
        let name = format!("/{}", name.display());
        if name.ends_with(".html") {
            let html = fs::read_to_string(&path).map_err(|error| format!("{name} cannot be read: {error}"))?;
            pages.insert(name.clone(), read(&html, base));
        }
        files.insert(name);
    }
    let mut faults = Vec::new();
    let mut count = 0;
    for (name, page) in &pages {
        for link in page.links.iter().chain(&page.loads) {
            count += 1;
            if let Some(reason) = wrong(link, name, page, &pages, &files) {
                faults.push(format!("error: {name}: {link}: {reason}"));
            }
        }
        faults.extend(
            page.loads
                .iter()
                .filter(|load| !load.starts_with('/') || load.starts_with("//"))
                .map(|load| format!("error: {name}: {load}: a page loads only files of this site")),
        );
    }
    faults
        .extend(alone(&pages).map(|name| format!("error: {name}: no page leads to this one; link to it from another")));
    if faults.is_empty() { Ok(count) } else { Err(faults.join("\n")) }
}

/// Pages that nobody leads to: where a browser, a host or a home screen begins.
const BEGINNINGS: [&str; 3] = ["/index.html", "/404.html", "/start/index.html"];

/// The pages that no other page leads to.
fn alone(pages: &BTreeMap<String, Page>) -> impl Iterator<Item = &String> {
    let mut led_to = BTreeSet::new();
    for (name, page) in pages {
        let paths = page.links.iter().filter_map(|link| link.split('#').next()).filter(|path| path.starts_with('/'));
        led_to.extend(paths.map(|path| format!("/{}", waymark::routes::file_of(path))).filter(|file| file != name));
    }
    pages.keys().filter(move |name| !led_to.contains(*name) && !BEGINNINGS.contains(&name.as_str()))
}

fn wrong(
    link: &str,
    name: &str,
    page: &Page,
    pages: &BTreeMap<String, Page>,
    files: &BTreeSet<String>,
) -> Option<String> {
    if let Some(digits) = link.strip_prefix("tel:").or(link.strip_prefix("sms:")) {
        let sound = digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
        return (!sound).then(|| "a link to call or text has digits only".to_owned());
    }
    if let Some(letter) = link.strip_prefix("mailto:") {
        return (!is_letter(letter))
            .then(|| "a letter has an address, and nothing in it that is not encoded".to_owned());
    }
    if link.starts_with("https://") {
        return None;
    }
    let (path, fragment) = link.split_once('#').map_or((link, None), |(path, fragment)| (path, Some(fragment)));
    if !path.is_empty() && !path.starts_with('/') {
        return Some("links inside the site begin with /".into());
    }
    let file = if path.is_empty() { name.to_owned() } else { format!("/{}", waymark::routes::file_of(path)) };
    if !files.contains(&file) {
        return Some(format!("there is no {file}"));
    }
    let target = if path.is_empty() { Some(page) } else { pages.get(&file) };
    match (fragment, target) {
        (Some(fragment), Some(target)) if !target.ids.contains(fragment) => {
            Some(format!("there is no place {fragment:?} in {file}"))
        }
        _ => None,
    }
}

/// What stands after `mailto:` (RFC 6068): an address, and perhaps parts of the letter, all percent-encoded.
fn is_letter(letter: &str) -> bool {
    let (address, parts) = letter.split_once('?').unwrap_or((letter, ""));
    let (name, host) = address.split_once('@').unwrap_or_default();
    let bytes = parts.as_bytes();
    let encoded = bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'%' => bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)),
        byte => byte.is_ascii_alphanumeric() || b"-._~=&".contains(byte),
    });
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
    encoded && plain(name) && plain(host)
}

/// The attributes of a page. Our own renderer writes every attribute in double quotes.
fn read(html: &str, base: &Base) -> Page {
    let mut page = Page::default();
    // As from the root of the site. What begins with a slash and is not under the site's path leads out of it.
    let inside = |link: String| match link.strip_prefix(base.path()) {
        Some(rest) if base.path().is_empty() || rest.starts_with('/') => rest.to_owned(),
        _ if link.starts_with('/') => format!("outside the site: {link}"),
        _ => link,
    };
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let element = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(id) = attribute(tag, "id") {
            page.ids.insert(id);
        }
        let loads = attribute(tag, "src").or_else(|| (element == "link").then(|| attribute(tag, "href")).flatten());
        page.loads.extend(loads.map(inside));
        page.loads.extend(["data-wasm", "data-pin"].into_iter().filter_map(|name| attribute(tag, name)).map(inside));
        if element == "a" {
            page.links.extend(attribute(tag, "href").map(inside));
        }
    }
    page
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    Some(value.replace("&amp;", "&"))
}
