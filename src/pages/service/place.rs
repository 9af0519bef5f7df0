//! Where a service is: its address, a map elsewhere, and its other places.

use directory::{Branch, Location};
use leptos::prelude::*;

use crate::{
    components::map_link,
    pages::{Site, entry::Entry},
};

/// The part of the page.
pub fn part(site: &'static Site, entry: &Entry) -> AnyView {
    let words = site.words;
    let record = entry.record;
    let location = record.place.as_ref().map(|place| &place.location);
    let shown = location.filter(|location| location.address.is_some() || location.postcode.is_some());
    let place = match shown {
        Some(location) => address(location),
        None => view! { <p>{words.get("entry.no-address")}</p> }.into_any(),
    };
    let point = location.and_then(|location| location.point);
    let map = point.and_then(|point| map_link::to(point).zip(map_link::decimals(point)));
    let map = map.map(|(link, (latitude, longitude))| {
        view! {
            <p itemprop="geo" itemscope=true itemtype="https://schema.org/GeoCoordinates">
                <meta itemprop="latitude" content=latitude/>
                <meta itemprop="longitude" content=longitude/>
                <a href=link rel="noreferrer nofollow">{words.get("card.map")}</a>
            </p>
        }
    });
    view! { <h2 class="govuk-heading-m">{words.get("entry.where")}</h2>{place}{map}{others(site, entry)} }.into_any()
}

fn address(location: &Location) -> AnyView {
    let street = location.address.clone().map(|street| view! { <span itemprop="streetAddress">{street}</span> });
    let town = location.town.clone().map(|town| view! { <span itemprop="addressLocality">{town}</span> });
    let between = (street.is_some() && town.is_some()).then_some(", ");
    let before = (street.is_some() || town.is_some()).then_some(" ");
    let postcode = location.postcode.map(|postcode| {
        view! { {before}<span itemprop="postalCode">{postcode.to_string()}</span> }
    });
    view! {
        <p itemprop="address" itemscope=true itemtype="https://schema.org/PostalAddress">{street}{between}{town}{postcode}</p>
    }
    .into_any()
}

/// Its other places, but for those that are only leads.
fn others(site: &'static Site, entry: &Entry) -> Option<AnyView> {
    let is_lead = |branch: &&Branch| {
        let source = branch.source.as_ref().and_then(|id| entry.book.source(id));
        source.is_some_and(|source| source.lead)
    };
    let rows: Vec<_> = entry
        .record
        .branches
        .iter()
        .filter(|branch| !is_lead(branch))
        .map(|branch| {
            let phone = branch.phone.as_ref();
            let phone = phone.map(|phone| view! { " "<a class="app-tel" href=phone.tel()>{phone.to_string()}</a> });
            let name = branch.name.as_ref().map(|name| [name, ", "].concat());
            view! { <li>{name}{branch.place.location.to_string()}{phone}</li> }
        })
        .collect();
    let title = site.words.get("entry.other-places");
    (!rows.is_empty()).then(|| view! { <h3 class="govuk-heading-s">{title}</h3><ul>{rows}</ul> }.into_any())
}
