use leptos::prelude::*;

use super::picture::{path, picture};

/// A glass, bottle or can, drawn to scale with the others: 568 ml of pint glass is a pint glass tall.
///
/// Heights are those of common vessels in millimetres, halved; the picture stands on its bottom edge. It is
/// decoration: the name, volume and strength are said beside it.
pub fn vessel(kind: &str, ml: u16) -> impl IntoView + use<> {
    let (drink, glass) = outline(kind, ml);
    let parts = [path("app-vessel__drink", drink), path("app-vessel__glass", glass)];
    picture("app-vessel", 60, 150, Some((40, 100)), &parts.concat())
}

/// The drink's surface and the vessel's outline.
fn outline(kind: &str, ml: u16) -> (&'static str, &'static str) {
    match (kind, ml) {
        ("pint", 400..) => ("M12 82h36l-4 66h-28z", "M10 70h40l-5 79h-30z"),
        ("pint", _) => ("M17 112h26l-3 36h-20z", "M15 104h30l-4 45h-22z"),
        ("can", 480..) => ("M15 70h30v76h-30z", "M18 64h24l4 6v74l-4 5h-24l-4-5v-74z"),
        ("can", 400..) => ("M15 80h30v66h-30z", "M18 74h24l4 6v64l-4 5h-24l-4-5v-64z"),
        ("can", _) => ("M15 96h30v50h-30z", "M18 90h24l4 6v48l-4 5h-24l-4-5v-48z"),
        ("bottle", 600..) => ("M13 62h34v86h-34z", "M25 4h10v34q12 6 12 20v90h-34v-90q0-14 12-20z"),
        ("bottle", _) => ("M18 82h24v66h-24z", "M25 38h10v24q8 6 8 16v70h-26v-70q0-10 8-16z"),
        ("wine", 220..) => ("M12 74h36q-1 26-18 28q-17-2-18-28z", "M12 58q-4 44 18 46q22-2 18-46zM30 104v42M18 148h24"),
        ("wine", 150..) => ("M14 84h32q-2 18-16 20q-14-2-16-20z", "M14 66q-4 36 16 40q20-4 16-40zM30 106v40M18 148h24"),
        ("wine", _) => ("M17 94h26q-2 12-13 14q-11-2-13-14z", "M16 78q-3 28 14 32q17-4 14-32zM30 110v36M20 148h20"),
        (_, 40..) => ("M18 124h24l-2 24h-20z", "M15 108h30l-4 41h-22z"),
        _ => ("M21 134h18l-2 14h-14z", "M18 116h24l-4 33h-16z"),
    }
}
