//! `pathloom check`.

use serde_json::json;

use crate::program::{Folder, clinic, pathloom, pathloom_reading, text};

#[test]
fn a_good_file_has_no_problems() {
    let folder = Folder::of(&clinic());
    let done = pathloom(&["check", folder.file()]);
    assert_eq!(done.code, Some(0), "{}{}", done.out, done.err);
    // Notes about growing lists may be added to a file without errors; this clinic keeps up with its referrals.
    assert!(done.out.ends_with(": No problems found\n"), "{}", done.out);
    let piped = pathloom_reading(text(&clinic()).as_bytes(), &["check", "-"]);
    assert_eq!((piped.code, piped.out.as_str()), (Some(0), "standard input: No problems found\n"));
}

#[test]
fn errors_are_listed_with_place_and_hint_and_end_with_1() {
    let mut clinic = clinic();
    clinic["designs"][0]["links"][1]["to"] = json!("nowhere");
    let folder = Folder::of(&clinic);
    let done = pathloom(&["check", folder.file()]);
    assert_eq!(done.code, Some(1), "{}{}", done.out, done.err);
    for part in ["Errors\n  1. ", "where: ", "nowhere"] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
}

#[test]
fn every_problem_is_listed_at_once() {
    let mut clinic = clinic();
    clinic["designs"][0]["links"][1]["to"] = json!("nowhere");
    clinic["options"][0]["mix"] = json!("nobody");
    let folder = Folder::of(&clinic);
    let report = pathloom(&["check", folder.file(), "--format", "json"]).json();
    assert!(report["errors"].as_u64() >= Some(2), "{report}");
}

#[test]
fn json_keeps_its_keys() {
    let mut clinic = clinic();
    clinic["options"][0]["mix"] = json!("nobody");
    let folder = Folder::of(&clinic);
    let done = pathloom(&["check", folder.file(), "--format", "json"]);
    assert_eq!(done.code, Some(1), "{}", done.err);
    let report = done.json();
    assert_eq!(report["schemaVersion"], 1);
    assert_eq!(report["errors"], 1, "{report}");
    let problem = &report["problems"][0];
    for key in ["severity", "code", "place", "message", "hint"] {
        assert!(!problem[key].is_null(), "{key}: {report}");
    }
    assert_eq!(problem["severity"], "error");
    assert!(problem["place"]["path"].is_string(), "{report}");
}

#[test]
fn a_text_that_is_no_document_is_a_problem_in_json_too() {
    let done = pathloom_reading(b"{\"formatVersion\": 1,", &["check", "-", "--format", "json"]);
    assert_eq!(done.code, Some(1), "{}", done.err);
    let report = done.json();
    assert_eq!(report["problems"][0]["code"], "not-a-document");
    assert!(
        report["problems"][0]["message"].as_str().is_some_and(|message| message.contains("line 1")),
        "{report}"
    );
}
