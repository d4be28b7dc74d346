//! The JSON Schema of the file format, for editors and for whoever writes files with another program.

use serde_json::Value;

use crate::project::Project;

/// The schema of [`Project`]: draft 2020-12, self-contained, no address of its own.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Project).to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_owned(), "Pathloom document".into());
    }
    close(&mut schema);
    schema
}

/// Says that forms without settings have none: the reader refuses what a schema would let pass.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let tagged = object.get("properties").is_some_and(|properties| properties.get("kind").is_some());
            if tagged && !object.contains_key("additionalProperties") {
                object.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            object.values_mut().for_each(close);
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
