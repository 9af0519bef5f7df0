use leptos::prelude::*;
use screening::WithdrawalSign;

use super::question::{Around, ChoiceForm};
use crate::{components::Radio, words::Words};

/// The options, in order: yes, no, not sure. Not sure is read as yes, since a missed sign is dangerous.
const SIGNS: [WithdrawalSign; 3] = [WithdrawalSign::Stated, WithdrawalSign::Denied, WithdrawalSign::Stated];

/// The words of the options, in the same order.
const LABELS: [&str; 3] = ["sign.yes", "sign.no", "sign.not-sure"];

/// The words of the option at a place.
pub fn label(option: u8, words: Words) -> &'static str {
    LABELS.get(usize::from(option)).map_or("", |key| words.get(key))
}

/// What the option at a place says.
pub fn sign(option: u8) -> Option<WithdrawalSign> {
    SIGNS.get(usize::from(option)).copied()
}

/// Asks about withdrawal signs before anything about cutting down is shown. It adds no points.
#[component]
pub fn WithdrawalScreen(
    words: Words,
    chosen: RwSignal<Option<u8>>,
    next: Box<dyn Fn()>,
    around: Around,
) -> impl IntoView {
    let options = LABELS.map(|key| Radio { label: words.get(key).to_owned(), note: None }).to_vec();
    let help = view! { <div class="app-signs" inner_html=words.get("sign.list-md")></div> }.into_any();
    view! {
        <ChoiceForm
            id="withdrawal"
            legend=words.get("sign.question")
            progress=words.get("sign.progress").to_owned()
            picture=None
            options=options
            words=words
            chosen=chosen
            next=Some(next)
            around=Around { help: Some(help), ..around }
        />
    }
}
