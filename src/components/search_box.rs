use leptos::prelude::*;

/// A box that searches on the device: `name` begins the ids of its parts, and `name-said` is where is said what was found.
/// It is never sent, and without a script it says where to look instead.
#[component]
pub fn SearchBox(
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    no_script: &'static str,
    go: &'static str,
) -> impl IntoView {
    let (what, hint_id) = (format!("{name}-what"), format!("{name}-hint"));
    view! {
        <form method="dialog" role="search" novalidate autocomplete="off">
            <label class="govuk-label" for=what.clone()>{label}</label>
            <div class="govuk-hint" id=hint_id.clone()>{hint}</div>
            <noscript><p>{no_script}</p></noscript>
            <div class="app-find__box">
                <input class="govuk-input" id=what type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby=format!("{hint_id} {name}-said")/>
                <button type="submit" class="govuk-button">{go}</button>
            </div>
        </form>
    }
}
