//! The headers of the site, as one list; each host's own file has the same list in the words that the host reads.

mod apache;
mod caddy;
mod cloudfront;
mod netlify;
mod nginx;

use std::{collections::BTreeSet, path::Path};

use waymark::layout::POLICY;

use crate::{base::Base, open_referral, security_txt, write};

/// Files named by their hash never change.
const ASSETS: &str = "public, max-age=31536000, immutable";

/// A page that was seen in the last five minutes is shown at once; asking whether it changed takes longer, on a slow
/// phone, than everything else. A mended page reaches everybody in those five minutes.
const PAGES: &str = "max-age=300";

/// Asked for anew each time: an old service worker would keep old pages alive.
const ASK: &str = "no-cache";

const CACHE: &str = "Cache-Control";
const TYPE: &str = "Content-Type";

/// Anyone's program may fetch the questionnaires in FHIR and the feed: a renderer on another site, for example.
const OPEN: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// What every answer of the Open Referral feed has: files of single services have no ending that a host could tell it by.
const JSON: &str = "application/json";

/// Few hosts know what its ending means.
const MANIFEST: [(&str, &str); 2] = [(TYPE, "application/manifest+json"), (CACHE, PAGES)];

/// Headers for a part of the site.
struct Rule {
    at: At,
    headers: Vec<(&'static str, &'static str)>,
}

/// Which addresses a rule is about.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    /// This one.
    Exactly(String),
    /// Everything in a folder; the name ends with a slash.
    Under(String),
}

/// Writes what each host reads: `_headers` and `_redirects` (Netlify, Cloudflare Pages), `.htaccess` (Apache), `.nojekyll`
/// (GitHub Pages), and under `hosting/` what a person puts in place. `pages` are the paths of all pages.
pub fn write_all(root: &Path, pages: &[&str], base: &Base) -> Result<(), String> {
    let rules = rules(pages);
    let apache = base.rules(&apache::htaccess(&rules));
    for (name, text) in [
        ("_headers", base.rules(&netlify::headers(&rules))),
        ("_redirects", base.rules(&netlify::redirects())),
        ("hosting/nginx.conf", base.rules(&nginx::snippet(&rules))),
        ("hosting/Caddyfile", base.rules(&caddy::snippet(&rules))),
        // Apache reads it only at the top, where a copy that leaves out hidden files would lose it.
        ("hosting/apache.htaccess", apache.clone()),
        (".htaccess", apache),
        ("hosting/cloudfront-function.js", cloudfront::function()),
        ("hosting/cloudfront-headers.json", cloudfront::policy("waymark", false)),
        ("hosting/cloudfront-headers-open.json", cloudfront::policy("waymark-open", true)),
        ("hosting/s3-upload.sh", cloudfront::upload()),
        // GitHub Pages otherwise leaves out what begins with a dot.
        (".nojekyll", String::new()),
    ] {
        write(&root.join(name), &text)?;
    }
    Ok(())
}

/// Headers of every answer. The policy is in each page as well; only here can it also forbid framing.
pub(crate) fn security() -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'")),
        ("Referrer-Policy", "no-referrer".into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("X-Frame-Options", "DENY".into()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
        ("Cross-Origin-Resource-Policy", "same-origin".into()),
        (
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()".into(),
        ),
        ("Strict-Transport-Security", "max-age=31536000".into()),
    ]
}

/// What else some answers have. No two rules are about one path: hosts differ on a header that two rules set, and some send
/// both. A wrong address outside the folders has none.
fn rules(pages: &[&str]) -> Vec<Rule> {
    let rule = |at, headers: &[_]| Rule { at, headers: headers.to_vec() };
    let file = |path: &str| At::Exactly(path.to_owned());
    let folder = |name: &str| At::Under(format!("/{name}/"));
    let mut rules = vec![
        rule(folder("assets"), &[(CACHE, ASSETS)]),
        rule(folder("fhir"), &[OPEN]),
        rule(folder(open_referral::FOLDER), &[(TYPE, JSON), OPEN, (CACHE, PAGES)]),
        rule(file("/offline.js"), &[(CACHE, ASK)]),
        rule(file("/site.webmanifest"), &MANIFEST),
        rule(file("/plain.webmanifest"), &MANIFEST),
        rule(file(security_txt::PATH), &[(TYPE, "text/plain; charset=utf-8"), (CACHE, PAGES)]),
    ];
    rules.extend(places_of(pages).into_iter().map(|at| rule(at, &[(CACHE, PAGES)])));
    rules
}

/// The start page and each folder beside it.
fn places_of(pages: &[&str]) -> BTreeSet<At> {
    let folder =
        |path: &&str| path.strip_prefix('/')?.split_once('/').map(|(folder, _)| At::Under(format!("/{folder}/")));
    let start = pages.contains(&"/").then(|| At::Exactly("/".to_owned()));
    pages.iter().filter_map(folder).chain(start).collect()
}

/// The feed's two addresses that no file can have, each with the file that answers there.
fn answered_by() -> [(String, String); 2] {
    let feed = format!("/{}", open_referral::FOLDER);
    [
        (format!("{feed}/"), format!("{feed}/{}", ::open_referral::ABOUT)),
        (format!("{feed}/services"), format!("{feed}/{}", ::open_referral::SERVICES)),
    ]
}

impl Rule {
    /// True for the pages' own rule, which hosts with a rule for everything else need only once.
    fn is_for_pages(&self) -> bool {
        self.headers == [(CACHE, PAGES)]
    }

    fn header(&self, wanted: &str) -> Option<&'static str> {
        self.headers.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value)
    }
}

impl At {
    /// With a star for what is in a folder, as several hosts write it.
    fn with_star(&self) -> String {
        match self {
            At::Exactly(path) => path.clone(),
            At::Under(folder) => format!("{folder}*"),
        }
    }

    #[cfg(test)]
    fn matches(&self, path: &str) -> bool {
        match self {
            At::Exactly(exact) => exact == path,
            At::Under(folder) => path.starts_with(folder),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub const SOME_PAGES: [&str; 6] = ["/", "/404.html", "/check/", "/check/audit/", "/find/", "/find/halton/"];

    #[test]
    fn each_page_has_one_rule_and_the_404_none() {
        let places: Vec<String> = places_of(&SOME_PAGES).iter().map(At::with_star).collect();
        assert_eq!(places, ["/", "/check/*", "/find/*"]);
    }

    #[test]
    fn no_two_rules_are_about_one_path() {
        let rules = rules(&SOME_PAGES);
        let of = |path: &str| rules.iter().filter(|rule| rule.at.matches(path)).count();
        for rule in &rules {
            let (At::Exactly(path) | At::Under(path)) = &rule.at;
            assert_eq!(of(path), 1, "{path}");
            assert_eq!(of(&format!("{path}x")), usize::from(path.ends_with('/') && path != "/"), "{path}x");
        }
        assert_eq!(of("/nowhere/"), 0);
    }

    #[test]
    fn a_service_worker_is_asked_for_each_time_and_nothing_is_said_twice() {
        let rules = rules(&SOME_PAGES);
        for rule in &rules {
            let names: BTreeSet<&str> = rule.headers.iter().map(|(name, _)| *name).collect();
            assert_eq!(names.len(), rule.headers.len());
            assert!(security().iter().all(|(name, _)| !names.contains(name)));
        }
        let worker = rules.iter().find(|rule| rule.at.matches("/offline.js")).expect("a rule");
        assert_eq!(worker.header(CACHE), Some("no-cache"));
    }
}
