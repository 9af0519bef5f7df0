use web_sys::js_sys;

/// A text that was written so that it could stand in an address, or anywhere else without a space: `at%20school`. Empty if it
/// is none.
pub fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map(String::from).unwrap_or_default()
}
