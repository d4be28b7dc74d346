//! The library as those who call it see it: one file for each behaviour.

mod awkward;
mod damage;
mod files;
mod killed;
mod opening;
mod projects;
mod runs;
mod settings;
mod undo;

use std::path::PathBuf;

use jiff::Timestamp;
use pathloom_library::{Document, Library, Source};
use pathloom_service::{Project, samples};
use tempfile::TempDir;

/// A point in time, so many milliseconds after the first one.
fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(1_780_000_000_000 + milliseconds).expect("within range")
}

/// A small service with a name of its own.
fn named(name: &str) -> Project {
    Project { name: name.to_owned(), ..samples::small() }
}

/// A folder that is gone at the end of the test, and a place for a library in it.
fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("library.db");
    (folder, path)
}

/// A library in memory with one project in it.
fn with_one() -> (Library, Document) {
    let mut library = Library::in_memory().expect("memory");
    let document = library.create(&named("Clinic"), Source::Blank, at(0)).expect("stored");
    (library, document)
}
