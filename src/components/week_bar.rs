use leptos::prelude::*;
use screening::{WeekUnits, week::LOW_RISK_UNITS};

/// The most units that the bar can show; more than that runs to its end.
const END: u32 = 56;

/// A week's range of units against the line of 14. Hidden from screen readers: the words beside it say it all.
#[component]
pub fn WeekBar(week: WeekUnits) -> impl IntoView {
    let at = |units: u32| 20 + units.min(END) * 3_160 / END;
    let (from, open) = (at(week.low), week.high.is_none_or(|high| high > END));
    let to = week.high.map_or(3_180, at).max(from + 60);
    let (line, label) = (at(LOW_RISK_UNITS), at(LOW_RISK_UNITS));
    view! {
        <svg class="app-week" viewBox="0 0 3200 520" aria-hidden="true" focusable="false">
            <rect class="app-week__ground" x="20" y="130" width="3160" height="150" rx="40"></rect>
            <rect
                class=if week.may_exceed_low_risk() { "app-week__range app-week__range--over" } else { "app-week__range" }
                x=from.to_string()
                y="130"
                width=(to - from).to_string()
                height="150"
                rx="40"
            ></rect>
            {open.then(|| view! { <path class="app-week__open" d="M3060 120l90 85l-90 85"></path> })}
            <path class="app-week__line" d=format!("M{line} 60v300")></path>
            <text class="app-week__number" x=label.to_string() y="490" text-anchor="middle">{LOW_RISK_UNITS.to_string()}</text>
        </svg>
    }
}
