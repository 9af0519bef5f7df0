use super::{View, WIDTH};
use crate::Outline;

/// How far beyond the edge an outline is still followed, so that the line along the cut is not seen.
const BEYOND: i32 = 40;
/// Two points nearer than this are drawn as one.
const NEAR: u32 = 2;

type Place = (i32, i32);

impl View {
    /// The rings of an outline, as far as this view shows them. Few points are left: what is outside is cut off, and
    /// what would be drawn on the same spot is one point.
    pub fn land(self, outline: &Outline) -> Vec<Vec<Place>> {
        let rings = outline.rings.iter().map(|ring| {
            let mut places: Vec<Place> = Vec::new();
            for point in ring {
                let place = self.project(*point);
                if places.last().is_none_or(|last| apart(*last, place)) {
                    places.push(place);
                }
            }
            while places.len() > 1
                && places.first().zip(places.last()).is_some_and(|(first, last)| !apart(*first, *last))
            {
                places.pop();
            }
            self.cut(places)
        });
        rings.filter(|ring| ring.len() > 2).collect()
    }

    /// Cuts a ring along the four edges, one after another (Sutherland and Hodgman).
    fn cut(self, ring: Vec<Place>) -> Vec<Place> {
        let turned = |ring: Vec<Place>| -> Vec<Place> { ring.into_iter().map(|(x, y)| (y, x)).collect() };
        let mirrored =
            |ring: Vec<Place>, most: i32| -> Vec<Place> { ring.into_iter().map(|(x, y)| (most - x, y)).collect() };
        let across = |ring: Vec<Place>, most: i32| mirrored(cut_left(&mirrored(cut_left(&ring), most)), most);
        turned(across(turned(across(ring, WIDTH)), self.height()))
    }
}

fn apart(one: Place, other: Place) -> bool {
    one.0.abs_diff(other.0) >= NEAR || one.1.abs_diff(other.1) >= NEAR
}

/// What of a ring is not too far to the left.
fn cut_left(ring: &[Place]) -> Vec<Place> {
    const EDGE: i32 = -BEYOND;
    let mut kept = Vec::new();
    let Some(mut before) = ring.last().copied() else { return kept };
    for place in ring.iter().copied() {
        if (before.0 < EDGE) != (place.0 < EDGE) {
            let (run, rise) = (i64::from(place.0 - before.0), i64::from(place.1 - before.1));
            let up = rise * i64::from(EDGE - before.0) / run;
            kept.push((EDGE, before.1 + up as i32));
        }
        if place.0 >= EDGE {
            kept.push(place);
        }
        before = place;
    }
    kept
}
