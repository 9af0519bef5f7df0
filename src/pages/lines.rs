use leptos::prelude::*;

use super::NationalLine;
use crate::components::Call;

/// Telephone lines for everyone: who answers, the number, who it is for.
#[component]
pub fn Lines(lines: &'static [NationalLine]) -> impl IntoView {
    let items: Vec<_> = lines
        .iter()
        .map(|line| {
            view! {
                <li class="app-line">
                    <h3 class="app-line__name">{line.name.clone()}</h3>
                    <Call phone=line.phone.clone()/>
                    <p class="app-line__about">
                        {line.about.clone()} {line.hours.as_ref().map(|hours| format!(" {hours}."))}
                    </p>
                </li>
            }
        })
        .collect();
    view! { <ul class="app-lines">{items}</ul> }
}
