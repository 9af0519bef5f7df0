//! What a browser is told that a file is.

use std::path::Path;

/// The content type that goes with the file's ending.
pub fn of(path: &Path) -> &'static str {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    match ending.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "xml" => "application/xml",
        "txt" | "md" | "toml" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_ending() {
        assert_eq!(of(Path::new("assets/app-1f.wasm")), "application/wasm");
        assert_eq!(of(Path::new("check/index.HTML")), "text/html; charset=utf-8");
        assert_eq!(of(Path::new("assets/app.js")), "text/javascript; charset=utf-8");
        assert_eq!(of(Path::new("LICENSE")), "application/octet-stream");
    }
}
