//! Opening hours: what is said of a moment, how hours are written, and bank holidays.

mod hours {
    mod bytes;
    mod holidays;
    mod moments;
    mod text;
}

use std::{fs, path::Path, sync::LazyLock};

use directory::{Date, hours::Holiday};
use serde::{Deserialize, de::DeserializeOwned};

/// A file of the project as a type; a file that does not fit fails the test with the line.
fn file<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name} cannot be read: {error}"));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// `content/bank-holidays.toml`, but for who answers for it.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Days {
    about: toml::Table,
    bank_holiday: Vec<Named>,
    other_day: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    date: Date,
    name: String,
}

fn days() -> Days {
    file("content/bank-holidays.toml")
}

/// England's days on which hours may differ.
fn holidays() -> &'static [Holiday] {
    static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
        let days = days();
        let of = |named: &[Named], bank| named.iter().map(|day| Holiday { date: day.date, bank }).collect::<Vec<_>>();
        [of(&days.bank_holiday, true), of(&days.other_day, false)].concat()
    });
    &HOLIDAYS
}

fn date(text: &str) -> Date {
    Date::read(text).expect("a date")
}
