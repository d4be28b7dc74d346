//! Figures inside the user's own words: `{longestWait.tiered.52}` stays live.
//!
//! | written | means |
//! | --- | --- |
//! | `{longestWait.tiered.52}` | a weekly measure of an option at a week, median and range: "47 weeks (42 to 52)" |
//! | `{longestWait.tiered}` | the same at the end of the simulated time |
//! | `{seen.tiered}` | a measure over the horizon |
//! | `{met.no-year-waits.tiered}` | the chance that a target is met by its week |
//! | `{wte.tiered}` | posts of an option in its first year |
//!
//! An option is an id, or `preferred` or `base`. `median`, `mean`, `low` or `high` at the end asks for one number of the range.
//! Measures have the names of the results' JSON. Braces that hold none of this are left as they are and said to be unknown.

use pathloom_service::Project;

use crate::costs::Establishment;
use crate::figure::{Figure, Unit};
use crate::report::Line;
use crate::results::{Of, Results, SERVICE};
use crate::study::{ReportError, Study};

/// A placeholder that names nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPlaceholder {
    /// Where it stands: `businessCase/texts/need`.
    pub place: String,
    /// The words between the braces.
    pub asked: String,
}

/// Every placeholder in the document's texts that names no figure of the study, in the order of the document.
///
/// # Errors
/// Those of [`crate::report`].
pub fn unknown_placeholders(study: &Study) -> Result<Vec<UnknownPlaceholder>, ReportError> {
    let results = Results::of(study)?;
    let mut unknown = Vec::new();
    for (place, text) in texts(study.project) {
        for part in parts(text) {
            if let Part::Braces(asked) = part
                && figure(asked, &results).is_none()
            {
                unknown.push(UnknownPlaceholder { place: place.clone(), asked: asked.to_owned() });
            }
        }
    }
    Ok(unknown)
}

fn texts(project: &Project) -> Vec<(String, &str)> {
    let case = &project.business_case;
    let sections = case.texts.iter().map(|(id, text)| (format!("businessCase/texts/{id}"), text.as_str()));
    let answers = case.answers.iter().map(|(id, text)| (format!("businessCase/answers/{id}"), text.as_str()));
    sections.chain(answers).collect()
}

/// The paragraphs of a text of the user, its figures live.
pub(crate) fn paragraphs(text: &str, results: &Results) -> Vec<Line> {
    let text = text.replace("\r\n", "\n");
    text.split("\n\n")
        .filter(|part| !part.trim().is_empty())
        .map(|part| line_of(part.trim(), results))
        .collect()
}

fn line_of(text: &str, results: &Results) -> Line {
    let mut line = Line::default();
    for part in parts(text) {
        line = match part {
            Part::Words(words) => line.and(Line::given(words)),
            Part::Braces(asked) => match figure(asked, results) {
                Some(found) => line.and(found),
                None => line.and("[not known: ").and(Line::given(asked)).and("]"),
            },
        };
    }
    line
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

fn figure(asked: &str, results: &Results) -> Option<Line> {
    let mut words: Vec<&str> = asked.split('.').collect();
    let only = words.last().and_then(|last| single(last));
    if only.is_some() {
        words.pop();
    }
    match words[..] {
        ["met", target, option] => {
            let (option, targets) = (position(option, results)?, &results.project.targets);
            let target = targets.iter().position(|one| one.id == target)?;
            Some(results.met(option, target).into())
        }
        ["wte", option] => {
            let option = position(option, results)?;
            let wte = Establishment::of(results.scenarios[option]).wte_of_year(0);
            let place = format!("costs/{}/all/wte/1", results.options[option].id);
            Some(Figure::said(Some(wte), Unit::Wte, place).into())
        }
        [measure, option] => {
            let option = position(option, results)?;
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
