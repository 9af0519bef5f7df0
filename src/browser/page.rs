use miniserde::Deserialize;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Element, HtmlElement, HtmlFormElement, HtmlInputElement};

use super::Part;

/// Why an island could not be taken over. For the console: a code, never anything the person gave.
#[derive(Debug)]
pub struct Failure(&'static str);

impl Failure {
    /// A failure with its reason.
    pub fn new(reason: &'static str) -> Failure {
        Failure(reason)
    }

    /// Hands the failure to the boot script, which puts the prerendered page back.
    pub fn throw(self) -> ! {
        wasm_bindgen::throw_str(self.0)
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Every island's element, in the order of the page.
pub fn islands() -> Vec<Part> {
    let found = document().and_then(|document| document.query_selector_all("[data-island]").ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into::<HtmlElement>().ok().map(Part::from)).collect()
}

/// An island's props: the JSON in its element.
pub fn props<T: Deserialize>(island: &Element) -> Result<T, Failure> {
    let script = island.query_selector("script[type='application/json']").ok().flatten();
    let json = script.and_then(|script| script.text_content()).ok_or(Failure::new("no props"))?;
    miniserde::json::from_str(&json).map_err(|_| Failure::new("broken props"))
}

/// Shows the one part of a group whose attribute has this value, and hides the others.
pub fn show_only(attribute: &str, value: &str) {
    let found = document().and_then(|document| document.query_selector_all(&["[", attribute, "]"].concat()).ok());
    let Some(parts) = found else { return };
    for place in 0..parts.length() {
        if let Some(part) = parts.get(place).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            part.set_hidden(part.get_attribute(attribute).as_deref() != Some(value));
        }
    }
}

/// The value of the radio button that is chosen in a group.
pub fn chosen_radio(island: &Element, name: &str) -> Option<u8> {
    let selector = ["input[name='", name, "']:checked"].concat();
    let input: HtmlInputElement = island.query_selector(&selector).ok().flatten()?.dyn_into().ok()?;
    input.value().parse().ok()
}

/// A selector of the element that has focus, if it is inside the island: by its id, or by where it links to.
pub fn focused(island: &Element) -> Option<String> {
    let active = document()?.active_element().filter(|active| island.contains(Some(active)))?;
    match (active.id(), active.get_attribute("href")) {
        (id, _) if !id.is_empty() => Some(["[id='", &id, "']"].concat()),
        (_, Some(href)) => Some(["[data-island] a[href='", &href, "']"].concat()),
        _ => None,
    }
}

/// The address of a page of the site, which may lie in a folder of its host: `boot/app.js` says in which.
/// In a page that is prerendered the publisher puts the folder in front.
pub fn at(path: &str) -> String {
    let base = cfg!(target_arch = "wasm32").then(|| document()?.document_element()?.get_attribute("data-base"));
    [base.flatten().unwrap_or_default().as_str(), path].concat()
}

/// The id of the element that has focus; none if it has none.
pub fn focused_id() -> Option<String> {
    document()?.active_element().map(|active| active.id()).filter(|id| !id.is_empty())
}

/// Moves focus to the first element that matches, without scrolling away from where the person is.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        let _ = element.focus();
    }
}

/// Moves focus to the first element that matches, and scrolls it to the top of the screen.
pub fn focus_on_top(selector: &str) {
    if let Some(element) = find(selector) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Submits a form as its button would. No click is made: the boot script still keeps those for us.
pub fn submit(selector: &str) {
    if let Some(form) = find(selector).and_then(|element| element.dyn_into::<HtmlFormElement>().ok()) {
        let _ = form.request_submit();
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Calls back once the changes just made are in the page.
pub fn after_render(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback(call.unchecked_ref());
    }
}

/// Calls back once the person can see the changes just made. While the page is hidden nobody can, and nothing calls back.
pub fn after_paint(call: impl FnOnce() + 'static) {
    // A frame's own callbacks come before it is painted, and the task after them when it has been.
    let call = Closure::once_into_js(move || after_render(call));
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

/// To the top of the page, at once.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// The page's title.
pub fn title() -> String {
    document().map(|document| document.title()).unwrap_or_default()
}

/// The page's first heading.
pub fn heading() -> String {
    find("h1").and_then(|heading| heading.text_content()).unwrap_or_default()
}

/// Sets the page's title. Never with an answer in it.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}
