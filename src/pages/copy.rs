use leptos::prelude::*;

use super::Site;

/// What a page says first when it comes from the copy on the device, with the day of that copy.
pub fn notice(site: &Site) -> String {
    let text = site.words.fill("copy.notice", &[("day", &site.today.to_string())]);
    view! { <p class="govuk-inset-text app-copy">{text}</p> }.to_html().replace("<!>", "")
}
