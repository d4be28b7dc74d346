//! Portable files.

use std::fs;

use pathloom_library::{LibraryError, file};
use pathloom_service::{ReadError, samples, write};

use super::{named, place};

#[test]
fn what_is_saved_is_loaded_and_replaces_what_was_there() {
    let (folder, path) = place();
    let path = path.with_file_name("clinic.pathloom");
    for project in [samples::everything(), named("Clinic")] {
        file::save(&path, &project).expect("saved");
        assert_eq!(file::load(&path).expect("loaded"), project);
        assert_eq!(fs::read_to_string(&path).expect("read"), write(&project));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
}

#[test]
fn a_document_that_cannot_be_read_again_is_not_saved() {
    let (_folder, path) = place();
    file::save(&path, &named("Clinic")).expect("saved");
    let mut broken = named("Broken");
    broken.designs[0].steps[0].id = "\u{0}".repeat(3);
    broken.format_version = 99;
    assert!(matches!(file::save(&path, &broken), Err(LibraryError::NotStorable { .. })));
    assert_eq!(file::load(&path).expect("as it was").name, "Clinic");
}

#[test]
fn every_refusal_says_what_is_wrong() {
    let (folder, path) = place();
    let check = |bytes: &[u8], expected: &str| {
        fs::write(&path, bytes).expect("written");
        let error = file::load(&path).expect_err(expected);
        let words = error.to_string().replace(&path.display().to_string(), "FILE");
        assert_eq!(words, expected);
        assert!(error.hint().is_some(), "{expected}");
    };
    check(b"\xff\xfe{\0", "FILE is not a text file: it is saved as UTF-16");
    check(b"{\"name\": \"\xe9\"}", "FILE is not a text file: byte 11 is no letter in UTF-8");
    check(b"{", "line 1, column 1: this is not a Pathloom file: EOF while parsing an object: FILE");
    check(
        b"{\"formatVersion\": 99}",
        "this file was saved by a newer Pathloom (format 99; this one reads up to 1): FILE",
    );

    assert!(matches!(file::load(folder.path()), Err(LibraryError::NotAFile { .. })));
    assert!(matches!(file::load(&folder.path().join("none")), Err(LibraryError::NotFound { .. })));
    fs::File::create(&path).and_then(|file| file.set_len(65 * 1_048_576)).expect("a long file");
    let long = file::load(&path).expect_err("it is long");
    assert_eq!(long.to_string(), "this is longer than 64 MB, the most that can be read");
    fs::write(&path, "a,b").expect("written");
    assert!(matches!(file::load_text(&path, 2), Err(LibraryError::TooLong { limit_bytes: 2 })));
    assert_eq!(file::load_text(&path, 3).expect("short enough"), "a,b");
}

#[test]
fn a_document_with_a_mistake_says_where() {
    let (_folder, path) = place();
    fs::write(&path, samples::SMALL.replace("\"perWeek\"", "\"perWek\"")).expect("written");
    match file::load(&path) {
        Err(LibraryError::NotADocument { source: ReadError::Mistake(mistake), .. }) => {
            assert_eq!(mistake.path, "designs[0].steps[0].work.perWek");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_place_that_cannot_be_written_to_is_refused() {
    let (folder, path) = place();
    let project = named("Clinic");
    assert!(matches!(file::save(folder.path(), &project), Err(LibraryError::NotAFile { .. })));
    let nowhere = folder.path().join("none").join("clinic.pathloom");
    assert!(matches!(file::save(&nowhere, &project), Err(LibraryError::NotFound { .. })));
    file::save(&path, &project).expect("saved");
    let mut rights = fs::metadata(&path).expect("there").permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).expect("marked");
    let refused = file::save(&path, &named("Other")).expect_err("it is marked as read-only");
    assert!(refused.to_string().starts_with("permission was refused: "), "{refused}");
    assert_eq!(file::load(&path).expect("as it was").name, "Clinic");
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_rights_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, path) = place();
    file::save(&path, &named("Clinic")).expect("saved");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
    let link = folder.path().join("link.pathloom");
    symlink(&path, &link).expect("linked");
    file::save(&link, &named("Second")).expect("saved");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(file::load(&path).expect("loaded").name, "Second");
    assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o640);
}
