//! A program that is killed while it writes, and a power cut: nothing acknowledged is lost, nothing is half there.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use pathloom_library::{Library, Source};

use super::{at, named, place};

/// Tells the test below that it is the child, and where to write.
const CHILD: &str = "PATHLOOM_TEST_WRITES_TO";

/// As a child: edits without end, saying each number once it is stored. As a test of its own: nothing.
#[test]
fn child_writes_until_it_is_killed() {
    let Ok(path) = env::var(CHILD) else { return };
    let mut library = Library::open(Path::new(&path)).expect("the library");
    let card = library.projects().expect("read").remove(0);
    let mut document = library.document(&card.id).expect("there");
    let mut out = std::io::stdout();
    loop {
        let name = (document.revision + 1).to_string();
        let edited = library.edit(&card.id, document.revision, &named(&name), &name, None, at(0));
        document = edited.expect("stored");
        writeln!(out, "\nstored {}", document.revision).expect("said");
        out.flush().expect("said");
    }
}

#[test]
fn every_acknowledged_edit_survives_a_kill() {
    let (_folder, path) = place();
    let mut library = Library::open(&path).expect("a new library");
    let id = library.create(&named("1"), Source::Blank, at(0)).expect("stored").id;
    drop(library);
    for edits in [1, 17, 60] {
        let acknowledged = kill_after(&path, edits);
        let library = Library::open(&path).expect("a killed program leaves a sound library");
        let document = library.document(&id).expect("there");
        assert!(document.revision >= acknowledged, "{} of {acknowledged}", document.revision);
        assert_eq!(document.project.name, document.revision.to_string());
        for number in 1..=document.revision {
            assert_eq!(library.revision(&id, number).expect("every one").name, number.to_string());
        }
    }
}

/// Starts a child, kills it once it has acknowledged so many edits, and returns the last number it said.
fn kill_after(path: &Path, edits: usize) -> u32 {
    let mut child = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", "killed::child_writes_until_it_is_killed", "--nocapture"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child");
    let mut lines = BufReader::new(child.stdout.take().expect("its words")).lines();
    let mut said = || {
        lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("stored ")?.parse::<u32>().ok())
    };
    let mut last = 0;
    for _ in 0..edits {
        last = said().expect("the child goes on until it is killed");
    }
    child.kill().expect("killed");
    child.wait().expect("gone");
    // What it said before the kill reached it counts as well.
    while let Some(number) = said() {
        last = number;
    }
    last
}

#[test]
fn a_log_cut_off_anywhere_is_a_library_of_an_earlier_moment() {
    let (_folder, path) = place();
    let mut library = Library::open(&path).expect("a new library");
    let mut document = library.create(&named("1"), Source::Blank, at(0)).expect("stored");
    for number in 2..=12 {
        let name = number.to_string();
        let edited = library.edit(&document.id, document.revision, &named(&name), &name, None, at(0));
        document = edited.expect("stored");
    }
    let database = fs::read(&path).expect("read");
    let log = fs::read(path.with_file_name("library.db-wal")).expect("read");
    let mut seen = Vec::new();
    for cut in (0..log.len()).step_by(2_048).chain([log.len()]) {
        let (_other, place) = place();
        fs::write(&place, &database).expect("written");
        fs::write(place.with_file_name("library.db-wal"), &log[..cut]).expect("written");
        let library = Library::open(&place).expect("a sound library");
        let revision = match library.document(&document.id) {
            Ok(document) => {
                assert_eq!(document.project.name, document.revision.to_string());
                document.revision
            }
            Err(_) => 0,
        };
        seen.push(revision);
    }
    assert!(seen.is_sorted(), "{seen:?}");
    assert_eq!(seen.last(), Some(&12));
    assert!(seen.len() > 12, "the cuts fall between and within the edits");
}
