use crate::{Authority, Point, Postcodes, listing::Listings, search::words};

/// A town, as far as entries name it: nobody had a list of towns that could be used here.
pub struct Town {
    /// Its name, as most entries write it.
    pub name: String,
    /// Its name as words are compared.
    pub words: Vec<String>,
    /// The middle of its entries.
    pub point: Point,
    /// The local authorities of its entries, the one with most first.
    pub authorities: Vec<Authority>,
}

/// The towns of all entries that have a place and a postcode, in the order of their words.
pub fn towns(listings: &Listings, postcodes: &Postcodes) -> Vec<Town> {
    let mut all: Vec<(Vec<String>, &str, Point, Authority)> = Vec::new();
    for entry in &listings.entries {
        let authority = entry.postcode.and_then(|postcode| postcodes.find(postcode).ok()).map(|found| found.authority);
        if let (Some(point), Some(authority)) = (entry.point, authority) {
            all.push((words(&entry.town), &entry.town, point, authority));
        }
    }
    all.retain(|(words, ..)| !words.is_empty());
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.chunk_by(|a, b| a.0 == b.0).filter_map(town).collect()
}

fn town(entries: &[(Vec<String>, &str, Point, Authority)]) -> Option<Town> {
    let (words, name, ..) = entries.first()?;
    let count = u64::try_from(entries.len()).ok()?;
    let mean = |of: fn(Point) -> u32| {
        let sum: u64 = entries.iter().map(|(_, _, point, _)| u64::from(of(*point))).sum();
        u32::try_from(sum / count).ok()
    };
    let mut counted: Vec<(usize, Authority)> = Vec::new();
    for (.., authority) in entries {
        match counted.iter_mut().find(|(_, known)| known == authority) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, *authority)),
        }
    }
    counted.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    Some(Town {
        name: (*name).to_owned(),
        words: words.clone(),
        point: Point::new(mean(Point::easting)?, mean(Point::northing)?)?,
        authorities: counted.into_iter().map(|(_, authority)| authority).collect(),
    })
}
