use leptos::prelude::*;

/// Words that open on a press, for what only some people need. Works without any script.
#[component]
pub fn Details(
    summary: &'static str,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional)] open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="govuk-details" id=id open=open>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{summary}</span>
            </summary>
            <div class="govuk-details__text">{children()}</div>
        </details>
    }
}
