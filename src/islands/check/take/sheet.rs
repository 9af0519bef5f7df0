use super::notes::Section;

/// The notes as the HTML of one page of paper, with the code beside the result.
///
/// HTML as text and not as views: nothing on it can be pressed, and every kind of element in a view costs the
/// program code of its own. Whatever is put in goes through [`escape`], because one part of it is typed.
pub fn html(notes: &[Section], code: &str) -> String {
    let mut html = String::new();
    for section in notes {
        let code = if section.id == "result" { code } else { "" };
        let title = escape(section.title);
        html.push_str(&["<div class=app-sheet__", section.id, "><h2>", &title, "</h2>", code].concat());
        for (line, answer) in &section.lines {
            html.push_str(&["<p>", &escape(line), " <strong>", &escape(answer), "</strong></p>"].concat());
        }
        html.push_str("</div>");
    }
    html
}

/// A text that cannot be markup.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
