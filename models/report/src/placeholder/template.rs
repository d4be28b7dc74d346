//! What is usually written, as a text to begin from: its figures in braces, so that they stay live.

use super::POINT;
use crate::figure::Figure;
use crate::report::{Block, Line, Paragraph, Span};
use crate::results::Results;

/// The text of blocks; tables, charts and what is asked of the service have none.
pub(crate) fn template(blocks: &[Block], results: &Results) -> String {
    let paragraphs: Vec<String> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(Paragraph::ToComplete, _) => None,
            Block::Paragraph(_, line) => Some(line_of(line, results)),
            Block::Points(points) => {
                let points: Vec<String> =
                    points.iter().map(|point| format!("{POINT}{}", line_of(point, results))).collect();
                Some(points.join("\n"))
            }
            _ => None,
        })
        .collect();
    paragraphs.join("\n\n")
}

fn line_of(line: &Line, results: &Results) -> String {
    let mut text = String::new();
    let mut spans = &line.0[..];
    while let Some((first, rest)) = spans.split_first() {
        let (written, used) = match first {
            Span::Figure(figure) => match band(spans, results) {
                Some(short) => (short, BAND),
                None => (braces(figure, results), 1),
            },
            Span::Given(given) => (name(given, results), 1),
            Span::Text(words) => (words.clone(), 1),
        };
        text.push_str(&written);
        spans = if used == 1 { rest } else { &spans[used..] };
    }
    text
}

/// Spans of "47 weeks (42 to 52)".
const BAND: usize = 6;

/// A median with the ends of its range in brackets, as one placeholder.
fn band(spans: &[Span], results: &Results) -> Option<String> {
    let [
        Span::Figure(middle),
        Span::Text(open),
        Span::Figure(low),
        Span::Text(to),
        Span::Figure(high),
        Span::Text(close),
        ..,
    ] = spans
    else {
        return None;
    };
    if open != " (" || to.trim_matches([' ', '\u{a0}']) != "to" || !close.starts_with(')') {
        return None;
    }
    let with = |of: &str| middle.place.replace("/p50", of);
    let is_band = middle.place.contains("/p50") && low.place == with("/p5") && high.place == with("/p95");
    let short = short(&middle.place, results)?;
    // What stands behind the bracket in the same span is kept.
    is_band.then(|| format!("{{{}}}{}", short.trim_end_matches(".median"), &close[1..]))
}

fn braces(figure: &Figure, results: &Results) -> String {
    let known = short(&figure.place, results).filter(|short| {
        // Only where it reads the same: a bare number of a table is not the number of a sentence.
        super::figure(short, results).is_some_and(|line| line.text() == figure.text)
    });
    format!("{{{}}}", known.unwrap_or_else(|| figure.place.clone()))
}

/// The placeholder of a place, where there is one for every section.
fn short(place: &str, results: &Results) -> Option<String> {
    let parts: Vec<&str> = place.split('/').collect();
    let only = |of: &str| match of {
        "p50" => Some("median"),
        "mean" => Some("mean"),
        "p5" => Some("low"),
        "p95" => Some("high"),
        _ => None,
    };
    match parts[..] {
        ["options", id, "weekly", measure, "service", of, week] => {
            Some(format!("{measure}.{}.{week}.{}", role(id, results), only(of)?))
        }
        ["options", id, "horizon", measure, "service", of] => {
            Some(format!("{measure}.{}.{}", role(id, results), only(of)?))
        }
        ["run", "weekDate", week] => Some(format!("date.{week}")),
        ["run", "replications"] => Some("futures".to_owned()),
        _ => None,
    }
}

/// The part that an option plays in the case, so that a text follows when another one is asked for; else its id.
fn role<'r>(id: &'r str, results: &'r Results) -> &'r str {
    match results.options.iter().position(|option| option.id == id) {
        Some(0) => "base",
        Some(option) if option == results.preferred => "preferred",
        _ => id,
    }
}

/// The name of an option stays live too.
fn name(given: &str, results: &Results) -> String {
    match results.options.iter().find(|option| option.name == given) {
        Some(option) => format!("{{name.{}}}", role(&option.id, results)),
        None => given.to_owned(),
    }
}
