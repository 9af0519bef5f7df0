use leptos::prelude::*;

/// A link to the step or page before this one.
///
/// Prerendered as a plain link; inside an island the same link goes back in history.
#[component]
pub fn BackLink(#[prop(into)] href: String, text: &'static str) -> impl IntoView {
    view! { <a href=href class="govuk-back-link">{text}</a> }
}
