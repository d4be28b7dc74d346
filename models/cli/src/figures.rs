//! `pathloom figures`: the bank of cited figures.

use pathloom_service::bank::{BankFigure, BankTopic, bank, for_place, search};
use serde::Serialize;

use crate::args::{FiguresArguments, TextFormat};
use crate::exit::{Exit, Failure};
use crate::format::counted;
use crate::screen::{self, hanging};

/// The answer of `--format json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    schema_version: u32,
    figures: &'a [BankFigure],
}

/// Prints the figures asked for.
///
/// # Errors
/// Any [`Failure`] of printing.
pub(crate) fn command(arguments: &FiguresArguments) -> Result<Exit, Failure> {
    let all = bank();
    let fitting = match &arguments.place {
        Some(place) => for_place(&all, place, None),
        None => all,
    };
    let found = search(&fitting, &arguments.words.join(" "));
    let text = match arguments.format {
        TextFormat::Text => draw(&found, screen::width(arguments.width)),
        TextFormat::Json => json(&found)?,
    };
    screen::print(&text)?;
    Ok(Exit::Done)
}

fn json(figures: &[BankFigure]) -> Result<String, Failure> {
    serde_json::to_string_pretty(&Answer { schema_version: 1, figures })
        .map(|text| text + "\n")
        .map_err(|error| Failure::Write { name: "the figures".to_owned(), reason: error.to_string() })
}

/// The figures under their topics, best first within each.
fn draw(figures: &[BankFigure], width: usize) -> String {
    if figures.is_empty() {
        return "No figure has all of these words. Try fewer, or `pathloom figures` for all of them.\n"
            .to_owned();
    }
    let mut topics: Vec<BankTopic> = Vec::new();
    for figure in figures {
        if !topics.contains(&figure.topic) {
            topics.push(figure.topic);
        }
    }
    let mut text = format!("{}\n", counted(figures.len(), "figure", "figures"));
    for topic in topics {
        text.push_str(&format!("\n{}\n", topic.words()));
        for figure in figures.iter().filter(|figure| figure.topic == topic) {
            text.push_str(&one(figure, width));
        }
    }
    let remembered = figures.iter().filter(|figure| figure.is_from_memory()).count();
    if remembered > 0 {
        let from_memory = counted(remembered, "figure is", "figures are");
        text.push_str(&format!("\n{from_memory} FROM MEMORY: look up before relying on it.\n"));
    }
    text
}

fn one(figure: &BankFigure, width: usize) -> String {
    let about = [&figure.place, &figure.year].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
    let about = if about.is_empty() { about } else { format!(" ({about})") };
    let head = format!("{}{about}: {}", figure.words, value(figure));
    let note = figure.note.as_ref().map_or_else(String::new, |note| format!(". {note}"));
    let source = format!("{}: {}{note}", label(figure), figure.source);
    format!("{}{}", hanging("  - ", &head, width), hanging("      ", &source, width))
}

fn value(figure: &BankFigure) -> String {
    let number = typed(figure.value);
    let range = match figure.low.zip(figure.high) {
        Some((low, high)) => format!(" ({} to {})", typed(low), typed(high)),
        None => String::new(),
    };
    match figure.unit.as_str() {
        unit if unit.starts_with('%') => format!("{number}{range}{unit}"),
        unit if unit.starts_with('£') => format!("£{number}{range}{}", unit.trim_start_matches('£')),
        unit => format!("{number}{range} {unit}"),
    }
}

/// A figure as it was published: every digit, thousands separated.
fn typed(value: f64) -> String {
    let text = format!("{value}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn label(figure: &BankFigure) -> &'static str {
    use pathloom_service::EvidenceLabel as L;
    match figure.label {
        L::Published => "published",
        L::Derived => "worked out",
        L::Measured => "measured",
        L::Assumed => "assumed",
        L::FromMemory => "FROM MEMORY, look it up",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_every_digit() {
        assert_eq!(typed(1_090_356.0), "1,090,356");
        assert_eq!(typed(26.631), "26.631");
        assert_eq!(typed(70_604.0), "70,604");
        assert_eq!(typed(600.0), "600");
    }

    #[test]
    fn a_figure_from_memory_says_so_in_capitals() {
        let all = bank();
        let page = draw(&search(&all, "length bed-based"), 100);
        assert!(page.contains("FROM MEMORY, look it up"), "{page}");
        assert!(page.contains("27 (26 to 28) days") && page.contains("1 figure is FROM MEMORY"), "{page}");
        let published = draw(&search(&all, "vacant london"), 100);
        assert!(published.contains("London, March 2024): 19.2% of posts"), "{published}");
        assert!(!published.contains("FROM MEMORY"), "{published}");
    }
}
