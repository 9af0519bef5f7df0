use super::{Filled, View};
use crate::Point;

/// How high a pin is: 25 px on a map of 320 px, enough for a finger.
pub const PIN_HEIGHT: i32 = 80;
/// How wide a digit or a dash of its label is at most, and how wide a comma or a space.
const DIGIT: i32 = 33;
const SPACE: i32 = 18;
/// Left and right of a label.
const ROOM: i32 = 28;
/// How many numbers or runs of numbers are written on it.
const RUNS: usize = 2;
/// Between two pins.
const BETWEEN: i32 = 4;

/// A mark on the map for one entry of the list, or for several that would lie on each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Its middle.
    pub at: (i32, i32),
    /// The numbers of its entries in the list, the least first.
    pub numbers: Vec<usize>,
}

impl Pin {
    /// What is written on it: "2, 5", or "2–4" for a run, and an ellipsis where there are more numbers than room.
    pub fn label(&self) -> String {
        let mut label = String::new();
        let runs = self.numbers.chunk_by(|one, next| one + 1 == *next);
        for (place, run) in runs.enumerate() {
            if place == RUNS {
                label.push('…');
                break;
            }
            if place > 0 {
                label.push_str(", ");
            }
            if let [first, .., last] = run {
                label.push_str(&first.to_string());
                label.push_str(if last - first == 1 { ", " } else { "–" });
                label.push_str(&last.to_string());
            } else if let [only] = run {
                label.push_str(&only.to_string());
            }
        }
        label
    }

    /// How wide it is, so that its label fits: as wide as high, or wider.
    pub fn width(&self) -> i32 {
        let label = self.label();
        let letters = label.chars().map(|letter| if ", ".contains(letter) { SPACE } else { DIGIT });
        PIN_HEIGHT.max(letters.sum::<i32>() + ROOM)
    }

    pub(super) fn filled(&self) -> Filled {
        Filled { middle: self.at, half: ((self.width() + BETWEEN) / 2, (PIN_HEIGHT + BETWEEN) / 2) }
    }
}

impl View {
    /// The pins of the numbered points that this view shows. Those that would touch are one pin in the middle of its
    /// points. The same points give the same pins.
    pub fn pins(self, points: &[(usize, Point)]) -> Vec<Pin> {
        let mut pins: Vec<Group> = Vec::new();
        for (number, point) in points {
            let (x, y) = self.project(*point);
            if !self.shows((x, y)) {
                continue;
            }
            let mut new = Group::of(self, (i64::from(x), i64::from(y)), vec![*number]);
            // A pin that takes in another grows, and may touch a third.
            while let Some(place) = pins.iter().position(|pin| pin.filled.touches(new.filled)) {
                let old = pins.remove(place);
                let mut numbers = old.pin.numbers;
                for number in new.pin.numbers {
                    numbers.insert(numbers.partition_point(|known| *known < number), number);
                }
                new = Group::of(self, (old.sum.0 + new.sum.0, old.sum.1 + new.sum.1), numbers);
            }
            pins.push(new);
        }
        // Put in place one by one: there are a few dozen, and a sort is some kilobytes of program.
        let mut sorted: Vec<Pin> = Vec::new();
        for Group { pin, .. } in pins {
            sorted.insert(sorted.partition_point(|known| known.numbers < pin.numbers), pin);
        }
        sorted
    }
}

/// A pin, what it fills, and the sum of its points' places.
struct Group {
    pin: Pin,
    filled: Filled,
    sum: (i64, i64),
}

impl Group {
    fn of(view: View, sum: (i64, i64), numbers: Vec<usize>) -> Group {
        let count = numbers.len().max(1) as i64;
        // A mean of places on the map is a place on the map.
        let mut pin = Pin { at: ((sum.0 / count) as i32, (sum.1 / count) as i32), numbers };
        let filled = pin.filled().within(view);
        pin.at = filled.middle;
        Group { pin, filled, sum }
    }
}
