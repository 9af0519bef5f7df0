//! All books of a project.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{Book, Fault, read};

/// A book and its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// The file, from the project's folder: `areas/shropshire/directory/gp.toml`.
    pub file: String,
    /// What is in it.
    pub book: Book,
}

/// Reads every book under `root`, the folder that holds `areas/`, in the order of their files.
///
/// # Errors
/// Everything that is wrong in any of them: also a file that cannot be read, one that says it is of another area or
/// kind than where it lies, and an id that two files have.
pub fn load(root: &Path) -> Result<Vec<Shelf>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut shelves: Vec<Shelf> = Vec::new();
    for area in entries(&root.join("areas"), &mut faults) {
        let folder = area.join("directory");
        if !folder.is_dir() {
            continue;
        }
        for path in entries(&folder, &mut faults) {
            let file = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if !file.ends_with(".toml") {
                faults.push(Fault { file, line: 1, reason: "only .toml files belong here".to_owned() });
                continue;
            }
            match fs::read_to_string(&path) {
                Ok(text) => match read(&file, &text) {
                    Ok(book) => shelves.push(Shelf { file, book }),
                    Err(found) => faults.extend(found),
                },
                Err(error) => faults.push(unreadable(file, &error)),
            }
        }
    }
    for shelf in &shelves {
        faults.extend(misplaced(shelf));
    }
    faults.extend(twice(&shelves));
    if faults.is_empty() { Ok(shelves) } else { Err(faults) }
}

fn entries(folder: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
            paths.sort();
            paths
        }
        Err(error) => {
            faults.push(unreadable(folder.to_string_lossy().into_owned(), &error));
            Vec::new()
        }
    }
}

fn unreadable(file: String, error: &io::Error) -> Fault {
    Fault { file, line: 1, reason: format!("cannot be read: {error}") }
}

fn misplaced(shelf: &Shelf) -> Option<Fault> {
    let Shelf { file, book } = shelf;
    let place = format!("areas/{}/directory/{}", book.area, Book::file_name(book.kind, book.nearby));
    (place != *file).then(|| Fault {
        file: file.clone(),
        line: 1,
        reason: format!("by its area, kind and `nearby` this file is {place}; move it, or change them"),
    })
}

fn twice(shelves: &[Shelf]) -> Vec<Fault> {
    let ids = shelves.iter().flat_map(|shelf| shelf.book.records.iter().map(move |record| (&record.id, &shelf.file)));
    let mut ids: Vec<(&String, &String)> = ids.collect();
    ids.sort();
    let pairs = ids.windows(2).filter_map(|pair| match pair {
        [first, second] if first.0 == second.0 => Some((first, second)),
        _ => None,
    });
    pairs
        .map(|((id, first), (_, second))| Fault {
            file: (*second).clone(),
            line: 1,
            reason: format!("{id:?} is in {first} too; an id is given once"),
        })
        .collect()
}
