//! The samples are what they say they are.

use super::{EVERYTHING, everything, small};
use crate::{check, schema};

#[test]
fn samples_have_no_problems() {
    for project in [small(), everything()] {
        let problems: Vec<String> = check(&project).iter().map(ToString::to_string).collect();
        assert_eq!(problems, [""; 0], "{}", project.name);
    }
}

/// A setting or kind that is added to the format and not to the sample fails here.
#[test]
fn everything_uses_every_setting_and_every_kind() {
    let mut words = Vec::new();
    collect(&schema(), &mut words);
    assert!(words.len() > 150, "the schema names {} words", words.len());
    let missing: Vec<&String> =
        words.iter().filter(|word| !EVERYTHING.contains(&format!("\"{word}\""))).collect();
    // `assumed` and `fromMemory` say where a figure comes from.
    assert_eq!(missing, ["assumed", "fromMemory"].iter().collect::<Vec<_>>());
}

/// The names of settings and the constants of a schema.
fn collect(schema: &serde_json::Value, words: &mut Vec<String>) {
    let mut add = |word: &str| {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    };
    match schema {
        serde_json::Value::Object(object) => {
            for (key, value) in object {
                match (key.as_str(), value) {
                    ("const", serde_json::Value::String(word)) => add(word),
                    ("enum", serde_json::Value::Array(choices)) => {
                        choices.iter().filter_map(|choice| choice.as_str()).for_each(&mut add);
                    }
                    ("properties", serde_json::Value::Object(properties)) => {
                        properties.keys().for_each(|key| add(key))
                    }
                    _ => {}
                }
            }
            object.values().for_each(|value| collect(value, words));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| collect(value, words)),
        _ => {}
    }
}

/// The example that the README shows is a document.
#[test]
fn the_example_of_the_readme_has_no_problems() {
    let readme = include_str!("../../README.md").replace("\r\n", "\n");
    let example = readme.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let project = crate::read(example.expect("an example in the README")).expect("a document");
    assert_eq!(check(&project), []);
}
