use directory::Phone;
use leptos::prelude::*;

/// A number as a large link that calls it.
#[component]
pub fn Call(phone: Phone) -> impl IntoView {
    view! { <a class="app-tel app-tel--large" href=phone.tel()>{super::icon::phone()}{phone.to_string()}</a> }
}

/// A national line: who answers, the number, who it is for.
#[component]
pub fn CallLine(name: String, phone: Phone, about: String, hours: Option<String>) -> impl IntoView {
    view! {
        <li class="app-line">
            <h3 class="app-line__name">{name}</h3>
            <Call phone=phone/>
            <p class="app-line__about">{about}{hours.map(|hours| format!(" {hours}."))}</p>
        </li>
    }
}
