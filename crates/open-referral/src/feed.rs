//! The three answers that a feed has to have, as files: `/`, `/services` and `/services/{id}`.
//!
//! The file of one service has no ending, so that its address on any static host is the one that the standard asks for. The
//! other two cannot be so: a host has no file for `/`, and `services` is a folder already. Hosts are told to answer with
//! [`ABOUT`] and [`SERVICES`] there.

use records::Book;
use serde::Serialize;

use super::{Names, Service, service};

/// The files of a feed by their paths, in order: [`ABOUT`], [`SERVICES`], `services/<id>`.
pub type Feed = Vec<(String, String)>;

/// The file that answers at the feed's own address.
pub const ABOUT: &str = "index.json";
/// The file that answers for `services`.
pub const SERVICES: &str = "services.json";

#[derive(Serialize)]
struct About {
    version: &'static str,
    profile: &'static str,
    openapi_url: &'static str,
}

/// One page with everything: a folder of files cannot answer for a page number.
#[derive(Serialize)]
struct Page<'s> {
    total_items: usize,
    total_pages: usize,
    page_number: usize,
    size: usize,
    first_page: bool,
    last_page: bool,
    empty: bool,
    contents: Vec<Brief<'s>>,
}

/// What a list has of a service: its own fields, and who runs it.
#[derive(Serialize)]
struct Brief<'s> {
    id: &'s str,
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: &'s Option<String>,
    status: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    assured_date: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified: &'s Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<BriefOrganization<'s>>,
}

#[derive(Serialize)]
struct BriefOrganization<'s> {
    id: &'s str,
    name: &'s str,
    description: &'s str,
}

/// The files of the records of these books. What is only a lead is not in it.
///
/// # Errors
/// Something cannot be written as JSON; nothing that is in a book is such a thing.
pub fn feed<'b>(books: impl IntoIterator<Item = &'b Book>, names: &Names) -> Result<Feed, serde_json::Error> {
    let mut services: Vec<Service> = Vec::new();
    for book in books {
        for record in &book.records {
            if let Some(source) = book.source(&record.provenance.source) {
                let is_lead = |id: &str| book.source(id).is_some_and(|source| source.lead);
                if !source.lead {
                    services.push(service(record, source, is_lead, names));
                }
            }
        }
    }
    services.sort_by(|a, b| a.id.cmp(&b.id));
    let about = About {
        version: "HSDS-UK-3.0",
        profile: "https://docs.openreferraluk.org/en/latest/",
        openapi_url: "https://raw.githubusercontent.com/tpximpact/mhclg-oruk/main/public/specifications/3.0/openapi-3.0.json",
    };
    let page = Page {
        total_items: services.len(),
        total_pages: 1,
        page_number: 1,
        size: services.len(),
        first_page: true,
        last_page: true,
        empty: services.is_empty(),
        contents: services.iter().map(brief).collect(),
    };
    let mut feed = vec![(ABOUT.to_owned(), text(&about)?), (SERVICES.to_owned(), text(&page)?)];
    for service in &services {
        feed.push((format!("services/{}", service.id), text(service)?));
    }
    Ok(feed)
}

fn text(value: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string(value)? + "\n")
}

fn brief(service: &Service) -> Brief<'_> {
    let Service { id, name, description, url, email, status, assured_date, last_modified, organization, .. } = service;
    let organization = organization.as_ref().map(|organization| BriefOrganization {
        id: &organization.id,
        name: &organization.name,
        description: &organization.description,
    });
    Brief { id, name, description, url, email, status, assured_date, last_modified, organization }
}
