//! Designs and documents compared.

use serde_json::{Value, json};

use super::differences;
use crate::samples::{everything, small};

fn told(before: &Value, after: &Value) -> Vec<String> {
    let text = |value: Option<Value>| value.map_or("-".to_owned(), |value| value.to_string());
    differences(before, after)
        .into_iter()
        .map(|one| format!("{}: {} > {}", one.path, text(one.before), text(one.after)))
        .collect()
}

#[test]
fn values_are_compared_field_by_field() {
    let table = [
        (json!({ "a": 1 }), json!({ "a": 1 }), vec![]),
        (json!({ "a": 1, "b": 2 }), json!({ "a": 3, "c": 4 }), vec!["a: 1 > 3", "b: 2 > -", "c: - > 4"]),
        (json!([1, 2]), json!([1, 3, 4]), vec!["1: 2 > 3", "2: - > 4"]),
        // Elements with ids may move; what is new comes last.
        (
            json!({ "steps": [{ "id": "x", "n": 1 }, { "id": "y" }] }),
            json!({ "steps": [{ "id": "z" }, { "id": "y" }, { "id": "x", "n": 2 }] }),
            vec!["steps/x/n: 1 > 2", "steps/z: - > {\"id\":\"z\"}"],
        ),
        (json!([{ "role": "ot", "wte": 1 }]), json!([{ "role": "ot", "wte": 2 }]), vec!["ot/wte: 1 > 2"]),
        // Ids that are not unique name nothing.
        (
            json!([{ "id": "x" }, { "id": "x", "n": 1 }]),
            json!([{ "id": "x" }, { "id": "x", "n": 2 }]),
            vec!["1/n: 1 > 2"],
        ),
        // Another kind is another thing.
        (
            json!({ "work": { "kind": "split" } }),
            json!({ "work": { "kind": "delay", "days": 3 } }),
            vec!["work: {\"kind\":\"split\"} > {\"days\":3,\"kind\":\"delay\"}"],
        ),
        (json!(1), json!({ "a": 1 }), vec![": 1 > {\"a\":1}"]),
    ];
    for (before, after, expected) in table {
        assert_eq!(told(&before, &after), expected);
    }
}

#[test]
fn scenarios_of_two_options_differ_in_what_was_changed() {
    let project = everything();
    let scenario = |id: &str| project.scenario(project.option(id).expect("an option")).expect("a scenario");
    let found = differences(&scenario("tiered"), &scenario("one-more"));
    let paths: Vec<&str> = found.iter().map(|one| one.path.as_str()).collect();
    let changed = [
        "design/steps/workshop/work/schedule/everyWeeks",
        "economics/costs/set-up",
        "mix/posts/ot-band-6/wte",
        "optionId",
        "optionName",
    ];
    let mut sorted = paths.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, changed);
}

#[test]
fn the_same_document_does_not_differ() {
    assert_eq!(differences(&small(), &small()), []);
}
