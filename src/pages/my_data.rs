use leptos::prelude::*;

use super::{Program, Script, Site, prose};
use crate::{islands::kept::Props, layout::Frame, routes::Route, words::Words};

/// The page of words that stands around the list.
const NAME: &str = "my-data";

/// What a person kept on their device: the list, which the program makes there, then what to know about it.
pub fn page(site: &'static Site, path: &str) -> Option<(Frame, AnyView)> {
    let words = site.words;
    let page = site.prose.iter().find(|prose| prose.name == NAME)?;
    let main = view! {
        <h1 class="govuk-heading-xl">{page.title.clone()}</h1>
        <p class="govuk-body-l">{page.summary.clone()}</p>
        <div data-island="kept" class="app-kept-host">
            <p class="app-check__status" role="status" hidden data-failed=words.get("kept.failed") data-reload=words.get("check.reload")></p>
            <p class="app-kept__loading">{words.get("kept.loading")}</p>
        </div>
        {device(words)}
        <div class="app-prose" inner_html=page.html.clone()></div>
        {prose::sources(words, page)}
    };
    let frame = Frame {
        title: page.title.clone(),
        description: page.summary.clone(),
        path: path.into(),
        script: Script::Island(Program::Kept),
    };
    Some((frame, main.into_any()))
}

/// What a person decides about their device. `boot/kept.js` shows it and does what it says.
fn device(words: Words) -> impl IntoView {
    let get = |key: &'static str| words.get(key);
    view! {
        <section class="app-prose" id="device" aria-labelledby="device-title" hidden>
            <h2 id="device-title">{get("device.title")}</h2>
            <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{get("device.leave")}</legend>
                <div class="govuk-checkboxes__item">
                    <input class="govuk-checkboxes__input" type="checkbox" id="leave-deletes" aria-describedby="leave-hint"/>
                    <label class="govuk-label govuk-checkboxes__label" for="leave-deletes">{get("device.leave-deletes")}</label>
                </div>
                <p class="govuk-hint" id="leave-hint">{get("device.leave-hint")}</p>
                <p role="status" id="leave-said" data-not=get("device.leave-not")></p>
            </fieldset>
            {pin(words)}
            {carry(words)}
            <h3>{get("device.copy")}</h3>
            <p role="status" id="copy-said" data-there=get("device.copy-there") data-none=get("device.copy-none") data-gone=get("device.copy-gone")></p>
            <button class="govuk-button govuk-button--secondary" type="button" id="copy-remove" hidden>{get("device.copy-remove")}</button>
            <div id="persist" hidden>
                <h3>{get("device.persist")}</h3>
                <p>{get("device.persist-text")}</p>
                <p id="safari" hidden>{get("device.safari")}</p>
                <button class="govuk-button govuk-button--secondary" type="button" id="persist-ask">{get("device.persist-ask")}</button>
                <p role="status" id="persist-said" data-yes=get("device.persist-yes") data-no=get("device.persist-no")></p>
            </div>
        </section>
    }
}

/// A PIN in front of what is kept (`boot/set-pin.js`), and what stands above the question for it.
fn pin(words: Words) -> impl IntoView {
    let get = |key: &'static str| words.get(key);
    let quiet = "govuk-button govuk-button--secondary";
    let digits = |id: &'static str, hint: Option<&'static str>| {
        view! {
            <input class="govuk-input govuk-input--width-5" id=id type="text" inputmode="numeric" autocomplete="off" aria-describedby=hint/>
        }
    };
    view! {
        <div
            id="pin-part"
            hidden
            data-title=get("device.pin-title")
            data-short=get("device.pin-short")
            data-other=get("device.pin-other")
            data-moment=get("pin.moment")
            data-done=get("device.pin-done")
            data-full=get("device.pin-full")
            data-off=get("device.pin-off-done")
        >
            <h3>{get("device.pin")}</h3>
            <form id="pin-new" novalidate>
                <p>{get("device.pin-text")}</p>
                <p>{get("device.pin-limits")}</p>
                <p class="govuk-inset-text"><strong>{get("device.pin-forget")}</strong></p>
                <p>
                    <label class="govuk-label" for="pin-first">{get("device.pin-first")}</label>
                    <span class="govuk-hint" id="pin-hint">{get("device.pin-hint")}</span>
                    {digits("pin-first", Some("pin-hint pin-part-said"))}
                </p>
                <p>
                    <label class="govuk-label" for="pin-again">{get("device.pin-again")}</label>
                    {digits("pin-again", Some("pin-part-said"))}
                </p>
                <button class=quiet type="submit">{get("device.pin-set")}</button>
            </form>
            <div id="pin-there" hidden>
                <p>{get("device.pin-there")}</p>
                <button class=quiet type="button" id="pin-close">{get("device.pin-close")}</button>
                " "
                <button class=quiet type="button" id="pin-off">{get("device.pin-off")}</button>
            </div>
            <p role="status" id="pin-part-said" tabindex="-1"></p>
        </div>
    }
}

/// What is kept as one file, out and in (`boot/carry.js`).
fn carry(words: Words) -> impl IntoView {
    let get = |key: &'static str| words.get(key);
    let quiet = "govuk-button govuk-button--secondary";
    view! {
        <div
            id="carry"
            data-none=get("device.carry-none")
            data-saved=get("device.carry-saved")
            data-preview=get("device.carry-preview")
            data-out=get("device.carry-out")
            data-nothing=get("device.carry-nothing")
            data-brought=get("device.carry-brought")
            data-not=get("device.carry-not")
            data-full=get("device.carry-full")
            data-plan-new=get("device.carry-plan-new")
            data-plan-known=get("device.carry-plan-known")
            data-plan-other=get("device.carry-plan-other")
            data-policy-new=get("device.carry-policy-new")
            data-policy-known=get("device.carry-policy-known")
            data-policy-other=get("device.carry-policy-other")
            data-not-ours=get("device.carry-not-ours")
            data-newer=get("device.carry-newer")
        >
            <h3>{get("device.carry")}</h3>
            <p>{get("device.carry-text")}</p>
            <button class=quiet type="button" id="carry-save">{get("device.carry-save")}</button>
            <p>
                <label class="govuk-label" for="carry-file">{get("device.carry-bring")}</label>
                <span class="govuk-hint" id="carry-hint">{get("device.carry-hint")}</span>
                <input type="file" id="carry-file" accept=".json,application/json" aria-describedby="carry-hint"/>
            </p>
            <p role="status" id="carry-said" tabindex="-1"></p>
            <p id="carry-sure" hidden>
                <button class="govuk-button" type="button" id="carry-yes">{get("device.carry-yes")}</button>
                " "
                <button class=quiet type="button" id="carry-no">{get("device.carry-no")}</button>
            </p>
        </div>
    }
}

/// What the program reads on this page: its address, and the island's props as JSON.
pub fn data(site: &'static Site) -> (String, String) {
    let props = Props {
        instruments: site.instruments.iter().map(|instrument| instrument.data().for_the_page()).collect(),
        plan: site
            .prose
            .iter()
            .find(|page| page.island.as_deref() == Some("plan"))
            .map(|page| page.headings.clone())
            .unwrap_or_default(),
        words: site.words.only(&[
            "drug",
            "few",
            "kept",
            "kept-places",
            "kept-plan",
            "kept-policy",
            "meaning",
            "result",
            "sheet",
            "take",
            "working",
            "young",
        ]),
    };
    (Route::MyData.path(), miniserde::json::to_string(&props))
}
