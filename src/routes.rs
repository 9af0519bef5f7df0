//! Every address of the site, once. Addresses are a promise: add, never rename.

/// A page of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The three front doors.
    Home,
    /// The list of checks.
    Checks,
    /// Questions without a score, by the name of their file.
    Path(&'static str),
    /// Help near you: choose an area.
    Find,
    /// The search in all guidance, and a list of it.
    Search,
    /// The policy that a school makes for itself.
    Policy,
    /// How old what we know of places is.
    Freshness,
    /// What a person kept on their device.
    MyData,
    /// Where the installed site opens: a page that says nothing of what the site is about.
    Start,
    /// A page of words, by the name of its file.
    Prose(&'static str),
    /// What a wrong address gets.
    NotFound,
}

/// Questions without a score, by the names of their files.
pub const PATHS: [&str; 3] = ["someone", "drugs", "medicines"];

/// The address of the list of checks.
pub const CHECKS_PATH: &str = "/check/";

/// The address of the full check, which is done together, or at 16 or 17.
pub const FULL_PATH: &str = "/check/audit/";

/// Where young people of 16 or 17 read about the check when no script runs.
pub const YOUNG_PATH: &str = "/young-people/";

/// Files of words that stand in pages of another kind.
pub const WITHIN: [&str; 3] = ["not-found", "my-data", WITHIN_POLICY];

/// The words around the policy that a school makes for itself.
pub const WITHIN_POLICY: &str = "schools/policy";

/// Pages of words that other parts of the site lead to. All others are what `content/en/` has.
pub const PROSE: [&str; 16] = [
    "alcohol",
    "drugs",
    "wellbeing",
    "professionals",
    "emergency",
    "worried",
    "young-people",
    "families",
    "schools",
    "pregnancy",
    "stopping-safely",
    "privacy",
    "safety",
    "plain-icon",
    "accessibility",
    "about",
];

impl Route {
    /// Every page but those of the areas, of their services and of the checks, which `areas/` and `content/instruments/`
    /// name.
    pub fn all() -> Vec<Route> {
        let mut all = vec![
            Route::Home,
            Route::Checks,
            Route::Find,
            Route::Search,
            Route::Policy,
            Route::Freshness,
            Route::MyData,
            Route::Start,
            Route::NotFound,
        ];
        all.extend(PATHS.map(Route::Path));
        all.extend(PROSE.map(Route::Prose));
        all
    }

    /// The address, from the root of the site.
    pub fn path(self) -> String {
        match self {
            Route::Home => "/".into(),
            Route::Checks => CHECKS_PATH.into(),
            Route::Path(name) => check(name),
            Route::Find => "/find/".into(),
            Route::Search => "/search/".into(),
            Route::Policy => format!("/{WITHIN_POLICY}/"),
            Route::Freshness => "/find/freshness/".into(),
            Route::MyData => "/my-data/".into(),
            Route::Start => "/start/".into(),
            Route::Prose(name) => format!("/{name}/"),
            Route::NotFound => "/404.html".into(),
        }
    }
}

/// The address of a check, from what its form's page is called.
pub fn check(address: &str) -> String {
    format!("{CHECKS_PATH}{address}/")
}

/// The address of an area's page.
pub fn area(id: &str) -> String {
    format!("/find/{id}/")
}

/// The address of the page of one service, surgery or pharmacy of an area.
pub fn service(area_id: &str, id: &str) -> String {
    format!("/find/{area_id}/{id}/")
}

/// The file a static host serves for an address.
pub fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}
