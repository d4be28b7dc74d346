//! One wrong thing at a time, put into a document that uses everything and passes.

mod guide;
mod hostile;
mod money;
mod pathway;
mod people;
mod whole;

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Problem, Severity, check};
use crate::project::Project;
use crate::samples;

/// A place, what is put there (null removes it), and the code expected at which place.
type Case = (&'static str, Value, &'static str, &'static str);

/// The full sample with values put at places: ids or positions in lists, a new position for a new element.
fn edited(edits: &[(&str, Value)]) -> Project {
    let mut document: Value = serde_json::from_str(samples::EVERYTHING).expect("the sample is JSON");
    for (place, value) in edits {
        put(&mut document, place, value.clone());
    }
    let text = document.to_string();
    // Maps of JSON values are sorted by key, and documents need `kind` first.
    crate::read(&kinds_first(&document)).unwrap_or_else(|error| panic!("{edits:?}: {error}\n{text}"))
}

fn put(document: &mut Value, place: &str, value: Value) {
    let (parents, last) = place.rsplit_once('/').unwrap_or(("", place));
    let mut at = document;
    for name in parents.split('/').filter(|name| !name.is_empty()) {
        at = match at {
            Value::Array(list) => {
                let index = position(list, name);
                list.get_mut(index).unwrap_or_else(|| panic!("{place}: {name}"))
            }
            Value::Object(object) => object.entry(name).or_insert_with(|| json!({})),
            other => panic!("{place}: {name} in {other}"),
        };
    }
    match at {
        Value::Array(list) => {
            let index = position(list, last);
            if value.is_null() {
                list.remove(index);
            } else if index < list.len() {
                list[index] = value;
            } else {
                list.push(value);
            }
        }
        Value::Object(object) if value.is_null() => drop(object.remove(last)),
        Value::Object(object) => drop(object.insert(last.to_owned(), value)),
        other => panic!("{place}: {last} in {other}"),
    }
}

fn position(list: &[Value], name: &str) -> usize {
    let named =
        |value: &Value| ["id", "role"].iter().any(|key| value.get(key).and_then(Value::as_str) == Some(name));
    list.iter().position(named).or_else(|| name.parse().ok()).unwrap_or(list.len())
}

fn kinds_first(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let mut keys: Vec<&String> = object.keys().collect();
            keys.sort_by_key(|key| *key != "kind");
            let pairs: Vec<String> =
                keys.iter().map(|key| format!("{}:{}", json!(key), kinds_first(&object[*key]))).collect();
            format!("{{{}}}", pairs.join(","))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(kinds_first).collect::<Vec<_>>().join(",")),
        plain => plain.to_string(),
    }
}

/// Checks each case by itself; returns every line that a user would read, for a snapshot.
fn check_cases(cases: &[Case]) -> String {
    let mut text = String::new();
    for (place, value, code, at) in cases {
        let problems = check(&edited(&[(place, value.clone())]));
        let found = problems.iter().any(|problem| problem.code == *code && problem.place.path == *at);
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(found, "{place} = {value}: expected {code} at {at}, found {lines:#?}");
        let _ = writeln!(text, "{place} = {value}");
        for line in &lines {
            let _ = writeln!(text, "    {line}");
        }
        problems.iter().for_each(plain_words);
    }
    text
}

/// Words of the engine room stay out of messages, and every problem says what to do.
fn plain_words(problem: &Problem) {
    let line = format!("{} {}", problem.message, problem.hint).to_lowercase();
    for word in ["entity", "entities", "server", "renege", "balk", "seize", "node", "edge"] {
        assert!(
            !line.split(|letter: char| !letter.is_alphabetic()).any(|other| other == word),
            "{word} in: {line}"
        );
    }
    assert!(!problem.hint.is_empty() && !problem.message.ends_with('.'), "{problem}");
}

#[test]
fn every_problem_is_found_at_once_and_in_the_order_of_the_document() {
    let project = edited(&[
        ("targets/list/byWeek", json!(900)),
        ("designs/tiered/links/home-done", Value::Null),
        ("designs/tiered/steps/triage/name", json!("")),
        ("roles/nurse/clinicalPercent", json!(-5)),
        ("startDate", json!("2026-04-07")),
    ]);
    let codes: Vec<&str> = check(&project).iter().map(|problem| problem.code).collect();
    let expected = [
        "start-not-monday",
        "figure-out-of-range",
        "no-clinical-hours",
        "no-label",
        "no-way-on",
        "figure-out-of-range",
        "no-clinical-hours",
        "target-after-the-end",
    ];
    assert_eq!(codes.iter().filter(|code| expected.contains(code)).count(), codes.len(), "{codes:?}");
    let positions: Vec<usize> =
        ["start-not-monday", "no-clinical-hours", "no-label", "no-way-on", "target-after-the-end"]
            .iter()
            .map(|code| codes.iter().position(|found| found == code).unwrap_or(usize::MAX))
            .collect();
    assert!(positions.is_sorted() && positions.iter().all(|at| *at < usize::MAX), "{codes:?}");
}

#[test]
fn a_problem_says_where_it_is_in_every_form() {
    let problems = check(&edited(&[("designs/tiered/steps/workshop/work/missed/percent", json!(120))]));
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!(
        serde_json::to_value(problem).expect("JSON"),
        json!({
            "severity": "error",
            "code": "figure-out-of-range",
            "place": {
                "path": "designs/tiered/steps/workshop/work/missed/percent",
                "design": "tiered",
                "step": "workshop",
                "field": "work/missed/percent",
            },
            "message": "Workshop, missed contacts (%): 120 is not possible",
            "hint": "it can be from 0 to 100",
        })
    );
    assert_eq!(problem.severity, Severity::Error);
    assert_eq!(
        problem.to_string(),
        "error: Workshop, missed contacts (%): 120 is not possible -- it can be from 0 to 100 \
         [figure-out-of-range] at designs/tiered/steps/workshop/work/missed/percent"
    );
}
