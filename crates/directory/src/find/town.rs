use crate::{Authority, Point, Postcodes, listing::Listings, search::words};

/// A town, as far as entries name it: nobody had a list of towns that could be used here.
pub struct Town {
    /// Its name, as most entries write it.
    pub name: String,
    /// Its name as words are compared.
    pub words: Vec<String>,
    /// The middle of its entries: the median east and north, so that one far off does not move the town.
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
    let median = |of: fn(Point) -> u32| median(entries.iter().map(|(_, _, point, _)| of(*point)));
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
        point: Point::new(median(Point::easting)?, median(Point::northing)?)?,
        authorities: counted.into_iter().map(|(_, authority)| authority).collect(),
    })
}

/// The number in the middle of their order; the upper one of two. By counting, for a town has few entries and a sort is
/// some kilobytes of program.
fn median(numbers: impl ExactSizeIterator<Item = u32> + Clone) -> Option<u32> {
    let half = numbers.len() / 2;
    numbers.clone().find(|number| {
        let smaller = numbers.clone().filter(|other| other < number).count();
        let equal = numbers.clone().filter(|other| other == number).count();
        (smaller..smaller + equal).contains(&half)
    })
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn half_of_the_numbers_lie_on_each_side_of_the_median() {
        for (numbers, expected) in [
            (&[][..], None),
            (&[7], Some(7)),
            (&[7, 3], Some(7)),
            (&[900_000, 3, 5], Some(5)),
            (&[4, 4, 4, 1], Some(4)),
            (&[2, 2, 9, 9, 9], Some(9)),
        ] {
            assert_eq!(median(numbers.iter().copied()), expected, "{numbers:?}");
        }
    }
}
