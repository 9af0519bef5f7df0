use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::js_sys::{Function, Object, Reflect};

/// Why a device does not say where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLocation {
    /// The person, or a setting of theirs, does not want it.
    Refused,
    /// It cannot, or takes too long.
    Failed,
}

/// The code of the error when a person says no: `GeolocationPositionError.PERMISSION_DENIED`.
const PERMISSION_DENIED: i32 = 1;

/// How long a device may take, in milliseconds. Indoors a phone needs some seconds.
const PATIENCE: i32 = 20_000;

/// Asks the device once where it is, in degrees north and east. The browser asks the person first. Only ever from a press
/// that says so.
pub fn locate(done: impl Fn(Result<(f64, f64), NoLocation>) + 'static) {
    let done = Rc::new(done);
    let (found, failed) = (done.clone(), done.clone());
    let found = Closure::<dyn Fn(JsValue)>::new(move |position: JsValue| {
        let coordinates = part(&position, "coords");
        let degrees = |name| coordinates.as_ref().and_then(|found| part(found, name)).and_then(|found| found.as_f64());
        found(degrees("latitude").zip(degrees("longitude")).ok_or(NoLocation::Failed));
    });
    let failed = Closure::<dyn Fn(JsValue)>::new(move |error: JsValue| {
        let refused = part(&error, "code").is_some_and(|code| code == PERMISSION_DENIED);
        failed(Err(if refused { NoLocation::Refused } else { NoLocation::Failed }));
    });
    let ask = || -> Option<()> {
        let devices = part(&web_sys::window()?.navigator(), "geolocation").filter(JsValue::is_object)?;
        let ask: Function = part(&devices, "getCurrentPosition")?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"timeout".into(), &PATIENCE.into()).ok()?;
        ask.call3(&devices, found.as_ref(), failed.as_ref(), &options).ok().map(|_| ())
    };
    if ask().is_none() {
        return done(Err(NoLocation::Failed));
    }
    found.forget();
    failed.forget();
}

fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
