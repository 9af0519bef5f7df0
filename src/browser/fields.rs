//! What stands in fields, what was pressed, and words put into the page, for parts that are HTML and not views.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// The id of the button, or of the heading that opens something, on which an event happened; empty if on neither.
/// A translator may have put an element of its own inside it.
pub fn pressed(event: &Event) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let pressed = target.and_then(|target| target.closest("button,summary").ok().flatten());
    pressed.map(|pressed| pressed.id()).unwrap_or_default()
}

/// Is it the field with this id that was changed?
pub fn is_changed(event: &Event, id: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.id() == id)
}

/// What is typed in a field of several lines.
pub fn typed(selector: &str) -> String {
    let field = find(selector).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// What is typed in a field of one line.
pub fn value(selector: &str) -> String {
    let field = find(selector).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Puts a text into a field of one line, in place of what is typed there.
pub fn set_value(selector: &str, text: &str) {
    if let Some(field) = find(selector).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(text);
    }
}

/// Which of the checkboxes with the ids `name-0`, `name-1` and so on are ticked.
pub fn chosen(name: &str) -> Vec<usize> {
    let mut chosen = Vec::new();
    for place in 0.. {
        let Some(input) = find(&["#", name, "-", &place.to_string()].concat()) else { break };
        if input.matches(":checked").unwrap_or_default() {
            chosen.push(place);
        }
    }
    chosen
}

/// Puts a text in place of what is in an element. One that has it already is left alone: it would be laid out again, and a
/// reader of the screen might say it again.
pub fn write(selector: &str, text: &str) {
    if let Some(element) = find(selector).filter(|element| element.text_content().as_deref() != Some(text)) {
        element.set_text_content(Some(text));
    }
}

/// Puts HTML in place of what is in an element. Nothing typed may be in it as it is.
pub fn draw(selector: &str, html: &str) {
    if let Some(element) = find(selector) {
        element.set_inner_html(html);
    }
}

/// Puts HTML behind what is in an element. Nothing typed may be in it as it is.
pub fn append(selector: &str, html: &str) {
    if let Some(element) = find(selector) {
        let _ = element.insert_adjacent_html("beforeend", html);
    }
}

/// Sets an attribute of an element.
pub fn set(selector: &str, name: &str, value: &str) {
    if let Some(element) = find(selector) {
        let _ = element.set_attribute(name, value);
    }
}

/// Keeps an element at least so many pixels high, whatever is taken out of it.
pub fn hold_height(selector: &str, pixels: i32) {
    if let Some(element) = find(selector) {
        let _ = element.style().set_property("min-height", &[&pixels.to_string(), "px"].concat());
    }
}

/// Lets an element be as high as what is in it again, and gives back how high that is, in pixels.
pub fn let_height_go(selector: &str) -> i32 {
    find(selector).map_or(0, |element| {
        let _ = element.style().remove_property("min-height");
        element.offset_height()
    })
}

/// Is there such an element?
pub fn is_there(selector: &str) -> bool {
    find(selector).is_some()
}

/// Shows an element or hides it. One that is so already is left alone: a browser looks at everything in it again.
pub fn show(selector: &str, shown: bool) {
    if let Some(element) = find(selector).filter(|element| element.hidden() == shown) {
        element.set_hidden(!shown);
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
