//! `pathloom drivers`.

use serde_json::json;

use crate::program::{Folder, clinic, pathloom};

#[test]
fn what_drives_the_list_is_told() {
    let mut clinic = clinic();
    clinic["designs"][0]["steps"][0]["work"]["perWeek"] = json!({"low": 9, "likely": 12, "high": 15});
    let folder = Folder::of(&clinic);
    let words = ["drivers", folder.file(), "--measure", "waitingList", "--budget", "2000"];
    let done = pathloom(&words).fine();
    for said in [
        "What drives the waiting list at week 26?",
        "Referrals: referrals a week",
        "what each explains by itself",
    ] {
        assert!(done.out.contains(said), "{said} is not in\n{}", done.out);
    }
    let answer = pathloom(&[&words[..], &["--format", "json"]].concat()).fine().json();
    assert_eq!((&answer["schemaVersion"], &answer["name"]), (&json!(1), &json!("waitingList")));
    assert!(answer["replications"].as_u64().is_some_and(|made| made <= 2_000), "{}", answer["replications"]);
    let share = answer["spread"]["shares"][0]["share"].as_f64().expect("a share");
    assert!((0.3..=1.0).contains(&share), "a quarter more or fewer referrals is most of it: {share}");
}

#[test]
fn nonsense_is_refused() {
    let folder = Folder::of(&clinic());
    for (word, value, said) in [
        ("--measure", "joy", "nothing is measured"),
        ("--week", "99", "past the end"),
        ("--percent", "0", "more than 0%"),
        ("--option", "nobody", "there is no option"),
    ] {
        let done = pathloom(&["drivers", folder.file(), word, value]);
        assert_eq!(done.code, Some(2), "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
    }
}
