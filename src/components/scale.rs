use leptos::prelude::*;
use screening::Band;

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

/// The score on a drawn scale. The picture is hidden from screen readers: `twin` says the same in words.
///
/// Drawn on 3,200 units across so that whole numbers do: formatting fractions would cost the program 9 KB.
#[component]
pub fn ScorePicture(total: u16, max: u16, bands: Vec<ScaleBand>, twin: String) -> impl IntoView {
    let step = 3_160 / (u32::from(max) + 1);
    let at = |points: u16| 20 + u32::from(points) * step;
    let parts: Vec<_> = bands
        .iter()
        .map(|band| {
            let width = u32::from(band.to.saturating_sub(band.from) + 1) * step - 20;
            view! {
                <rect
                    class=["app-scale__band app-scale__band--", band.band.id()].concat()
                    x=at(band.from).to_string()
                    y="300"
                    width=width.to_string()
                    height="130"
                    rx="30"
                ></rect>
                <text class="app-scale__number" x=at(band.from).to_string() y="590">{band.from.to_string()}</text>
            }
        })
        .collect();
    let marker = at(total) + step / 2 - 10;
    let label = marker.clamp(120, 3_080).to_string();
    view! {
        <svg class="app-scale" viewBox="0 0 3200 620" aria-hidden="true" focusable="false">
            {parts}
            <text class="app-scale__score" x=label y="150" text-anchor="middle">{total.to_string()}</text>
            <path class="app-scale__marker" d=format!("M{marker} 290l-70-100h140z")></path>
        </svg>
        <p class="app-small">{twin}</p>
    }
}
