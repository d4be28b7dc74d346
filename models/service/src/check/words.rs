//! Numbers, names and lists as they appear in messages.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::project::Design;
use crate::step::Link;

/// A number as people write it: `1,000,000`, `99.5`, at most four decimals.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return if value.is_nan() { "not a number".to_owned() } else { "infinite".to_owned() };
    }
    if value.abs() >= 1e15 || (value != 0.0 && value.abs() < 1e-4) {
        return format!("{value:e}");
    }
    let text = format!("{:.4}", value.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let decimals = decimals.trim_end_matches('0');
    let sign = if value < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) { "-" } else { "" };
    if decimals.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{decimals}") }
}

/// A label, or the id where there is none, short enough for a message.
pub(super) fn label<'a>(name: &'a str, id: &'a str) -> String {
    let best = if name.trim().is_empty() { id } else { name };
    if best.trim().is_empty() { "(no name)".to_owned() } else { short(best) }
}

/// The first 60 characters.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// `A`, `A and B`, `A, B and C`, `A, B, C and 4 more`.
pub(super) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] if names.len() <= 4 => format!("{} and {last}", most.join(", ")),
        _ => format!("{} and {} more", names[..3].join(", "), names.len() - 3),
    }
}

/// The text without characters that could steer a terminal.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            let _ = write!(out, "{}", letter.escape_unicode());
        } else {
            out.push(letter);
        }
    }
    out
}

/// What there is to choose from, the nearest name first: `did you mean "triage"?`.
pub(super) fn suggest<'a>(asked: &str, what: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.filter(|name| !name.trim().is_empty()).take(200).collect();
    let asked: String = asked.chars().take(100).collect();
    let near = known.iter().map(|name| (strsim::damerau_levenshtein(&asked, name), *name)).min();
    match near {
        None => format!("there are no {what} yet: add one"),
        Some((far, name)) if far <= (name.len() / 3).max(1) => format!("did you mean \"{}\"?", short(name)),
        Some(_) => {
            let names: Vec<String> = known.iter().map(|name| short(name)).collect();
            format!("{what}: {}", list(&names))
        }
    }
}

/// `1 person`, `2 people`.
pub(super) fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count as f64), if count == 1 { one } else { many })
}

/// `steps`, `staffing mixes`.
pub(super) fn several(what: &str) -> String {
    if what.ends_with('x') { format!("{what}es") } else { format!("{what}s") }
}

/// The labels of a design's steps by id.
pub(super) fn labels(design: &Design) -> BTreeMap<&str, String> {
    design.steps.iter().map(|step| (step.id.as_str(), label(&step.name, &step.id))).collect()
}

/// A link by the steps it joins: `the link from Triage to Assessment`.
pub(super) fn link_label(link: &Link, labels: &BTreeMap<&str, String>) -> String {
    let end = |id: &str| labels.get(id).cloned().unwrap_or_else(|| label("", id));
    format!("the link from {} to {}", end(&link.from), end(&link.to))
}
