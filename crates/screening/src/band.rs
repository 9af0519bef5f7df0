//! How a total is read: bands, their words, and the ranges of totals that they hold.

use miniserde::{Deserialize, Serialize};

/// How serious a total is, mildest first: the UK risk words of OHID's forms. Every instrument says which of
/// them each of its own bands is to be treated as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Band {
    /// "Low risk".
    Low,
    /// "Increasing risk".
    Increasing,
    /// "Higher risk".
    Higher,
    /// "Possible dependence". Not a diagnosis.
    PossibleDependence,
}

impl Band {
    /// Every band, mildest first.
    pub const ALL: [Band; 4] = [Band::Low, Band::Increasing, Band::Higher, Band::PossibleDependence];

    /// The band's name in attributes, style classes and word keys.
    pub fn id(self) -> &'static str {
        match self {
            Band::Low => "low",
            Band::Increasing => "increasing",
            Band::Higher => "higher",
            Band::PossibleDependence => "possible-dependence",
        }
    }
}

/// The words for one band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The name that ranges use, and in attributes: `low`, `positive`.
    pub id: String,
    /// How serious it is: decides where a result leads, its shape and its colour.
    pub band: Band,
    /// What the instrument's owner calls it: "Increasing risk".
    pub name: String,
    /// What it means, for the printed form.
    pub means: String,
}

/// How the total is read when the answer to `item` has so many points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OtherBands {
    /// The item that decides.
    pub item: String,
    /// The points of the answer that this is for.
    pub points: u8,
    /// The bands then.
    pub band: Vec<BandRange>,
}

/// One band of a form's total, both ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BandRange {
    /// The id of its words.
    pub id: String,
    /// The lowest total.
    pub from: u16,
    /// The highest total.
    pub to: u16,
}
