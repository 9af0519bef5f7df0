//! The device's day, for what a person takes along. No rule looks at it.

use wasm_bindgen::JsValue;
use web_sys::js_sys::{Date, Math, Object, Reflect};

/// The day so many days from today, in the way of writing dates that this language tag has: `en-GB` gives
/// `22/11/2026`. Counted in the device's own calendar, so that clocks that change in between
/// move nothing.
pub fn day(days: u32, style: &str) -> String {
    let date = Date::new_0();
    date.set_date(date.get_date() + days);
    date.to_locale_date_string(style, &JsValue::UNDEFINED).into()
}

/// The day so many days from today for machines: `2026-11-22`, whatever the device's own way of writing dates is.
pub fn iso_day(days: u32) -> String {
    let date = Date::new_0();
    date.set_date(date.get_date() + days);
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&date.get_full_year().to_string(), "-", &two(date.get_month() + 1), "-", &two(date.get_date())].concat()
}

/// A day such as `2026-11-22` as this language tag writes it in full: `en-GB` gives "22 November 2026".
pub fn day_in_words(day: &str, style: &str) -> String {
    // At noon, so that no time zone makes it another day.
    let date = Date::new(&[day, "T12:00:00"].concat().into());
    let options = Object::new();
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    date.to_locale_date_string(style, &options).into()
}

/// What the clocks of a time zone show now: days since 1970, and the minute of the day. The zone is that of places and
/// not of the device, which may be set to another country's.
pub fn in_zone(zone: &str) -> Option<(i64, u16)> {
    let options = Object::new();
    for (name, value) in [("timeZone", zone), ("dateStyle", "short"), ("timeStyle", "short")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    // Swedish writes "2026-11-27 21:03".
    let text = String::from(Date::new_0().to_locale_string("sv-SE", &options));
    let (mut number, mut digits) = ([0_u32; 12], text.chars().filter_map(|letter| letter.to_digit(10)));
    for place in &mut number {
        *place = digits.next()?;
    }
    let [year @ .., month_tens, month, day_tens, day, hour_tens, hour, minute_tens, minute] = number;
    let year = year.iter().fold(0, |year, digit| year * 10 + digit);
    let midnight = Date::utc(f64::from(year), f64::from(month_tens * 10 + month) - 1.0);
    let days = midnight / 86_400_000.0 + f64::from(day_tens * 10 + day) - 1.0;
    let minute = (hour_tens * 10 + hour) * 60 + minute_tens * 10 + minute;
    Some((days as i64, u16::try_from(minute).ok()?))
}

/// This moment by the world's clock: `2026-11-22T02:00:00.000Z`.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// A number made of chance and nothing else.
pub fn random() -> u32 {
    (Math::random() * 4_294_967_296.0) as u32
}
