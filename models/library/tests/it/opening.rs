//! Which files are opened, which are refused, and that a refused one is left alone.

use std::fs;
use std::path::Path;

use pathloom_library::{LIBRARY_VERSION, Library, LibraryError, Source};
use rusqlite::Connection;

use super::{at, named, place};

/// Every file in the folder with its bytes.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("read"))
        })
        .collect();
    files.sort();
    files
}

/// The same, without the index of the log, which the database rebuilds whenever somebody looks.
fn lasting(folder: &Path) -> Vec<(String, Vec<u8>)> {
    contents(folder).into_iter().filter(|(name, _)| !name.ends_with("-shm")).collect()
}

#[test]
fn a_new_library_is_made_and_found_again() {
    let (_folder, path) = place();
    let mut library = Library::open(&path).expect("a new library");
    let document = library.create(&named("Clinic"), Source::Blank, at(0)).expect("stored");
    drop(library);
    let library = Library::open(&path).expect("the same library");
    assert_eq!(library.document(&document.id).expect("there"), document);
    fs::write(path.with_file_name("empty.db"), "").expect("written");
    Library::open(&path.with_file_name("empty.db")).expect("an empty file is a new library");
}

#[test]
fn a_newer_library_is_left_byte_for_byte() {
    let (folder, path) = place();
    drop(Library::open(&path).expect("a new library"));
    let raw = Connection::open(&path).expect("a database");
    raw.pragma_update(None, "user_version", LIBRARY_VERSION + 1).expect("written");
    raw.execute_batch("CREATE TABLE invention (what TEXT);").expect("written");
    drop(raw);
    let before = contents(folder.path());
    let error = Library::open(&path).expect_err("it is newer");
    assert!(matches!(error, LibraryError::TooNew { found, supported }
        if found == LIBRARY_VERSION + 1 && supported == LIBRARY_VERSION));
    assert_eq!(
        error.to_string(),
        "this library was written by a newer Pathloom (version 2; this one knows up to 1)"
    );
    assert_eq!(contents(folder.path()), before, "not even a lock file was made");
}

#[test]
fn a_newer_library_whose_program_was_killed_is_left_with_its_log() {
    let (folder, path) = place();
    drop(Library::open(&path).expect("a new library"));
    let raw = Connection::open(&path).expect("a database");
    raw.pragma_update(None, "user_version", LIBRARY_VERSION + 1).expect("written");
    // What a kill leaves: the file as it was, and a log that says it is newer.
    let killed = tempfile::tempdir().expect("a temporary folder");
    for name in ["library.db", "library.db-wal"] {
        fs::copy(folder.path().join(name), killed.path().join(name)).expect("copied");
    }
    drop(raw);
    let before = lasting(killed.path());
    assert_eq!(before.len(), 2);
    assert!(before[1].1.len() > 100, "the log holds the newer version");
    let error = Library::open(&killed.path().join("library.db")).expect_err("it is newer");
    assert!(matches!(error, LibraryError::TooNew { .. }), "{error:?}");
    assert_eq!(lasting(killed.path()), before);
}

#[test]
fn another_programs_database_is_left_alone() {
    let (folder, path) = place();
    for setup in
        ["PRAGMA application_id = 7; CREATE TABLE t (a);", "CREATE TABLE t (a);", "PRAGMA user_version = 3;"]
    {
        let _ = fs::remove_file(&path);
        Connection::open(&path).expect("a database").execute_batch(setup).expect("written");
        let before = contents(folder.path());
        let error = Library::open(&path).expect_err("it is not ours");
        assert!(matches!(error, LibraryError::NotALibrary { .. }), "{setup}: {error:?}");
        assert_eq!(contents(folder.path()), before, "{setup}");
    }
}

#[test]
fn a_folder_or_a_place_that_is_not_there_is_refused() {
    let (folder, path) = place();
    assert!(matches!(Library::open(folder.path()), Err(LibraryError::NotAFile { .. })));
    let nowhere = path.with_file_name("none").join("library.db");
    assert!(Library::open(&nowhere).is_err());
}

#[test]
fn a_library_that_is_kept_locked_is_busy_and_unharmed() {
    let (_folder, path) = place();
    let mut library = Library::open(&path).expect("a new library");
    let document = library.create(&named("Clinic"), Source::Blank, at(0)).expect("stored");
    let mut raw = Connection::open(&path).expect("a database");
    let lock = raw.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).expect("locked");
    let locked = library.edit(&document.id, 1, &named("Second"), "Rename", None, at(1));
    assert!(matches!(locked, Err(LibraryError::Busy)), "{locked:?}");
    assert_eq!(library.document(&document.id).expect("reading does not wait"), document);
    drop(lock);
    library.edit(&document.id, 1, &named("Second"), "Rename", None, at(1)).expect("stored");
}
