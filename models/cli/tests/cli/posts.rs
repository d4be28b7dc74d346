//! `pathloom posts`.

use serde_json::json;

use crate::program::{Folder, clinic, pathloom};

#[test]
fn the_cheapest_posts_are_found_and_told() {
    let folder = Folder::of(&clinic());
    let words =
        ["posts", folder.file(), "--vary", "therapist=0.8..2:0.2", "--target", "waitingList<20@26:90%"];
    let done = pathloom(&words).fine();
    for said in [
        "The cheapest mix for waiting list at week 26 under 20 people",
        "WTE",
        "What shorter waits cost",
        "decided",
    ] {
        assert!(done.out.contains(said), "{said} is not in\n{}", done.out);
    }
    let answer = pathloom(&[&words[..], &["--format", "json"]].concat()).fine().json();
    assert_eq!((&answer["schemaVersion"], &answer["outcome"]["kind"]), (&json!(1), &json!("found")));
    let wte = answer["outcome"]["mix"]["figures"][0]["value"].as_f64().expect("a figure");
    assert!((0.8..=2.0).contains(&wte), "{wte}");
}

#[test]
fn what_cannot_be_done_is_an_answer_and_nonsense_is_not() {
    let folder = Folder::of(&clinic());
    let never =
        pathloom(&["posts", folder.file(), "--vary", "therapist=0.5..0.7", "--target", "waitingList<5"])
            .fine();
    assert!(never.out.contains("No mix within these limits does it"), "{}", never.out);
    assert!(never.out.contains("The bottleneck is Occupational therapist, band 6"), "{}", never.out);
    for (vary, target, said) in [
        ("nobody=1..2", "waitingList<5", "there is no role"),
        ("therapist=1..2", "joy<5", "nothing is measured"),
        ("therapist=2..1", "waitingList<5", "lowest value"),
    ] {
        let done = pathloom(&["posts", folder.file(), "--vary", vary, "--target", target]);
        assert_eq!(done.code, Some(2), "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
    }
}
