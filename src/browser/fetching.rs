//! Files of the site that a program reads itself. Never an address that was made from what a person did.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    RequestInit, Response,
    js_sys::{Promise, Uint8Array},
};

/// Fetches a file and holds it to its hash. None if it does not arrive as it was published.
pub fn fetch_bytes(url: &str, integrity: &str, done: impl Fn(Option<Vec<u8>>) + 'static) {
    let done: Rc<dyn Fn(Option<Vec<u8>>)> = Rc::new(done);
    let Some(window) = web_sys::window() else { return done(None) };
    let init = RequestInit::new();
    init.set_integrity(integrity);
    let arrived = done.clone();
    then(&window.fetch_with_str_and_init(url, &init), move |response| {
        let response = response.and_then(|response| response.dyn_into::<Response>().ok()).filter(Response::ok);
        let Some(promise) = response.and_then(|response| response.array_buffer().ok()) else { return arrived(None) };
        let arrived = arrived.clone();
        then(&promise, move |buffer| arrived(buffer.map(|buffer| Uint8Array::new(&buffer).to_vec())));
    });
}

/// Calls back with what a promise gives; with nothing when it is broken.
fn then(promise: &Promise, call: impl Fn(Option<JsValue>) + 'static) {
    let call = Rc::new(call);
    let kept = call.clone();
    let kept = Closure::<dyn FnMut(JsValue)>::new(move |value| kept(Some(value)));
    let broken = Closure::<dyn FnMut(JsValue)>::new(move |_| call(None));
    let _ = promise.then2(&kept, &broken);
    kept.forget();
    broken.forget();
}
