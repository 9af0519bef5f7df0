/// A page that can be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Its address, from the root of the site: `/drugs/ketamine/`.
    pub path: String,
    /// Its heading.
    pub title: String,
    /// A sentence or two on what it is for.
    pub summary: String,
    /// The places in it that can be linked to, in their order.
    pub headings: Vec<Heading>,
}

/// A place in a page that can be linked to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// What stands behind `#` in a link to it.
    pub id: String,
    /// Its words.
    pub text: String,
}
