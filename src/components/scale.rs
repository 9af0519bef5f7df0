use screening::Band;

use super::picture::{drawing, path};

/// One band of the drawn scale.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleBand {
    /// Which band.
    pub band: Band,
    /// The lowest total.
    pub from: u16,
    /// The highest total.
    pub to: u16,
}

/// The score on a drawn scale, hidden from screen readers: words beside it say the same.
///
/// Drawn on 3,200 units across so that whole numbers do: no code for fractions is needed.
pub fn score_picture(total: u16, max: u16, bands: &[ScaleBand]) -> String {
    let step = 3_160 / (u32::from(max) + 1);
    let at = |points: u16| 20 + u32::from(points) * step;
    let mut inside = String::new();
    for band in bands {
        let width = u32::from(band.to.saturating_sub(band.from) + 1) * step - 20;
        let (x, width, number) = (at(band.from).to_string(), width.to_string(), band.from.to_string());
        inside.push_str(
            &[
                "<rect class=\"app-scale__band app-scale__band--",
                band.band.id(),
                "\" x=\"",
                &x,
                "\" y=\"300\" width=\"",
                &width,
                "\" height=\"130\" rx=\"30\"></rect><text class=\"app-scale__number\" x=\"",
                &x,
                "\" y=\"590\">",
                &number,
                "</text>",
            ]
            .concat(),
        );
    }
    let marker = at(total) + step / 2 - 10;
    let label = marker.clamp(120, 3_080).to_string();
    inside.push_str(
        &[
            "<text class=\"app-scale__score\" x=\"",
            &label,
            "\" y=\"150\" text-anchor=\"middle\">",
            &total.to_string(),
            "</text>",
            &path("app-scale__marker", &["M", &marker.to_string(), " 290l-70-100h140z"].concat()),
        ]
        .concat(),
    );
    drawing("app-scale", 3_200, 620, None, &inside)
}
