//! What the JSON reader says, in plain words, with the place and the nearest thing that would have been right.

use std::fmt;

use serde::Serialize;

use super::ReadError;

/// One thing in a file that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mistake {
    /// Where, counted from 0 in lists: `designs[0].steps[3].work.faceToFaceMinutes`. Empty: the document itself.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong, in plain words.
    pub message: String,
    /// What would be right, where it can be told.
    pub hint: Option<String>,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, ", at {}", printable(&self.path))?;
        }
        write!(f, ": {}", printable(&self.message))
    }
}

/// An error of the JSON reader as one of ours.
pub(super) fn from_json(error: &serde_json::Error, path: Option<String>) -> ReadError {
    let (line, column) = (error.line(), error.column());
    let reason = without_position(error);
    if !error.is_data() {
        return ReadError::NotJson { line, column, reason };
    }
    let path = path.filter(|path| path != ".").unwrap_or_default();
    let (message, hint) = plain(&reason, &path);
    ReadError::Mistake(Mistake { path, line, column, message, hint })
}

/// An error of the survey, which is in our own words, as one of ours.
pub(super) fn from_survey(error: &serde_json::Error, path: String) -> ReadError {
    let (line, column) = (error.line(), error.column());
    let message = without_position(error);
    if !error.is_data() {
        return ReadError::NotJson { line, column, reason: message };
    }
    ReadError::Mistake(Mistake { path, line, column, message, hint: None })
}

/// An error of the typed reading, which the survey goes before: the text is JSON, so whatever is wrong is wrong with
/// a value. (The JSON reader calls anything but a text a damaged file where it wants a choice.)
pub(super) fn from_typed(error: &serde_json::Error, path: String) -> ReadError {
    match from_json(error, Some(path.clone())) {
        ReadError::NotJson { line, column, .. } => {
            let message = "this does not belong here".to_owned();
            let hint = Some("expected one of the choices, in quotation marks".to_owned());
            let path = if path == "." { String::new() } else { path };
            ReadError::Mistake(Mistake { path, line, column, message, hint })
        }
        other => other,
    }
}

/// The words of an error without its line and column.
pub(super) fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).unwrap_or(&text).to_owned()
}

/// `2,000`.
pub(super) fn thousands(value: usize) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Serde's words as ours, and a hint.
fn plain(reason: &str, path: &str) -> (String, Option<String>) {
    if let Some((name, known)) = unknown(reason, "unknown field `") {
        return (
            format!("there is no setting {} here", quoted(&name)),
            suggestion(&name, &known, "settings here"),
        );
    }
    if let Some((name, known)) = unknown(reason, "unknown variant `") {
        return (
            format!("{} is not one of the choices", quoted(&name)),
            suggestion(&name, &known, "choices"),
        );
    }
    if let Some(name) = between(reason, "missing field `", "`") {
        let hint = (name == "kind").then(|| "objects with several forms start with \"kind\"".to_owned());
        return (format!("the setting {} is missing", quoted(name)), hint);
    }
    if let Some(name) = between(reason, "duplicate field `", "`") {
        return (format!("{} is given twice", quoted(name)), None);
    }
    let found = reason.strip_prefix("invalid type: ").or_else(|| reason.strip_prefix("invalid value: "));
    if let Some((found, expected)) = found.and_then(|text| text.rsplit_once(", expected ")) {
        let hint = format!("expected {}", wanted(expected));
        return (format!("{} does not belong here", described(found)), Some(hint));
    }
    let last = path.rsplit('.').next().unwrap_or_default();
    if matches!(last, "startDate" | "from" | "to" | "date") {
        let message = "this is not a date".to_owned();
        return (message, Some("dates are written year-month-day: 2026-04-06".to_owned()));
    }
    (reason.to_owned(), None)
}

/// The unknown name and the known ones of a message such as "unknown field `x`, expected one of `a`, `b`".
fn unknown(reason: &str, lead: &str) -> Option<(String, Vec<String>)> {
    let rest = reason.strip_prefix(lead)?;
    let (name, known) = match rest.rsplit_once("`, expected ") {
        Some((name, known)) => (name, known.split('`').skip(1).step_by(2).map(str::to_owned).collect()),
        None => (rest.split('`').next().unwrap_or_default(), Vec::new()),
    };
    Some((name.to_owned(), known))
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    text.strip_prefix(start)?.split(end).next()
}

/// "did you mean ...?" where a known name is near, otherwise all that would do.
fn suggestion(name: &str, known: &[String], all: &str) -> Option<String> {
    let asked: String = name.chars().take(100).flat_map(char::to_lowercase).collect();
    let distance = |known: &str| strsim::damerau_levenshtein(&asked, &known.to_lowercase());
    let nearest = known.iter().map(|known| (distance(known), known)).min();
    match nearest {
        None => Some("this has no settings of its own".to_owned()),
        Some((far, near)) if far <= (near.len() / 3).max(1) => Some(format!("did you mean \"{near}\"?")),
        Some(_) => Some(format!("{all}: {}", known.join(", "))),
    }
}

/// What was found: `string "abc"` is the text "abc".
fn described(found: &str) -> String {
    let value = found.split_once('`').and_then(|(_, rest)| rest.strip_suffix('`'));
    match (found.split(' ').next().unwrap_or_default(), value) {
        ("string", _) => {
            let text = found.trim_start_matches("string ").trim_matches('"');
            format!("the text {}", quoted(text))
        }
        ("integer" | "floating", Some(value)) => format!("the number {value}"),
        ("boolean", Some(value)) => value.to_owned(),
        ("null", _) => "null".to_owned(),
        ("map", _) => "an object in braces".to_owned(),
        ("sequence", _) => "a list in square brackets".to_owned(),
        _ => found.to_owned(),
    }
}

/// What would be right, without the names of Rust's types.
fn wanted(expected: &str) -> String {
    match expected {
        "u8" => "a whole number from 0 to 255".to_owned(),
        "u32" => "a whole number, 0 or more".to_owned(),
        "f64" => "a number".to_owned(),
        "a string" => "text in quotation marks".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "a sequence" => "a list in square brackets".to_owned(),
        "a map" => "an object in braces".to_owned(),
        _ if expected.starts_with("struct ") => "an object in braces".to_owned(),
        _ if expected.starts_with("enum ") => "one of the choices, in quotation marks".to_owned(),
        _ => expected.to_owned(),
    }
}

/// A name in quotation marks, no longer than a line.
fn quoted(name: &str) -> String {
    let mut letters = name.chars();
    let short: String = letters.by_ref().take(60).collect();
    let more = if letters.next().is_some() { "…" } else { "" };
    format!("\"{short}{more}\"")
}

/// The text without characters that could steer a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}
