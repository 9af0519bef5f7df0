use super::{Filled, Pin, View};
use crate::Point;

/// How many towns are named at most.
pub const MOST_TOWNS: usize = 6;
/// How large the letters of a name are: 13 px on a map of 320 px.
pub const TEXT_HEIGHT: i32 = 42;
/// How wide a letter is, more often less.
const LETTER: i32 = 23;
/// Half of the square around a person's own place.
pub(crate) const YOU: i32 = 58;

/// A name on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Which, by its place among the names that were given.
    pub name: usize,
    /// Its middle.
    pub at: (i32, i32),
}

impl View {
    /// Where names go: the first six, in the order given, that fit beside their point without touching a pin, the person's
    /// place or each other. The name of the person's place goes first, and is no town.
    pub fn labels(
        self,
        you: Option<(Point, &str)>,
        towns: &[(&str, Point)],
        pins: &[Pin],
    ) -> (Option<(i32, i32)>, Vec<Label>) {
        let mut taken: Vec<Filled> = pins.iter().map(Pin::filled).collect();
        let mut own = None;
        if let Some((point, name)) = you {
            taken.push(Filled { middle: self.project(point), half: (YOU, YOU) });
            own = self.place(point, name, &mut taken);
        }
        let mut labels: Vec<Label> = Vec::new();
        for (place, (name, point)) in towns.iter().enumerate() {
            if labels.len() == MOST_TOWNS {
                break;
            }
            labels.extend(self.place(*point, name, &mut taken).map(|at| Label { name: place, at }));
        }
        (own, labels)
    }

    /// The first free place at a point for a name: on it, above, below, to the right, to the left.
    fn place(self, point: Point, name: &str, taken: &mut Vec<Filled>) -> Option<(i32, i32)> {
        let (x, y) = self.project(point);
        if !self.shows((x, y)) {
            return None;
        }
        let letters = i32::try_from(name.chars().count()).unwrap_or(i32::MAX).min(100);
        let half = (letters * LETTER / 2 + 8, TEXT_HEIGHT / 2 + 6);
        let (up, aside) = (half.1 + YOU, half.0 + YOU);
        let places = [(x, y), (x, y - up), (x, y + up), (x + aside, y), (x - aside, y)];
        let free = places
            .into_iter()
            .map(|middle| Filled { middle, half })
            .find(|filled| filled.within(self) == *filled && !taken.iter().any(|other| other.touches(*filled)))?;
        taken.push(free);
        Some(free.middle)
    }
}
