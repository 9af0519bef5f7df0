//! The native tests, as one crate. Cases that people may add to without Rust are data in `tests/suite/`.
