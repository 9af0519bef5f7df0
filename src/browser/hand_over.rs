//! What a person takes along: a copy, a share, a file. Only ever from a press, and never over the network.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, HtmlAnchorElement, Url,
    js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array},
};

use super::promise::when_settled;

/// The code of the error when a person calls off what they had begun: `DOMException.ABORT_ERR`.
const CALLED_OFF: i32 = 20;

/// How long a file's address is kept, in milliseconds: some browsers read it a while after the press.
const FILE_IS_KEPT: i32 = 60_000;

/// Puts a text on the clipboard, and says whether it is there.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    // It is missing on a page that did not come over a secure connection.
    match navigator("clipboard").map(JsCast::unchecked_into::<Clipboard>) {
        Some(clipboard) => when_settled(&clipboard.write_text(text), move |written| done(written.is_ok())),
        None => done(false),
    }
}

/// Does this browser offer to share a text with other programs?
pub fn can_share() -> bool {
    navigator("share").is_some()
}

/// Offers a text to the device's other programs. A person who thinks better of it needs no message.
pub fn share(text: &str, failed: impl Fn() + 'static) {
    let offer = || -> Option<Promise> {
        let (share, data) = (navigator("share")?.dyn_into::<Function>().ok()?, Object::new());
        Reflect::set(&data, &"text".into(), &text.into()).ok()?;
        let navigator = web_sys::window()?.navigator();
        share.call1(&navigator, &data).ok()?.dyn_into().ok()
    };
    let Some(promise) = offer() else { return failed() };
    when_settled(&promise, move |shared| {
        let code = shared.err().and_then(|error| Reflect::get(&error, &"code".into()).ok());
        if code.is_some_and(|code| code != CALLED_OFF) {
            failed();
        }
    });
}

/// Saves a text as a file, as a link to a file would: false if the browser cannot.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    download_part(name, kind, &text.into())
}

/// Saves bytes as a file in the same way.
pub fn download_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    download_part(name, kind, &Uint8Array::from(bytes).into())
}

fn download_part(name: &str, kind: &str, part: &JsValue) -> bool {
    let save = || -> Option<()> {
        let window = web_sys::window()?;
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(part);
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        let url = Url::create_object_url_with_blob(&blob).ok()?;
        let link: HtmlAnchorElement = window.document()?.create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&url);
        link.set_download(name);
        link.click();
        let forget = Closure::once_into_js(move || Url::revoke_object_url(&url));
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), FILE_IS_KEPT)
            .ok()
            .map(|_| ())
    };
    save().is_some()
}

/// A part of the browser that not every browser has.
fn navigator(part: &str) -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &part.into()).ok().filter(|found| !found.is_undefined() && !found.is_null())
}
