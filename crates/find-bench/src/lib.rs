//! The search of `directory` with handles for `cargo xtask bench`: compiled as the site's programs are, and never
//! published. Natively there is nothing in it, so that the tests wait for nothing.

#![cfg(target_arch = "wasm32")]

use directory::{
    Authority, Point, Postcodes, Typed,
    find::{Finder, Place, What, cut},
    listing::Listings,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// The search over some entries and postcodes.
#[wasm_bindgen]
pub struct Bench {
    finder: Finder,
}

#[wasm_bindgen]
impl Bench {
    /// From the two files that the page fetches; none if they are not such files.
    pub fn open(listings: &[u8], postcodes: Vec<u8>) -> Option<Bench> {
        let finder = Finder::new(Listings::read(listings).ok()?, Postcodes::open(postcodes).ok()?);
        Some(Bench { finder })
    }

    /// The search itself: the places of the best entries.
    pub fn search(&self, typed: &str, most: usize) -> Vec<u32> {
        self.finder.index().find(typed, most).hits.iter().map(|hit| hit.entry).collect()
    }

    /// What the page does at each letter, but for showing it: the places of the entries in their order.
    pub fn find(&self, typed: &str, most: usize) -> Vec<u32> {
        self.finder.find(typed, None).found.iter().take(most).map(|shown| shown.entry).collect()
    }

    /// The answer for a point of a council's area, with so many of each kind: own council's first, then the nearest.
    pub fn near(&self, easting: u32, northing: u32, authority: &str, most: usize) -> Vec<u32> {
        let Some(point) = Point::new(easting, northing) else { return Vec::new() };
        let authorities = Authority::read(authority).into_iter().collect();
        let answer = self.finder.at(Place { what: What::Here, point, authorities }, None);
        let cut = cut(self.finder.listings(), &answer.found, true, |_| most);
        cut.shown.iter().map(|shown| shown.entry).collect()
    }

    /// A postcode as typed: metres east and north, and the nine characters of its authority. Empty if it is not here.
    pub fn postcode(&self, typed: &str) -> Vec<u32> {
        let Ok(Typed::Postcode(postcode)) = Typed::read(typed) else { return Vec::new() };
        let Ok(found) = self.finder.postcodes().find(postcode) else { return Vec::new() };
        let place = [found.point.easting(), found.point.northing()];
        place.into_iter().chain(found.authority.as_str().bytes().map(u32::from)).collect()
    }
}
