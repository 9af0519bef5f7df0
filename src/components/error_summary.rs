use leptos::prelude::*;

/// What is wrong on this screen, at its top, with a link to the place. The caller moves focus to it.
#[component]
pub fn ErrorSummary(title: &'static str, message: String, #[prop(into)] href: String) -> impl IntoView {
    view! {
        <div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1">
            <div role="alert">
                <h2 class="govuk-error-summary__title">{title}</h2>
                <div class="govuk-error-summary__body">
                    <ul class="govuk-list govuk-error-summary__list">
                        <li><a href=href>{message}</a></li>
                    </ul>
                </div>
            </div>
        </div>
    }
}
