use leptos::prelude::*;

/// A drawing made of finished SVG, hidden from screen readers: the words beside it say the same.
///
/// SVG is passed as text because every kind of element and attribute in a view costs the program code of its
/// own; four drawings as views were 1.5 KB more. It holds numbers and names of ours, never anything typed.
pub fn picture(class: &str, width: u16, height: u16, size: Option<(u16, u16)>, inside: &str) -> impl IntoView + use<> {
    let svg = drawing(class, width, height, size, inside);
    view! { <span class="app-picture" inner_html=svg></span> }
}

/// The same as text, for what is made of text.
pub fn drawing(class: &str, width: u16, height: u16, size: Option<(u16, u16)>, inside: &str) -> String {
    let (width, height) = (width.to_string(), height.to_string());
    let size = size.map_or(String::new(), |(width, height)| {
        ["\" width=\"", &width.to_string(), "\" height=\"", &height.to_string()].concat()
    });
    [
        "<svg class=\"",
        class,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        &size,
        "\" aria-hidden=\"true\" focusable=\"false\">",
        inside,
        "</svg>",
    ]
    .concat()
}

/// A path with a class.
pub fn path(class: &str, d: &str) -> String {
    ["<path class=\"", class, "\" d=\"", d, "\"></path>"].concat()
}
