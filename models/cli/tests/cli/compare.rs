//! `pathloom compare`.

use serde_json::json;

use crate::program::{Folder, clinic, pathloom};

#[test]
fn options_are_held_against_a_base_in_words() {
    let folder = Folder::of(&clinic());
    let words = ["compare", folder.file(), "--replications", "30", "--week", "6", "--width", "100"];
    let done = pathloom(&words).fine();
    for said in [
        "2 options compared on the same 30 simulated futures",
        "Occupational therapist, band 6: 1.5 WTE instead of 1",
        "Waiting list at week 6 is",
        "lower than under \"As it is\"",
        "\"A short list\" is met at week 26 in",
    ] {
        assert!(done.out.contains(said), "{said} is not in\n{}", done.out);
    }
    let other = pathloom(&[&words[..], &["--base", "more-staff"]].concat()).fine();
    assert!(other.out.contains("higher than under \"Half a post more\""), "{}", other.out);
}

#[test]
fn json_holds_the_comparison_and_how_precision_grew() {
    let folder = Folder::of(&clinic());
    let done =
        pathloom(&["compare", folder.file(), "--precise", "waitingList=2", "--format", "json"]).fine().json();
    assert_eq!(done["schemaVersion"], json!(1));
    assert_eq!(done["comparison"]["options"][1]["id"], json!("more-staff"));
    let figure = &done["comparison"]["figures"][0];
    assert_eq!((&figure["name"], &figure["differences"][0]), (&json!("waitingList"), &json!(null)));
    let growth = done["growthOfPrecision"].as_array().expect("looks").last().expect("at least one").clone();
    assert!(growth["halfWidths"][0][0].as_f64().expect("a width") <= 2.0, "{growth}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let folder = Folder::of(&clinic());
    for (words, said) in [
        (["--week", "99"], "past the end"),
        (["--base", "nobody"], "there is no option"),
        (["--precise", "joy=1"], "nothing is measured"),
    ] {
        let done = pathloom(&[&["compare", folder.file()], &words[..]].concat());
        assert_eq!(done.code, Some(2), "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
    }
}
