//! Whether a place of a document leads anywhere.

use serde_json::Value;

/// The part of a document that a path of field names and ids leads to.
///
/// Elements of lists are named as everywhere in Pathloom: by their id, role or figure, otherwise by their position.
pub(crate) fn part<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('/').try_fold(value, |part, segment| match part {
        Value::Object(fields) => fields.get(segment),
        Value::Array(list) => {
            let named = |element: &&Value| {
                ["id", "role", "figure"]
                    .iter()
                    .any(|key| element.get(key).and_then(Value::as_str) == Some(segment))
            };
            list.iter().find(named).or_else(|| list.get(segment.parse::<usize>().ok()?))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::part;
    use crate::samples;

    #[test]
    fn ids_roles_and_positions_lead_on() {
        let document = serde_json::to_value(samples::everything()).expect("JSON");
        assert!(part(&document, "mixes/now/posts/ot-band-6/changes/1/wte").is_some());
        assert!(part(&document, "designs/tiered/steps/workshop").is_some());
        assert!(part(&document, "designs/tiered/steps/no-such-step").is_none());
        assert!(part(&document, "").is_none(), "an empty path is no place");
    }
}
