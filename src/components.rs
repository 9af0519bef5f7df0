//! Parts that pages and islands share. Markup and class names of `govuk-…` parts are those of govuk-frontend,
//! compared with its published fixtures by a test; what it lacks is `app-…` in the same style.

mod back_link;
mod button;
#[cfg(not(target_arch = "wasm32"))]
mod contact;
mod details;
mod error_summary;
pub mod icon;
pub mod letter;
pub mod map_link;
mod picture;
mod radios;
mod scale;
#[cfg(not(target_arch = "wasm32"))]
mod search_box;
#[cfg(not(target_arch = "wasm32"))]
mod service_card;
pub mod terms;
mod vessel;
mod week_bar;

pub use back_link::BackLink;
pub use button::{Button, LinkButton};
#[cfg(not(target_arch = "wasm32"))]
pub use contact::Call;
pub use details::Details;
pub use error_summary::ErrorSummary;
pub use picture::drawing;
pub use radios::{Radio, Radios};
pub use scale::{ScaleBand, score_picture};
#[cfg(not(target_arch = "wasm32"))]
pub use search_box::SearchBox;
#[cfg(not(target_arch = "wasm32"))]
pub use service_card::ServiceCard;
pub use vessel::vessel;
pub use week_bar::week_bar;
