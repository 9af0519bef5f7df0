use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// The address's fragment without its `#`; empty if there is none.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// A new place in history, so that Back works. Only a step's number is ever in it, never an answer.
pub fn push(fragment: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&["#", fragment].concat()));
    }
}

/// Puts this place right without a new one. An empty fragment leaves the bare address.
pub fn replace(fragment: &str) {
    let Some(history) = history() else { return };
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    let url = if fragment.is_empty() { path } else { [&path, "#", fragment].concat() };
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
}

/// So many places back, as by the browser's own Back.
pub fn back(places: i32) {
    if let Some(history) = history() {
        let _ = history.go_with_delta(-places);
    }
}

/// Calls back whenever the person goes back or forward, or follows a link to a fragment.
pub fn on_travel(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(call);
    let _ = window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
    listener.forget();
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}
