//! Waymark: check your drinking, read guidance worth reading, find help. All inside the reader's own browser.
//!
//! One library, compiled twice. Natively, `crates/publish` renders [`pages`] into finished HTML files. For
//! the browser, each file of `programs/` is a program that wakes up its [`islands`] on a page.
//!
//! | module | what it holds |
//! |---|---|
//! | [`routes`] | every address of the site, once |
//! | [`words`] | the words that travel with a page |
//! | [`layout`] | the frame of every page: header, exit, crisis strip, footer |
//! | [`pages`] | one file a kind of page; prerendered, never in the browser |
//! | [`islands`] | one file (or folder) an interactive part |
//! | [`components`] | parts that both use |
//! | [`html`], [`json`] | both as text |
//! | [`browser`] | the only code that touches the browser |

pub mod browser;
pub mod components;
pub mod html;
pub mod islands;
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod layout;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
pub mod routes;
pub mod words;
