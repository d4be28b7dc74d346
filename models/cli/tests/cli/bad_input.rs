//! Files that are cut, mistyped or not files at all: a located message, the right exit code, never a panic.

use serde_json::json;

use crate::program::{Folder, clinic, pathloom, pathloom_reading, text};

const COMMANDS: [&[&str]; 4] = [&["check"], &["run"], &["trace"], &["theory"]];

fn refuses(text: impl AsRef<[u8]>, code: i32, message: &str) {
    let folder = Folder::with(text);
    for command in COMMANDS {
        let done = pathloom(&[command, &[folder.file()]].concat());
        assert_eq!(done.code, Some(code), "{command:?}: {}{}", done.out, done.err);
        assert!(done.err.contains(message), "{command:?}: {}", done.err);
        assert!(done.err.starts_with("error: "), "{command:?}: {}", done.err);
        assert_eq!(done.out, "", "{command:?}");
    }
}

#[test]
fn a_cut_file_is_refused_with_its_place() {
    let document = text(&clinic());
    refuses(&document[..document.len() / 2], 1, "line ");
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let document = text(&clinic());
    for length in (0..document.len()).step_by(97) {
        let done = pathloom_reading(&document.as_bytes()[..length], &["check", "-"]);
        assert_eq!(done.code, Some(1), "cut after {length}: {}{}", done.out, done.err);
    }
}

#[test]
fn a_mistyped_setting_is_refused_with_its_place_and_what_was_meant() {
    let mut clinic = clinic();
    clinic["designs"][0]["steps"][0]["work"] = json!({"kind": "referrals", "perWek": 12});
    let document = text(&clinic);
    refuses(&document, 1, "perWek");
    refuses(&document, 1, "perWeek");
    refuses(&document, 1, "designs[0].steps[0].work");
}

#[test]
fn what_is_not_text_is_refused() {
    refuses([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00], 1, "not a text file");
    refuses([0xff, 0xfe, b'{', 0x00], 1, "UTF-16");
    refuses("", 1, "empty");
    refuses("[]", 1, "not a Pathloom file");
    refuses("{}", 1, "formatVersion");
}

#[test]
fn a_newer_file_is_refused_politely() {
    refuses("{\"formatVersion\": 999}", 1, "newer Pathloom");
}

#[test]
fn what_cannot_be_read_ends_with_3() {
    let folder = Folder::with("");
    for command in COMMANDS {
        for (place, message) in [("nothing.json", "there is no such file"), (".", "folder")] {
            let done = pathloom(&[command, &[folder.place(place).as_str()]].concat());
            assert_eq!(done.code, Some(3), "{command:?} {place}: {}", done.err);
            assert!(done.err.contains(message), "{command:?} {place}: {}", done.err);
        }
    }
}

#[test]
fn a_file_with_errors_is_not_simulated() {
    let mut clinic = clinic();
    clinic["options"][0]["mix"] = json!("nobody");
    let folder = Folder::of(&clinic);
    for command in [&["run"], &["trace"], &["theory"]] {
        let done = pathloom(&[command, &[folder.file()][..]].concat());
        assert_eq!(done.code, Some(1), "{command:?}: {}", done.err);
        assert!(done.err.contains("nobody") && done.err.contains("put right"), "{command:?}: {}", done.err);
        assert_eq!(done.out, "");
    }
}

#[test]
fn names_cannot_steer_the_terminal() {
    let mut clinic = clinic();
    clinic["name"] = json!("Clinic\u{1b}[2J\u{202e}");
    clinic["options"][0]["name"] = json!("As\u{7}it is\u{9b}31m");
    let folder = Folder::of(&clinic);
    for command in COMMANDS {
        let done = pathloom(&[command, &[folder.file()]].concat());
        let text = done.out + &done.err;
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']), "{command:?}: {text:?}");
    }
}

#[test]
fn words_that_mean_nothing_end_with_2() {
    let folder = Folder::of(&clinic());
    let file = folder.file();
    for words in [
        &["simulate"][..],
        &[],
        &["run", file, "--replications", "0"],
        &["run", file, "--replications", "9..3"],
        &["run", file, "--threads", "100000"],
        &["run", file, "--format", "pdf"],
        &["run", file, "--option", "nothing like it"],
        &["run", "example:nothing-like-it"],
        &["run"],
        &["trace", file, "--person", "1", "--events"],
        &["trace", file, "--limit", "0"],
        &["examples", "nothing-like-it"],
        &["examples", "--force"],
    ] {
        let done = pathloom(words);
        assert_eq!(done.code, Some(2), "{words:?}: {}{}", done.out, done.err);
        assert!(!done.err.is_empty(), "{words:?}");
    }
}

#[test]
fn an_unknown_option_is_answered_with_those_there_are() {
    let folder = Folder::of(&clinic());
    insta::assert_snapshot!(pathloom(&["run", folder.file(), "--option", "redesign"]).err, @r#"
    error: there is no option "redesign" in this file (options: as-is = "As it is", more-staff = "Half a post more")
    hint: give the option's id or its label in quotes; leave --option out for all of them
    "#);
}
