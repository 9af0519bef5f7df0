use super::notes::Section;

/// The notes as plain text: the sheet's twin, to copy, share or save.
pub fn long(notes: &[Section]) -> String {
    let mut text = String::new();
    for section in notes.iter().filter(|section| !section.lines.is_empty()) {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push_str(&[gap, section.title, "\n"].concat());
        for (line, answer) in &section.lines {
            let indent = if answer.is_empty() { "" } else { "\n   " };
            text.push_str(&[line, indent, answer, "\n"].concat());
        }
    }
    text
}

/// The short text of the code: what a GP asks for first, in so few letters that a camera reads it from a screen.
/// Headings, the wording of questions, the questions to ask and the source are left out.
pub fn short(notes: &[Section]) -> String {
    let mut text = String::new();
    for section in notes.iter().filter(|section| section.short) {
        for (line, _) in &section.lines {
            let gap = if text.is_empty() { "" } else { "\n" };
            text.push_str(&[gap, line].concat());
        }
    }
    text
}
