//! Settings: defaults for what is missing, respect for what is unknown.

use pathloom_library::{Library, Settings, Theme};

use super::place;

#[test]
fn settings_last_and_what_is_missing_is_at_its_default() {
    let (_folder, path) = place();
    let mut library = Library::open(&path).expect("a new library");
    assert_eq!(library.settings().expect("read"), Settings::default());
    assert_eq!(Settings::default().replications, 300);
    let changed = Settings {
        theme: Theme::Dark,
        seed: u64::MAX,
        last_project: Some("0123456789abcdef".to_owned()),
        guides_put_away: vec!["0123456789abcdef".to_owned()],
        ..Settings::default()
    };
    library.set_settings(&changed).expect("kept");
    drop(library);
    let library = Library::open(&path).expect("the same library");
    assert_eq!(library.settings().expect("read"), changed);
}

#[test]
fn what_a_newer_version_has_set_stays() {
    let (_folder, path) = place();
    drop(Library::open(&path).expect("a new library"));
    let raw = rusqlite::Connection::open(&path).expect("a database");
    let sql = "INSERT INTO settings VALUES ('theme', '\"sepia\"'), ('speech', 'true'), ('seed', '\"7\"'), ('replications', '-1')";
    raw.execute(sql, []).expect("written");
    let mut library = Library::open(&path).expect("the same library");
    let read = library.settings().expect("read");
    assert_eq!(read, Settings { seed: 7, ..Settings::default() });
    library.set_settings(&Settings { replications: 1_000, ..read }).expect("kept");
    let value = |key: &str| -> String {
        raw.query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0)).expect("there")
    };
    assert_eq!([value("theme"), value("speech"), value("replications")], ["\"sepia\"", "true", "1000"]);
}

#[test]
fn a_setting_set_back_to_its_default_is_at_its_default() {
    let mut library = Library::in_memory().expect("memory");
    library.set_settings(&Settings { theme: Theme::Dark, ..Settings::default() }).expect("kept");
    library.set_settings(&Settings::default()).expect("kept");
    assert_eq!(library.settings().expect("read"), Settings::default());
}
