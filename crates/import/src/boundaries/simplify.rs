use std::collections::{BTreeMap, BTreeSet};

use directory::{Outline, Point};

/// The same outlines with fewer points: none farther than so many metres from where the edge was (Douglas and Peucker).
///
/// An edge that two districts share stays the same for both, or gaps and overlaps would show between them: rings are
/// simplified from one point to the next at which edges meet, and always in the same direction. Islands and holes that
/// are smaller than a square of that length go, but never an authority's largest ring.
pub fn simplify(outlines: &[Outline], metres: u32) -> Vec<Outline> {
    let ends = junctions(outlines);
    let simplified = outlines.iter().map(|outline| {
        let rings = outline.rings.iter().map(|ring| simplify_ring(ring, &ends, metres));
        let mut rings: Vec<(u64, Vec<Point>)> = rings.map(|ring| (area(&ring), ring)).collect();
        let most = rings.iter().map(|(area, _)| *area).max().unwrap_or_default();
        let least = u64::from(metres) * u64::from(metres);
        rings.retain(|(area, ring)| ring.len() > 2 && (*area == most || *area >= least));
        Outline { authority: outline.authority, rings: rings.into_iter().map(|(_, ring)| ring).collect() }
    });
    simplified.collect()
}

/// The points at which more than two edges meet.
fn junctions(outlines: &[Outline]) -> BTreeSet<Point> {
    let mut beside: BTreeMap<Point, BTreeSet<Point>> = BTreeMap::new();
    for ring in outlines.iter().flat_map(|outline| &outline.rings) {
        for (place, point) in ring.iter().enumerate() {
            let next = ring.get(place + 1).or(ring.first());
            if let Some(next) = next.filter(|next| *next != point) {
                beside.entry(*point).or_default().insert(*next);
                beside.entry(*next).or_default().insert(*point);
            }
        }
    }
    beside.into_iter().filter(|(_, beside)| beside.len() > 2).map(|(point, _)| point).collect()
}

fn simplify_ring(ring: &[Point], ends: &BTreeSet<Point>, metres: u32) -> Vec<Point> {
    let mut ring = ring.to_vec();
    ring.dedup();
    // A ring that meets no other begins at its least point, whoever's it is, and is cut where it is farthest from it.
    let start = ring.iter().position(|point| ends.contains(point));
    let start = start.or_else(|| ring.iter().enumerate().min_by_key(|(_, point)| **point).map(|(place, _)| place));
    let Some(start) = start else { return ring };
    ring.rotate_left(start);
    let (first, mut cut) = (ring.first().copied(), ends.clone());
    if ring.iter().skip(1).all(|point| !ends.contains(point)) {
        let far = first.and_then(|first| ring.iter().max_by_key(|point| (point.metres_to(first), **point)));
        cut.extend(far);
    }
    cut.extend(first);
    ring.extend(first);
    let mut kept: Vec<Point> = Vec::new();
    let mut arc: Vec<Point> = Vec::new();
    for point in ring {
        arc.push(point);
        if arc.len() > 1 && cut.contains(&point) {
            kept.extend(simplify_arc(&arc, metres).iter().rev().skip(1).rev());
            arc = vec![point];
        }
    }
    kept
}

/// An open line with fewer points, its ends kept: the same from either end.
fn simplify_arc(arc: &[Point], metres: u32) -> Vec<Point> {
    if arc.first() > arc.last() {
        let turned: Vec<Point> = arc.iter().rev().copied().collect();
        return simplify_arc(&turned, metres).into_iter().rev().collect();
    }
    let mut keep: BTreeSet<usize> = BTreeSet::from([0, arc.len().saturating_sub(1)]);
    // A list of what is left to do, and no recursion: an outline can have a hundred thousand points.
    let mut parts = vec![(0, arc.len().saturating_sub(1))];
    while let Some((from, to)) = parts.pop() {
        let Some((start, end)) = arc.get(from).zip(arc.get(to)) else { continue };
        let between = arc.iter().enumerate().take(to).skip(from + 1);
        let off = between.map(|(place, point)| (squared_distance(*point, *start, *end), place));
        if let Some((distance, place)) = off.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
            && distance > f64::from(metres) * f64::from(metres)
        {
            keep.insert(place);
            parts.extend([(from, place), (place, to)]);
        }
    }
    keep.into_iter().filter_map(|place| arc.get(place).copied()).collect()
}

/// From a point to the nearest of a straight line's, squared.
fn squared_distance(point: Point, start: Point, end: Point) -> f64 {
    let plane = |point: Point| (f64::from(point.easting()), f64::from(point.northing()));
    let ((x, y), (x0, y0), (x1, y1)) = (plane(point), plane(start), plane(end));
    let (run, rise) = (x1 - x0, y1 - y0);
    let length = run * run + rise * rise;
    let along = if length > 0.0 { (((x - x0) * run + (y - y0) * rise) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (east, north) = (x0 + along * run - x, y0 + along * rise - y);
    east * east + north * north
}

/// What a ring encloses, in square metres.
fn area(ring: &[Point]) -> u64 {
    let corner = |point: &Point| (i64::from(point.easting()), i64::from(point.northing()));
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    let twice: i64 = pairs
        .map(|(one, next)| {
            let ((x0, y0), (x1, y1)) = (corner(one), corner(next));
            x0 * y1 - x1 * y0
        })
        .sum();
    twice.unsigned_abs() / 2
}
