use crate::draft::Written;

/// What a draft says of itself on paper.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// The title.
    pub title: &'a str,
    /// The name of the school.
    pub school: &'a str,
    /// That it is a draft, and of which day and from whom.
    pub note: &'a str,
    /// What stands before the sources of a section.
    pub rests_on: &'a str,
}

/// A draft as plain text.
pub fn text(labels: Labels<'_>, draft: &[Written<'_>]) -> String {
    let Labels { title, school, note, rests_on } = labels;
    let mut out = [title, "\n", school, "\n\n", note, "\n"].concat();
    for (Written { title, text, sources, .. }, number) in draft.iter().zip(1_u32..) {
        out.push_str(&["\n\n", &number.to_string(), ". ", title, "\n\n", text.trim(), "\n\n", rests_on, "\n"].concat());
        for source in *sources {
            out.push_str(&["- ", &source.name, ". ", &source.note, "\n"].concat());
        }
    }
    out
}
