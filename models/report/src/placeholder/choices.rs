//! The figures that are offered for a text, each as it reads now.

use serde::Serialize;

use crate::report::Line;
use crate::results::Results;
use crate::study::{ReportError, Study};

/// Figures of every option that are offered: name, and what a reader calls it.
const OF_OPTIONS: [(&str, &str); 10] = [
    ("longestWait", "Longest wait at the end"),
    ("waitingList", "Waiting list at the end"),
    ("over52", "Waiting more than a year at the end"),
    ("within18Percent", "Waiting within 18 weeks at the end"),
    ("openReferrals", "Open referrals at the end"),
    ("seen", "People seen"),
    ("wte", "Posts in the first year"),
    ("serviceCost", "Cost of the service"),
    ("costPerCompleted", "Cost for each person completed"),
    ("netPresentValue", "Net present value"),
];

/// A figure that may be put into a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlaceholderChoice {
    /// What to write: `{longestWait.tiered}`.
    pub written: String,
    /// What it belongs to: the name of an option, or "The study".
    pub of: String,
    /// What it is.
    pub words: String,
    /// As it reads now.
    pub now: String,
}

/// The figures that are offered for texts, option by option; any other may be written by hand.
///
/// # Errors
/// [`ReportError::NoPreferred`].
pub fn placeholder_choices(study: &Study) -> Result<Vec<PlaceholderChoice>, ReportError> {
    let results = Results::of(study)?;
    let mut choices = Vec::new();
    let mut add = |asked: String, of: &str, words: String| {
        let known = super::figure(&asked, &results).filter(|line| line.text() != crate::words::UNKNOWN);
        if let Some(now) = known.as_ref().map(Line::text) {
            choices.push(PlaceholderChoice {
                written: format!("{{{asked}}}"),
                of: of.to_owned(),
                words,
                now,
            });
        }
    };
    for option in results.options {
        for (measure, words) in OF_OPTIONS {
            add(format!("{measure}.{}", option.id), &option.name, words.to_owned());
        }
        for target in &results.project.targets {
            let words = format!("Chance of “{}”", target.name);
            add(format!("met.{}.{}", target.id, option.id), &option.name, words);
        }
    }
    for (asked, words) in [
        ("date.end", "The last day simulated"),
        ("futures", "Simulated futures of each option"),
        ("name.preferred", "Name of the option asked for"),
        ("name.base", "Name of the option it is held against"),
    ] {
        add(asked.to_owned(), "The study", words.to_owned());
    }
    Ok(choices)
}
