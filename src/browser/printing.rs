use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::HtmlElement;

/// Prints what the style sheet leaves under this class on the root element.
///
/// The class goes with the next press or key and not with `afterprint`: some phones report that as soon as their preview
/// opens, and then draw the preview again from the page. On the screen the class changes nothing.
pub fn print_only(class: &'static str) {
    let window = web_sys::window();
    let root = window.as_ref().and_then(|window| window.document()?.document_element()?.dyn_into::<HtmlElement>().ok());
    let (Some(window), Some(root)) = (window, root) else { return };
    let _ = root.class_list().add_1(class);
    let later = root.clone();
    let over = Closure::<dyn Fn()>::new(move || {
        let _ = later.class_list().remove_1(class);
    });
    // As properties, which a second print replaces.
    let listener = Some(over.as_ref().unchecked_ref());
    root.set_onpointerdown(listener);
    root.set_onkeydown(listener);
    over.forget();
    let _ = window.print();
}
