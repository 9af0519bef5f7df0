//! Scores over time, drawn: which days, how many points, and the bands behind them. The list beside it says the same in
//! words, so it is hidden from screen readers.

use crate::components::{ScaleBand, drawing};

/// The most points that a drawing has room for.
pub const MOST: usize = 8;

/// Drawn on whole numbers: no code for fractions is needed.
const WIDTH: u16 = 3_200;
const HEIGHT: u16 = 1_960;
const LEFT: u32 = 420;
const RIGHT: u32 = 3_040;
const TOP: u32 = 280;
const BOTTOM: u32 = 1_680;
/// How far two points stay apart at least, or their numbers would touch.
const APART: u32 = 300;

/// One point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point<'a> {
    /// The day: `2026-11-22`.
    pub day: &'a str,
    /// The score.
    pub total: u16,
}

/// The drawing, with at most [`MOST`] points, in the order of their days. The first and the last day stand under it as `ends` writes them.
pub fn chart(points: &[Point<'_>], max: u16, bands: &[ScaleBand], ends: (&str, &str)) -> String {
    let height = |total: u16| BOTTOM - u32::from(total.min(max)) * (BOTTOM - TOP) / u32::from(max.max(1));
    let mut inside = String::new();
    for band in bands {
        let (low, high) = (height(band.from), height(band.to.saturating_add(1).min(max)));
        inside.push_str(&["<rect class=\"app-scale__band--", band.band.id()].concat());
        push(
            &mut inside,
            "\" x=# y=# width=60 height=#></rect><path class=app-chart__line d=\"M# #H#\"></path><text class=app-chart__number x=# y=# text-anchor=end>#</text>",
            &[LEFT - 60, high, low - high, LEFT - 60, low, RIGHT + 120, LEFT - 110, low + 45, u32::from(band.from)],
        );
    }
    let places = places(points);
    let mut line = String::new();
    let mut dots = String::new();
    for (point, x) in points.iter().zip(places) {
        let y = height(point.total);
        let draw = if line.is_empty() { "M# #" } else { "L# #" };
        push(&mut line, draw, &[x, y]);
        push(
            &mut dots,
            "<circle class=app-chart__dot cx=# cy=# r=55></circle><text class=app-chart__score x=# y=# text-anchor=middle>#</text>",
            &[x, y, x, y - 95, u32::from(point.total)],
        );
    }
    inside.push_str(&["<path class=app-chart__path d=\"", &line, "\"></path>", &dots].concat());
    let ends = [(LEFT - 60, "start", ends.0), (RIGHT + 120, "end", ends.1)];
    for (x, anchor, day) in ends {
        push(&mut inside, "<text class=app-chart__number x=# y=# text-anchor=", &[x, BOTTOM + 230]);
        inside.push_str(&[anchor, ">", day, "</text>"].concat());
    }
    drawing("app-chart", WIDTH, HEIGHT, None, &inside)
}

/// How far to the right each point stands: by its day, and never so close to another that their numbers touch.
pub fn places(points: &[Point<'_>]) -> Vec<u32> {
    // Months of 31 days are near enough for a drawing.
    let number = |(part, times): (&str, u32)| (part.parse::<u32>().unwrap_or_default(), times);
    let day = |point: &Point<'_>| {
        point.day.split('-').zip([1, 12, 31]).map(number).fold(0, |sum: u32, (part, times)| sum * times + part)
    };
    let (first, last) = (points.first().map_or(0, day), points.last().map_or(0, day));
    let (from, to) = (LEFT + 180, RIGHT - 60);
    let at = |point| from + day(point).saturating_sub(first) * (to - from) / (last.saturating_sub(first)).max(1);
    let mut places: Vec<u32> = points.iter().map(at).collect();
    for place in 1..places.len() {
        places[place] = places[place].max(places[place - 1] + APART);
    }
    let mut most = to;
    for place in places.iter_mut().rev() {
        *place = (*place).min(most);
        most = place.saturating_sub(APART);
    }
    places
}

/// Adds a text, with the numbers in place of its `#`.
fn push(out: &mut String, text: &str, numbers: &[u32]) {
    let mut numbers = numbers.iter();
    for letter in text.chars() {
        match (letter, numbers.as_slice()) {
            ('#', [_, ..]) => out.push_str(&numbers.next().copied().unwrap_or_default().to_string()),
            _ => out.push(letter),
        }
    }
}
