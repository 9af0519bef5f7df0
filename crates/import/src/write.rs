//! Books and outlines as files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use directory::Term;
use records::{Book, Boundary, write, write_boundary};

/// Writes the books under `root`, the folder that holds `areas/`; a book that is as its file has it is not touched.
/// Gives the files that were written, from `root`.
///
/// # Errors
/// A file cannot be read or written. Every file is written beside its place and then moved, so none is ever half.
pub fn save(root: &Path, books: &[Book]) -> io::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for book in books {
        let folder = PathBuf::from("areas").join(&book.area).join("directory");
        let file = folder.join(Book::file_name(book.kind, book.nearby));
        written.extend(replace(root, file, &write(&headed(book)))?);
    }
    Ok(written)
}

/// The same for outlines.
///
/// # Errors
/// As for [`save`].
pub fn save_boundaries(root: &Path, boundaries: &[Boundary]) -> io::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for boundary in boundaries {
        let file = PathBuf::from(Boundary::file(&boundary.area));
        written.extend(replace(root, file, &write_boundary(boundary))?);
    }
    Ok(written)
}

/// Puts a text in the place of a file, and gives the file; none if it was that text already.
fn replace(root: &Path, file: PathBuf, text: &str) -> io::Result<Option<PathBuf>> {
    let path = root.join(&file);
    match fs::read_to_string(&path) {
        Ok(before) if before == text => return Ok(None),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("toml.new");
    fs::write(&beside, text)?;
    fs::rename(&beside, &path)?;
    Ok(Some(file))
}

/// A new book gets a heading that says what it is and what to mind; an old one keeps its own.
fn headed(book: &Book) -> Book {
    if !book.heading.is_empty() {
        return book.clone();
    }
    let place = if book.nearby { "within 8 km of" } else { "in" };
    let mut heading = vec![
        format!("{} {place} {}. Written by `cargo xtask import`, mended by hand.", book.kind.id(), book.area),
        "What nobody has said is left out. Comments further down are lost; `note` is kept.".to_owned(),
        "No import changes a record that has `checked-by` and `checked-on`.".to_owned(),
    ];
    if book.sources.iter().any(|source| source.lead) {
        heading.push(
            "A branch from a source with `lead = true` is to be confirmed; then take its `source` away.".to_owned(),
        );
    }
    Book { heading, ..book.clone() }
}
