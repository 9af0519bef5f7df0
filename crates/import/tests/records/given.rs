//! What the cases start from: three areas, a few postcodes, and files by name.

use std::{collections::HashMap, env, fs, io::Cursor, path::PathBuf};

use directory::{Authority, Date, Point, Postcode};
use import::{
    near::Areas,
    ods::{self, Ask, Import, Lead, Refused, Register},
    report::Report,
};
use proptest::prelude::ProptestConfig;
use serde::Deserialize;

/// A file of the suite.
pub fn suite(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/directory").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn day(text: &str) -> Date {
    Date::read(text).expect("a day")
}

pub fn tries(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A file or folder of the sources; none, and a word about it, when they are not there.
pub fn source(name: &str) -> Option<PathBuf> {
    let Some(folder) = env::var_os("WAYMARK_SOURCES").map(PathBuf::from) else {
        println!("Skipped: WAYMARK_SOURCES does not name the folder with {name}.");
        return None;
    };
    let found = [folder.join(name), folder.join("..").join(name)].into_iter().find(|path| path.exists());
    Some(found.unwrap_or_else(|| panic!("{name} is not in or beside WAYMARK_SOURCES")))
}

/// The areas and postcodes of `ods/areas.toml`.
pub struct Given {
    areas: Areas,
    locate: Box<dyn Fn(Postcode) -> Option<(Point, Authority)>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    area: Vec<Area>,
    postcode: Vec<(Postcode, u32, u32, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    id: String,
    authorities: Vec<String>,
}

impl Given {
    pub fn new() -> Given {
        let file: File = toml::from_str(&suite("ods/areas.toml")).expect("areas");
        let authority = |code: &String| Authority::read(code).expect("a code");
        let mut areas = Areas::default();
        for area in file.area {
            areas.add(area.id, area.authorities.iter().map(authority).collect());
        }
        let mut places = HashMap::new();
        for (postcode, east, north, code) in file.postcode {
            let point = Point::new(east, north).expect("on the grid");
            areas.add_home(authority(&code), point);
            places.insert(postcode, (point, authority(&code)));
        }
        Given { areas, locate: Box::new(move |postcode| places.get(&postcode).copied()) }
    }

    pub fn ask(&self, register: Register) -> Ask<'_> {
        Ask { register, areas: &self.areas, locate: &*self.locate }
    }

    pub fn read(&self, register: Register, text: &str, report: &mut Report) -> Result<Import, Refused> {
        ods::read(&self.ask(register), Cursor::new(text.as_bytes().to_vec()), report)
    }

    pub fn branches(&self, import: &Import, text: &str, report: &mut Report) -> Result<Vec<Lead>, Refused> {
        ods::branches(import, &*self.locate, Cursor::new(text.as_bytes().to_vec()), report)
    }
}
