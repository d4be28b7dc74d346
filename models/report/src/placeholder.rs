//! Figures inside the user's own words: `{longestWait.tiered.52}` stays live.
//!
//! | written | means |
//! | --- | --- |
//! | `{longestWait.tiered.52}` | a weekly measure of an option at a week, median and range: "47 weeks (42 to 52)" |
//! | `{longestWait.tiered}` | the same at the end of the simulated time |
//! | `{seen.tiered}` | a measure over the horizon |
//! | `{met.no-year-waits.tiered}` | the chance that a target is met by its week |
//! | `{often.no-year-waits.tiered}` | the same as a frequency: "9 in 10" |
//! | `{wte.tiered}` | posts of an option in its first year |
//! | `{netPresentValue.tiered}`, `{serviceCost.tiered}` | money, mean and range |
//! | `{date.52}`, `{date.end}`, `{futures}`, `{name.tiered}` | the day a week ends, simulated futures, an option's name |
//! | `{register/assumed}` | a figure of the section's usual text, by its place |
//!
//! An option is an id, or `preferred` or `base`. `median`, `mean`, `low` or `high` at the end asks for one number of the range.
//! Measures have the names of the results' JSON. Braces that hold none of this are left as they are and said to be unknown.
//!
//! A text is cut into paragraphs at empty lines; a paragraph whose lines all start with `- ` is a list of points.

mod choices;
mod template;

pub use choices::{PlaceholderChoice, placeholder_choices};
pub(crate) use template::template;

use crate::figure::{Figure, Unit};
use crate::report::{Block, Line, Paragraph};
use crate::results::{Of, Results, SERVICE};

/// What starts a line of a list of points.
const POINT: &str = "- ";

/// A placeholder that names nothing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct UnknownPlaceholder {
    /// Where it stands: `businessCase/texts/need`.
    pub place: String,
    /// The words between the braces.
    pub asked: String,
}

/// A text of the user as blocks, its figures live, and what it asks for in vain.
///
/// # Parameters
/// - `usual` what stands in its place otherwise, whose figures it may name by their places
pub(crate) fn blocks(
    text: &str,
    place: &str,
    results: &Results,
    usual: &[Block],
) -> (Vec<Block>, Vec<UnknownPlaceholder>) {
    let mut reader = Reader { place, results, usual, unknown: Vec::new() };
    let text = text.replace("\r\n", "\n");
    let blocks = text
        .split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| reader.block(part))
        .collect();
    (blocks, reader.unknown)
}

struct Reader<'r> {
    place: &'r str,
    results: &'r Results<'r>,
    usual: &'r [Block],
    unknown: Vec<UnknownPlaceholder>,
}

impl Reader<'_> {
    fn block(&mut self, part: &str) -> Block {
        let points: Option<Vec<&str>> = part.lines().map(|line| line.trim().strip_prefix(POINT)).collect();
        match points {
            Some(points) => Block::Points(points.into_iter().map(|point| self.line(point.trim())).collect()),
            None => Block::Paragraph(Paragraph::Text, self.line(part)),
        }
    }

    fn line(&mut self, text: &str) -> Line {
        let mut line = Line::default();
        for part in parts(text) {
            line = match part {
                Part::Words(words) => line.and(Line::given(words)),
                Part::Braces(asked) => match self.figure(asked) {
                    Some(found) => line.and(found),
                    None => {
                        let (place, asked) = (self.place.to_owned(), asked.to_owned());
                        let said = line.and("[not known: ").and(Line::given(asked.clone())).and("]");
                        self.unknown.push(UnknownPlaceholder { place, asked });
                        said
                    }
                },
            };
        }
        line
    }

    fn figure(&self, asked: &str) -> Option<Line> {
        figure(asked, self.results).or_else(|| {
            let lines = self.usual.iter().flat_map(Block::lines);
            let found = lines.flat_map(Line::figures).find(|figure| figure.place == asked);
            found.map(|figure| figure.clone().into())
        })
    }
}

enum Part<'t> {
    Words(&'t str),
    Braces(&'t str),
}

/// The text cut at its braces; a brace that is not closed, or holds spaces, is a word like any other.
fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut found, mut rest, mut from) = (Vec::new(), text, 0);
    while let Some(open) = rest[from..].find('{').map(|at| at + from) {
        let inside = &rest[open + 1..];
        match inside.find(['{', '}']) {
            Some(close)
                if inside.as_bytes()[close] == b'}'
                    && close > 0
                    && !inside[..close].contains(char::is_whitespace) =>
            {
                if open > 0 {
                    found.push(Part::Words(&rest[..open]));
                }
                found.push(Part::Braces(&inside[..close]));
                (rest, from) = (&inside[close + 1..], 0);
            }
            _ => from = open + 1,
        }
    }
    if !rest.is_empty() {
        found.push(Part::Words(rest));
    }
    found
}

/// What a placeholder means in any section.
fn figure(asked: &str, results: &Results) -> Option<Line> {
    let mut words: Vec<&str> = asked.split('.').collect();
    let only = words.last().and_then(|last| single(last));
    if only.is_some() {
        words.pop();
    }
    match words[..] {
        ["futures"] => Some(results.replications().into()),
        ["date", "end"] => Some(results.date_words(results.last_week()).into()),
        ["date", week] => Some(results.date_words(week.parse().ok()?).into()),
        ["name", option] => Some(results.name(position(option, results)?)),
        ["met", target, option] => Some(met(target, option, results)?.into()),
        ["often", target, option] => {
            let met = met(target, option, results)?;
            Some(Figure::frequency(met.value, met.place).into())
        }
        ["wte", option] => {
            let option = position(option, results)?;
            let wte = results.establishment(option).wte_of_year(0);
            let place = format!("posts/{}/all/wte/1", results.options[option].id);
            Some(Figure::said(Some(wte), Unit::Wte, place).into())
        }
        [measure, option] => {
            let option = position(option, results)?;
            if let Some(found) = results.account(option).placeholder(measure, only) {
                return Some(found);
            }
            if results.over_horizon(option, measure, SERVICE).is_some() {
                return Some(match only {
                    Some(of) => results.horizon_of(option, measure, SERVICE, of).into(),
                    None => results.horizon_band(option, measure),
                });
            }
            weekly(measure, option, results.last_week(), only, results)
        }
        [measure, option, week] => {
            let week = week.parse().ok().filter(|week| *week <= results.last_week())?;
            weekly(measure, position(option, results)?, week, only, results)
        }
        _ => None,
    }
}

fn met(target: &str, option: &str, results: &Results) -> Option<Figure> {
    let (option, targets) = (position(option, results)?, &results.project.targets);
    let target = targets.iter().position(|one| one.id == target)?;
    Some(results.met(option, target))
}

fn weekly(measure: &str, option: usize, week: u32, only: Option<Of>, results: &Results) -> Option<Line> {
    results.series(option, measure, SERVICE)?;
    Some(match only {
        Some(of) => results.weekly(option, measure, of, week).into(),
        None => results.weekly_band(option, measure, week),
    })
}

fn position(option: &str, results: &Results) -> Option<usize> {
    match option {
        "preferred" => Some(results.preferred),
        "base" => Some(0),
        id => results.options.iter().position(|one| one.id == id),
    }
}

fn single(word: &str) -> Option<Of> {
    match word {
        "median" => Some(Of::Median),
        "mean" => Some(Of::Mean),
        "low" => Some(Of::P5),
        "high" => Some(Of::P95),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_cut_out_and_stray_ones_are_words() {
        let shown = |text| -> Vec<String> {
            let part = |part| match part {
                Part::Words(words) => words.to_owned(),
                Part::Braces(inside) => format!("<{inside}>"),
            };
            parts(text).into_iter().map(part).collect()
        };
        assert_eq!(shown("It is {a.b.52} now"), ["It is ", "<a.b.52>", " now"]);
        assert_eq!(shown("{a}{b}"), ["<a>", "<b>"]);
        assert_eq!(shown("{not a figure} {"), ["{not a figure} {"]);
        assert_eq!(shown("{{x}}"), ["{", "<x>", "}"]);
        assert!(shown("").is_empty());
    }
}
