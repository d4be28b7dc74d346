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

#[test]
fn vacancies_and_turnover_are_held_against_every_post_filled() {
    let words =
        ["compare", "example:tiered-childrens-service", "--without-vacancies", "--replications", "30"];
    let done = pathloom(&[&words[..], &["--width", "300"]].concat()).fine();
    for said in [
        "the others are held against \"As it is, every post filled\"",
        "11.4% of posts vacant at the start instead of 0",
        "higher than under \"As it is, every post filled\"",
    ] {
        assert!(done.out.contains(said), "{said} is not in\n{}", done.out);
    }
    let none = pathloom(&["compare", "example:birmingham", "--without-vacancies"]);
    assert_eq!(none.code, Some(2), "{}", none.err);
    assert!(none.err.contains("nothing to leave out"), "{}", none.err);
    let two = pathloom(&[&words[..], &["--option", "redesign", "--option", "as-it-is"]].concat());
    assert!(two.code == Some(2) && two.err.contains("looks at one option"), "{}", two.err);
}

#[test]
fn the_star_says_what_an_option_changes_about_the_workforce() {
    let words = ["compare", "example:secure-setting", "--star", "--replications", "2", "--width", "100"];
    let done = pathloom(&words).fine();
    let star = done.out.split("Group first by the HEE Star, against As it is").nth(1).unwrap_or_default();
    let (before, after) = star.split_once("  Leadership\n").expect("the last point");
    assert!(before.contains("  New ways of working\n  - A group first"), "{star}");
    assert!(before.contains("  New roles\n  - nothing"), "{star}");
    assert!(after.contains("Wards and security agree"), "{star}");
    let json = pathloom(&[&words[..], &["--format", "json"]].concat()).fine().json();
    assert_eq!(
        json["stars"][0]["points"][0]["tagged"][0]["words"],
        json!("One therapist more from week 16.")
    );
}
