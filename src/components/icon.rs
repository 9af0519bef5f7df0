//! Small line drawings. All are decoration: hidden from screen readers, next to the words that say the same.

use leptos::prelude::*;
use screening::Band;

use super::picture::{drawing, path, picture};

/// A telephone.
pub fn phone() -> impl IntoView {
    icon(
        "M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z",
    )
}

/// A pin on a map.
pub fn pin() -> impl IntoView {
    icon(
        "M12 2a7 7 0 0 0-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7zm0 9.5A2.5 2.5 0 1 1 12 6.500a2.500 2.500 0 0 1 0 5z",
    )
}

/// A padlock.
pub fn lock() -> impl IntoView {
    icon(LOCK)
}

const LOCK: &str =
    "M17 9V7A5 5 0 0 0 7 7v2a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2zM9 7a3 3 0 0 1 6 0v2H9z";

/// The padlock, for what is made of text.
pub fn lock_html() -> String {
    icon_html(LOCK)
}

fn icon(d: &str) -> impl IntoView + use<> {
    picture("app-icon", 24, 24, Some((24, 24)), &["<path d=\"", d, "\"></path>"].concat())
}

fn icon_html(d: &str) -> String {
    drawing("app-icon", 24, 24, Some((24, 24)), &["<path d=\"", d, "\"></path>"].concat())
}

/// A band's own shape, so that it is told apart without colour: circle, diamond, triangle, square.
pub fn band(band: Band) -> String {
    let path = match band {
        Band::Low => "M12 3a9 9 0 1 0 .01 0z",
        Band::Increasing => "M12 2l10 10l-10 10l-10-10z",
        Band::Higher => "M12 3l10 18h-20z",
        Band::PossibleDependence => "M3 3h18v18h-18z",
    };
    icon_html(path)
}

/// The sign-post of the word mark.
pub fn sign_post() -> impl IntoView {
    let parts = [
        path("app-mark__post", "M15 2h2v28h-2z"),
        path("app-mark__up", "M7 5h16l5 4l-5 4h-16z"),
        path("app-mark__down", "M25 15h-16l-5 4l5 4h16z"),
    ];
    picture("app-mark", 32, 32, Some((32, 32)), &parts.concat())
}

/// The drawing on one of the front doors.
pub fn door(name: &str) -> impl IntoView + use<> {
    // The outline first; what is filled with colour stands before it.
    let (line, fill) = match name {
        "check" => ("M9 4h30l-4.500 40h-21z", "M10.800 20h26.400l-2.700 24h-21z"),
        "worried" => (
            "M17 21a7 7 0 1 0-.01 0zM4 41v-5a9 9 0 0 1 9-9h8a9 9 0 0 1 9 9v5z",
            "M34 27a5 5 0 1 0-.01 0zM25 41v-3a7 7 0 0 1 7-7h5a7 7 0 0 1 7 7v3z",
        ),
        _ => (
            "M4 16l13-5l14 5l13-5v25l-13 5l-14-5l-13 5zM17 11v25M31 16v25",
            "M24 5a8 8 0 0 0-8 8c0 6 8 14 8 14s8-8 8-14a8 8 0 0 0-8-8z",
        ),
    };
    let parts = [path("app-door__line", line), path("app-door__fill", fill)];
    picture("app-door__art", 48, 48, Some((64, 64)), &parts.concat())
}
