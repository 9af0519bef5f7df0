use crate::{
    Authority, Point, Postcodes,
    listing::Listings,
    median::median,
    search::{Field, sort_texts, words},
};

/// A town, as far as entries name it: nobody had a list of towns that could be used here.
pub struct Town {
    /// Its name, as most entries write it.
    pub name: String,
    /// Its name as words are compared, with one space between them.
    pub words: String,
    /// The middle of its entries: the median east and north, so that one far off does not move the town.
    pub point: Point,
    /// The local authorities of its entries, the one with most first.
    pub authorities: Vec<Authority>,
    /// How many entries it has.
    entries: usize,
}

/// The towns of all entries that have a place and a postcode, those with most entries first.
pub fn towns(listings: &Listings, postcodes: &Postcodes) -> Vec<Town> {
    let mut places: Vec<(Point, Authority, &str)> = Vec::new();
    let mut all: Vec<(String, u32, Field)> = Vec::new();
    for entry in &listings.entries {
        let authority = entry.postcode.and_then(|postcode| postcodes.find(postcode).ok()).map(|found| found.authority);
        let words = words(&entry.town).join(" ");
        if let (Some(point), Some(authority), false) = (entry.point, authority, words.is_empty()) {
            all.push((words, places.len() as u32, Field::Town));
            places.push((point, authority, &entry.town));
        }
    }
    // In the form that the index sorts, because another form would bring the sort's code into the program again.
    sort_texts(&mut all);
    let of = |(_, place, _): &(String, u32, Field)| places.get(*place as usize).copied();
    let made = |town: &[(String, u32, Field)]| made(&town.first()?.0, town.iter().filter_map(of));
    let mut towns: Vec<Option<Town>> = all.chunk_by(|a, b| a.0 == b.0).map(made).collect();
    // As numbers, which the program sorts anyhow: those with most entries first, then by name.
    let key = |(place, town): (usize, &Option<Town>)| {
        let entries = town.as_ref().map_or(0, |town| town.entries as u64);
        (u64::from(u32::MAX) - entries) << 32 | place as u64
    };
    let mut keys: Vec<u64> = towns.iter().enumerate().map(key).collect();
    keys.sort_unstable();
    keys.into_iter().filter_map(|key| towns.get_mut(key as u32 as usize)?.take()).collect()
}

fn made<'a>(words: &str, entries: impl Iterator<Item = (Point, Authority, &'a str)>) -> Option<Town> {
    let entries: Vec<(Point, Authority, &str)> = entries.collect();
    let (.., name) = entries.first()?;
    let median = |of: fn(Point) -> u32| median(entries.iter().map(|(point, ..)| of(*point)));
    Some(Town {
        name: (*name).to_owned(),
        words: words.to_owned(),
        point: Point::new(median(Point::easting)?, median(Point::northing)?)?,
        authorities: by_number(entries.iter().map(|(_, authority, _)| *authority)),
        entries: entries.len(),
    })
}

/// Each authority once, the one with most entries first; of two with as many, the one with the smaller code.
fn by_number(entries: impl Iterator<Item = Authority>) -> Vec<Authority> {
    let mut counts: Vec<(usize, Authority)> = Vec::new();
    for authority in entries {
        match counts.iter_mut().find(|(_, known)| *known == authority) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, authority)),
        }
    }
    // There are one or two, seldom more.
    let mut sorted = Vec::new();
    while let Some((_, most)) =
        counts.iter().copied().reduce(|most, next| if (next.0, most.1) > (most.0, next.1) { next } else { most })
    {
        counts.retain(|(_, known)| *known != most);
        sorted.push(most);
    }
    sorted
}
