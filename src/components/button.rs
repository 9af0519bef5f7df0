use leptos::prelude::*;

/// A button that acts on this page.
///
/// Not for going to another page: that is a [`LinkButton`] or a plain link.
#[component]
pub fn Button(
    text: &'static str,
    #[prop(default = "submit")] kind: &'static str,
    #[prop(optional)] secondary: bool,
    #[prop(optional, into)] id: Option<String>,
) -> impl IntoView {
    view! { <button type=kind class=class(secondary) data-module="govuk-button" id=id>{text}</button> }
}

/// A link that looks like a button, for the one main way on from a page.
#[component]
pub fn LinkButton(
    #[prop(into)] text: String,
    #[prop(into)] href: String,
    #[prop(optional)] secondary: bool,
    #[prop(optional, into)] id: Option<String>,
    /// The way in which a check is begun there.
    #[prop(optional)]
    start: Option<&'static str>,
) -> impl IntoView {
    let to = start.map(|_| href.clone());
    view! {
        <a
            href=href
            role="button"
            draggable="false"
            class=class(secondary)
            data-module="govuk-button"
            id=id
            data-start=start
            data-to=to
        >
            {text}
        </a>
    }
}

fn class(secondary: bool) -> &'static str {
    if secondary { "govuk-button govuk-button--secondary" } else { "govuk-button" }
}
