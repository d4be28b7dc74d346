//! `pathloom fairness`.

use serde_json::json;

use crate::program::pathloom;

#[test]
fn groups_are_held_against_each_other_in_words() {
    let words = ["fairness", "example:childrens-statutory-advice", "--option", "statutory-first"];
    let few = ["--replications", "20", "--width", "100"];
    let done = pathloom(&[&words[..], &few].concat()).fine();
    assert!(done.out.contains("On average people of \"Referred\" wait "), "{}", done.out);
    assert!(done.out.contains("longer than people of \"Statutory advice\""), "{}", done.out);
    assert!(done.out.contains("Median, then the range that 9 of 10 futures fall in."), "{}", done.out);
    let json = pathloom(&[&words[..], &few, &["--format", "json"]].concat()).fine().json();
    // The page shows the median, as the report does.
    let groups = json["options"][0]["fairness"]["groups"].as_array().expect("groups");
    let referred = groups.iter().find(|group| group["name"] == "Referred").expect("the group");
    let median = referred["waiting"]["median"].as_f64().expect("a figure");
    let row = done.out.lines().find(|line| line.starts_with("Referred")).expect("the group");
    assert!(row.contains(&format!(" {median:.0} (")), "{median}: {row}");
    let gap = &json["options"][0]["fairness"]["gap"];
    assert_eq!((&gap["longest"], &gap["isToldApart"]), (&json!("Referred"), &json!(true)));
}

#[test]
fn what_cannot_be_compared_is_refused_in_words() {
    for (words, said) in [
        (["example:northwich", "--week", "4"], "everybody is in one client group"),
        (["example:secure-setting", "--by", "language"], "no client group is labelled by"),
        (["example:secure-setting", "--week", "999"], "past the end"),
    ] {
        let done = pathloom(&[&["fairness"], &words[..], &["--replications", "2"]].concat());
        assert_eq!(done.code, Some(2), "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
    }
}
