//! What is kept on this device, in this browser, and only when the person pressed for it. It stays until they delete it.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::Storage;

/// What came of keeping something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// It is there.
    Yes,
    /// There is no room for it.
    Full,
    /// This browser keeps nothing for us.
    Blocked,
}

/// Keeps a text under a name.
pub fn store(name: &str, text: &str) -> Stored {
    match storage().map(|storage| storage.set_item(name, text)) {
        Some(Ok(())) => Stored::Yes,
        Some(Err(_)) => Stored::Full,
        None => Stored::Blocked,
    }
}

/// Is something kept under a name?
pub fn is_stored(name: &str) -> bool {
    storage().and_then(|storage| storage.get_item(name).ok().flatten()).is_some()
}

/// Everything whose name begins like this, with its name, in no order; none where this browser keeps nothing for us.
pub fn stored(begin: &str) -> Option<Vec<(String, String)>> {
    let storage = storage()?;
    let names = (0..storage.length().ok()?).filter_map(|place| storage.key(place).ok().flatten());
    // What another tab deletes meanwhile is passed over.
    let text = |name: String| storage.get_item(&name).ok().flatten().map(|text| (name, text));
    Some(names.filter(|name| name.starts_with(begin)).collect::<Vec<_>>().into_iter().filter_map(text).collect())
}

/// Deletes what is kept under a name.
pub fn delete(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Calls back with the event's name when another tab keeps or deletes something (`storage`), and when this page is left or
/// shown again as it was (`pagehide`, `pageshow`).
pub fn on_change(call: impl Fn(&str) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| call(&event.type_()));
    for event in ["storage", "pagehide", "pageshow"] {
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
