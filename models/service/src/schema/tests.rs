//! The committed schema is the one of the types, and says what the reader accepts.

use serde_json::Value;

use super::schema;
use crate::samples;

#[test]
fn the_committed_schema_is_up_to_date() {
    let text = format!("{}\n", serde_json::to_string_pretty(&schema()).expect("a schema is JSON"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/pathloom.schema.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &text).expect("the schema can be written");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(committed == text, "pathloom.schema.json differs from the types: run the tests with UPDATE=1");
}

/// Every enum that is written as an object is a choice between objects with a constant `kind`, closed to other keys.
#[test]
fn tagged_enums_are_choices_of_closed_objects() {
    let schema = schema();
    for name in [
        "Work",
        "Cause",
        "Distribution",
        "Count",
        "Schedule",
        "ArrivalPattern",
        "WorkingPattern",
        "TargetMeasure",
    ] {
        let forms = schema["$defs"][name]["oneOf"].as_array().unwrap_or_else(|| panic!("{name} is a choice"));
        for form in forms {
            assert!(form["properties"]["kind"]["const"].is_string(), "{name}: {form}");
            assert_eq!(form["additionalProperties"], Value::Bool(false), "{name}: {form}");
            assert!(
                form["required"].as_array().is_some_and(|names| names.contains(&"kind".into())),
                "{name}: {form}"
            );
        }
    }
}

/// What the schema requires is what the reader requires.
#[test]
fn a_document_without_a_required_setting_is_refused() {
    let whole: Value = serde_json::from_str(samples::SMALL).expect("JSON");
    for name in schema()["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let mut document = whole.clone();
        document.as_object_mut().expect("an object").remove(name);
        assert!(crate::read(&document.to_string()).is_err(), "read without {name}");
    }
}
