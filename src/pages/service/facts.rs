//! What a service is, for whom, what it has and has not, and how to go. What nobody has said is said to be unknown, once.

use directory::{Access, Activity, Kind, Known, Term};
use leptos::prelude::*;

use crate::{
    components::terms,
    pages::{Site, entry::Entry},
    words::Words,
};

/// The part of the page.
pub fn part(site: &'static Site, entry: &Entry) -> AnyView {
    let words = site.words;
    let record = entry.record;
    let kind_text = match record.kind {
        Kind::Pharmacy => Some(words.get("entry.pharmacy-text")),
        Kind::Gp => Some(words.get("places.gp-text")),
        _ => None,
    };
    let about = record.about.clone().or_else(|| kind_text.map(str::to_owned));
    let access = record.place.as_ref().map(|place| place.location.access).unwrap_or_default();
    let does = labels(record.does.all(Known::Present), |term| terms::does(words, term));
    let does_not = labels(record.does.all(Known::Absent), |term| terms::does(words, term));
    let cost = record.cost.map(|cost| terms::cost(words, cost).to_owned()).into_iter().collect();
    let languages = record.languages.iter().map(|language| terms::language(words, *language)).collect();
    let facts = [
        ("entry.who", who(site, entry)),
        ("entry.does", does),
        ("entry.does-not", does_not),
        ("entry.how", labels(record.how.iter().copied(), |term| terms::how(words, term))),
        ("entry.ways", labels(record.ways.iter().copied(), |term| terms::way(words, term))),
        ("entry.cost", cost),
        ("entry.access", labels(access.all(Known::Present), |term| terms::access(words, term))),
        ("entry.access-not", labels(access.all(Known::Absent), |term| terms::access(words, term))),
        ("entry.languages", languages),
        ("entry.first-visit", record.first_visit.clone().into_iter().collect()),
    ];
    let facts: Vec<_> = facts.into_iter().filter(|(_, said)| !said.is_empty()).map(|fact| list(words, fact)).collect();
    let served = record.serves.iter().any(|code| entry.area.authority_codes.contains(&code.to_string()));
    let served = served.then(|| view! { <meta itemprop="areaServed" content=entry.area.name.clone()/> });
    let website = record.website.clone().map(|website| {
        let leaves = words.get("card.website");
        view! { <p><a href=website itemprop="url" rel="noreferrer nofollow">{leaves}</a></p> }
    });
    let email = record.email.clone().map(|email| {
        let link = ["mailto:", &email].concat();
        view! { <p>{words.get("entry.email")}" "<a href=link>{email}</a></p> }
    });
    view! {
        <h2 class="govuk-heading-m">{words.get("entry.about")}</h2>
        {about.map(|about| view! { <p>{about}</p> })}
        {served}
        <dl class="app-facts">{facts}</dl>
        {does_unknown(site, entry).map(|said| view! { <p>{said}</p> })}
        {unknown(site, entry).map(|said| view! { <p>{said}</p> })}
        {website}
        {email}
    }
    .into_any()
}

fn labels<T: Term>(terms: impl Iterator<Item = T>, label: impl Fn(T) -> &'static str) -> Vec<String> {
    terms.map(|term| label(term).to_owned()).collect()
}

fn list(words: Words, (title, said): (&'static str, Vec<String>)) -> AnyView {
    let said: Vec<_> = said.into_iter().map(|said| view! { <dd>{said}</dd> }).collect();
    view! { <dt>{words.get(title)}</dt>{said} }.into_any()
}

fn who(site: &Site, entry: &Entry) -> Vec<String> {
    let words = site.words;
    let eligibility = &entry.record.eligibility;
    let mut said: Vec<String> = eligibility.sentence.clone().into_iter().collect();
    if said.is_empty() {
        said = labels(eligibility.who.iter().copied(), |term| terms::who(words, term));
    }
    let age = |key: &'static str, age: Option<u8>| age.map(|age| words.fill(key, &[("n", &age.to_string())]));
    said.extend(age("entry.from-age", eligibility.minimum_age));
    said.extend(age("entry.to-age", eligibility.maximum_age));
    if entry.record.serves.iter().any(|code| entry.area.authority_codes.contains(&code.to_string())) {
        said.push(words.fill("entry.people-of", &[("area", &entry.area.name)]));
    }
    said
}

/// What people would ask a service of a kind for: only of this does it help to say that it is not known.
fn asked_of(kind: Kind) -> &'static [Activity] {
    use Activity::{
        AlcoholBriefAdvice, CommunityDetox, FamilySupport, Groups, InpatientDetox, Naloxone, NeedleExchange, OneToOne,
        PeerSupport, Prescribing, SharedCare, SupervisedConsumption, VirusTesting,
    };
    match kind {
        Kind::Pharmacy => &[SupervisedConsumption, NeedleExchange, Naloxone, AlcoholBriefAdvice, VirusTesting],
        Kind::Gp => &[SharedCare, AlcoholBriefAdvice, CommunityDetox, VirusTesting],
        Kind::DrugAndAlcohol => &[
            OneToOne,
            Groups,
            Prescribing,
            CommunityDetox,
            InpatientDetox,
            NeedleExchange,
            Naloxone,
            VirusTesting,
            FamilySupport,
        ],
        _ => &[OneToOne, Groups, PeerSupport, FamilySupport],
    }
}

fn does_unknown(site: &Site, entry: &Entry) -> Option<String> {
    let words = site.words;
    let record = entry.record;
    let unknown = asked_of(record.kind).iter().filter(|term| record.does.of(**term) == Known::Unknown);
    // A comma inside a label would read as the next one.
    let label = |term: &Activity| terms::inside(terms::does(words, *term)).replace(", ", " ");
    let unknown: Vec<String> = unknown.map(label).collect();
    let call = words.get(if record.phone.is_some() { "entry.call" } else { "entry.ask" });
    let said = words.fill("entry.does-unknown", &[("terms", &unknown.join(", "))]);
    (!unknown.is_empty()).then(|| [&said, " ", call].concat())
}

/// One sentence for all else that nobody has said.
fn unknown(site: &Site, entry: &Entry) -> Option<String> {
    let words = site.words;
    let record = entry.record;
    let access = record.place.as_ref().map(|place| place.location.access).unwrap_or_default();
    let steps = access.of(Access::StepFree) == Known::Unknown;
    let more = !steps && Access::ALL.iter().any(|term| access.of(*term) == Known::Unknown);
    // A surgery's way in is that people register, which its page says.
    let how = record.how.is_empty() && record.kind == Kind::DrugAndAlcohol;
    let cost = record.cost.is_none() && !matches!(record.kind, Kind::Gp | Kind::Pharmacy);
    let unknown = [
        (how, "entry.unknown-how"),
        (cost, "entry.unknown-cost"),
        (steps, "entry.unknown-access"),
        (more, "entry.unknown-more-access"),
        (record.languages.is_empty(), "entry.unknown-languages"),
        (record.first_visit.is_none(), "entry.unknown-first-visit"),
    ];
    let unknown: Vec<&str> = unknown.into_iter().filter(|(so, _)| *so).map(|(_, key)| words.get(key)).collect();
    (!unknown.is_empty()).then(|| words.fill("entry.unknown", &[("what", &unknown.join(", "))]))
}
