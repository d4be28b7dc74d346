//! `pathloom schema`.

use serde_json::Value;

use crate::program::{Folder, clinic, pathloom};

/// The keys of a value against the properties its schema requires, all the way down.
fn follows(schema: &Value, root: &Value, value: &Value, place: &str) {
    let schema = match schema["$ref"].as_str() {
        Some(name) => &root["$defs"][name.trim_start_matches("#/$defs/")],
        None => schema,
    };
    match value {
        Value::Object(object) => {
            let properties = schema["properties"].as_object().unwrap_or_else(|| panic!("{place}: {schema}"));
            for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                assert!(object.contains_key(key), "{place} lacks {key}");
            }
            for (key, value) in object {
                let schema =
                    properties.get(key).unwrap_or_else(|| panic!("{place}: {key} is not in the schema"));
                follows(schema, root, value, &format!("{place}.{key}"));
            }
        }
        Value::Array(values) => {
            for value in values {
                follows(&schema["items"], root, value, place);
            }
        }
        Value::Null => {
            assert!(schema["type"].to_string().contains("null"), "{place} may not be null: {schema}")
        }
        _ => {}
    }
}

#[test]
fn results_follow_their_schema() {
    let schema = pathloom(&["schema", "--results"]).fine().json();
    assert_eq!(schema["title"], "Pathloom results");
    let folder = Folder::of(&clinic());
    let results = pathloom(&["run", folder.file(), "--replications", "2", "--format", "json"]).fine().json();
    follows(&schema, &schema, &results, "results");
}

#[test]
fn a_service_has_a_schema() {
    let schema = pathloom(&["schema"]).fine().json();
    assert!(schema["properties"]["designs"].is_object(), "{schema}");
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn the_schema_of_the_results_changes_only_on_purpose() {
    // Anybody may have built on these names: fields may be added, none may go or change.
    insta::assert_snapshot!(pathloom(&["schema", "--results"]).fine().out);
}
