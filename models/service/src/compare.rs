//! How two designs, scenarios or documents differ, field by field.
//!
//! Lists whose elements have an `id` (or, for posts, a `role`; for changes of an option, a `figure`) are compared
//! element by element whatever their order, so a step that moved in the list is no difference. Other lists are
//! compared by position.

use serde::Serialize;
use serde_json::{Map, Value};

/// One place where two values differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Field names and ids from the top, as in [`crate::Trail::path()`]: `steps/triage/work/perWeek`.
    pub path: String,
    /// What was there; none: nothing.
    pub before: Option<Value>,
    /// What is there now; none: nothing.
    pub after: Option<Value>,
}

/// Every place where `after` differs from `before`, in the order of `before`, what is new last.
///
/// # Parameters
/// Two values of one kind: designs, staffing mixes, scenarios, documents. A figure that is not finite counts as null.
pub fn differences(before: &impl Serialize, after: &impl Serialize) -> Vec<Difference> {
    let value = |result: Result<Value, serde_json::Error>| result.unwrap_or(Value::Null);
    let (before, after) = (value(serde_json::to_value(before)), value(serde_json::to_value(after)));
    let mut found = Vec::new();
    compare(&mut String::new(), Some(&before), Some(&after), &mut found);
    found
}

fn compare(path: &mut String, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<Difference>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Value::Object(before)), Some(Value::Object(after))) if kind(before) == kind(after) => {
            let keys = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key)));
            for key in keys {
                below(path, key, before.get(key), after.get(key), found);
            }
        }
        (Some(Value::Array(before)), Some(Value::Array(after))) => lists(path, before, after, found),
        _ => found.push(Difference { path: path.clone(), before: before.cloned(), after: after.cloned() }),
    }
}

/// What an object is: a delay that became a contact is one difference, not one for each of their settings.
fn kind(object: &Map<String, Value>) -> Option<&Value> {
    object.get("kind")
}

fn below(
    path: &mut String,
    name: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    found: &mut Vec<Difference>,
) {
    let length = path.len();
    if length > 0 {
        path.push('/');
    }
    path.push_str(name);
    compare(path, before, after, found);
    path.truncate(length);
}

fn lists(path: &mut String, before: &[Value], after: &[Value], found: &mut Vec<Difference>) {
    if let (Some(old), Some(new)) = (names(before), names(after)) {
        let positions = |names: &[&str]| -> std::collections::BTreeMap<String, usize> {
            names.iter().enumerate().map(|(at, name)| ((*name).to_owned(), at)).collect()
        };
        let (in_old, in_new) = (positions(&old), positions(&new));
        for (at, name) in old.iter().enumerate() {
            let partner = in_new.get(*name).and_then(|at| after.get(*at));
            below(path, name, before.get(at), partner, found);
        }
        for (at, name) in new.iter().enumerate().filter(|(_, name)| !in_old.contains_key(**name)) {
            below(path, name, None, after.get(at), found);
        }
        return;
    }
    for at in 0..before.len().max(after.len()) {
        below(path, &at.to_string(), before.get(at), after.get(at), found);
    }
}

/// The names of a list's elements, where every element has one and no two are alike.
fn names(list: &[Value]) -> Option<Vec<&str>> {
    for key in ["id", "role", "figure"] {
        let names: Option<Vec<&str>> = list.iter().map(|element| element.get(key)?.as_str()).collect();
        if let Some(names) = names {
            let distinct: std::collections::BTreeSet<&&str> = names.iter().collect();
            return (distinct.len() == names.len()).then_some(names);
        }
    }
    None
}

#[cfg(test)]
mod tests;
