use directory::Phone;
use leptos::prelude::*;

/// A number as a large link that calls it.
#[component]
pub fn Call(phone: Phone) -> impl IntoView {
    view! { <a class="app-tel app-tel--large" href=phone.tel()>{super::icon::phone()}{phone.to_string()}</a> }
}
