//! Ctrl-C, closed pipes, and standard error that nobody watches.

use std::io::Read as _;
use std::process::Stdio;

use serde_json::json;

use crate::program::{Folder, busy_clinic, clinic, command, pathloom};

#[test]
fn piped_output_has_no_progress_and_no_colour() {
    let folder = Folder::of(&clinic());
    let done = pathloom(&["run", folder.file(), "--replications", "40"]).fine();
    assert!(!done.out.contains('\u{1b}') && !done.out.contains('\r'), "{}", done.out);
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = Folder::of(&clinic());
    let file = folder.file();
    for words in [
        &["run", file, "--replications", "2"][..],
        &["run", file, "--replications", "2", "--format", "csv"],
        &["schema"],
        &["examples", "birmingham"],
        &["check", file],
        &["trace", file, "--events"],
        &["--help"],
    ] {
        let mut child = command(words).spawn().expect("the program starts");
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().expect("messages are piped").read_to_string(&mut err).expect("messages are text");
        let code = child.wait().expect("the program ends").code();
        assert_eq!((code, err.as_str()), (Some(0), ""), "{words:?}");
    }
}

#[test]
fn nobody_watching_standard_error_is_no_failure() {
    let folder = Folder::of(&clinic());
    let mut child =
        command(&["run", folder.file(), "--option", "nothing"]).spawn().expect("the program starts");
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("the program ends").code(), Some(2));
}

/// Starts the program, stops it as soon as `long_enough` has passed, and gives its code, output and messages.
#[cfg(unix)]
fn interrupted(words: &[&str], long_enough: std::time::Duration) -> (Option<i32>, String, String) {
    let child = command(words).stdin(Stdio::null()).spawn().expect("the program starts");
    std::thread::sleep(long_enough);
    let sent = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()));
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[cfg(unix)]
#[test]
fn ctrl_c_while_drivers_are_looked_for_writes_nothing() {
    let folder = Folder::of(&busy_clinic());
    let out = folder.place("case.html");
    // Two futures of each option are there at once; the thousands that drivers take would take minutes.
    let words = ["report", folder.file(), "--to", &out, "--replications", "2", "--drivers"];
    let (code, _, err) = interrupted(&words, std::time::Duration::from_secs(5));
    assert_eq!((code, err.trim()), (Some(130), "stopped: nothing was written"));
    assert!(!std::path::Path::new(&out).exists());
}

#[cfg(unix)]
#[test]
fn a_stopped_comparison_of_groups_says_so() {
    let mut clinic = busy_clinic();
    clinic["groups"] = json!([{ "id": "near", "name": "Near" }, { "id": "far", "name": "Far" }]);
    clinic["designs"][0]["steps"][0]["work"]["caseMix"] = json!({ "near": 50, "far": 50 });
    let folder = Folder::of(&clinic);
    let words = ["fairness", folder.file(), "--option", "as-is", "--replications", "3000", "--threads", "1"];
    let (code, out, err) = interrupted(&words, std::time::Duration::from_secs(5));
    assert_eq!(code, Some(130), "{out}{err}");
    assert!(err.contains("stopped after ") && !err.contains("3,000"), "{err}");
    assert!(out.contains("Median, then the range that 9 of 10 futures fall in."), "{out}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_what_has_finished() {
    let folder = Folder::of(&busy_clinic());
    for (words, options) in [(&["--option", "as-is"][..], 1), (&[], 2)] {
        let out = folder.place(&format!("results-{options}"));
        let fixed = ["run", folder.file(), "--replications", "3000", "--threads", "1", "--out", &out];
        // Long enough to have finished some replications; all of them would take minutes.
        let (code, text, err) = interrupted(&[&fixed, words].concat(), std::time::Duration::from_secs(5));
        assert_eq!(code, Some(130), "{text}{err}");
        assert!(err.contains("stopped after ") && err.contains(" of 3,000 replications"), "{err}");
        assert!(text.contains("INCOMPLETE: stopped after "), "{text}");
        let results: serde_json::Value =
            serde_json::from_str(&folder.text(&format!("results-{options}/results.json")))
                .expect("whole JSON");
        let finished = results["options"][0]["replicationsFinished"].as_u64().unwrap_or_default();
        assert!(0 < finished && finished < 3_000, "{finished}");
        assert_eq!(results["options"][0]["weekly"][0]["bands"]["mean"].as_array().map(Vec::len), Some(27));
    }
}
