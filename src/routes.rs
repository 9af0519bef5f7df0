//! Every address of the site, once. Addresses are a promise: add, never rename.

/// A page of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The three front doors.
    Home,
    /// The list of checks.
    Checks,
    /// A check, by the id of the form it begins with.
    Check(&'static str),
    /// Help near you: choose an area.
    Find,
    /// A page of words, by the name of its file.
    Prose(&'static str),
    /// What a wrong address gets.
    NotFound,
}

/// The checks, by the form they begin with.
pub const CHECKS: [&str; 2] = ["audit-c", "audit"];

/// The address of the list of checks.
pub const CHECKS_PATH: &str = "/check/";

/// Pages of words.
pub const PROSE: [&str; 10] = [
    "emergency",
    "worried",
    "young-people",
    "families",
    "schools",
    "pregnancy",
    "stopping-safely",
    "privacy",
    "accessibility",
    "about",
];

impl Route {
    /// Every page but those of the areas, which `areas/` names.
    pub fn all() -> Vec<Route> {
        let mut all = vec![Route::Home, Route::Checks, Route::Find, Route::NotFound];
        all.extend(CHECKS.map(Route::Check));
        all.extend(PROSE.map(Route::Prose));
        all
    }

    /// The address, from the root of the site.
    pub fn path(self) -> String {
        match self {
            Route::Home => "/".into(),
            Route::Checks => CHECKS_PATH.into(),
            Route::Check(form) => format!("/check/{form}/"),
            Route::Find => "/find/".into(),
            Route::Prose(name) => format!("/{name}/"),
            Route::NotFound => "/404.html".into(),
        }
    }
}

/// The address of an area's page.
pub fn area(id: &str) -> String {
    format!("/find/{id}/")
}

/// The file a static host serves for an address.
pub fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}
