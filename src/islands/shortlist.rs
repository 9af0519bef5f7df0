//! Places that a person put on a list: kept only when they press for it, and then as a text that they can read.
//!
//! ```json
//! { "waymark": 1, "kind": "places", "places": [{ "id": "m82022", "name": "The Caxton Surgery", "what": "GP surgery",
//!   "phone": "01691 654646", "address": "Oswald Road, Oswestry SY11 1RD" }] }
//! ```
//!
//! What stands in it is what stood on the screen, so that a list can be read when a place is no longer in the directory.

use miniserde::{Deserialize, json::from_str};

use crate::{
    browser::{self, Stored},
    json,
};

/// Where it is kept. It begins as everything does that is kept, so that deleting everything deletes it too.
pub const NAME: &str = "waymark-kept-places";

/// The format's version. One more when a reader of today would read a text of then wrongly.
const VERSION: u16 = 1;

/// What the kind of this text is called.
const KIND: &str = "places";

/// The most places on a list, so that it fits on a page of paper.
pub const MOST: usize = 30;

/// The longest text that is read, in bytes. What is longer was not written here.
const LONGEST: usize = 32 * 1024;

/// A place on the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Item {
    /// The id of its entry.
    pub id: String,
    /// What it calls itself.
    pub name: String,
    /// What it is, in words.
    pub what: String,
    /// The number to call; empty if there is none.
    pub phone: String,
    /// Where it is, in a line; empty if it is nowhere.
    pub address: String,
}

#[derive(Deserialize)]
struct Written {
    waymark: u16,
    kind: String,
    places: Vec<Item>,
}

/// The list, in the order in which places were put on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shortlist {
    items: Vec<Item>,
}

impl Shortlist {
    /// Reads a text as it was kept; none if it is no such list, damaged, or of a newer version.
    pub fn read(text: &str) -> Option<Shortlist> {
        if text.len() > LONGEST {
            return None;
        }
        let written: Written = from_str(text).ok()?;
        if written.waymark != VERSION || written.kind != KIND {
            return None;
        }
        let mut list = Shortlist::default();
        for item in written.places {
            list.add(item);
        }
        Some(list)
    }

    /// The text that is kept.
    pub fn write(&self) -> String {
        let mut out = ["{\"waymark\":", &VERSION.to_string(), ",\"kind\":\"", KIND, "\",\"places\":["].concat();
        for (place, Item { id, name, what, phone, address }) in self.items.iter().enumerate() {
            let mut before = if place == 0 { "{" } else { ",{" };
            for (key, value) in [("id", id), ("name", name), ("what", what), ("phone", phone), ("address", address)] {
                out.push_str(before);
                json::quoted(&mut out, key);
                out.push(':');
                json::quoted(&mut out, value);
                before = ",";
            }
            out.push('}');
        }
        out.push_str("]}");
        out
    }

    /// The places.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The places, for another list.
    pub fn into_items(self) -> Vec<Item> {
        self.items
    }

    /// Nothing is on it.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Is this entry on it?
    pub fn has(&self, id: &str) -> bool {
        self.items.iter().any(|item| item.id == id)
    }

    /// Puts a place at its end. One that is there already, or one too many, changes nothing.
    pub fn add(&mut self, item: Item) {
        if !item.id.is_empty() && !self.has(&item.id) && self.items.len() < MOST {
            self.items.push(item);
        }
    }

    /// Takes a place off.
    pub fn take_off(&mut self, id: &str) {
        self.items.retain(|item| item.id != id);
    }
}

/// The list as it is kept on the device; none if there is none, or none that can be read.
pub fn kept() -> Option<Shortlist> {
    Shortlist::read(&browser::stored_text(NAME)?)
}

/// Keeps it.
pub fn keep(list: &Shortlist) -> Stored {
    browser::store(NAME, &list.write())
}

/// Deletes it from the device. False if it is still there.
pub fn forget() -> bool {
    browser::delete(NAME)
}
