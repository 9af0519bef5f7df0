//! The frame of every page: head, skip link, header with the way out, crisis strip, footer.

use leptos::prelude::*;

use crate::{
    components::icon,
    pages::{self, Asset, Program, Script, Site},
    routes::Route,
    words::Words,
};

/// What the site lets a page load: itself, and nothing else. `form-action 'none'` also means that no form
/// can ever send an answer anywhere, not even into this site's own address.
pub const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

/// Where "Leave this site" goes: a page that says nothing about whoever looks at it.
const NEUTRAL: &str = "https://www.bbc.co.uk/weather";

/// What the frame needs to know of a page.
pub struct Frame {
    /// The title, without the site's name.
    pub title: String,
    /// One or two sentences for search engines.
    pub description: String,
    /// The address.
    pub path: String,
    /// Does the page hold an island?
    pub script: Script,
}

/// A whole document around a page's main part.
pub fn document(site: &'static Site, frame: Frame, main: AnyView) -> String {
    let words = site.words;
    let Frame { title, description, path, script } = frame;
    let title = if path == "/" {
        format!("{} – {title}", words.get("site.name"))
    } else {
        format!("{title} – {}", words.get("site.name"))
    };
    let html = view! {
        <html lang=words.get("site.language") class="govuk-template">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta http-equiv="Content-Security-Policy" content=POLICY/>
                <meta name="referrer" content="no-referrer"/>
                <title>{title}</title>
                <meta name="description" content=description/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="format-detection" content="telephone=no"/>
                <link rel="stylesheet" href=site.assets.css.url.clone() integrity=site.assets.css.integrity.clone()/>
                <link rel="icon" href=site.assets.icon.url.clone() type="image/svg+xml"/>
                <link rel="manifest" href=pages::manifest_of(&path)/>
                {scripts(site, script, &path)}
            </head>
            <body class="govuk-template__body">
                <a href="#main-content" class="govuk-skip-link">{words.get("site.skip")}</a>
                {header(site, &path)}
                <div class="govuk-width-container">
                    <main class="govuk-main-wrapper" id="main-content">{main}</main>
                </div>
                {footer(site)}
            </body>
        </html>
    };
    // The renderer marks places between views for a hydration that never comes.
    format!("<!DOCTYPE html>{}\n", html.to_html().replace("<!>", ""))
}

fn scripts(site: &'static Site, script: Script, path: &str) -> AnyView {
    let data = site.data_of(path);
    let module = |asset: &Asset, wasm: Option<&Asset>, pin: Option<&Asset>| {
        view! {
            <script
                type="module"
                async
                src=asset.url.clone()
                integrity=asset.integrity.clone()
                data-wasm=wasm.map(|wasm| wasm.url.clone())
                data-wasm-integrity=wasm.map(|wasm| wasm.integrity.clone())
                data-props=wasm.and(data).map(|data| data.url.clone())
                data-props-integrity=wasm.and(data).map(|data| data.integrity.clone())
                data-pin=pin.map(|pin| pin.url.clone())
            ></script>
        }
    };
    let asked = |file: &Asset| {
        view! { <link rel="preload" r#as="fetch" crossorigin="anonymous" fetchpriority="low" href=file.url.clone()/> }
    };
    match script {
        Script::Site => module(&site.assets.site_js, None, None).into_any(),
        // The program is asked for by the page itself: on a slow phone the script that needs it runs 0.15 to 0.3 s after it
        // has arrived, which is half of the program's way here. The script holds it to its hash; browsers ignore
        // one on such a link, and say so.
        Script::Island(program) => site
            .assets
            .of(program)
            .map(|files| {
                // So are the files that are searched, which the program would otherwise ask for only once it runs.
                let searched = match program {
                    Program::Find => vec![&site.assets.entries, &site.assets.postcodes],
                    Program::Search => vec![&site.assets.guidance],
                    _ => Vec::new(),
                };
                view! {
                    {module(&files.js, Some(&files.wasm), program.keeps().then_some(&site.assets.pin_js))}
                    {asked(&files.wasm)}
                    {data.map(asked)}
                    {searched.into_iter().map(asked).collect::<Vec<_>>()}
                }
            })
            .into_any(),
    }
}

fn header(site: &'static Site, path: &str) -> impl IntoView + use<> {
    let words = site.words;
    let links: Vec<_> = [
        (Route::Checks, "nav.checks"),
        (Route::Find, "nav.find"),
        (Route::Search, "nav.search"),
        (Route::Prose("worried"), "nav.worried"),
        (Route::Prose("emergency"), "nav.emergency"),
    ]
    .into_iter()
    .map(|(route, key)| {
        // Questions about someone else stand under the other door.
        let someone = path == Route::Path("someone").path();
        let here = if someone { key == "nav.worried" } else { path.starts_with(&route.path()) };
        let current = if path == route.path() { Some("page") } else { here.then_some("true") };
        let opens = (route == Route::Search && current.is_none()).then_some("site-search");
        view! { <li><a class="app-nav__link" href=route.path() aria-current=current data-opens=opens>{words.get(key)}</a></li> }
    })
    .collect();
    // The menu stands outside the header, so that the header's row alone can stay in sight.
    view! {
        <header class="app-header">
            <a class="app-leave" href=NEUTRAL rel="noreferrer nofollow" data-exit="">{words.get("site.leave")}</a>
            <div class="govuk-width-container app-header__row">
                <a class="app-header__name" href="/">{icon::sign_post()}<span>{words.get("site.name")}</span></a>
                {(![Route::Search, Route::Start].map(Route::path).contains(&path.to_owned())).then(|| search(words))}
                <a class="app-exit" href=NEUTRAL rel="noreferrer nofollow" data-exit="">{words.get("site.leave")}</a>
            </div>
            <p class="app-exit__said" role="status" data-shift-2=words.get("site.shift-2") data-shift-1=words.get("site.shift-1")></p>
        </header>
        // Where the installed site opens, nothing says what it is about.
        {(path != Route::Start.path()).then(|| view! { <nav class="app-nav" aria-label=words.get("site.menu")>
            <ul class="govuk-width-container app-nav__list">{links}</ul>
        </nav> })}
    }
}

/// The box of the search on every page. `boot/site.js` shows it and takes what is typed to the search, for which the menu
/// has a link as well.
fn search(words: Words) -> impl IntoView {
    view! {
        <form class="app-search" id="site-search" role="search" method="dialog" data-to=Route::Search.path() hidden>
            <input class="govuk-input" type="search" aria-label=words.get("search.title") autocomplete="off" enterkeyhint="search"/>
            <button type="submit" class="app-search__go">{words.get("search.go")}</button>
        </form>
    }
}

fn footer(site: &'static Site) -> impl IntoView {
    let words = site.words;
    let lines: Vec<_> = site
        .crisis
        .iter()
        .map(|line| {
            view! {
                <li class="app-crisis__line">
                    <a class="app-crisis__number" href=line.phone.tel()>{line.phone.to_string()}</a>
                    <span class="app-crisis__for">{line.about.clone()}</span>
                </li>
            }
        })
        .collect();
    let more: Vec<_> =
        ["young-people", "families", "schools", "my-data", "privacy", "safety", "accessibility", "about"]
            .into_iter()
            .map(|name| {
                let text = words.get(&["footer.", name].concat());
                view! { <li><a class="app-footer__link" href=Route::Prose(name).path()>{text}</a></li> }
            })
            .collect();
    view! {
        <footer class="app-footer">
            <div class="govuk-width-container">
                <section class="app-crisis" aria-labelledby="crisis-title">
                    <h2 class="app-crisis__title" id="crisis-title">{words.get("footer.title")}</h2>
                    <ul class="app-crisis__lines">{lines}</ul>
                </section>
                <p class="app-footer__private">{icon::lock()}<span>{words.get("footer.private")}</span></p>
                <nav aria-label=words.get("footer.more")>
                    <ul class="app-footer__links">{more}</ul>
                </nav>
            </div>
        </footer>
    }
}
