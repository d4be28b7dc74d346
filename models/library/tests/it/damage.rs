//! Damaged libraries: recognised, read as far as they go, set aside, never deleted.

use std::fs;
use std::path::{Path, PathBuf};

use pathloom_library::{Library, LibraryError, Source, rescue, set_aside};

use super::{at, named, place};

/// Three projects, one of them deleted, with enough edits to fill many pages.
fn fill(path: &Path) {
    let mut library = Library::open(path).expect("a new library");
    for name in ["Clinic", "Hub", "Ward"] {
        let mut document = library.create(&named(name), Source::Blank, at(0)).expect("stored");
        for number in 0..60 {
            let mut project = document.project.clone();
            // Text that does not pack, so that a document fills a page of its own.
            project.description = noise(number, 6_000);
            let edited =
                library.edit(&document.id, document.revision, &project, "Describe", None, at(number));
            document = edited.expect("stored");
        }
        if name == "Ward" {
            library.delete(&document.id, at(99)).expect("deleted");
        }
    }
}

fn noise(seed: i64, length: usize) -> String {
    let mut state = seed as u64 + 1;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'!' + ((state >> 40) % 90) as u8)
    };
    (0..length).map(|_| letter()).collect()
}

fn names(path: &Path) -> Vec<String> {
    rescue(path).expect("rescued").projects.into_iter().map(|project| project.name).collect()
}

#[test]
fn what_is_not_a_database_is_damaged_and_unchanged() {
    let (_folder, path) = place();
    for bytes in [b"not a database".to_vec(), vec![0; 8_192], b"SQLite format 3\0 and then nothing".to_vec()]
    {
        fs::write(&path, &bytes).expect("written");
        assert!(matches!(Library::open(&path), Err(LibraryError::Damaged { .. })));
        assert_eq!(fs::read(&path).expect("read"), bytes);
        let rescued = rescue(&path).expect("rescued");
        assert!(rescued.projects.is_empty());
        assert_eq!(rescued.lost.len(), 1, "{:?}", rescued.lost);
    }
    assert!(matches!(rescue(&path.with_file_name("none")), Err(LibraryError::NotFound { .. })));
}

#[test]
fn a_sound_library_is_rescued_whole() {
    let (_folder, path) = place();
    fill(&path);
    let before = fs::read(&path).expect("read");
    let rescued = rescue(&path).expect("rescued");
    let shape: Vec<_> = rescued
        .projects
        .iter()
        .map(|one| (one.name.as_str(), one.revision, one.is_current, one.was_deleted))
        .collect();
    assert_eq!(shape, [("Clinic", 61, true, false), ("Hub", 61, true, false), ("Ward", 61, true, true)]);
    assert!(rescued.lost.is_empty(), "{:?}", rescued.lost);
    assert_eq!(fs::read(&path).expect("read"), before);
}

#[test]
fn a_library_cut_off_gives_up_what_came_before_the_cut() {
    let (_folder, path) = place();
    fill(&path);
    let whole = fs::read(&path).expect("read");
    let cut = &whole[..whole.len() / 2];
    fs::write(&path, cut).expect("written");
    assert!(matches!(Library::open(&path), Err(LibraryError::Damaged { .. })));
    assert_eq!(fs::read(&path).expect("read"), cut, "a refused library is left as it is");
    let rescued = rescue(&path).expect("rescued");
    assert!(rescued.projects.iter().any(|project| project.name == "Clinic"), "{:?}", rescued.lost);
    assert!(!rescued.lost.is_empty(), "later versions are gone, and that is said");
    assert_eq!(fs::read(&path).expect("read"), cut, "rescue only reads");
}

#[test]
fn wherever_a_page_is_broken_the_other_projects_are_rescued() {
    let (_folder, path) = place();
    fill(&path);
    let whole = fs::read(&path).expect("read");
    let pages = whole.len() / 4_096;
    let (mut refused, mut all) = (0, 0);
    // The first page holds the list of tables; without it nothing can be found.
    for page in (1..pages).step_by(7) {
        let mut broken = whole.clone();
        broken[page * 4_096..(page + 1) * 4_096].fill(0xa5);
        fs::write(&path, &broken).expect("written");
        refused += u32::from(matches!(Library::open(&path), Err(LibraryError::Damaged { .. })));
        let rescued = rescue(&path).expect("rescued");
        let is_whole = rescued.projects.len() == 3 && rescued.projects.iter().all(|one| one.is_current);
        assert!(is_whole || !rescued.lost.is_empty(), "page {page}: what is lost is said");
        all += u32::from(rescued.projects.len() == 3);
        let _ = fs::remove_file(path.with_file_name("library.db-wal"));
        let _ = fs::remove_file(path.with_file_name("library.db-shm"));
    }
    let tried = (1..pages).step_by(7).count() as u32;
    assert!(tried > 20 && all * 10 >= tried * 9, "all three projects in {all} of {tried}");
    assert!(refused > 0, "some of the damage is seen when the library is opened");
}

#[test]
fn a_document_that_is_damaged_gives_way_to_the_one_before() {
    let (_folder, path) = place();
    fill(&path);
    let raw = rusqlite::Connection::open(&path).expect("a database");
    let sql = "UPDATE revisions SET document = x'1f8b0800' WHERE number = 61 AND project =
               (SELECT id FROM projects WHERE name = 'Hub')";
    assert_eq!(raw.execute(sql, []).expect("written"), 1);
    drop(raw);
    let library = Library::open(&path).expect("the pages are sound");
    let hub = library.projects().expect("read").into_iter().find(|card| card.name == "Hub").expect("listed");
    assert!(matches!(library.document(&hub.id), Err(LibraryError::Unreadable { revision: 61, .. })));
    assert!(library.revision(&hub.id, 60).is_ok());
    drop(library);
    let rescued = rescue(&path).expect("rescued");
    assert_eq!((rescued.projects[1].revision, rescued.projects[1].is_current), (60, false));
    assert_eq!(rescued.lost.len(), 1);
    assert!(
        rescued.lost[0].starts_with("Hub: the version shown last; version 60 of 2026-"),
        "{:?}",
        rescued.lost
    );
}

#[test]
fn an_open_document_can_be_edited_on_when_its_stored_form_is_damaged() {
    let (_folder, path) = place();
    let mut library = Library::open(&path).expect("a new library");
    let document = library.create(&named("Clinic"), Source::Blank, at(0)).expect("stored");
    let raw = rusqlite::Connection::open(&path).expect("a database");
    raw.execute("UPDATE revisions SET document = x'00'", []).expect("written");
    let edited = library.edit(&document.id, 1, &named("Second"), "Rename", None, at(1)).expect("stored");
    assert_eq!(library.document(&document.id).expect("there"), edited);
    assert!(matches!(
        library.undo(&document.id, 2, at(2)),
        Err(LibraryError::Unreadable { revision: 1, .. })
    ));
    assert_eq!(library.document(&document.id).expect("it stays where it can be read"), edited);
}

#[test]
fn after_a_rescue_a_new_library_holds_what_was_saved() {
    let (folder, path) = place();
    fill(&path);
    let whole = fs::read(&path).expect("read");
    fs::write(&path, &whole[..whole.len() - 40_000]).expect("cut off");
    let rescued = rescue(&path).expect("rescued");
    let aside = set_aside(&path, at(0)).expect("set aside");
    assert_eq!(aside, folder.path().join("library.db.damaged-2026-05-28-202640"));
    let mut library = Library::open(&path).expect("a new library");
    library.take_in(&rescued.projects, at(1)).expect("taken in");
    let mut listed: Vec<String> =
        library.projects().expect("read").into_iter().map(|card| card.name).collect();
    listed.sort();
    assert_eq!(listed, ["Clinic", "Hub"]);
    assert_eq!(library.deleted().expect("read")[0].name, "Ward");
    let clinic = library.projects().expect("read").into_iter().find(|card| card.name == "Clinic");
    assert_eq!(clinic.expect("listed").source, Source::Rescued);
    assert_eq!(names(&aside).len(), 3, "the old one can still be read");
}

#[test]
fn setting_aside_renames_all_that_belongs_together_and_overwrites_nothing() {
    let (folder, path) = place();
    let beside = |ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    let mut places = Vec::new();
    for round in ["first", "second", "third"] {
        for ending in ["", "-wal", "-shm"] {
            fs::write(beside(ending), format!("{round}{ending}")).expect("written");
        }
        places.push(set_aside(&path, at(0)).expect("set aside"));
    }
    for (round, place) in ["first", "second", "third"].iter().zip(&places) {
        for ending in ["", "-wal", "-shm"] {
            let name = format!("{}{ending}", place.display());
            assert_eq!(fs::read_to_string(name).expect("read"), format!("{round}{ending}"));
        }
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 9);
    assert!(matches!(set_aside(&path, at(0)), Err(LibraryError::NotFound { .. })));
}

#[test]
fn a_log_without_its_database_is_not_thrown_away() {
    let (_folder, path) = place();
    let log = path.with_file_name("library.db-wal");
    fs::write(&log, "the last edits").expect("written");
    assert!(matches!(Library::open(&path), Err(LibraryError::Damaged { .. })));
    fs::write(&path, "").expect("written");
    assert!(matches!(Library::open(&path), Err(LibraryError::Damaged { .. })));
    assert_eq!(fs::read_to_string(&log).expect("read"), "the last edits");
    set_aside(&path, at(0)).expect("set aside");
    Library::open(&path).expect("a new library");
}
