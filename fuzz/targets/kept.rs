//! Whatever stands in a store: it is read as a kept check or refused, and what is read adds up.

#![no_main]

use std::{path::Path, sync::OnceLock};

use content::Date;
use libfuzzer_sys::fuzz_target;
use screening::{Instrument, Kept};

fuzz_target!(|text: &str| {
    let Ok(kept) = Kept::read(text) else { return };
    assert_eq!(kept.day.len(), 10, "a day");
    if let Ok(opened) = kept.open(instruments()) {
        let answered: u16 = opened.record.answers.iter().filter_map(|answer| answer.points).map(u16::from).sum();
        assert_eq!(answered, kept.total(), "the answers make the score that was kept with them");
    }
});

/// The questionnaires of the site, with those that are held.
fn instruments() -> &'static [Instrument] {
    static FOUND: OnceLock<Vec<Instrument>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        // A day on which nothing was due: what is tested does not change with the calendar.
        let day = Date::read("2026-11-22").unwrap_or_else(|problem| panic!("{problem}"));
        match content::load(&root, day).site {
            Ok(site) => site.instruments.into_iter().chain(site.held.into_iter().map(|held| held.instrument)).collect(),
            Err(faults) => panic!("{} faults in the content", faults.len()),
        }
    })
}
