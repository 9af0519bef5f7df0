use leptos::prelude::*;

/// One option of [`Radios`].
#[derive(Debug, Clone, PartialEq)]
pub struct Radio {
    /// The exact label.
    pub label: String,
    /// Shown beside the label on the printed form only, outside its name: "2 points".
    pub note: Option<String>,
}

/// One question with its options, of which one can be chosen. Choosing moves nothing by itself.
///
/// Prerendered as it is: real radios that can be chosen before any program has loaded. `id` names the group;
/// the options are `id-0`, `id-1` and so on, so that a live copy can take over the choice and the focus.
#[component]
pub fn Radios(
    #[prop(into)] id: String,
    #[prop(into)] legend: String,
    /// Is the legend the heading of the page? Otherwise it is a second-level heading.
    page_heading: bool,
    #[prop(optional, into)] hint: Option<String>,
    options: Vec<Radio>,
    /// The place of the option chosen.
    chosen: RwSignal<Option<u8>>,
    /// The sentence to show when nothing was chosen.
    #[prop(default = RwSignal::new(None))]
    error: RwSignal<Option<String>>,
    /// "Error:", said before that sentence to those who do not see its colour.
    #[prop(default = "")]
    error_prefix: &'static str,
    /// Words or parts between the legend and the options.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described = {
        let (hint_id, error_id, has_hint) = (hint_id.clone(), error_id.clone(), hint.is_some());
        move || match (has_hint, error.get().is_some()) {
            (true, true) => Some(format!("{hint_id} {error_id}")),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(error_id.clone()),
            (false, false) => None,
        }
    };
    let heading = if page_heading {
        view! { <h1 class="govuk-fieldset__heading" tabindex="-1">{legend}</h1> }.into_any()
    } else {
        view! { <h2 class="govuk-fieldset__heading">{legend}</h2> }.into_any()
    };
    let group_class = move || {
        if error.get().is_some() { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" }
    };
    let rows: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(place, option)| {
            let place = place as u8;
            let input = format!("{id}-{place}");
            view! {
                <div class="govuk-radios__item">
                    <input
                        class="govuk-radios__input"
                        id=input.clone()
                        name=id.clone()
                        type="radio"
                        value=place.to_string()
                        prop:checked=move || chosen.get() == Some(place)
                        on:change=move |_| chosen.set(Some(place))
                    />
                    <label class="govuk-label govuk-radios__label" for=input>{option.label}</label>
                    {option.note.map(|note| view! { <span class="app-points">{note}</span> })}
                </div>
            }
        })
        .collect();
    view! {
        <div class=group_class>
            <fieldset class="govuk-fieldset" aria-describedby=described>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">{heading}</legend>
                {hint.map(|hint| view! { <div id=hint_id class="govuk-hint" inner_html=hint></div> })}
                {children.map(|children| children())}
                {move || error.get().map(|message| view! {
                    <p id=error_id.clone() class="govuk-error-message">
                        <span class="govuk-visually-hidden">{error_prefix}</span>" "{message}
                    </p>
                })}
                <div class="govuk-radios" data-module="govuk-radios">{rows}</div>
            </fieldset>
        </div>
    }
}
