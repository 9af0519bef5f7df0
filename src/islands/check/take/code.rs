use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone around the code, in modules: the four that the standard asks for.
const QUIET: i32 = 4;

/// A text as the SVG of a QR code with error correction M or better; none if it is too long for one.
///
/// Hidden from screen readers: whoever shows it shows the text too. As bytes and without the modes for digits and
/// capitals, of which our text has too few to matter.
pub fn svg(text: &str) -> Option<String> {
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).ok()?;
    let size = (code.size() + 2 * QUIET).to_string();
    let svg = [
        "<svg class=\"app-code\" viewBox=\"0 0 ",
        &size,
        " ",
        &size,
        "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"app-code__ground\" width=\"",
        &size,
        "\" height=\"",
        &size,
        "\"></rect><path class=\"app-code__dark\" d=\"",
        &dark(&code),
        "\"></path></svg>",
    ];
    Some(svg.concat())
}

/// Every run of dark modules in a row as one rectangle.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let width = (x - from).to_string();
                let (left, top) = ((from + QUIET).to_string(), (y + QUIET).to_string());
                path.push_str(&["M", &left, " ", &top, "h", &width, "v1h-", &width, "z"].concat());
            }
            x += 1;
        }
    }
    path
}
