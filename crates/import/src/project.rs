//! The project's folder: its areas, its books, and where postcodes are.

use std::{
    collections::HashMap,
    env, fs,
    fs::File,
    io,
    path::{Path, PathBuf},
};

use crate::{
    near::Areas,
    postcodes::{self, Rows},
    progress::Watched,
    report::Report,
    write,
};
use directory::{Area, Authority, Point, Postcode, Postcodes};
use records::Book;

/// The folder that holds `areas/`: this one, or the nearest above it.
pub fn root() -> Result<PathBuf, String> {
    let here = env::current_dir().map_err(|error| format!("This folder cannot be read: {error}."))?;
    let root = here.ancestors().find(|folder| folder.join("areas").is_dir());
    root.map(Path::to_path_buf).ok_or_else(|| "There is no folder `areas` here or above.".to_owned())
}

/// Every book.
pub fn books(root: &Path) -> Result<Vec<Book>, String> {
    let shelves = records::load(root).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        format!("Mend these first:\n{}", faults.join("\n"))
    })?;
    Ok(shelves.into_iter().map(|shelf| shelf.book).collect())
}

/// The compiled postcodes, from the project's folder.
pub const POSTCODES: &str = "data/postcodes";

/// Every book, and the services of the areas' own files as books too, those with a postcode at its point.
pub fn all_books(root: &Path) -> Result<Vec<Book>, String> {
    let file = root.join(POSTCODES).join(postcodes::FILE);
    let bytes = fs::read(&file).map_err(|error| format!("{}: {error}.", file.display()))?;
    let postcodes = Postcodes::open(bytes).map_err(|_| format!("{}: it is damaged.", file.display()))?;
    let mut all = records::own(&areas(root)?, Some(&postcodes));
    all.extend(books(root)?);
    Ok(all)
}

/// Writes the books, and says which have changed.
pub fn save(root: &Path, books: &[Book]) -> Result<(), String> {
    let written = write::save(root, books).map_err(|error| format!("The records cannot be written: {error}."))?;
    say_written(&written);
    Ok(())
}

/// Says which files have changed.
pub fn say_written(written: &[PathBuf]) {
    for file in written {
        println!("wrote {}", file.display());
    }
    if written.is_empty() {
        println!("Nothing has changed.");
    }
}

/// Every area, in the order of their ids.
pub fn areas(root: &Path) -> Result<Vec<Area>, String> {
    let folder = root.join("areas");
    let wrong = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}.", path.display());
    let mut areas = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|error| wrong(&folder, &error))? {
        let file = entry.map_err(|error| wrong(&folder, &error))?.path().join("area.toml");
        if file.is_file() {
            let text = fs::read_to_string(&file).map_err(|error| wrong(&file, &error))?;
            areas.push(toml::from_str::<Area>(&text).map_err(|error| wrong(&file, &error))?);
        }
    }
    areas.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(areas)
}

/// Where postcodes are and whose.
#[derive(Debug, Default)]
pub struct Places {
    /// With what says that the postcode is in use.
    places: HashMap<Postcode, (Point, Authority, bool)>,
}

impl Places {
    /// Where a postcode is or was; none if it is not known.
    pub fn any(&self, postcode: Postcode) -> Option<(Point, Authority)> {
        self.places.get(&postcode).map(|(point, authority, _)| (*point, *authority))
    }

    /// Where a postcode that is in use is; none for one that was given up, and its houses perhaps with it.
    pub fn live(&self, postcode: Postcode) -> Option<(Point, Authority)> {
        let place = self.places.get(&postcode).filter(|(_, _, live)| *live);
        place.map(|(point, authority, _)| (*point, *authority))
    }
}

/// Where people of the areas live, and where every postcode is.
pub fn places(root: &Path, postcodes: &Path) -> Result<(Areas, Places), String> {
    let mut areas = Areas::default();
    for area in self::areas(root)? {
        let codes = area.authority_codes.iter().map(|code| Authority::read(code));
        let codes: Option<Vec<Authority>> = codes.collect();
        areas.add(&area.id, codes.ok_or_else(|| format!("areas/{}: a code of an authority is not one.", area.id))?);
    }
    let rows = Rows::read(open(postcodes)?).map_err(|refused| format!("{}: {refused}", postcodes.display()))?;
    let mut places = Places::default();
    for row in rows {
        match row {
            Ok(row) => {
                places.places.insert(row.postcode, (row.point, row.authority, row.live));
                if row.live {
                    areas.add_home(row.authority, row.point);
                }
            }
            Err(rejected) if rejected.reason.is_end() => return Err(format!("{}: {rejected}", postcodes.display())),
            // `import postcodes` lists them.
            Err(_) => {}
        }
    }
    Ok((areas, places))
}

/// A file, with a bar for how much of it has been read.
pub fn open(path: &Path) -> Result<Watched<File>, String> {
    let file = File::open(path).map_err(|error| format!("{}: {error}.", path.display()))?;
    let bytes = file.metadata().map_or(0, |about| about.len());
    let label = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Watched::new(file, label, bytes))
}

/// Writes the rejected rows, and says where they are.
pub fn write_report(root: &Path, asked: Option<&str>, report: &Report) -> Result<(), String> {
    let path = match asked {
        Some(path) => PathBuf::from(path),
        None => env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), PathBuf::from)
            .join("import/rejected.csv"),
    };
    let write = || -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        report.write(io::BufWriter::new(File::create(&path)?))
    };
    write().map_err(|error| format!("{} cannot be written: {error}.", path.display()))?;
    if !report.rejected.is_empty() || !report.notes.is_empty() {
        println!("Rejected rows and their lines: {}", path.display());
    }
    Ok(())
}
