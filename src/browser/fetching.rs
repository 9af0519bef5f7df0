//! Files of the site that a program reads itself. Never an address that was made from what a person did.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{RequestInit, Response, js_sys::Uint8Array};

use super::promise::when_settled;

/// Fetches a file and holds it to its hash. None if it does not arrive as it was published.
pub fn fetch_bytes(url: &str, integrity: &str, done: impl Fn(Option<Vec<u8>>) + 'static) {
    let done: Rc<dyn Fn(Option<Vec<u8>>)> = Rc::new(done);
    let Some(window) = web_sys::window() else { return done(None) };
    let init = RequestInit::new();
    init.set_integrity(integrity);
    let arrived = done.clone();
    when_settled(&window.fetch_with_str_and_init(url, &init), move |response| {
        let response = response.ok().and_then(|response| response.dyn_into::<Response>().ok()).filter(Response::ok);
        let Some(promise) = response.and_then(|response| response.array_buffer().ok()) else { return arrived(None) };
        let arrived = arrived.clone();
        when_settled(&promise, move |buffer| arrived(buffer.ok().map(|buffer| Uint8Array::new(&buffer).to_vec())));
    });
}
