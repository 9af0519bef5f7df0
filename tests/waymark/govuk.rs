//! Our components against the fixtures that govuk-frontend publishes for other implementations of its design.
//!
//! Where we differ on purpose it is written in [`DIFFERENCES`], with the reason; nothing else may differ.

use std::fs;

use leptos::prelude::*;
use miniserde::{Deserialize, json};
use scraper::Html;
use waymark::components::{BackLink, Button, Details, ErrorSummary, LinkButton, Radio, Radios};

use crate::{
    given,
    html::{self, Element, Inside},
};

/// A change to the published markup that makes it ours, and why.
struct Difference {
    reason: &'static str,
    make: fn(&mut Element),
}

const DIFFERENCES: [Difference; 3] = [
    Difference {
        reason: "a question is the heading of its screen and large, so that each screen has one first-level heading",
        make: |part| {
            if part.name != "legend" {
                return;
            }
            part.attributes.insert("class".into(), "govuk-fieldset__legend govuk-fieldset__legend--l".into());
            if !matches!(part.inside.first(), Some(Inside::Element(heading)) if heading.name == "h1") {
                let attributes = [("class".to_owned(), "govuk-fieldset__heading".to_owned())].into();
                let heading = Element { name: "h1".into(), attributes, inside: std::mem::take(&mut part.inside) };
                part.inside = vec![Inside::Element(heading)];
            }
        },
    },
    Difference {
        reason: "the heading takes focus when a screen arrives, so that a screen reader begins there",
        make: |part| {
            if part.has_class("govuk-fieldset__heading") {
                part.attributes.insert("tabindex".into(), "-1".into());
            }
        },
    },
    Difference {
        reason: "the error summary can take focus from the start; govuk-frontend's script, which we do not load, does that",
        make: |part| {
            if part.has_class("govuk-error-summary") {
                part.attributes.insert("tabindex".into(), "-1".into());
            }
        },
    },
];

/// Options are numbered from 0 here, in ids and values, because the program takes over a choice by its place;
/// theirs begin without a number and go on with 2. Numbers are therefore left out of the comparison, and
/// `radios_are_numbered_from_0` looks at ours.
fn leave_out_numbers(part: &mut Element) {
    if part.name == "input" {
        part.attributes.remove("id");
        part.attributes.remove("value");
    }
    if part.has_class("govuk-radios__label") {
        part.attributes.remove("for");
    }
}

#[derive(Deserialize)]
struct File {
    fixtures: Vec<Fixture>,
}

#[derive(Deserialize)]
struct Fixture {
    name: String,
    html: String,
}

/// The published markup of a component's fixture.
fn published(component: &str, fixture: &str) -> String {
    let file = format!("node_modules/govuk-frontend/dist/govuk/components/{component}/fixtures.json");
    let text = fs::read_to_string(given::root().join(&file))
        .unwrap_or_else(|_| panic!("{file} is missing; run `npm ci --ignore-scripts` in the project's folder"));
    let file: File = json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    let found = file.fixtures.into_iter().find(|found| found.name == fixture);
    found.unwrap_or_else(|| panic!("govuk-frontend has no fixture {fixture:?} of {component}")).html
}

/// Fails unless our markup is the published one, but for the differences.
fn check<V: IntoView + 'static>(component: &str, fixture: &str, ours: impl FnOnce() -> V) {
    let mut theirs = html::element(&published(component, fixture));
    for Difference { make, reason } in &DIFFERENCES {
        assert!(!reason.is_empty());
        theirs.each(&mut |part| make(part));
    }
    let ours = given::render(|| ours().into_any().to_html().replace("<!>", ""));
    let mut ours = html::element(&ours);
    for side in [&mut ours, &mut theirs] {
        side.each(&mut leave_out_numbers);
    }
    assert_eq!(ours, theirs, "{component}, {fixture:?}\nours:\n{ours}\npublished:\n{theirs}");
}

#[test]
fn buttons() {
    check("button", "default", || view! { <Button text="Save and continue"/> });
    check("button", "id", || view! { <Button text="Submit" id="submit"/> });
    check("button", "type", || view! { <Button text="Submit" kind="button"/> });
    check("button", "link", || view! { <LinkButton text="Link button" href="/"/> });
}

/// The published one has a `name` besides; our buttons have none, since no form of ours is ever sent.
#[test]
fn a_secondary_button() {
    let ours = given::render(|| view! { <Button text="Secondary button" secondary=true/> }.into_any().to_html());
    let mut theirs = html::element(&published("button", "secondary"));
    assert_eq!(theirs.attributes.remove("name").as_deref(), Some("secondary"));
    assert_eq!(html::element(&ours), theirs);
}

#[test]
fn back_links() {
    check("back-link", "default", || view! { <BackLink href="#" text="Back"/> });
    check("back-link", "with custom text and link", || view! { <BackLink href="/home" text="Back to home"/> });
    check("back-link", "html as text", || view! { <BackLink href="#" text="<b>Home</b>"/> });
}

#[test]
fn details() {
    const TEXT: &str = "We need to know your nationality so we can work out which elections you’re entitled to vote in. \
        If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.";
    check("details", "default", || view! { <Details summary="Help with nationality">{TEXT}</Details> });
    check("details", "expanded", || {
        view! { <Details summary="Help with nationality" id="help-with-nationality" open=true>{TEXT}</Details> }
    });
    check("details", "id", || {
        view! { <Details summary="Expand this section" id="my-details-element">"Here are some more details"</Details> }
    });
    check("details", "html as text", || {
        view! { <Details summary="Expand this section">"More about the greater than symbol (>)"</Details> }
    });
}

#[test]
fn error_summaries() {
    check("error-summary", "error list with html as text link", || {
        let message = "Descriptive link to the <b>question</b> with an error".to_owned();
        view! { <ErrorSummary title="There is a problem" message=message href="#error-1"/> }
    });
}

fn yes_and_no() -> Vec<Radio> {
    ["Yes", "No"].map(|label| Radio { label: label.into(), note: None }).to_vec()
}

#[test]
fn radios_in_a_fieldset() {
    check("radios", "default", || {
        view! {
            <Radios
                id="example-default"
                legend="Have you changed your name?"
                page_heading=true
                options=yes_and_no()
                chosen=RwSignal::new(None)
            />
        }
    });
}

#[test]
fn radios_with_a_hint_and_an_error() {
    check("radios", "with hint and error message", || {
        view! {
            <Radios
                id="example-error-message-hint"
                legend="Have you changed your name?"
                page_heading=true
                hint="This includes changing your last name or spelling your name differently."
                options=yes_and_no()
                chosen=RwSignal::new(None)
                error=RwSignal::new(Some("Please select an option".to_owned()))
                error_prefix="Error:"
            />
        }
    });
}

#[test]
fn radios_are_numbered_from_0() {
    let html = given::render(|| {
        view! {
            <Radios id="q" legend="Why?" page_heading=false options=yes_and_no() chosen=RwSignal::new(None)/>
        }
        .into_any()
        .to_html()
    });
    let page = Html::parse_fragment(&html);
    for (place, input) in html::all(&page, "input").into_iter().enumerate() {
        let (id, value) = (format!("q-{place}"), place.to_string());
        assert_eq!((input.attr("id"), input.attr("name"), input.attr("value")), (Some(&*id), Some("q"), Some(&*value)));
        assert_eq!(html::all(&page, &format!("label[for='{id}']")).len(), 1);
    }
    assert_eq!(html::all(&page, "input").len(), 2);
    assert_eq!(html::all(&page, "legend h2.govuk-fieldset__heading").len(), 1, "not the page's heading: second level");
}
