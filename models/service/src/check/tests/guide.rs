//! The guide and the tags of the Star point at things that are there; where they do not, a warning says so.

use serde_json::json;

use super::{Case, Severity, check, check_cases, edited};

#[test]
fn what_the_guide_points_at() {
    let measured = "guide/published/longest/measured";
    let cases: Vec<Case> = vec![
        ("guide/published/longest/id", json!("days"), "duplicate-id", "guide/published/days"),
        ("guide/published/longest/name", json!(""), "no-label", "guide/published/longest/name"),
        ("guide/published/longest/value", json!(52), "no-source", "guide/published/longest/value"),
        ("guide/published/longest/measured/option", json!("gone"), "guide-points-nowhere", measured),
        ("guide/published/longest/measured/week", json!(5000), "guide-points-nowhere", measured),
        (
            "guide/published/share/measured/about/id",
            json!("gone"),
            "guide-points-nowhere",
            "guide/published/share/measured",
        ),
        (
            "guide/published/share/measured/against/of",
            json!([{ "kind": "tier", "id": "gone" }]),
            "guide-points-nowhere",
            "guide/published/share/measured",
        ),
        (
            "guide/published/days/measured/against/option",
            json!("gone"),
            "guide-points-nowhere",
            "guide/published/days/measured",
        ),
        (
            "guide/replace/0/figure",
            json!("mixes/now/posts/nobody/wte"),
            "guide-points-nowhere",
            "guide/replace/0",
        ),
        (
            "options/one-more/star/0/places",
            json!(["mix/posts/nobody"]),
            "star-points-nowhere",
            "options/one-more/star/0",
        ),
        (
            "options/one-more/star/0",
            json!({ "point": "supply", "words": " ", "places": [] }),
            "star-says-nothing",
            "options/one-more/star/0",
        ),
    ];
    insta::assert_snapshot!("guide", check_cases(&cases));
}

#[test]
fn a_step_that_is_taken_out_does_not_stop_the_document_because_of_its_guide() {
    let problems = check(&edited(&[
        ("guide/published/longest/measured/option", json!("gone")),
        ("guide/replace/0/figure", json!("gone")),
        ("options/one-more/star/0/places", json!(["gone"])),
    ]));
    assert_eq!(problems.len(), 3, "{problems:#?}");
    assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{problems:#?}");
}

#[test]
fn a_tag_may_name_what_its_option_does_without() {
    let gone = json!(["mix/posts/adviser"]);
    let problems = check(&edited(&[
        ("options/one-more/mix", json!("without-adviser")),
        (
            "mixes",
            json!([{ "id": "now", "name": "Now", "posts": [{ "role": "adviser", "wte": 1 }] },
            { "id": "without-adviser", "name": "Without", "posts": [] }]),
        ),
        ("options/one-more/star/0/places", gone),
    ]));
    assert!(problems.iter().all(|problem| problem.code != "star-points-nowhere"), "{problems:#?}");
}

#[test]
fn a_guide_may_not_be_endless() {
    let problems = check(&edited(&[("guide/summary", json!("a".repeat(20_001)))]));
    let found: Vec<(&str, &str)> =
        problems.iter().map(|problem| (problem.code, problem.place.path.as_str())).collect();
    assert_eq!(found, [("text-too-long", "guide/summary")]);
}
