//! Versions run all together or not at all, on a library that has a copy.

use std::fs;

use rusqlite::Connection;

use super::{VERSIONS, Version, migrate, version};
use crate::{Library, LibraryError, Source};

const SECOND: Version = &["ALTER TABLE projects ADD COLUMN colour TEXT", "CREATE TABLE two (a)"];
const THIRD: Version = &["CREATE TABLE three (a)"];
const BROKEN: Version = &["CREATE TABLE half (a)", "INSERT INTO nowhere VALUES (1)"];

fn tables(connection: &Connection) -> Vec<String> {
    let mut statement = connection.prepare("SELECT name FROM sqlite_schema ORDER BY name").expect("a query");
    let names = statement.query_map([], |row| row.get(0)).expect("rows");
    names.collect::<Result<_, _>>().expect("names")
}

/// A library of version 1 with one project, closed.
fn first_version() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("library.db");
    let mut connection = Connection::open(&path).expect("a database");
    migrate(&mut connection, Some(&path), &VERSIONS[..1]).expect("made");
    let mut library = Library { connection };
    let project = pathloom_service::samples::small();
    library.create(&project, Source::Blank, jiff::Timestamp::UNIX_EPOCH).expect("stored");
    (folder, path)
}

fn versions(more: &[Version]) -> Vec<Version> {
    [&VERSIONS[..1], more].concat()
}

#[test]
fn a_new_library_has_the_newest_version_and_no_copy() {
    let (folder, _path) = first_version();
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn missing_versions_run_after_a_copy_is_kept() {
    let (folder, path) = first_version();
    let mut connection = Connection::open(&path).expect("the library");
    migrate(&mut connection, Some(&path), &versions(&[SECOND, THIRD])).expect("brought up");
    assert_eq!(version(&connection).expect("read"), 3);
    assert!(tables(&connection).iter().any(|name| name == "three"));
    let copy =
        Library { connection: Connection::open(folder.path().join("library.db.before-v3")).expect("a copy") };
    assert_eq!(version(&copy.connection).expect("read"), 1);
    assert_eq!(copy.projects().expect("the copy is a library").len(), 1);
    let library = Library { connection };
    assert_eq!(library.projects().expect("the project is there").len(), 1);
}

#[test]
fn a_version_that_fails_leaves_the_library_as_it_was() {
    let (folder, path) = first_version();
    let mut connection = Connection::open(&path).expect("the library");
    let before = tables(&connection);
    for _ in 0..2 {
        let failed = migrate(&mut connection, Some(&path), &versions(&[SECOND, BROKEN]));
        assert!(matches!(failed, Err(LibraryError::Storage { .. })), "{failed:?}");
        assert_eq!(version(&connection).expect("read"), 1);
        assert_eq!(tables(&connection), before, "not even the version before the broken one");
    }
    let names: Vec<_> = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().ends_with(".partial")), "{names:?}");
    migrate(&mut connection, Some(&path), &versions(&[SECOND])).expect("the next attempt works");
    assert_eq!(version(&connection).expect("read"), 2);
}

#[test]
fn without_a_copy_nothing_is_changed() {
    let (folder, path) = first_version();
    // A folder in its place keeps the copy from being made.
    fs::create_dir_all(folder.path().join("library.db.before-v2").join("full")).expect("a folder");
    let mut connection = Connection::open(&path).expect("the library");
    assert!(migrate(&mut connection, Some(&path), &versions(&[SECOND])).is_err());
    assert_eq!(version(&connection).expect("read"), 1);
}

#[test]
fn what_is_written_in_the_log_is_in_the_copy() {
    let (folder, path) = first_version();
    let open = Library::open(&path).expect("the library");
    let mut library = Library { connection: Connection::open(&path).expect("the library") };
    let project = pathloom_service::samples::everything();
    library.create(&project, Source::Blank, jiff::Timestamp::UNIX_EPOCH).expect("stored in the log");
    migrate(&mut library.connection, Some(&path), &versions(&[SECOND])).expect("brought up");
    drop(open);
    let copy =
        Library { connection: Connection::open(folder.path().join("library.db.before-v2")).expect("a copy") };
    assert_eq!(copy.projects().expect("read").len(), 2);
}
