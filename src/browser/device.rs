//! What is kept on this device, in this browser, and only when the person pressed for it. It stays until they delete it.
//!
//! Behind a PIN it is sealed, and read and kept through what `boot/pin.js` puts in the place of the browser's store.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, Storage, js_sys::Reflect};

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

/// The code of the error when there is no room: `DOMException.QUOTA_EXCEEDED_ERR`, and what older Firefox has for it.
const FULL: [i32; 2] = [22, 1014];

/// Keeps a text under a name. It is there only if it can be read again.
pub fn store(name: &str, text: &str) -> Stored {
    let Some(storage) = storage() else { return Stored::Blocked };
    match storage.set_item(name, text) {
        Ok(()) if storage.get_item(name).ok().flatten().as_deref() == Some(text) => Stored::Yes,
        Ok(()) => Stored::Blocked,
        Err(error) => {
            let code = Reflect::get(&error, &"code".into());
            if code.is_ok_and(|code| FULL.iter().any(|full| code == *full)) { Stored::Full } else { Stored::Blocked }
        }
    }
}

/// Is something kept under a name?
pub fn is_stored(name: &str) -> bool {
    stored_text(name).is_some()
}

/// What is kept under a name.
pub fn stored_text(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Everything whose name begins like this, with its name, in no order; none where this browser keeps nothing for us, or
/// does not say what it keeps.
pub fn stored(begin: &str) -> Option<Vec<(String, String)>> {
    let storage = storage()?;
    let mut names = Vec::new();
    for place in 0..storage.length().ok()? {
        names.extend(storage.key(place).ok()?.filter(|name| name.starts_with(begin)));
    }
    let mut found = Vec::new();
    for name in names {
        // What another tab deletes meanwhile is passed over.
        if let Some(text) = storage.get_item(&name).ok()? {
            found.push((name, text));
        }
    }
    Some(found)
}

/// Deletes what is kept under a name. True only if nothing is there any more.
pub fn delete(name: &str) -> bool {
    let Some(storage) = storage() else { return false };
    let _ = storage.remove_item(name);
    storage.get_item(name).is_ok_and(|left| left.is_none())
}

/// Deletes everything whose name begins like this, also what is behind a PIN, and the PIN. False if something is still there.
pub fn delete_all(begin: &str) -> bool {
    let names = |storage: &Storage| {
        let names = (0..storage.length().ok()?).map(|place| storage.key(place).ok()).collect::<Option<Vec<_>>>()?;
        Some(names.into_iter().flatten().filter(|name| name.starts_with(begin)).collect::<Vec<_>>())
    };
    let Some(storage) = plain() else { return false };
    // Everything is tried, whatever becomes of one.
    for name in names(&storage).unwrap_or_default() {
        let _ = storage.remove_item(&name);
    }
    names(&storage).is_some_and(|left| left.is_empty())
}

/// Something that can change what a page shows of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Another tab kept or deleted something under this name.
    Stored {
        /// The name; none if everything was deleted.
        name: Option<String>,
        /// Is nothing there any more?
        deleted: bool,
    },
    /// The page is left. The browser may keep it as it is, for Back.
    Left,
    /// The page is shown, perhaps as it was left.
    Shown,
}

/// Calls back on every change, for as long as this is kept.
pub struct Listening(Closure<dyn Fn(Event)>);

const EVENTS: [&str; 3] = ["storage", "pagehide", "pageshow"];

/// Calls back when what is kept may have changed without this page.
pub fn on_change(call: impl Fn(Change) + 'static) -> Listening {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let part = |part: &str| Reflect::get(&event, &part.into()).ok().and_then(|found| found.as_string());
        call(match event.type_().as_str() {
            "storage" => Change::Stored { name: part("key"), deleted: part("newValue").is_none() },
            "pagehide" => Change::Left,
            _ => Change::Shown,
        });
    });
    if let Some(window) = web_sys::window() {
        for event in EVENTS {
            let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
    }
    Listening(listener)
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            for event in EVENTS {
                let _ = window.remove_event_listener_with_callback(event, self.0.as_ref().unchecked_ref());
            }
        }
    }
}

/// The store; none while it is behind a PIN that nothing here can ask for.
fn storage() -> Option<Storage> {
    let plain = plain()?;
    let window = web_sys::window()?;
    let behind_pin = Reflect::get(&window, &"waymarkKept".into()).ok()?;
    if behind_pin.is_object() {
        return Some(behind_pin.unchecked_into());
    }
    plain.get_item("waymark-kept-pin").ok()?.is_none().then_some(plain)
}

/// The browser's own store.
fn plain() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
