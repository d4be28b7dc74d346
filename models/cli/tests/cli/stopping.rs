//! Ctrl-C, closed pipes, and standard error that nobody watches.

use std::io::Read as _;
use std::process::Stdio;

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

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_what_has_finished() {
    let folder = Folder::of(&busy_clinic());
    for (words, options) in [(&["--option", "as-is"][..], 1), (&[], 2)] {
        let out = folder.place(&format!("results-{options}"));
        let fixed = ["run", folder.file(), "--replications", "3000", "--threads", "1", "--out", &out];
        let child =
            command(&[&fixed, words].concat()).stdin(Stdio::null()).spawn().expect("the program starts");
        // Long enough to have finished some replications; all of them would take minutes.
        std::thread::sleep(std::time::Duration::from_secs(5));
        let interrupted = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(interrupted.is_ok_and(|status| status.success()));
        let output = child.wait_with_output().expect("the program ends");
        let (text, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(130), "{text}{err}");
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
