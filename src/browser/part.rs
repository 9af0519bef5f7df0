use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// An element that was prerendered and stays: an island shows it, hides it and listens to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part(HtmlElement);

/// Something that happened on a part.
pub struct Happening(web_sys::Event);

impl From<HtmlElement> for Part {
    fn from(element: HtmlElement) -> Part {
        Part(element)
    }
}

impl Part {
    /// The element itself, for what reads a whole island.
    pub fn element(&self) -> &HtmlElement {
        &self.0
    }

    /// The first part inside this one that fits.
    pub fn find(&self, selector: &str) -> Option<Part> {
        self.0.query_selector(selector).ok().flatten()?.dyn_into().ok().map(Part)
    }

    /// Every part inside this one that fits, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<Part> {
        let Ok(found) = self.0.query_selector_all(selector) else { return Vec::new() };
        (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok().map(Part)).collect()
    }

    /// Is it in the page where something that fits is, itself or around it?
    pub fn is_inside(&self, selector: &str) -> bool {
        self.0.closest(selector).is_ok_and(|found| found.is_some())
    }

    /// Shows it or hides it. If it is so already it is left alone: a browser looks at everything in it again.
    pub fn show(&self, shown: bool) {
        if self.0.hidden() == shown {
            self.0.set_hidden(!shown);
        }
    }

    /// Its text, as it is in the page now.
    pub fn text(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    /// Puts a text, or nothing but a number, in place of what is in it.
    pub fn set_text(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// Puts HTML in place of what is in it. Nothing typed may be in it as it is.
    pub fn draw(&self, html: &str) {
        self.0.set_inner_html(html);
    }

    /// Puts HTML behind what is in it. Nothing typed may be in it as it is.
    pub fn append(&self, html: &str) {
        let _ = self.0.insert_adjacent_html("beforeend", html);
    }

    /// Puts HTML in front of it. Nothing typed may be in it as it is.
    pub fn before(&self, html: &str) {
        let _ = self.0.insert_adjacent_html("beforebegin", html);
    }

    /// Puts HTML after it. Nothing typed may be in it as it is.
    pub fn after(&self, html: &str) {
        let _ = self.0.insert_adjacent_html("afterend", html);
    }

    /// What is in it, as HTML.
    pub fn html(&self) -> String {
        self.0.inner_html()
    }

    /// An attribute; empty if there is none.
    pub fn attribute(&self, name: &str) -> String {
        self.0.get_attribute(name).unwrap_or_default()
    }

    /// Is there such an attribute?
    pub fn has(&self, name: &str) -> bool {
        self.0.has_attribute(name)
    }

    /// Sets an attribute, or takes it away if there is nothing to say.
    pub fn set(&self, name: &str, value: &str) {
        let _ = if value.is_empty() { self.0.remove_attribute(name) } else { self.0.set_attribute(name, value) };
    }

    /// Is this radio button or checkbox chosen?
    pub fn is_chosen(&self) -> bool {
        self.0.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
    }

    /// Chooses this radio button or checkbox, or takes the choice back.
    pub fn choose(&self, chosen: bool) {
        if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            input.set_checked(chosen);
        }
    }

    /// What is typed in this field of several lines.
    pub fn typed(&self) -> String {
        self.0.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
    }

    /// Puts a text into this field of several lines. One that has it already is left alone: the person may be in it.
    pub fn type_in(&self, text: &str) {
        if let Some(field) = self.0.dyn_ref::<HtmlTextAreaElement>().filter(|field| field.value() != text) {
            field.set_value(text);
        }
    }

    /// What is typed in this field of one line.
    pub fn line(&self) -> String {
        self.0.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
    }

    /// Puts a text into this field of one line.
    pub fn put_line(&self, text: &str) {
        if let Some(field) = self.0.dyn_ref::<HtmlInputElement>() {
            field.set_value(text);
        }
    }

    /// Moves focus to it.
    pub fn focus(&self) {
        let _ = self.0.focus();
    }

    /// Calls back whenever this happens on it or inside it, for as long as the page is there.
    pub fn on(&self, event: &str, call: impl Fn(Happening) + 'static) {
        let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event| call(Happening(event)));
        let _ = self.0.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

impl Happening {
    /// The part that it happened on.
    pub fn part(&self) -> Option<Part> {
        self.0.target()?.dyn_into().ok().map(Part)
    }

    /// The id of the button, or of the heading that opens something, on which it happened; empty if on neither.
    pub fn pressed(&self) -> String {
        super::fields::pressed(&self.0)
    }

    /// Where the link leads, as it is written, on which it happened; empty if on none. A drawing may have links too.
    pub fn link(&self) -> String {
        let target = self.0.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a").ok().flatten());
        link.and_then(|link| link.get_attribute("href")).unwrap_or_default()
    }

    /// Keeps the browser from doing what it would do.
    pub fn prevent(&self) {
        self.0.prevent_default();
    }
}
