//! Loads in the terminal: `pathloom theory` for every step, `pathloom check` for those that cannot keep up.

use std::process::{Command, Output};

use pathloom_service::{Estimate, Work, read, samples, write};

/// The small sample with this many referrals a week, given to a command.
fn tried(word: &str, referrals_per_week: f64) -> Output {
    let mut project = read(samples::SMALL).expect("the sample is a document");
    if let Work::Referrals(referrals) = &mut project.designs[0].steps[0].work {
        referrals.per_week = Estimate::exactly(referrals_per_week);
    }
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let file = folder.path().join("clinic.pathloom.json");
    std::fs::write(&file, write(&project)).expect("the file is written");
    Command::new(env!("CARGO_BIN_EXE_pathloom")).arg(word).arg(&file).output().expect("the program starts")
}

fn out(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_step_that_keeps_up_says_so() {
    let page = out(&tried("theory", 8.0));
    for part in ["Assessment: keeps up", "Allen-Cunneen", "target list", "hours a week"] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn a_list_that_grows_is_a_warning_with_its_figures() {
    let page = out(&tried("check", 60.0));
    for part in
        ["warning", "list grows by about", "people a week: needs", "hours a week, has", "steps/assessment"]
    {
        assert!(page.replace('\n', " ").contains(part), "{part}: {page}");
    }
}
