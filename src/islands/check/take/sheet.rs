use super::notes::Section;
use crate::html::Html;

/// The notes as the HTML of one page of paper, with the code beside the result. Nothing on it can be pressed.
pub fn html(notes: &[Section], code: &str) -> String {
    let mut html = Html::new();
    for section in notes {
        let code = if section.id == "result" { code } else { "" };
        html =
            html.raw("<div class=app-sheet__").raw(section.id).raw("><h2>").text(section.title).raw("</h2>").raw(code);
        for (line, answer) in &section.lines {
            html = html.raw("<p dir=auto>").text(line).raw(" <strong>").text(answer).raw("</strong></p>");
        }
        html = html.raw("</div>");
    }
    html.finish()
}
