use screening::{WeekUnits, week::LOW_RISK_UNITS};

use super::picture::{drawing, path};

/// The most units that the bar can show; more than that runs to its end.
const END: u32 = 56;

/// A week's range of units against the line of 14. Hidden from screen readers: the words beside it say it all.
pub fn week_bar(week: WeekUnits) -> String {
    let at = |units: u32| 20 + units.min(END) * 3_160 / END;
    let (from, open) = (at(week.low), week.high.is_none_or(|high| high > END));
    let to = week.high.map_or(3_180, at).max(from + 60);
    let class = if week.may_exceed_low_risk() { "app-week__range app-week__range--over" } else { "app-week__range" };
    let line = at(LOW_RISK_UNITS).to_string();
    let open = if open { path("app-week__open", "M3060 120l90 85l-90 85") } else { String::new() };
    let inside = [
        "<rect class=\"app-week__ground\" x=\"20\" y=\"130\" width=\"3160\" height=\"150\" rx=\"40\"></rect><rect class=\"",
        class,
        "\" x=\"",
        &from.to_string(),
        "\" y=\"130\" width=\"",
        &(to - from).to_string(),
        "\" height=\"150\" rx=\"40\"></rect>",
        &open,
        &path("app-week__line", &["M", &line, " 60m-12 0h24v300h-24z"].concat()),
        "<text class=\"app-week__number\" x=\"",
        &line,
        "\" y=\"490\" text-anchor=\"middle\">",
        &LOW_RISK_UNITS.to_string(),
        "</text>",
    ];
    drawing("app-week", 3_200, 520, None, &inside.concat())
}
