use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::js_sys::{Date, Object, Reflect};

/// How often something that ticks is called, in milliseconds. Twice a second, so that none is left out on the screen.
const TICK: i32 = 500;

/// Calls back again and again, for as long as this is kept. A browser calls less often while nobody looks, and not at all
/// while the device sleeps: so whoever is called asks for the time, and does not count calls.
pub struct Ticking {
    id: i32,
    _call: Closure<dyn Fn()>,
}

/// Begins to call back.
pub fn tick(call: impl Fn() + 'static) -> Option<Ticking> {
    let call = Closure::<dyn Fn()>::new(call);
    let of = call.as_ref().unchecked_ref();
    let id = web_sys::window()?.set_interval_with_callback_and_timeout_and_arguments_0(of, TICK).ok()?;
    Some(Ticking { id, _call: call })
}

impl Drop for Ticking {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}

/// This moment by the device's clock, in milliseconds since 1970. It goes on while the device sleeps.
pub fn millis() -> f64 {
    Date::now()
}

/// A moment as the clock on the wall shows it, in the way of writing times that this language tag has: `en-GB` gives
/// `14:05`.
pub fn time_of_day(millis: f64, style: &str) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"timeStyle".into(), &"short".into());
    Date::new(&millis.into()).to_locale_time_string_with_options(style, &options).into()
}
