//! The rules of the house that no compiler keeps: who may read the clock and the disk, who may know of the window,
//! how long a file may get, and that every folder says what is in it.

use std::fs;
use std::path::{Path, PathBuf};

/// Longest file written by hand `[lines]`; chosen: past it a file has two jobs.
const MOST_LINES: usize = 700;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests is a folder of the project")
}

/// Every file of a folder with one of some extensions, what is installed or built left out.
fn sources(folder: &str, extensions: &[&str]) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, extensions: &[&str], found: &mut Vec<(PathBuf, String)>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            if path.is_dir() {
                if !["node_modules", "target", "dist", "gen"].contains(&name.as_str()) {
                    walk(&path, extensions, found);
                }
            } else if path.extension().is_some_and(|end| extensions.iter().any(|one| end == *one)) {
                found.push((path.clone(), fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), extensions, &mut found);
    assert!(
        !found.is_empty(),
        "{folder} holds no files with {extensions:?}: the test looks in the wrong place"
    );
    found.sort();
    found
}

/// The files of a folder with a line that has one of some words, tests and comments left out.
fn with(folder: &str, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in sources(folder, &["rs"]) {
        if path.iter().any(|part| part == "tests" || part == "tests.rs") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            if !line.trim_start().starts_with("//") && words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    found
}

#[test]
fn service_simulation_and_report_read_no_clock_and_touch_no_file() {
    let forbidden =
        ["std::fs", "std::net", "std::env::", "SystemTime", "Instant::now", "Timestamp::now", "Zoned::now"];
    for folder in ["models/service/src", "models/simulation/src", "models/report/src"] {
        assert_eq!(with(folder, &forbidden), Vec::<String>::new(), "{folder} works on values alone");
    }
}

#[test]
fn the_library_is_told_the_time() {
    let clocks = ["SystemTime::now", "Instant::now", "Timestamp::now", "Zoned::now"];
    assert_eq!(with("models/library/src", &clocks), Vec::<String>::new(), "time is passed in");
}

#[test]
fn only_the_shell_knows_tauri() {
    for (path, text) in sources("models", &["toml"]) {
        assert!(!text.contains("tauri"), "{} names tauri: models build without a window", path.display());
    }
    for (path, text) in sources("ui/src", &["ts", "tsx"]) {
        let allowed = path.starts_with(root().join("ui/src/ipc"));
        assert!(allowed || !text.contains("@tauri-apps/"), "{} speaks to the shell itself", path.display());
    }
}

#[test]
fn the_window_may_ask_for_nothing_it_does_not_need() {
    let text = fs::read_to_string(root().join("src-tauri/tauri.conf.json")).expect("the shell's settings");
    let settings: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let policy = &settings["app"]["security"]["csp"];
    assert_eq!(policy["default-src"], "'none'");
    for (source, value) in policy.as_object().expect("a policy") {
        let value = value.as_str().unwrap_or_default();
        assert!(!value.contains("unsafe") && !value.contains('*'), "{source}: {value}");
        assert!(!value.contains("https:"), "{source} reaches out: {value}");
    }
    let permissions =
        fs::read_to_string(root().join("src-tauri/capabilities/main.json")).expect("the permissions");
    let permissions: serde_json::Value = serde_json::from_str(&permissions).expect("JSON");
    assert_eq!(
        permissions["permissions"],
        serde_json::json!(["core:event:allow-listen", "core:event:allow-unlisten"]),
        "the pages hear events and call Pathloom's own commands, nothing else"
    );
}

#[test]
fn no_file_has_two_jobs() {
    let rust = ["models", "src-tauri", "tests", "xtask"].map(|folder| sources(folder, &["rs"]));
    let pages = sources("ui/src", &["ts", "tsx", "css"]);
    for (path, text) in rust.into_iter().flatten().chain(pages) {
        // Written by a program.
        if path.ends_with("ipc/bindings.ts") {
            continue;
        }
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", path.display());
    }
}

#[test]
fn every_rust_file_says_what_it_is_for() {
    for folder in ["models", "src-tauri", "tests/src", "tests/tests", "xtask"] {
        for (path, text) in sources(folder, &["rs"]) {
            let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            assert!(first.starts_with("//!"), "{} begins without a word about itself", path.display());
        }
    }
}
