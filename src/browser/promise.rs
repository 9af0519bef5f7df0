use std::rc::Rc;

use wasm_bindgen::{JsValue, closure::Closure};
use web_sys::js_sys::Promise;

/// Calls back with what a promise gives, or with why it was broken.
pub fn when_settled(promise: &Promise, call: impl Fn(Result<JsValue, JsValue>) + 'static) {
    let call = Rc::new(call);
    let kept = call.clone();
    let kept = Closure::<dyn FnMut(JsValue)>::new(move |value| kept(Ok(value)));
    let broken = Closure::<dyn FnMut(JsValue)>::new(move |error| call(Err(error)));
    let _ = promise.then2(&kept, &broken);
    kept.forget();
    broken.forget();
}
